import { expect, test } from 'vitest'
import { transitionFor } from '../../../../../../src-main/domain/claim/transitions.ts'
import { CLAIM_STATES, CLAIM_SUB_STATES } from '../../../../../../src-preload/contract/vocabulary/words.ts'
import { hasPlace } from '../../../../../../src-renderer/features/claim/decide/places.ts'

test.each([
  ['hold_for_arbitration', 3],
  ['reopen', 2],
] as const)('%s is shown exactly where the rules have a move for it', (act, places) => {
  const shown: string[] = []
  for (const state of CLAIM_STATES) {
    for (const subState of [null, ...CLAIM_SUB_STATES]) {
      const isShown = hasPlace(act, { state, subState })
      expect.soft(isShown, `${state} ${subState}`).toBe(transitionFor({ state, subState }, act) !== null)
      if (isShown) shown.push(`${state} ${subState}`)
    }
  }
  expect(shown).toHaveLength(places)
})
