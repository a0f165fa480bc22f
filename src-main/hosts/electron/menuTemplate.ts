import type { MenuItemConstructorOptions } from 'electron'
import type { MenuEntry, MenuTitle } from '../../../src-preload/contract/host.ts'

type Item = MenuItemConstructorOptions

/** Electron names these by itself. Its own menu of views is not among them: the developer tools hang in it. */
export const FIRST_MENU: Item[] = [{ role: 'fileMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]

/** The menu bar in the words of Electron. Keys only stand beside their items: the window acts on them itself. */
export function menuTemplate(titles: readonly MenuTitle[], choose: (command: string) => void): Item[] {
  return titles.map(({ label, entries }) => ({
    // Alt with its first letter opens it.
    label: `&${plainLabel(label)}`,
    submenu: entries.map((entry) => itemOf(entry, choose)),
  }))
}

function itemOf(entry: MenuEntry, choose: (command: string) => void): Item {
  if (entry.kind === 'line') return { type: 'separator' }
  const label = plainLabel(entry.label)
  if (entry.kind === 'role') return { label, role: entry.role }
  if (entry.kind === 'group') return { label, submenu: entry.entries.map((each) => itemOf(each, choose)) }
  const accelerator = entry.keys === null ? null : acceleratorOf(entry.keys)
  return {
    id: entry.command,
    label,
    enabled: entry.isEnabled,
    ...(entry.isChosen !== null && { type: 'radio', checked: entry.isChosen }),
    ...(accelerator !== null && { accelerator, registerAccelerator: false }),
    click: () => choose(entry.command),
  }
}

/** A single & would underline the letter behind it and vanish. */
const plainLabel = (label: string) => label.replaceAll('&', '&&')

const NAMES: Readonly<Record<string, string>> = {
  $mod: 'CmdOrCtrl',
  Control: 'Ctrl',
  Escape: 'Esc',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  '+': 'Plus',
}

/** Null where Electron has no word for it: keys one after the other. */
function acceleratorOf(keys: string): string | null {
  if (keys.includes(' ')) return null
  const parts = keys.split('+').filter((part) => !part.startsWith('['))
  return parts.map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join('+')
}
