/** Who gets a key that was pressed in the frame. `nobody`: it means nothing by itself. */
export type KeyUse = 'frame' | 'browser' | 'app' | 'nobody'

export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly isComposing: boolean
}

const BARE_MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'ScrollLock']
const NO_KEYS = ['Dead', 'Process', 'Unidentified']
const SCROLLING = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
]
const RELOAD_AND_TOOLS = ['F5', 'F11', 'F12']

/**
 * Scrolling, moving the focus, pressing a mark or a small page, selecting and copying belong to the frame; reloading and
 * developer tools to the browser; all the rest are the app's, so that its shortcuts work while the focus is here.
 */
export function keyUse(press: PressedKey, onButton: boolean): KeyUse {
  if (press.isComposing || NO_KEYS.includes(press.key) || BARE_MODIFIERS.includes(press.key)) return 'nobody'
  const command = press.ctrlKey || press.metaKey
  if (press.key === 'Tab') return command || press.altKey ? 'app' : 'frame'
  if (RELOAD_AND_TOOLS.includes(press.key)) return 'browser'
  if (command && !press.altKey) return commandUse(press)
  if (press.altKey) return 'app'
  if (onButton && (press.key === 'Enter' || press.key === ' ')) return 'frame'
  return SCROLLING.includes(press.key) ? 'frame' : 'app'
}

function commandUse(press: PressedKey): KeyUse {
  const letter = press.key.toLowerCase()
  if (press.shiftKey) return letter === 'i' || letter === 'j' || letter === 'r' ? 'browser' : 'app'
  if (letter === 'r') return 'browser'
  return ['c', 'a', 'insert', 'home', 'end'].includes(letter) ? 'frame' : 'app'
}
