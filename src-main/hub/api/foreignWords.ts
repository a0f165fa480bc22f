import type { z } from 'zod'
import { ClaimRecord, UnknownWords } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { statusOfName } from '../../../src-preload/contract/vocabulary/statusNames.ts'
import { FeedItem } from './feed.ts'

/** What is done with a word that this version does not know, at one place of a claim. */
interface Repair {
  /** A path from the claim's root; `*` stands for any index. */
  readonly at: string
  /** `take`: leave out the list's entry at that depth of the path. `put`: this instead. `status`: what the name means, or unknown. */
  readonly do: { readonly take: number } | { readonly put: unknown } | 'status'
  /** Where the word is kept; null = it only describes something, and the claim stays as it is. */
  readonly keep: keyof UnknownWords | 'unnamed' | null
}

/**
 * Words of the claim's course and of its form make it read-only: nobody decides on what they don't understand. A look-up with an
 * unknown finding is left out as a whole, since the rest of it would say that nothing is wrong.
 */
const REPAIRS: readonly Repair[] = [
  { at: 'state', do: 'status', keep: 'status' },
  { at: 'subState', do: { put: null }, keep: 'status' },
  { at: 'form.program', do: { put: 'UNKNOWN' }, keep: 'program' },
  { at: 'form.solutionArea', do: { put: 'UNKNOWN' }, keep: 'solutionArea' },
  { at: 'form.activities.*', do: { take: 3 }, keep: 'activities' },
  { at: 'form.purchaseChannel', do: { put: null }, keep: 'unnamed' },
  { at: 'history.*.kind', do: { take: 2 }, keep: 'unnamed' },
  { at: 'history.*.side', do: { take: 2 }, keep: 'unnamed' },
  { at: 'history.*.fromState', do: 'status', keep: 'unnamed' },
  { at: 'history.*.toState', do: 'status', keep: 'unnamed' },
  { at: 'history.*.fromSubState', do: { put: null }, keep: 'unnamed' },
  { at: 'history.*.toSubState', do: { put: null }, keep: 'unnamed' },
  { at: 'history.*.reasons.*', do: { take: 4 }, keep: 'unnamed' },
  { at: 'clocks.*.timer', do: { take: 2 }, keep: 'unnamed' },
  { at: 'matters.infoRequest.reasons.*', do: { take: 4 }, keep: 'unnamed' },
  { at: 'matters.partnerRequest.reason', do: { put: null }, keep: 'unnamed' },
  { at: 'matters.rejection.reasons.*', do: { take: 4 }, keep: 'unnamed' },
  { at: 'matters.consent.decision', do: { put: null }, keep: 'unnamed' },
  { at: 'comments.*.side', do: { put: 'system' }, keep: 'unnamed' },
  // Nobody outside the team may get to read what was perhaps not meant for them.
  { at: 'comments.*.visibility', do: { put: 'internal' }, keep: 'unnamed' },
  { at: 'documents.*.kind', do: { put: null }, keep: null },
  { at: 'createdBy.role', do: { put: null }, keep: null },
  { at: 'lookups.subscriptions.*.codes.*', do: { take: 3 }, keep: null },
  { at: 'lookups.subscriptions.*.status', do: { put: null }, keep: null },
  { at: 'lookups.subscriptions.*.provisioning', do: { put: null }, keep: null },
  { at: 'lookups.subscriptions.*.channel', do: { put: null }, keep: null },
  { at: 'lookups.partner.enrollments.*.program', do: { take: 4 }, keep: null },
]

/** Where a value is put that takes the place of more than the word itself. */
const WHOLE: Readonly<Record<string, number>> = {
  'matters.partnerRequest.reason': 2,
  'matters.consent.decision': 2,
}

type Path = readonly PropertyKey[]
interface Found {
  readonly path: Path
  readonly word: string
  readonly repair: Repair
}

/** An item of the feed, with unknown words set apart where that is all that is wrong with it. The strict parse comes first. */
export function readFeedItem(raw: unknown): z.ZodSafeParseResult<FeedItem> {
  const strict = FeedItem.safeParse(raw)
  if (strict.success) return strict
  const known = withKnownWords(raw)
  return known === raw ? strict : FeedItem.safeParse(known)
}

