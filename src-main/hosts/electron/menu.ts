import type { MenuTitle } from '../../../src-preload/contract/host.ts'
import type { ElectronApi } from './electronApi.ts'
import { FIRST_MENU, menuTemplate } from './menuTemplate.ts'
import { offerTasks, quickTasks } from './quickTasks.ts'

export interface MenuBar {
  /** The window says what hangs in its menu bar, and says it anew when that changes. */
  show(titles: readonly MenuTitle[]): void
  /** Who is told which command was chosen. */
  onChoice(listener: (command: string) => void): void
}

/** Until the window has spoken the bar holds what the system does by itself. */
export function createMenuBar(electron: Pick<ElectronApi, 'app' | 'Menu'>): MenuBar {
  const { Menu } = electron
  let told: (command: string) => void = () => undefined
  Menu.setApplicationMenu(Menu.buildFromTemplate(FIRST_MENU))
  return {
    show(titles) {
      Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(titles, (command) => told(command))))
      offerTasks(electron, quickTasks(titles), (command) => told(command))
    },
    onChoice(listener) {
      told = listener
    },
  }
}
