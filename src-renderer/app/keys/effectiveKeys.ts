import type { Settings } from '../../../src-preload/contract/session.ts'
import type { Command, CommandContext } from '../commands.ts'

/** What a reviewer changed of the keys. */
export type KeyWishes = Pick<Settings, 'singleKeys' | 'keys'>
export const NO_WISHES: KeyWishes = { singleKeys: true, keys: {} }

/** Contexts whose commands can be live at the same time. */
export const LIVE_TOGETHER: readonly (readonly CommandContext[])[] = [
  ['everywhere', 'queue', 'grid'],
  ['everywhere', 'claim'],
  ['everywhere', 'decide'],
  ['everywhere', 'trays', 'conflicts'],
  ['everywhere', 'compare'],
  ['everywhere', 'disputes'],
  ['everywhere', 'arbitration'],
  ['everywhere', 'team'],
  ['everywhere', 'lead'],
  ['everywhere', 'policy'],
]

/** The keys that work just now, the one that is shown first. */
export function effectiveKeys(
  command: Pick<Command, 'id' | 'keys'>,
  { singleKeys, keys }: KeyWishes,
): readonly string[] {
  const wished = keys[command.id] ?? command.keys
  return singleKeys ? wished : wished.filter((binding) => !isCharacterKey(binding))
}

/** Characters alone, with Shift or one after the other: what speech input and a slipping hand set off by accident (WCAG 2.1.4). */
export function isCharacterKey(binding: string): boolean {
  return binding.split(' ').some((press) => /^(\[?Shift\]?\+)?.$/u.test(press))
}

/** Never to be had: they belong to the element that has the focus, or close what is open. */
const RESERVED = /(^|\+)(Enter|Space|Tab|Backspace|Delete| )$|^\$mod\+[acvxACVX]$/

export type KeyAnswer =
  | { readonly kind: 'free' }
  | { readonly kind: 'taken'; readonly by: Command }
  | { readonly kind: 'reserved' }

/** Whether a command may have these keys beside what all others have now. */
export function mayHaveKeys(
  command: Command,
  binding: string,
  all: readonly Command[],
  wishes: KeyWishes,
): KeyAnswer {
  if (RESERVED.test(binding) && !command.keys.includes(binding)) return { kind: 'reserved' }
  // Keys that are switched off as a whole still have their owner: they come back together.
  const owned = { ...wishes, singleKeys: true }
  const by = all.find(
    (other) =>
      other.id !== command.id &&
      areLiveTogether(command.context, other.context) &&
      effectiveKeys(other, owned).some((theirs) => areInEachOthersWay(theirs, binding)),
  )
  return by === undefined ? { kind: 'free' } : { kind: 'taken', by }
}

/** A decision's strip comes before the claim behind it, on purpose: Escape closes the one, then the other. */
function areLiveTogether(one: CommandContext, other: CommandContext): boolean {
  return LIVE_TOGETHER.some((group) => group.includes(one) && group.includes(other))
}

/** The same, or the beginning of one another: after G alone nobody would wait for a second key. */
function areInEachOthersWay(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)
}

const plain = (binding: string) => binding.replaceAll('[Shift]+', '').toLowerCase()
