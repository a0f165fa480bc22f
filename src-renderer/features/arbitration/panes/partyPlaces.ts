import type { BoardParty } from '../../../../src-preload/contract/caseBoard.ts'
import type { Ladder } from '../../../../src-preload/contract/vocabulary/ladderShape.ts'
import {
  type NumberedPlace,
  numberPlaces,
  type PlacedRow,
} from '../../../../src-preload/words/partyPlaces.ts'
import { paperIdOf } from './partyPapers.ts'

export { PLACED_ROWS, type PlacedRow } from '../../../../src-preload/words/partyPlaces.ts'

/** A place on a party's papers as its pane shows it. */
export interface PartyPlace extends Omit<NumberedPlace, 'paper' | 'evidenceId'> {
  /** As in `papersOf`; null = the paper left the claim. */
  readonly documentId: string | null
}

export interface PartyPlaces {
  readonly all: readonly PartyPlace[]
  readonly inRow: (row: PlacedRow) => readonly PartyPlace[]
}

export function placesOf(party: BoardParty, ladder: Ladder | null): PartyPlaces {
  const { all, inRow } = numberPlaces(party, ladder)
  const shown = new Map(all.map((place) => [place, shownPlace(place, party)]))
  return {
    all: [...shown.values()],
    inRow: (row) => inRow(row).flatMap((place) => shown.get(place) ?? []),
  }
}

function shownPlace(
  { paper, number, row, tone, page, quads, text }: NumberedPlace,
  party: BoardParty,
): PartyPlace {
  const documentId = paper === null ? null : paperIdOf(party, paper.documentId, paper.inside)
  return { number, row, tone, documentId, page, quads, text }
}
