import type { ClaimId, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { FlagSeverity, PrintKind, ReuseKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { alike, type Print } from './prints.ts'
import { type ClaimSide, weightOfReuse } from './recycled.ts'
import { type PageWords, sharedPages } from './sharedPages.ts'

/** A paper of one of several claims, with what it is known again by. */
export interface ClaimedPaper {
  readonly claimId: ClaimId
  readonly side: ClaimSide
  readonly sha256: Sha256
  readonly prints: readonly Print[]
  readonly pages: readonly PageWords[]
}

export interface SharedPlace {
  readonly claimId: ClaimId
  readonly sha256: Sha256
  /** From 1; null = the document as a whole, or a file in it. */
  readonly page: number | null
}

/** The same evidence on the papers of two claims. */
export interface SharedEvidence {
  readonly how: ReuseKind
  /** 0..1. */
  readonly share: number
  /** Two honest papers that were filled into one form may be as much alike. */
  readonly mayBeForm: boolean
  readonly severity: FlagSeverity
  readonly places: readonly [SharedPlace, SharedPlace]
}

type Found = Pick<SharedEvidence, 'how' | 'share' | 'mayBeForm'> & {
  /** 0 = the whole, as of a print. */
  readonly page: number
  readonly otherPage: number
}

const GRAVITY: Readonly<Record<FlagSeverity, number>> = { high: 0, medium: 1, low: 2 }

/** What the papers of several claims have in common, each thing once and by the most that it is: what weighs most first. */
export function sharedEvidence(papers: readonly ClaimedPaper[]): SharedEvidence[] {
  return papers
    .flatMap((one, at) =>
      papers
        .slice(at + 1)
        .filter(({ claimId }) => claimId !== one.claimId)
        .flatMap((other) => inBoth(one, other).flatMap((found) => weighed(found, one, other))),
    )
    .toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || b.share - a.share)
}

function weighed(found: Found, one: ClaimedPaper, other: ClaimedPaper): SharedEvidence[] {
  const { how, share, mayBeForm, page, otherPage } = found
  // Looks of signatures are kept of the customer's alone.
  const severity = weightOfReuse({ how, mayBeForm, isTheirCustomers: true }, one.side, other.side)
  if (severity === null) return []
  const place = ({ claimId, sha256 }: ClaimedPaper, number: number): SharedPlace => ({
    claimId,
    sha256,
    page: number === 0 ? null : number,
  })
  return [{ how, share, mayBeForm, severity, places: [place(one, page), place(other, otherPage)] }]
}

/** The whole before its pages, and a page before the signature on it. */
function inBoth(one: ClaimedPaper, other: ClaimedPaper): Found[] {
  if (one.sha256 === other.sha256)
    return [{ how: 'bytes', share: 1, mayBeForm: false, page: 0, otherPage: 0 }]
  const [whole] = alikePrints('text', one, other)
  if (whole !== undefined) return [whole]
  const pages = eachPageOnce([...alikePrints('page', one, other), ...alikeWords(one, other)])
  const isOnThem = (ink: Found): boolean =>
    pages.some(({ page, otherPage }) => page === ink.page && otherPage === ink.otherPage)
  const inks = eachPageOnce(alikePrints('signature', one, other).filter((ink) => !isOnThem(ink)))
  return [...pages, ...inks]
}

const alikeWords = (one: ClaimedPaper, other: ClaimedPaper): Found[] =>
  sharedPages(one.pages, other.pages).map((pair) => ({ ...pair, how: 'text', mayBeForm: pair.share < 1 }))

function alikePrints(kind: PrintKind, one: ClaimedPaper, other: ClaimedPaper): Found[] {
  const of = ({ prints }: ClaimedPaper): Print[] => prints.filter((print) => print.kind === kind)
  return of(one)
    .flatMap(({ page, value }) =>
      of(other).flatMap((their): Found[] => {
        const like = alike(kind, value, their.value)
        return like === null ? [] : [{ how: kind, page, otherPage: their.page, ...like }]
      }),
    )
    .toSorted((a, b) => b.share - a.share)
}

/** A scanned page is found by its look and by its words. */
function eachPageOnce(found: readonly Found[]): Found[] {
  return found.filter(
    ({ page, otherPage }, at) =>
      !found.slice(0, at).some((before) => before.page === page || before.otherPage === otherPage),
  )
}
