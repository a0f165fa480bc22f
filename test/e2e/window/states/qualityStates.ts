import { expect } from './expect.ts'
import type { State } from './state.ts'
import { words } from './words.ts'

/** Looking at decisions that were made. */
export const qualityStates: readonly State[] = [
  {
    scene: 'leadQuality',
    shows: 'samples, agreement and precision',
    reach: (page) => expect(page.locator('[data-criterion="outcome"]')).toBeVisible(),
  },
  {
    scene: 'leadQuality',
    shows: 'where people said other than a check, and a note',
    reach: async (page) => {
      await page.locator('[data-check="customerAcknowledgment"] button').click()
      await page.locator('[data-decision] button[aria-expanded]').first().click()
      await expect(page.getByRole('radiogroup')).toBeVisible()
    },
  },
  {
    scene: 'leadQuality',
    shows: 'cells of a sample, and near-identical claims that were decided otherwise',
    reach: async (page) => {
      await page.locator('[data-cells] summary').click()
      await page.locator('[data-part="twins"] > button').click()
      await page.locator('[data-twins] > button').first().click()
      await expect(page.locator('[data-twins] textarea')).toBeVisible()
    },
  },
  {
    scene: 'ownQuality',
    shows: 'second reviews and notes of a reviewer',
    reach: (page) => expect(page.locator('[data-part="own"] li').first()).toBeVisible(),
  },
  {
    scene: 'secondReview',
    shows: 'a claim for a second review',
    reach: (page) =>
      expect(
        page.getByRole('heading', { name: words('Your second review', 'La Sua seconda revisione') }),
      ).toBeVisible(),
  },
  {
    scene: 'awayQuality',
    shows: 'that quality cannot be asked now',
    reach: (page) => expect(page.locator('[data-part="precision"] [role="status"]').first()).toBeVisible(),
  },
]
