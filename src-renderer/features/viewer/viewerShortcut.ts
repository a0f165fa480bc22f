import type { KeyPress } from '../../viewer-frame/messages.ts'

/** Keys that the viewer answers itself while the focus is in it, in the frame or in its tools. */
export type ViewerShortcut =
  | 'find'
  | 'find_next'
  | 'find_previous'
  | 'zoom_in'
  | 'zoom_out'
  | 'fit_width'
  | 'print'

type Key = Pick<KeyPress, 'key' | 'modifiers'>

/** Undefined for every key that is the app's. Ctrl and the Mac's command key mean the same. */
export function viewerShortcut({ key, modifiers }: Key): ViewerShortcut | undefined {
  if (modifiers.alt) return undefined
  const again = modifiers.shift ? 'find_previous' : 'find_next'
  const command = modifiers.ctrl || modifiers.meta
  if (key === 'F3' && !command) return again
  if (!command) return undefined
  switch (key.toLowerCase()) {
    case 'f':
      return modifiers.shift ? undefined : 'find'
    case 'g':
      return again
    case '+':
    case '=':
      return 'zoom_in'
    case '-':
      return 'zoom_out'
    case '0':
      return 'fit_width'
    case 'p':
      return modifiers.shift ? undefined : 'print'
    default:
      return undefined
  }
}
