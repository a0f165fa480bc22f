import type { Say } from '../../../format/useText.ts'
import type { PartyPlace, PlacedRow } from './partyPlaces.ts'

/** What a row of the board is called. */
export const rowName = (row: PlacedRow, say: Say): string =>
  row === 'acknowledged' || row === 'engagement' ? say(`board.${row}`) : say(`criterion.${row}`)

/** What a mark on the page says: which row rests on it, and what stands there. */
export function placeWords({ row, text }: PartyPlace, say: Say): string {
  const name = rowName(row, say)
  return text === null ? name : say('arbitration.panes.mark', { row: name, text })
}

/** What a chip says: its number, its page, and what stands there. */
export function chipWords({ number, page, text }: PartyPlace, letter: string, say: Say): string {
  const party = `${letter}${number}`
  if (page === null) return say('board.noPage', { party, text: text ?? '' })
  return text === null ? say('board.picture', { party, page }) : say('board.place', { party, page, text })
}
