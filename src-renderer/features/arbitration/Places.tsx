import type { BoardParty } from '../../../src-preload/contract/caseBoard.ts'
import { useText } from '../../format/useText.ts'
import { PANE_SIDES } from './panes/linkedScroll.ts'
import type { PlacedRow } from './panes/partyPlaces.ts'
import { chipWords } from './panes/placeWords.ts'
import type { CasePanesModel } from './panes/useCasePanes.ts'
import css from './Places.module.css'

/** More stand in the margin of the page. */
const MOST = 3

interface PlacesProps {
  readonly party: BoardParty
  readonly letter: string
  readonly row: PlacedRow
  readonly model: CasePanesModel
}

/** Where a row stands on the party's papers, numbered as in the margin; each shows its place in the party's pane. */
export function Places({ party: { claimId }, letter, row, model }: PlacesProps) {
  const say = useText()
  const { places, view, show } = model
  const found = places.get(claimId)?.inRow(row) ?? []
  const isShown = (number: number): boolean =>
    PANE_SIDES.some((side) => view[side].claimId === claimId && view[side].number === number)
  if (found.length === 0) return null
  return (
    <span className={css.places}>
      {found.slice(0, MOST).map((place) => {
        const words = chipWords(place, letter, say)
        return (
          <button
            key={place.number}
            type="button"
            className={`${css.place} pd-num`}
            aria-label={words}
            aria-pressed={isShown(place.number)}
            title={words}
            onClick={() => show(claimId, place)}
          >
            {letter}
            {place.number}
          </button>
        )
      })}
      {found.length > MOST && <span className={css.more}>+{found.length - MOST}</span>}
    </span>
  )
}