/**
 * A copy of a claim from the feed in which every word that this version does not know is replaced, and kept in `unknown`. What is
 * no claim, or is broken otherwise, comes back as it is: it still fails, and is set aside as a whole.
 */
export function withKnownWords(raw: unknown): unknown {
  const strict = ClaimRecord.safeParse(raw)
  if (strict.success) return raw
  const found: Found[] = []
  for (const { path } of strict.error.issues) {
    const word = valueAt(raw, path)
    const repair = REPAIRS.find(({ at }) => matches(at, path))
    if (typeof word !== 'string' || repair === undefined) return raw
    found.push({ path, word, repair })
  }
  return repaired(structuredClone(raw), found)
}

function matches(at: string, path: Path): boolean {
  const parts = at.split('.')
  return (
    parts.length === path.length &&
    parts.every((part, i) => (part === '*' ? typeof path[i] === 'number' : part === path[i]))
  )
}

/** Replaces first and takes out afterwards, from the end: until then every index is the one that the parse saw. */
function repaired(claim: unknown, found: readonly Found[]): unknown {
  const kept: Found[] = []
  // A status by another name may say its sub-state too, which then goes before what stood there.
  const statusLast = found.toSorted(
    (a, b) => Number(a.repair.do === 'status') - Number(b.repair.do === 'status'),
  )
  for (const one of statusLast) {
    const isKnown = putInPlace(claim, one)
    if (one.repair.keep !== null && !isKnown) kept.push(one)
  }
  const taken = new Map<string, Path>()
  for (const { path, repair } of found) {
    if (typeof repair.do !== 'object' || !('take' in repair.do)) continue
    const entry = path.slice(0, repair.do.take)
    taken.set(entry.join('.'), entry)
  }
  for (const path of [...taken.values()].toSorted(lastFirst)) takeOut(claim, path)
  if (kept.length > 0) putAt(claim, ['unknown'], unknownWords(claim, kept))
  return claim
}

/** Whether the word turned out to be known by another name. */
function putInPlace(claim: unknown, { path, word, repair }: Found): boolean {
  const act = repair.do
  if (act === 'status') {
    const status = statusOfName(word)
    putAt(claim, path, status?.state ?? 'unknown')
    if (status?.subState) putAt(claim, subStatePath(path), status.subState)
    return status !== null
  }
  if ('put' in act) putAt(claim, path.slice(0, WHOLE[repair.at] ?? path.length), act.put)
  return false
}

/** `state` has `subState` beside it, `toState` has `toSubState`. */
const subStatePath = (path: Path): Path => [
  ...path.slice(0, -1),
  String(path.at(-1))
    .replace('State', 'SubState')
    .replace(/^state$/, 'subState'),
]

/** Deeper lists first, later entries first: nothing moves that is still to go. */
function lastFirst(a: Path, b: Path): number {
  return b.length - a.length || Number(b.at(-1)) - Number(a.at(-1))
}

function unknownWords(claim: unknown, kept: readonly Found[]): UnknownWords {
  const told = UnknownWords.safeParse(valueAt(claim, ['unknown']))
  const wordsOf = (place: keyof UnknownWords) =>
    kept.filter(({ repair }) => repair.keep === place).map(({ word }) => word.slice(0, 255))
  const before = told.success
    ? told.data
    : { status: null, program: null, solutionArea: null, activities: [] }
  return {
    status: wordsOf('status').join(' / ').slice(0, 255) || before.status,
    program: wordsOf('program')[0] ?? before.program,
    solutionArea: wordsOf('solutionArea')[0] ?? before.solutionArea,
    activities: [...new Set([...before.activities, ...wordsOf('activities')])].slice(0, 20),
  }
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    root,
  )
}

function putAt(root: unknown, path: Path, value: unknown): void {
  const [last] = path.slice(-1)
  const holder = valueAt(root, path.slice(0, -1))
  if (last !== undefined && typeof holder === 'object' && holder !== null) Reflect.set(holder, last, value)
}

function takeOut(root: unknown, path: Path): void {
  const list = valueAt(root, path.slice(0, -1))
  if (Array.isArray(list)) list.splice(Number(path.at(-1)), 1)
}
