import { team } from '../../../src-preload/contract/team.ts'
import type { Workstation } from '../../workstation/workstation.ts'
import type { ElectronApi } from './electronApi.ts'

/** The number of unread messages at the program's sign, where the desktop has room for one (macOS, some desktops of Linux). */
export function showUnread(
  { app }: Pick<ElectronApi, 'app'>,
  core: Pick<Workstation, 'dispatch' | 'onEvent'>,
): () => void {
  let asked = 0
  const show = async (): Promise<void> => {
    const turn = ++asked
    const reply = await core.dispatch('notices.list', {})
    // An answer that a younger question has overtaken says nothing.
    if (turn !== asked || !reply.ok) return
    app.setBadgeCount(team['notices.list'].output.parse(reply.value).unread)
  }
  void show()
  return core.onEvent((event) => {
    if (event === 'notices.changed' || event === 'session.changed') void show()
  })
}
