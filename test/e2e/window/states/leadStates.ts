import type { Page } from '@playwright/test'
import { expect } from './expect.ts'
import type { State } from './state.ts'
import { words } from './words.ts'

const hasLines = (page: Page) => expect(page.getByRole('tabpanel').getByText('42880117')).toBeVisible()

/** A team lead's board in every state. */
export const leadStates: readonly State[] = [
  { scene: 'leadBoard', shows: 'how the team stands', reach: hasLines },
  {
    scene: 'leadBoard',
    shows: 'why the clock of a line of the board says what it says',
    reach: async (page) => {
      await hasLines(page)
      await page.keyboard.press('j')
      await page.keyboard.press('w')
      await expect(page.getByRole('complementary').getByRole('list').first()).toBeVisible()
    },
  },
  {
    scene: 'leadBoard',
    shows: 'claims of a list that are picked',
    reach: async (page) => {
      await hasLines(page)
      await page.keyboard.press('j')
      await page.keyboard.press('Shift+J')
      await expect(page.getByRole('toolbar').last()).toBeVisible()
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2)
    },
  },
  {
    scene: 'leadBoard',
    shows: 'breaches of the weeks as a table',
    reach: async (page) => {
      await hasLines(page)
      await page.getByRole('button', { name: words('Table', 'Tabella') }).click()
      await expect(page.getByRole('table')).toHaveCount(2)
    },
  },
  {
    scene: 'leadBoard',
    shows: 'pauses that began after the partner had answered',
    reach: async (page) => {
      await hasLines(page)
      await page.getByRole('tab', { name: words('Pauses to check', 'Pause da verificare') }).click()
      await page.keyboard.press('j')
      await page.keyboard.press('w')
      await expect(page.getByRole('complementary')).toBeVisible()
    },
  },
  {
    scene: 'quietBoard',
    shows: 'a board on which nothing is counted yet',
    reach: (page) => expect(page.getByText(words('Nothing is counted', 'Ora qui non'))).toBeVisible(),
  },
  {
    scene: 'failedBoard',
    shows: 'a board that cannot be read',
    reach: (page) => expect(page.getByRole('alert').first()).toBeVisible(),
  },
  {
    scene: 'lateBoard',
    shows: 'a board that is still being read',
    reach: (page) => expect(page.getByRole('main').getByRole('status').first()).toBeAttached(),
  },
  {
    scene: 'notALead',
    shows: 'the board to somebody who is no team lead',
    reach: (page) => expect(page.getByRole('heading', { level: 2 })).toBeVisible(),
  },
]
