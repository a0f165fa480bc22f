import type { FoundText } from '../../../src-preload/contract/claims.ts'
import type { RowWords } from './rowWords.ts'
import css from './ClaimRow.module.css'

/** Where text was found that the row does not show: in whose comment or on which page, with a piece of it. */
export function FoundLine({ found, words }: { readonly found: FoundText; readonly words: RowWords }) {
  const { where, name, page, pieces } = found
  const place = words.say(`found.${where}`, { name, page: page ?? 0 })
  // Pieces follow each other in one sentence and never move: their place is their name.
  return (
    <span role="gridcell" className={css.found}>
      {place}{' '}
      {pieces.map(({ text, isMatch }, at) =>
        isMatch ? <mark key={`${at} ${text}`}>{text}</mark> : <span key={`${at} ${text}`}>{text}</span>,
      )}
    </span>
  )
}
