import type { BoardParty } from '../../../src-preload/contract/arbitration.ts'
import type { Evidence } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { StandingEvidence } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import { hashOf } from '../../app/routes.ts'
import { type Say, useText } from '../../format/useText.ts'
import css from './Places.module.css'

/** More stand on the claim's own page. */
const MOST = 3

interface PlacesProps {
  readonly party: BoardParty
  readonly letter: string
  readonly evidence: readonly StandingEvidence[]
}

/** Where a verdict stands on the party's papers, by page; each leads to its claim. */
export function Places({ party, letter, evidence }: PlacesProps) {
  const say = useText()
  const pages = evidence.flatMap((one) => (one.on === 'paper' ? [one.place] : []))
  return (
    <span className={css.places}>
      {pages.slice(0, MOST).map((place, at) => {
        const words = placeWords(place, letter, say)
        return (
          <a
            // Two places of one criterion may be the same words on one page.
            key={at}
            className={`${css.place} pd-num`}
            href={hashOf({ page: 'claim', claimId: party.claimId })}
            aria-label={words}
            title={words}
          >
            {place.page === null ? say('board.noPage.short') : say('board.page', { page: place.page })}
          </a>
        )
      })}
      {pages.length > MOST && <span className={css.more}>+{pages.length - MOST}</span>}
    </span>
  )
}

function placeWords({ page, text }: Evidence, party: string, say: Say): string {
  if (page === null) return say('board.noPage', { party, text: text ?? '' })
  return text === null ? say('board.picture', { party, page }) : say('board.place', { party, page, text })
}
