import { createFakeCore, handlersOver } from '../../../fakes/renderer/fakeCore.ts'
import { aDetail } from '../../../builders/renderer/aClaim.ts'
import { ROWS, siteInfo } from './queueScenes.ts'
import { SCENES } from './scenes.ts'

const asked = new URLSearchParams(location.search)
const scene = SCENES[asked.get('scene') ?? '']
if (scene === undefined) throw new Error('There is no such scene.')
const core = createFakeCore(handlersOver(ROWS, (claimId) => aDetail({ form: { claimId } })))
core.handle({ 'host.info': siteInfo })
core.handle(scene.handlers())
// English that is longer and accented; see pseudoLocale.ts.
if (asked.get('locale') === 'pseudo') Reflect.set(globalThis, 'isPseudo', true)
const locale = asked.get('locale') === 'it' ? 'it' : 'en'
await core.transport.request('settings.set', { locale })
// The scene may look at what was asked of the core; this was not the window's question.
core.calls.length = 0
window.coreUnderTest = core
Reflect.set(window, 'bridge', core.transport)
if (location.hash === '') location.hash = scene.hash
await import('../../../../src-renderer/app/page.css')
await import('../../../../src-renderer/main.tsx')
