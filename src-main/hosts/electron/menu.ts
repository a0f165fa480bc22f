import type { z } from 'zod'
import { session, Settings } from '../../../src-preload/contract/session.ts'
import type { Workstation } from '../../workstation/workstation.ts'
import type { EventFeed } from './bridgeIpc.ts'
import type { ElectronApi } from './electronApi.ts'
import { menuLabelsFor } from './menuLabels.ts'
import { menuTemplate } from './menuTemplate.ts'

const Current = session['session.current'].output
type Current = z.infer<typeof Current>

/** Shows the menu and shows it anew when people or settings changed. It asks the core the way a window does. */
export async function showMenu(
  { Menu }: Pick<ElectronApi, 'Menu'>,
  core: Pick<Workstation, 'dispatch' | 'onEvent'>,
  feed: EventFeed,
  systemLocale: string,
): Promise<void> {
  async function ask<T>(method: string, output: z.ZodType<T>): Promise<T | undefined> {
    const reply = await core.dispatch(method, {})
    return reply.ok ? output.parse(reply.value) : undefined
  }

  async function build(): Promise<void> {
    const current: Current | undefined = await ask('session.current', Current)
    const settings = await ask('settings.get', Settings)
    const labels = menuLabelsFor(settings?.locale ?? 'system', systemLocale)
    const template = menuTemplate(
      { labels, user: current?.user, others: current?.others ?? [] },
      {
        command: (command) => feed('menu.command', { command }),
        // A refusal leaves the session as it was; the menu then still shows the old person.
        switchTo: ({ userId }) => void core.dispatch('session.switchUser', { userId }).then(build),
      },
    )
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  core.onEvent((event) => {
    // `dispatch` never rejects and the template is our own, so building does not fail.
    if (event === 'session.changed' || event === 'settings.changed') void build()
  })
  await build()
}
