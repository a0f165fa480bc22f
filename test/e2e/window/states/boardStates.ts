import { expect } from './expect.ts'
import type { State } from './state.ts'

/** What a lead does by hand in a case. */
export const boardStates: readonly State[] = [
  {
    scene: 'approachable',
    shows: 'what was asked of the parties of a case',
    reach: (page) => expect(page.getByRole('rowheader')).toHaveCount(10),
  },
  {
    scene: 'approachable',
    shows: 'the letters by which the parties are asked',
    reach: async (page) => {
      await expect(page.getByRole('columnheader', { name: /Quillstone/ })).toBeVisible()
      await page.keyboard.press('a')
      await expect(page.locator('[data-pane="approach"] textarea')).toHaveCount(3)
      await expect(page.locator('[data-pane="approach"] textarea').first()).toHaveValue(/Finance/)
    },
  },
  {
    scene: 'partlyApproachable',
    shows: 'a letter that names another party, beside one that waits',
    reach: async (page) => {
      await expect(page.getByRole('columnheader', { name: /Quillstone/ })).toBeVisible()
      await page.keyboard.press('a')
      const letter = page.locator('[data-pane="approach"] textarea').first()
      await expect(letter).toHaveValue(/Finance/)
      await letter.fill('Cascade Ledger holds it. We ask you for your newest proof.')
      await expect(page.locator('[data-pane="approach"] q')).toBeVisible()
    },
  },
]
