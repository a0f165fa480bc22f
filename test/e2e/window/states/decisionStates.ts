import { expect } from './expect.ts'
import type { State } from './state.ts'

/** A case as it is decided, and what came of it. */
export const decisionStates: readonly State[] = [
  {
    scene: 'decidable',
    shows: 'a case of which nothing is chosen yet',
    reach: (page) => expect(page.locator('[data-pane="decide"] input[type=radio]')).toHaveCount(8),
  },
  {
    scene: 'begunDecision',
    shows: 'who gets what of a case, and the letter of each party',
    reach: async (page) => {
      await expect(page.locator('[data-pane="decide"] input:checked')).toHaveCount(2)
      await expect(page.locator('[data-pane="decide"] button[data-filled]')).not.toHaveAttribute(
        'aria-disabled',
        'true',
      )
      await page.keyboard.press('p')
      await expect(page.locator('[data-pane="decide"] ul textarea')).toHaveCount(2)
    },
  },
  {
    scene: 'freeVote',
    shows: 'a second opinion that is asked for',
    reach: async (page) => {
      await expect(page.locator('[data-pane="decide"] input[type=radio]')).toHaveCount(8)
      await page.keyboard.press('i')
      await expect(page.locator('[data-pane="decide"] [role=combobox]')).toBeVisible()
    },
  },
  {
    scene: 'sealedVote',
    shows: 'a case on which another lead has voted',
    reach: (page) => expect(page.locator('[data-pane="decide"] ul > li')).toHaveCount(1),
  },
  {
    scene: 'castVote',
    shows: 'a case that waits for another lead’s vote',
    reach: (page) => expect(page.locator('[data-pane="decide"] ul > li')).toHaveCount(2),
  },
  {
    scene: 'splitVotes',
    shows: 'two votes that differ, to be resolved',
    reach: (page) => expect(page.locator('[data-pane="decide"] ul > li')).toHaveCount(2),
  },
  {
    scene: 'decidedCase',
    shows: 'a case that was decided',
    reach: (page) => expect(page.locator('[data-pane="decide"] b')).toBeVisible(),
  },
  {
    scene: 'caseConflict',
    shows: 'a decision of cases that met a conflict',
    reach: async (page) => {
      await page.locator('[data-conflict]').click()
      await expect(page.getByRole('group').filter({ hasText: 'Fernhill' }).first()).toBeVisible()
    },
  },
]
