import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import english from '../../../../resources/locales/en.json' with { type: 'json' }
import italian from '../../../../resources/locales/it.json' with { type: 'json' }
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Ladder } from '../../../../src-preload/contract/vocabulary/ladderShape.ts'
import { ARBITRATION_BY_DEFAULT } from '../../../../src-main/domain/arbitration/arbitrationPolicy.ts'
import { climb } from '../../../../src-main/domain/arbitration/ladder.ts'
import { outcomeWords, suggestionWords, valueWords } from '../../../../src-preload/words/rungWords.ts'
import type { Say } from '../../../../src-renderer/format/useText.ts'
import { LADDER_STORIES } from '../../../builders/domain/arbitration/ladderStories.ts'
import { TODAY } from '../../../builders/domain/arbitration/standings.ts'

const LETTERS = 'ABCDE'

function speechIn(locale: 'en' | 'it', ids: readonly string[]) {
  const wrong: string[] = []
  const intl = createIntl({
    locale,
    messages: locale === 'en' ? english : italian,
    onError: (error) => wrong.push(error.message),
  })
  const say: Say = (id, values) => intl.formatMessage({ id }, values)
  return { wrong, speech: { say, locale, letterOf: (id: ClaimId) => LETTERS[ids.indexOf(id)] ?? '?' } }
}

describe.each(['en', 'it'] as const)('the words of the ladder (%s)', (locale) => {
  it('say every story without a gap, and no party by anything but its letter', () => {
    for (const { parties } of LADDER_STORIES) {
      const ladder: Ladder = climb(parties, { policy: ARBITRATION_BY_DEFAULT, today: TODAY })
      const ids = parties.map(({ claimId }) => claimId)
      const { wrong, speech } = speechIn(locale, ids)
      const rungs = ladder.outcome === 'compared' ? ladder.rungs : []
      const said = [
        suggestionWords(ladder, speech),
        ...rungs.map(({ outcome }) => outcomeWords(outcome, speech)),
        ...rungs.flatMap((rung) => rung.parties.map(({ value }) => valueWords(value, speech))),
      ]
      expect(wrong).toEqual([])
      for (const words of said) {
        expect(words).not.toMatch(/[{}]|rung\.|ladder\.|^$/)
        expect(ids.some((id) => words.includes(id))).toBe(false)
      }
    }
  })
})
