import type { Quad } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type {
  ChangeSide,
  TextChange,
  VersionComparison,
  VersionPages,
} from '../../../src-preload/contract/vocabulary/versionShape.ts'
import type { VersionLikeness } from '../../../src-preload/contract/vocabulary/words.ts'
import type { DocumentFacts, Span } from '../facts/documentFacts.ts'
import { isReadPage } from '../facts/readPages.ts'
import { findMoves, joinNear, settleHunks, type Versions } from './settleHunks.ts'
import { type Token, tokensOf } from './tokens.ts'
import { wordDiff } from './wordDiff.ts'

/** A list that is longer helps nobody. */
const MOST_CHANGES = 2000
const MOST_CHARS = 400

/** What the newer version of a paper says otherwise than the older one. The same facts give the same answer. */
export function compareFacts(before: DocumentFacts, after: DocumentFacts): VersionComparison {
  const pages = { before: pagesOf(before), after: pagesOf(after) }
  if (before.sha256 === after.sha256) return { likeness: 'same_file', changes: [], ...pages }
  const edits = findEdits({ before: tokensOf(before), after: tokensOf(after) })
  const changes = edits === null || edits.length > MOST_CHANGES ? null : edits.map(({ change }) => change)
  return { likeness: likenessOf(changes, pages), changes, ...pages }
}

/** A change, and the words that it takes out and puts in: at `at` of the older version. */
export interface Edit {
  readonly change: TextChange
  readonly removed: Span
  readonly added: Span
  readonly at: number
}

/** In the order of the newer version. Null = too much differs. */
export function findEdits(versions: Versions): Edit[] | null {
  const hunks = wordDiff(versions.before, versions.after)
  if (hunks === null) return null
  const settled = settleHunks(hunks, versions)
  const moves = findMoves(settled, versions)
  const isMoved = new Set(moves.flatMap(({ from, to }) => [from, to]))
  const rest = joinNear(
    settled.filter((hunk) => !isMoved.has(hunk)),
    versions,
  )
  const plain = rest.map(({ before, after }) => editOf(versions, before, after, before.start))
  const moved = moves.map(({ from, to }) => editOf(versions, from.before, to.after, to.before.start, true))
  return [...plain, ...moved].toSorted((a, b) => a.added.start - b.added.start || a.at - b.at)
}

function editOf(versions: Versions, removed: Span, added: Span, at: number, isMove = false): Edit {
  const old = versions.before.slice(removed.start, removed.end)
  const young = versions.after.slice(added.start, added.end)
  const kind = isMove ? 'moved' : old.length === 0 ? 'added' : young.length === 0 ? 'removed' : 'changed'
  const change: TextChange = {
    kind,
    isUnsure: isUnsure(old, young),
    before: sideOf(old),
    after: sideOf(young),
  }
  return { change, removed, added, at }
}

/** Nothing that was surely read changed. */
function isUnsure(old: readonly Token[], young: readonly Token[]): boolean {
  const doubtful = (tokens: readonly Token[]): boolean =>
    tokens.length > 0 && tokens.every((token) => token.isUnsure)
  return doubtful(old) || doubtful(young)
}

function sideOf(tokens: readonly Token[]): ChangeSide | null {
  if (tokens.length === 0) return null
  const text = tokens.map((token) => token.text).join(' ')
  const places = [...Map.groupBy(tokens, ({ page }) => page)].map(([page, ofPage]) => ({
    page,
    quads: [...Map.groupBy(ofPage, ({ line }) => line).values()].map(quadOfLine),
  }))
  return { text: text.length <= MOST_CHARS ? text : `${text.slice(0, MOST_CHARS - 1)}…`, places }
}

/** From the left edge of the first word to the right edge of the last, as high as the highest of both. Turned lines stay turned. */
function quadOfLine(tokens: readonly Token[]): Quad {
  const [first, last] = [tokens[0]?.quad ?? [], tokens.at(-1)?.quad ?? []]
  return [...first.slice(0, 2), ...last.slice(2, 6), ...first.slice(6, 8)]
}

function pagesOf({ pages, pageCount }: DocumentFacts): VersionPages {
  const numbers = (wanted: (page: DocumentFacts['pages'][number]) => boolean): number[] =>
    pages.filter(wanted).map(({ number }) => number)
  return {
    inAll: pageCount ?? pages.length,
    pictured: numbers(({ textClass, ocr }) => ocr !== null || PICTURED.has(textClass)),
    unread: numbers((page) => !isReadPage(page)),
  }
}

const PICTURED: ReadonlySet<string> = new Set(['scan', 'mixed', 'drawing', 'unread'])

/** Says that the words are the same only where all of them were read. */
function likenessOf(
  changes: readonly TextChange[] | null,
  { before, after }: Readonly<Record<'before' | 'after', VersionPages>>,
): VersionLikeness {
  const isWhole = before.unread.length + after.unread.length === 0 && after.inAll > 0
  if (changes === null || changes.length > 0 || !isWhole) return 'changed'
  return after.pictured.length > 0 ? 'same_words_scanned' : 'same_words'
}
