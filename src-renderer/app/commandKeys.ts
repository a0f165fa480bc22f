import { matchKeybindingPress, parseKeybinding } from 'tinykeys'
import type { CommandStore } from '../stores/commandStore.ts'
import { type Command, type CommandContext, COMMANDS } from './commands.ts'
import { effectiveKeys, type KeyWishes, NO_WISHES } from './keys/effectiveKeys.ts'

const TYPES_TEXT = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]'
const KEEPS_ITS_KEYS = '[role=menu], [role=dialog], [role=listbox], [role=alertdialog]'
/** Contexts whose keys work on their list alone. */
const LIST_OF: Partial<Readonly<Record<CommandContext, string>>> = {
  grid: '[role=grid]',
  conflicts: '[data-conflict]',
}
const HAS_NO_MODIFIER = /^(\[Shift\]\+|Shift\+)?[^+]+( [^+]+)*$/

/** Binds every key of the registry to whatever the screen lends. Gives back the function that ends it. */
export function bindCommandKeys(
  target: Window,
  commands: CommandStore,
  wishes: KeyWishes = NO_WISHES,
): () => void {
  const byKeys = new Map<string, Command[]>()
  for (const command of COMMANDS satisfies readonly Command[]) {
    for (const keys of effectiveKeys(command, wishes))
      byKeys.set(keys, [...(byKeys.get(keys) ?? []), command])
  }
  // Of several bindings that a press completes the first one has it: `g p` before `p`, wherever the registry lists them.
  const longestFirst = [...byKeys].toSorted(([a], [b]) => pressesOf(b) - pressesOf(a))
  const bindings = longestFirst.map(([keys, list]) => ({ keys, list, presses: parseKeybinding(keys) }))
  const recent = rememberPresses()
  const onKey = (event: KeyboardEvent) => {
    const pressed = recent.add(event)
    const found = bindings.find(({ presses }) => endsWith(pressed, presses))
    if (found === undefined) return
    if (found.presses.length > 1) recent.forget()
    const command = found.list.toSorted(narrowFirst).find((each) => isLive(each, found.keys, event, commands))
    if (command === undefined) return
    event.preventDefault()
    commands.getState().run(command.id)
  }
  target.addEventListener('keydown', onKey)
  target.addEventListener('keydown', closeModal)
  return () => {
    target.removeEventListener('keydown', onKey)
    target.removeEventListener('keydown', closeModal)
  }
}

const pressesOf = (keys: string): number => keys.split(' ').length

type Presses = ReturnType<typeof parseKeybinding>

const endsWith = (pressed: readonly KeyboardEvent[], presses: Presses): boolean =>
  pressed.length >= presses.length &&
  presses.every((press, at) => {
    const event = pressed[pressed.length - presses.length + at]
    return event !== undefined && matchKeybindingPress(event, press)
  })

/** A key later than this after the one before begins anew. */
const TOGETHER_MS = 1000
/** No command has more. */
const MOST_PRESSES = 3
const MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']

/**
 * The last presses, the youngest last. The library's own handler keeps half of a sequence for every binding, and a press that another
 * one has used up leaves it behind: of `g l` and then `g w` within a second the second was lost.
 */
function rememberPresses() {
  let pressed: readonly KeyboardEvent[] = []
  return {
    /** Empty = it is no press of ours: a modifier alone, an input method's, or no real key. */
    add(event: KeyboardEvent): readonly KeyboardEvent[] {
      if (isTyping(event) || MODIFIERS.includes(event.key) || event.key === '' || event.code === '') return []
      const before = pressed.at(-1)
      const isLate = before !== undefined && event.timeStamp - before.timeStamp > TOGETHER_MS
      pressed = [...(isLate ? [] : pressed), event].slice(-MOST_PRESSES)
      return pressed
    },
    forget() {
      pressed = []
    },
  }
}

const MODAL = '[role=dialog][aria-modal=true], [role=alertdialog][aria-modal=true]'

/** What stands before everything else has the keys from the moment in which it is seen; the focus comes to it a little later. */
const modalBefore = (event: KeyboardEvent): Element | null => {
  const target = event.target instanceof Element ? event.target : null
  return target?.closest(KEEPS_ITS_KEYS) ? null : document.querySelector(MODAL)
}

function closeModal(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  modalBefore(event)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
}

const NARROW: readonly CommandContext[] = ['compare', 'decide']

/** Escape belongs to the strip before the comparison, and to both before it belongs to the page. */
function narrowFirst(a: Command, b: Command): number {
  return NARROW.indexOf(b.context) - NARROW.indexOf(a.context)
}

function isLive(command: Command, keys: string, event: KeyboardEvent, commands: CommandStore): boolean {
  if (event.defaultPrevented || (event.repeat && command.repeats === undefined)) return false
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(KEEPS_ITS_KEYS) || modalBefore(event) !== null) return false
  const list = LIST_OF[command.context]
  if (list !== undefined && !target?.closest(list)) return false
  // A plain key types where text is typed. Escape and function keys type nothing.
  const isPlain = HAS_NO_MODIFIER.test(keys) && keys !== 'Escape' && !/^(Shift\+)?F\d+$/.test(keys)
  if (isPlain && target?.closest(TYPES_TEXT)) return false
  return commands.getState().canRun(command.id)
}

/** While an input method composes, every key belongs to it. */
function isTyping(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === 'Process'
}
