import type { MenuItemConstructorOptions } from 'electron'
import type { MenuEntry, MenuTitle } from '../../../src-preload/contract/host.ts'
import type { ElectronApi } from './electronApi.ts'

/** What the program's sign offers by itself. These alone: what hangs there outlives the session and is seen over a shoulder. */
const OFFERED = ['go.queue', 'takeNext', 'go.arbitration', 'go.trays'] as const
const DO = '--do='

interface QuickTask {
  readonly command: string
  readonly label: string
}

/** Those of the offered commands that the window has in its menu, in its own words. */
export function quickTasks(titles: readonly MenuTitle[]): readonly QuickTask[] {
  const entries = titles.flatMap((title) => title.entries.flatMap(withinGroup))
  return OFFERED.flatMap((command) => {
    const found = entries.find((entry) => entry.kind === 'command' && entry.command === command)
    return found?.kind === 'command' ? [{ command, label: found.label }] : []
  })
}

const withinGroup = (entry: MenuEntry) => (entry.kind === 'group' ? entry.entries : [entry])

/** The task that a start asks for (`--do=go.queue`); null where it is none of the offered ones. */
export function taskIn(words: readonly string[]): string | null {
  return OFFERED.find((command) => words.includes(`${DO}${command}`)) ?? null
}

export const withoutTask = (words: readonly string[]): string[] =>
  words.filter((word) => !word.startsWith(DO))

/** Windows starts the program once more with the task's word; macOS tells the one that runs. Linux has neither. */
export function offerTasks(
  { app, Menu }: Pick<ElectronApi, 'app' | 'Menu'>,
  tasks: readonly QuickTask[],
  choose: (command: string) => void,
  { platform, execPath }: Pick<NodeJS.Process, 'platform' | 'execPath'> = process,
): void {
  if (platform === 'win32' && app.isPackaged) {
    app.setUserTasks(
      tasks.map(({ command, label }) => ({
        program: execPath,
        arguments: `${DO}${command}`,
        title: label,
        description: label,
        iconPath: execPath,
        iconIndex: 0,
      })),
    )
  }
  if (platform !== 'darwin') return
  const items = tasks.map(
    ({ command, label }): MenuItemConstructorOptions => ({ label, click: () => choose(command) }),
  )
  app.dock?.setMenu(Menu.buildFromTemplate(items))
}
