import type { ClaimDocument, HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { VersionPair } from '../../../src-preload/contract/vocabulary/versionShape.ts'
import type { ClaimState, VersionLikeness } from '../../../src-preload/contract/vocabulary/words.ts'
import { pageLikeness } from './pagePrint.ts'
import type { Print } from './prints.ts'
import { isWordForWord, sharedText } from './textPrint.ts'

/** A document of a claim, with what it is known again by; no prints = it was not checked yet. */
export interface Paper
  extends Pick<ClaimDocument, 'documentId' | 'sha256' | 'fileName' | 'kind' | 'addedAt'> {
  readonly prints: readonly Print[]
}

interface Life {
  /** The first submission. */
  readonly submittedAt: string
  readonly history: readonly Pick<HistoryEntry, 'at' | 'toState'>[]
}

/** From here on the partner may answer with better papers. */
const GIVEN_BACK: readonly (ClaimState | null)[] = ['partner_action_required', 'rejected']

/** Papers with less in common are two papers: those that were filled into one form have more. */
const LEAST_SHARED_TEXT = 0.25
const LEAST_SHARED_LOOKS = 0.5

/**
 * Which newer document stands for which older one. Papers of one hand-in are never versions of each other; each document has one
 * predecessor at most, and the newest version of a paper is the one that the next stands for.
 */
export function pairVersions(papers: readonly Paper[], life: Life): VersionPair[] {
  const rounds = Map.groupBy(papers, ({ addedAt }) => handInOf(addedAt, life))
  let newest: readonly Paper[] = []
  const pairs: VersionPair[] = []
  for (const [, added] of [...rounds].toSorted(([a], [b]) => a - b)) {
    const found = bestPairs(newest, added)
    pairs.push(...found.map(([before, after]) => pairOf(before, after)))
    const replaced = new Set(found.map(([before]) => before))
    newest = [...newest.filter((paper) => !replaced.has(paper)), ...added]
  }
  return pairs
}

const pairOf = (before: Paper, after: Paper): VersionPair => ({
  before: before.documentId,
  after: after.documentId,
  likeness: likenessOf(before, after),
})

function handInOf(addedAt: string, { submittedAt, history }: Life): number {
  const borders = [
    submittedAt,
    ...history.filter(({ toState }) => GIVEN_BACK.includes(toState)).map(({ at }) => at),
  ]
  return borders.filter((at) => Date.parse(at) < Date.parse(addedAt)).length
}

/** The likest two first; each paper once. */
function bestPairs(older: readonly Paper[], newer: readonly Paper[]): (readonly [Paper, Paper])[] {
  const isOnly = (paper: Paper, among: readonly Paper[]): boolean =>
    among.filter(({ kind }) => kind === paper.kind).length === 1
  const scored = older.flatMap((before) =>
    newer.map((after) => {
      const isSoleKind = before.kind !== null && isOnly(before, older) && isOnly(before, newer)
      return { before, after, score: scoreOf(before, after, isSoleKind) }
    }),
  )
  const taken = new Set<Paper>()
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .flatMap(({ before, after }) => {
      if (taken.has(before) || taken.has(after)) return []
      taken.add(before).add(after)
      return [[before, after] as const]
    })
}

/** 0 = nothing says that one stands for the other. */
function scoreOf(before: Paper, after: Paper, isSoleKind: boolean): number {
  const isSameFile = before.sha256 === after.sha256
  const text = sharedWords(before, after)
  const looks = sharedLooks(before, after)
  const isSameName = stemOf(before.fileName) !== '' && stemOf(before.fileName) === stemOf(after.fileName)
  const isSameKind = before.kind !== null && before.kind === after.kind
  const speaks =
    isSameFile ||
    text >= LEAST_SHARED_TEXT ||
    looks >= LEAST_SHARED_LOOKS ||
    isSameName ||
    (isSoleKind && isSameKind)
  if (!speaks) return 0
  return Number(isSameFile) * 10 + text * 5 + looks * 3 + Number(isSameName) * 2 + Number(isSameKind)
}

const textOf = ({ prints }: Paper): string | null => prints.find(({ kind }) => kind === 'text')?.value ?? null
const looksOf = ({ prints }: Paper): readonly Print[] => prints.filter(({ kind }) => kind === 'page')

function sharedWords(before: Paper, after: Paper): number {
  const [a, b] = [textOf(before), textOf(after)]
  return a === null || b === null ? 0 : sharedText(a, b)
}

/** The share of pages that are pictures of which the other paper has one that looks the same. */
function sharedLooks(before: Paper, after: Paper): number {
  const [a, b] = [looksOf(before), looksOf(after)]
  const alike = b.filter(({ value }) => a.some((other) => pageLikeness(other.value, value) > 0))
  return alike.length / Math.max(1, a.length, b.length)
}

function likenessOf(before: Paper, after: Paper): VersionLikeness {
  if (before.sha256 === after.sha256) return 'same_file'
  const [a, b] = [textOf(before), textOf(after)]
  if (a !== null && b !== null && isWordForWord(a, b))
    return looksOf(after).length > 0 ? 'same_words_scanned' : 'same_words'
  return sharedLooks(before, after) === 1 ? 'same_look' : 'changed'
}

/** What people write behind a name when they send the file again, in the languages of the letters and of most partners. */
const VERSION_WORDS =
  /^(?:v|ver|version|versione|rev|revised|new|nuovo|neu|final|finale|copy|copia|kopie|scan|scanned|scansione|signed|firmato|unterschrieben|signe|firmado|ondertekend|podpisany|assinado|resubmission|\d+|v\d+)$/u

function stemOf(fileName: string): string {
  return fileName
    .replace(/\.[a-z0-9]{1,5}$/iu, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !VERSION_WORDS.test(word))
    .join(' ')
}
