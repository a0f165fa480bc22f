import type { BoardParty, SharedEvidence, SharedPlace } from '../../../../src-preload/contract/caseBoard.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Say } from '../../../format/useText.ts'
import type { ViewerMark } from '../../../viewer-frame/messages.ts'
import { letterIn } from '../../../../src-preload/words/letters.ts'
import { paperOfHash } from '../panes/partyPapers.ts'

/** One side of shared evidence, as a pane shows it. */
export interface ShownSide {
  readonly claimId: ClaimId
  readonly documentId: string
  /** The first one where the whole is shared. */
  readonly page: number
  /** "A page 4", or the party and its file where the whole is shared. */
  readonly words: string
}

/** Evidence that stands on the papers of two parties, left party first. */
export interface ShownShared {
  /** From 1: what it is known by on the pages. */
  readonly number: number
  readonly found: SharedEvidence
  readonly sides: readonly [ShownSide, ShownSide]
}

interface Speech {
  readonly say: Say
  readonly percent: (share: number) => string
}

/** What can be shown of it: papers that left their claims meanwhile have no pages. */
export function shownShared(
  found: readonly SharedEvidence[],
  parties: readonly BoardParty[],
  say: Say,
): ShownShared[] {
  return found.flatMap((one, at): ShownShared[] => {
    const [first, second] = one.places
    const [a, b] = [sideOf(first, parties, say), sideOf(second, parties, say)]
    if (a === null || b === null) return []
    const isTurned = letterIn(parties, a.claimId) > letterIn(parties, b.claimId)
    return [{ number: at + 1, found: one, sides: isTurned ? [b, a] : [a, b] }]
  })
}

function sideOf(
  { claimId, sha256, page }: SharedPlace,
  parties: readonly BoardParty[],
  say: Say,
): ShownSide | null {
  const party = parties.find((each) => each.claimId === claimId)
  const documentId = party === undefined ? null : paperOfHash(party, sha256, [])
  if (party === undefined || documentId === null) return null
  const letter = letterIn(parties, claimId)
  const file = party.documents.find((each) => each.sha256 === sha256)?.fileName ?? ''
  const words =
    page === null
      ? say('arbitration.shared.paper', { letter, file })
      : say('arbitration.shared.page', { letter, page })
  return { claimId, documentId, page: page ?? 1, words }
}

/** "A page 4 and C page 2 are near-identical (96 %)." */
export function sharedWords({ found, sides: [one, other] }: ShownShared, { say, percent }: Speech): string {
  const { how, share } = found
  const kind = how === 'text' && share === 1 ? 'sameText' : how
  return say(`arbitration.shared.how.${kind}`, {
    one: one.words,
    other: other.words,
    share: percent(share),
  })
}

const MARK = 'shared '
export const numberOfSharedMark = (markId: string): number | null =>
  markId.startsWith(MARK) ? Number(markId.slice(MARK.length)) : null

/** A warning at the head of each page that another party has too. */
export const sharedMarks = (all: readonly ShownShared[], documentId: string, speech: Speech): ViewerMark[] =>
  all.flatMap((shared) =>
    shared.sides
      .filter((side) => side.documentId === documentId)
      .map(
        ({ page }): ViewerMark => ({
          id: `${MARK}${shared.number}`,
          number: null,
          page,
          quads: [],
          label: sharedWords(shared, speech),
          tone: 'flag',
        }),
      ),
  )
