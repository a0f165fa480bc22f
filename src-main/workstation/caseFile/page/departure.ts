import type { Ladder } from '../../../../src-preload/contract/vocabulary/ladderShape.ts'
import { RUNGS } from '../../../../src-preload/contract/vocabulary/ladderWords.ts'
import type { Say } from '../../../../src-preload/words/say.ts'
import { partnerWords, type Sheet } from './sheet.tsx'

/** A hub of another version may know rungs that this one does not. */
export function rungName(rung: string, say: Say): string {
  const known = RUNGS.find((one) => one === rung)
  return known === undefined ? rung : say(`rung.name.${known}`)
}

/** Whether the lead decided as the ladder says; null while nothing is decided. */
export function departureWords(sheet: Sheet, ladder: Ladder | null): string | null {
  const { say, facts } = sheet
  const { outcome } = facts.one
  if (outcome === null) return null
  const suggestion = ladder?.outcome === 'compared' ? ladder.suggestion : null
  const told = suggestion?.kind === 'clear' ? suggestion : null
  if (outcome.rung !== null) {
    const followed = say('caseFile.ladder.followed', { rung: rungName(outcome.rung, say) })
    const isSame = told !== null && told.claimId === outcome.winner && told.rung === outcome.rung
    return isSame ? followed : `${followed} ${say('caseFile.ladder.nowOther')}`
  }
  if (told === null) return say('caseFile.ladder.untold')
  return told.claimId === outcome.winner
    ? say('caseFile.ladder.alike', { rung: rungName(told.rung, say) })
    : say('caseFile.ladder.departed', {
        party: partnerWords(sheet, told.claimId),
        rung: rungName(told.rung, say),
      })
}
