import { expect } from './expect.ts'
import type { State } from './state.ts'
import { words } from './words.ts'

/** What a lead does by hand in a case. */
export const boardStates: readonly State[] = [
  {
    scene: 'approachable',
    shows: 'what was asked of the parties of a case',
    reach: (page) => expect(page.getByRole('rowheader')).toHaveCount(11),
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
  {
    scene: 'verifiable',
    shows: 'what a person verified and read of a case, and what is open',
    reach: async (page) => {
      await expect(page.getByRole('rowheader')).toHaveCount(11)
      await page
        .getByRole('button', { name: words('Confirm Contacts', 'Conferma Contatti') })
        .scrollIntoViewIfNeeded()
    },
  },
  {
    scene: 'verifiable',
    shows: 'a date and a note as they are entered by hand',
    reach: async (page) => {
      await expect(page.getByRole('rowheader')).toHaveCount(11)
      const row = page.getByRole('row').filter({ has: page.locator('input[type=date]') })
      await page.locator('tr:nth-child(6) td button').first().click()
      await expect(row).toHaveCount(1)
      await page.locator('tr:nth-child(10) td button').last().click()
      await expect(page.locator('table').getByRole('textbox').last()).toBeFocused()
    },
  },
  {
    scene: 'verifiableClaim',
    shows: 'a claim whose date and detail a person may settle by hand',
    reach: async (page) => {
      const dates = page.locator('[data-criterion="dates"]')
      await dates
        .getByRole('button', { name: words('Read the date by hand', 'Leggi la data a mano') })
        .click()
      await expect(dates.locator('input[type=date]')).toBeVisible()
    },
  },
  {
    scene: 'savedFile',
    shows: 'a case whose file was saved',
    reach: async (page) => {
      await expect(page.getByRole('rowheader')).toHaveCount(11)
      await page.keyboard.press('f')
      await expect(
        page.locator('[role=status]').filter({ hasText: words('Saved as', 'Salvato come') }),
      ).toBeVisible()
    },
  },
  {
    scene: 'lateFile',
    shows: 'a case whose file is being made',
    reach: async (page) => {
      await expect(page.getByRole('rowheader')).toHaveCount(11)
      await page.keyboard.press('f')
      await expect(
        page.locator('[role=status]').filter({ hasText: words('The case file is', 'Il fascicolo è') }),
      ).toBeVisible()
    },
  },
  {
    scene: 'noPrinter',
    shows: 'a case whose file cannot be made here',
    reach: async (page) => {
      await expect(page.getByRole('rowheader')).toHaveCount(11)
      await page.keyboard.press('f')
      await expect(
        page.locator('[role=alert]').filter({ hasText: words('No browser', 'Qui non') }),
      ).toBeVisible()
    },
  },
]
