import { useAnnounce } from '@fluentui/react-components'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { BoardParty } from '../../../../src-preload/contract/caseBoard.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Ladder } from '../../../../src-preload/contract/vocabulary/ladderShape.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { useText } from '../../../format/useText.ts'
import { letterIn } from '../../../../src-preload/words/letters.ts'
import { CasePanes, type CasePanesView, type ShownParty } from './casePanes.ts'
import { type PartyPlace, type PartyPlaces, placesOf, type PlacedRow } from './partyPlaces.ts'
import { papersOf } from './partyPapers.ts'
import { chipWords, rowName } from './placeWords.ts'

export type PlacesByParty = ReadonlyMap<ClaimId, PartyPlaces>

export interface CasePanesModel {
  readonly panes: CasePanes
  readonly view: CasePanesView
  readonly places: PlacesByParty
  /** A chip of the board. */
  readonly show: (claimId: ClaimId, place: PartyPlace) => void
  /** A row of the board, in both panes. */
  readonly showRow: (row: PlacedRow) => void
}

const shownParty = (party: BoardParty): ShownParty => ({
  claimId: party.claimId,
  papers: papersOf(party).map(({ documentId }) => documentId),
})

/** The panes of a case and their keys. Null while there are no two parties to compare. */
export function useCasePanes(
  parties: readonly BoardParty[],
  ladder: Ladder | null,
  /** The panes are on the screen, and keys go to them. */
  isLive: boolean,
): CasePanesModel | null {
  const [first, second] = parties
  const [made, setMade] = useState<CasePanes | null>(null)
  // Made with the first board that has two parties, and kept from then on.
  if (made === null && first !== undefined && second !== undefined)
    setMade(new CasePanes(shownParty(first), shownParty(second)))
  const places = useMemo(
    () => new Map(parties.map((party) => [party.claimId, placesOf(party, ladder)])),
    [parties, ladder],
  )
  const panes = second === undefined ? null : made
  useEffect(() => panes?.keepTo(parties.map(shownParty)), [panes, parties])
  const view = useSyncExternalStore(panes?.subscribe ?? NEVER, panes?.snapshot ?? NOTHING)
  const { walked, rowShown } = useSayings(parties)
  const isHere = panes !== null && view !== null
  const isKeyed = isHere && isLive
  const byParty = (claimId: ClaimId) => places.get(claimId)
  const step = (by: 1 | -1) => () => {
    const side = panes?.snapshot().active ?? 'left'
    const place = panes?.step(side, by, byParty) ?? null
    if (place !== null && panes !== null) walked(panes.snapshot()[side].claimId, place)
  }
  const stepRow = (by: 1 | -1) => () => rowShown(panes?.stepRow(by, byParty) ?? null)
  useCommand('panes.next', step(1), isKeyed)
  useCommand('panes.previous', step(-1), isKeyed)
  useCommand('panes.nextRow', stepRow(1), isKeyed)
  useCommand('panes.previousRow', stepRow(-1), isKeyed)
  useCommand('panes.lock', () => panes?.toggleLock(), isKeyed)
  useCommand('panes.alone', () => panes?.showAlone(view?.alone === null ? view.active : null), isKeyed)
  // Younger than the way back to the cases, which comes after it.
  useCommand('board.back', () => panes?.showAlone(null), isKeyed && view.alone !== null)
  if (!isHere) return null
  return {
    panes,
    view,
    places,
    show(claimId, place) {
      panes.show(claimId, place)
      walked(claimId, place)
    },
    showRow: (row) => rowShown(panes.showRow(row, byParty) ? row : null),
  }
}

const NEVER = () => () => undefined
const NOTHING = () => null

/** Where the panes went, for who does not see it. */
function useSayings(parties: readonly BoardParty[]) {
  const say = useText()
  const { announce } = useAnnounce()
  return {
    walked: (claimId: ClaimId, place: PartyPlace) =>
      announce(chipWords(place, letterIn(parties, claimId), say)),
    rowShown: (row: PlacedRow | null) => {
      if (row !== null) announce(say('arbitration.panes.rowShown', { row: rowName(row, say) }))
    },
  }
}
