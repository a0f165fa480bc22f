import type { MenuItemConstructorOptions } from 'electron'
import type { User } from '../../../src-preload/contract/session.ts'
import type { MenuLabels } from './menuLabels.ts'

type Item = MenuItemConstructorOptions

export interface MenuActions {
  /** Runs a command of the window by its id. */
  command(id: string): void
  switchTo(user: User): void
}

export interface MenuState {
  readonly labels: MenuLabels
  /** Undefined while the session could not be read. */
  readonly user: User | undefined
  readonly others: readonly User[]
}

/** The application menu: a list, and the keys beside its items are those of the window, which acts on them itself. */
export function menuTemplate({ labels, user, others }: MenuState, actions: MenuActions): Item[] {
  const item = (label: keyof MenuLabels, id: string, keys?: string): Item => ({
    id,
    label: labels[label],
    ...(keys === undefined ? {} : { accelerator: keys, registerAccelerator: false }),
    click: () => actions.command(id),
  })
  const role = (label: keyof MenuLabels, name: NonNullable<Item['role']>): Item => ({
    label: labels[label],
    role: name,
  })
  const line: Item = { type: 'separator' }
  const people = [...(user === undefined ? [] : [user]), ...others].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  )
  const workAs = people.map(
    (person): Item => ({
      id: `as.${person.userId}`,
      label: person.name,
      type: 'radio',
      checked: person.userId === user?.userId,
      click: () => actions.switchTo(person),
    }),
  )
  const menu = (label: keyof MenuLabels, submenu: Item[]): Item => ({ label: labels[label], submenu })
  return [
    menu('file', [
      item('syncNow', 'sync.now', 'CmdOrCtrl+Alt+S'),
      { label: labels.workAs, submenu: workAs, enabled: workAs.length > 1 },
      line,
      role('quit', 'quit'),
    ]),
    menu('edit', [
      role('undo', 'undo'),
      role('redo', 'redo'),
      line,
      role('cut', 'cut'),
      role('copy', 'copy'),
      role('paste', 'paste'),
      role('selectAll', 'selectAll'),
    ]),
    menu('view', [
      item('queue', 'go.queue'),
      item('trays', 'go.trays'),
      item('filter', 'queue.filter'),
      line,
      role('resetZoom', 'resetZoom'),
      role('zoomIn', 'zoomIn'),
      role('zoomOut', 'zoomOut'),
      role('fullScreen', 'togglefullscreen'),
      line,
      role('reload', 'reload'),
    ]),
    menu('claim', [
      item('nextClaim', 'claim.next', 'N'),
      item('previousClaim', 'claim.previous', 'P'),
      item('nextEvidence', 'evidence.next', 'E'),
      item('previousEvidence', 'evidence.previous', 'Shift+E'),
      item('find', 'document.find', 'CmdOrCtrl+F'),
      line,
      item('startReview', 'claim.startReview', 'S'),
      item('approve', 'decide.approve', 'A'),
      item('requestInfo', 'decide.requestInfo', 'I'),
      item('reject', 'decide.reject', 'R'),
      line,
      item('undoDecision', 'undo', 'Z'),
    ]),
    menu('help', [item('keys', 'keys'), role('about', 'about')]),
  ]
}
