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
