import type { KeyPress } from '../viewer-frame/messages.ts'

/** A key that the document frame had no use for works as if it had been pressed in the app. */
export function pressKey({ key, code, modifiers, repeat }: KeyPress): void {
  const { ctrl, alt, shift, meta } = modifiers
  const init = {
    key,
    // A key without a code is thrown away by tinykeys, and some input devices send none.
    code: code === '' ? 'Unidentified' : code,
    repeat,
    ctrlKey: ctrl,
    altKey: alt,
    shiftKey: shift,
    metaKey: meta,
    bubbles: true,
    cancelable: true,
  }
  document.body.dispatchEvent(new KeyboardEvent('keydown', init))
}
