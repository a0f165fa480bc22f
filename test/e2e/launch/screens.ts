import { expect, type Page } from '@playwright/test'
import { viewerOf } from './proofdesk.ts'

/** What a reviewer does on the screens, in the words of the screens. */
export function screensOf(page: Page) {
  const grid = page.getByRole('grid', { name: 'Claims' })
  const state = page.getByRole('contentinfo')
  const criterion = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  return {
    grid,
    state,
    criterion,
    row: (text: string) => grid.getByRole('row').filter({ hasText: text }),
    mark: (number: number) =>
      viewerOf(page).getByRole('button', { name: new RegExp(`^Evidence ${number}:`) }),
    evidence: (number: number) => page.getByRole('button', { name: new RegExp(`^Evidence ${number}:`) }),

    /** Waits until every document of the queue is here and was checked. */
    async settled() {
      await expect(state).toContainText('Online', { timeout: 60_000 })
      await expect(state).toContainText(/Ready offline (\d+) of \1(?!\d)/, { timeout: 60_000 })
    },
    /** Opens a claim by keyboard alone and without looking: filter, down into the list, Enter. */
    async openByKeyboard(words: string, name: string) {
      await page.keyboard.press('/')
      await page.keyboard.type(words)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    },
    /** Writes over the drafted letter. A draft may come between the marking of the old words and the new ones: then they are written again. */
    async writeLetter(words: string) {
      const letter = page.getByRole('textbox', { name: /^To / })
      await expect(async () => {
        await letter.fill(words)
        await expect(letter).toHaveValue(words, { timeout: 500 })
      }).toPass()
    },
    /**
     * Sends what stands in the open strip. What the hub had to say of the claim in the meantime may be drafting the letter anew just then: a key
     * pressed before it stands sends nothing, on purpose, and is pressed again.
     */
    async sendLetter() {
      await expect(async () => {
        await page.keyboard.press('Control+Enter')
        // What was sent before may still be leaving: that this letter went shows by its strip.
        await expect(page.getByRole('textbox', { name: /^To / })).toBeHidden({ timeout: 2_000 })
      }).toPass({ timeout: 30_000 })
      await expect(page.getByText(/Leaves in \d+ second/)).toBeVisible()
    },
    confirm: (name: string) => page.getByRole('button', { name: new RegExp(`^Confirm ${name}`) }).click(),
    /** Sets a criterion to another verdict, with a reason. @param patience in ms, for a menu that a check which ends just now takes away. */
    async override(name: string, verdict: string, reason: string, patience = 30_000) {
      await page.getByRole('button', { name: `Override ${name}` }).click({ timeout: patience })
      await page.getByRole('menuitem', { name: verdict, exact: true }).click({ timeout: patience })
      await page.getByRole('textbox', { name: /^Reason for setting/ }).fill(reason)
      await page.getByRole('button', { name: 'Set', exact: true }).click()
    },
  }
}
