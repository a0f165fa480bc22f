import type { NoticeContent } from '../../../src-preload/contract/vocabulary/noticeShape.ts'
import { noticeWords } from '../../../src-preload/words/noticeWords.ts'
import type { Core } from '../core.ts'

/** Opens the messages in the window. */
const OPENING_COMMAND = 'notices.open'

/** Shows on the desktop what the bell has; nothing where the host has no notifications of its own. Several are one. */
export async function showNotices(core: Core, told: readonly NoticeContent[]): Promise<void> {
  const { notify } = core.ports
  const first = told[0]
  if (notify === undefined || first === undefined) return
  const { languageOf, loadSayings } = await import('../caseFile/sayings.ts')
  const { say } = await loadSayings(languageOf(core.session.settings().locale))
  const { title, body } = noticeWords(first, say)
  const more = told.length === 1 ? body : say('notices.more', { body, count: told.length - 1 })
  notify({ title, body: more }, () => core.emit('menu.command', { command: OPENING_COMMAND }))
}
