import type { MessageId } from '../format/messages.ts'

export const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

/** What stands on a key: a message where the keycap is a word, else the sign itself. */
export type KeyCap = { readonly messageId: MessageId } | { readonly sign: string }

const WORDS: Readonly<Record<string, MessageId>> = {
  Shift: 'key.shift',
  Alt: 'key.alt',
  Enter: 'key.enter',
  Escape: 'key.escape',
  Tab: 'key.tab',
  Space: 'key.space',
  Home: 'key.home',
  End: 'key.end',
  PageUp: 'key.pageUp',
  PageDown: 'key.pageDown',
}
const SIGNS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓' }

/** The keycaps of a binding such as `$mod+Enter` or `g q`, in the order of pressing. Optional modifiers are not shown. */
export function keyCapsOf(binding: string, isApple: boolean): readonly KeyCap[] {
  return binding
    .split(' ')
    .flatMap((press) => press.split('+'))
    .filter((part) => !part.startsWith('['))
    .map((part) => capOf(part, isApple))
}

function capOf(part: string, isApple: boolean): KeyCap {
  if (part === '$mod') return isApple ? { sign: '⌘' } : { messageId: 'key.control' }
  const messageId = WORDS[part]
  if (messageId !== undefined) return { messageId }
  return { sign: SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part) }
}

/** For a title attribute, which holds text alone. */
export function plainKeys(binding: string): string {
  return binding
    .replaceAll('[Shift]+', '')
    .replace('$mod', isApple ? '⌘' : 'Ctrl')
    .replace(
      /(^|[+ ])(\p{Ll})(?=$|[+ ])/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
}

/** As ARIA wants it in aria-keyshortcuts: alternatives by spaces; a sequence cannot be said there and gives undefined. */
export function ariaKeysOf(bindings: readonly string[], isApple: boolean): string | undefined {
  const said = bindings
    .filter((binding) => !binding.includes(' '))
    .map((binding) =>
      binding
        .split('+')
        .filter((part) => !part.startsWith('['))
        .map((part) => (part === '$mod' ? (isApple ? 'Meta' : 'Control') : part))
        .map((part) => (part.length === 1 ? part.toUpperCase() : part))
        .join('+'),
    )
  return said.length === 0 ? undefined : said.join(' ')
}
