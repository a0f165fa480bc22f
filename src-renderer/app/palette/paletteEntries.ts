import Fuse, { type FuseResultMatch } from 'fuse.js'
import type { SavedView } from '../../../src-preload/contract/desk.ts'
import type { ClaimSummary } from '../../../src-preload/contract/claims.ts'
import type { Say } from '../../format/useText.ts'
import type { CommandState } from '../../stores/commandStore.ts'
import { type Command, type CommandContext, COMMANDS } from '../commands.ts'
import { effectiveKeys, type KeyWishes } from '../keys/effectiveKeys.ts'

export const PALETTE_GROUPS = ['recent', 'commands', 'places', 'claims', 'views', 'notNow'] as const
export type PaletteGroup = (typeof PALETTE_GROUPS)[number]

/** One line of the palette. */
export interface PaletteEntry {
  /** What is kept of it when it was run: `command:go.queue`, `claim:42`, `view:…`. */
  readonly key: string
  readonly group: Exclude<PaletteGroup, 'recent' | 'notNow'>
  readonly name: string
  /** In grey behind the name: whose claim it is, what a view asks for. */
  readonly note: string
  readonly binding: string | null
  /** Why it cannot run now; null = it can. */
  readonly why: string | null
  readonly target: PaletteTarget
  /** Ranges of the name that fit what is written, ends included. */
  readonly hits: readonly (readonly [number, number])[]
}

export type PaletteTarget =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'claim'; readonly claim: Pick<ClaimSummary, 'claimId'> }
  | { readonly kind: 'view'; readonly query: string }

export interface CommandsNow {
  readonly live: CommandState['live']
  readonly wishes: KeyWishes
  readonly say: Say
}

/** Lists hand these to whoever stands in them; the palette takes the one that can run. */
const SAME_AS: Partial<Readonly<Record<CommandContext, CommandContext>>> = {
  grid: 'queue',
  conflicts: 'trays',
}

/** Every command once: where several do the same in different places, the one that can run here. The palette itself is none. */
export function commandEntries({ live, wishes, say }: CommandsNow): PaletteEntry[] {
  const byName = new Map<string, Command>()
  for (const command of COMMANDS as readonly Command[]) {
    if (command.id === 'palette') continue
    const name = nameOf(command, say)
    const known = byName.get(name)
    if (known === undefined || (!live.has(known.id) && live.has(command.id))) byName.set(name, command)
  }
  return [...byName].map(([name, command]) => ({
    key: `command:${command.id}`,
    group: command.id.startsWith('go.') ? 'places' : 'commands',
    name,
    note: '',
    binding: effectiveKeys(command, wishes)[0] ?? null,
    why: whyNot(command, live, say),
    target: { kind: 'command', command },
    hits: [],
  }))
}

function whyNot({ id, context }: Command, live: CommandsNow['live'], say: Say): string | null {
  return (live.get(id) ?? say(`palette.why.${context}`)) || null
}

function nameOf(command: Command, say: Say): string {
  const name = say(command.messageId)
  const context = SAME_AS[command.context] ?? command.context
  return context === 'everywhere' ? name : say('palette.inPlace', { place: say(`keys.${context}`), name })
}

export function claimEntry(claim: ClaimSummary): PaletteEntry {
  return {
    key: `claim:${claim.claimId}`,
    group: 'claims',
    name: claim.claimName,
    note: [claim.claimId, claim.customerName, claim.partnerName].join(' · '),
    binding: null,
    why: null,
    target: { kind: 'claim', claim },
    hits: [],
  }
}

export function viewEntry({ viewId, name, query }: SavedView): PaletteEntry {
  return {
    key: `view:${viewId}`,
    group: 'views',
    name,
    note: query,
    binding: null,
    why: null,
    target: { kind: 'view', query },
    hits: [],
  }
}

/** Those that fit what is written, best first; what cannot run comes after what can. */
export function matching(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const fuse = new Fuse(entries, {
    keys: ['name', { name: 'note', weight: 0.4 }],
    includeMatches: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: 0.3,
  })
  const found = fuse.search(query).map(({ item, matches }) => ({ ...item, hits: hitsOf(matches, query) }))
  return found.toSorted((a, b) => Number(a.why !== null) - Number(b.why !== null))
}

/** Letters that stand alone are how the search got there, and help nobody who reads. */
function hitsOf(matches: readonly FuseResultMatch[] | undefined, query: string) {
  const inName = matches?.find(({ key }) => key === 'name')?.indices ?? []
  const shortest = Math.min(2, query.length)
  return inName.filter(([from, to]) => to - from + 1 >= shortest)
}

/** Nothing written: what was run last stands on top, and everything else that can run follows. */
export function atRest(entries: readonly PaletteEntry[], recent: readonly string[]) {
  const known = new Map(entries.map((entry) => [entry.key, entry]))
  const last = recent.flatMap((key) => known.get(key) ?? []).filter(({ why }) => why === null)
  const rest = entries.filter((entry) => entry.why === null && !last.includes(entry))
  return { last: last.slice(0, 5), rest }
}
