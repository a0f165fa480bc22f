import type { BoardParty } from '../../../../src-preload/contract/caseBoard.ts'
import { insideOf } from '../../../stores/evidence.ts'
import { letterIn } from '../../../../src-preload/words/letters.ts'
import type { CasePanesView } from './casePanes.ts'
import type { PaneSide } from './linkedScroll.ts'
import type { ComparedPaper, ComparisonProps } from './panePort.ts'
import { papersOf } from './partyPapers.ts'

/** The papers of both panes, for a comparison of their words. Null where one of them is none, or lies inside another. */
export function comparedPapers(
  parties: readonly BoardParty[],
  view: CasePanesView,
): Pick<ComparisonProps, 'before' | 'after'> | null {
  const [before, after] = [paperIn('left', parties, view), paperIn('right', parties, view)]
  return before === null || after === null ? null : { before, after }
}

function paperIn(side: PaneSide, parties: readonly BoardParty[], view: CasePanesView): ComparedPaper | null {
  const { claimId, documentId } = view[side]
  const party = parties.find((each) => each.claimId === claimId)
  if (party === undefined) return null
  const paper = papersOf(party).find((each) => each.documentId === documentId)
  if (paper === undefined || insideOf(paper.documentId).length > 0) return null
  return { claimId, letter: letterIn(parties, claimId), partnerName: party.partnerName, paper }
}
