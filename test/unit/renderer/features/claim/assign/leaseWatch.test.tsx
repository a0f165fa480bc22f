// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { IntlProvider } from 'react-intl'
import { afterEach, expect, test } from 'vitest'
import english from '../../../../../../resources/locales/en.json' with { type: 'json' }
import { createClient } from '../../../../../../src-renderer/bridge/client.ts'
import { LeaseWatch, stageOf } from '../../../../../../src-renderer/features/claim/assign/LeaseWatch.tsx'
import { createStores, StoresProvider } from '../../../../../../src-renderer/stores/Stores.tsx'
import { aDetail, AT_MS, instantAt } from '../../../../../builders/renderer/aClaim.ts'
import { createFakeCore, handlersOver } from '../../../../../fakes/renderer/fakeCore.ts'

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)

let root: Root | undefined
afterEach(() => act(async () => root?.unmount()))

async function show(userId: string, hours: number | null) {
  const until = hours === null ? null : instantAt(hours)
  const detail = aDetail({ claim: { assignedTo: { userId, name: 'Marta Ginevri', until } } })
  const core = createFakeCore(handlersOver([], () => detail))
  const ticker = { now: () => AT_MS, every: () => () => undefined }
  const stores = createStores(createClient(core.transport), ticker)
  await stores.session.getState().load()
  root = createRoot(document.createElement('div'))
  await act(async () =>
    root?.render(
      <IntlProvider locale="en" messages={english}>
        <StoresProvider stores={stores}>
          <LeaseWatch detail={detail} />
        </StoresProvider>
      </IntlProvider>,
    ),
  )
  return { stores, signs: () => core.calls.filter(({ method }) => method === 'claims.working').length }
}

test.each([
  [null, 'none'],
  [5.01 / 60, 'calm'],
  [5 / 60, 'soon'],
  [0, 'over'],
] as const)('the end of a lease is told five minutes before', (hours, stage) => {
  expect(stageOf(hours === null ? null : instantAt(hours), AT_MS)).toBe(stage)
})

test.each(['keydown', 'pointerdown', 'wheel', 'scroll'])(
  'on my own claim %s is a sign of work',
  async (kind) => {
    const { signs } = await show('u-reviewer', 0.4)
    expect(signs()).toBe(0)
    for (const _ of [1, 2]) window.dispatchEvent(new Event(kind))
    expect(signs()).toBe(1)
  },
)

test('a page that comes into sight in the document’s frame is a sign of work too', async () => {
  const { stores, signs } = await show('u-reviewer', 0.4)
  stores.claimView.getState().see('d1', 1, 0.5)
  expect(signs()).toBe(1)
})

test.each([
  ['somebody else’s', 'u-team-lead', 0.4],
  ['mine no more', 'u-reviewer', -0.1],
  ['held without a lease', 'u-reviewer', null],
] as const)('a claim that is %s gets no sign', async (_, userId, hours) => {
  const { signs } = await show(userId, hours)
  window.dispatchEvent(new Event('keydown'))
  expect(signs()).toBe(0)
})
