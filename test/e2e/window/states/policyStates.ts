import type { Page } from '@playwright/test'
import { expect } from './expect.ts'
import type { State } from './state.ts'
import { within, words } from './words.ts'

const moves = (page: Page) =>
  expect(
    page.getByRole('region', { name: words('What moves', 'Che cosa si sposta') }).getByRole('table'),
  ).toBeVisible()

/** Calendars and profiles, as a team lead changes them. */
export const policyStates: readonly State[] = [
  { scene: 'calendarTyped', shows: 'a calendar that is drafted, and what moves', reach: moves },
  { scene: 'calendarProposed', shows: 'a calendar that another lead proposes', reach: moves },
  {
    scene: 'calendarMine',
    shows: 'a calendar that waits for a second person',
    reach: (page) =>
      expect(
        page.getByText(within('Another lead has to publish it', 'Deve pubblicarla un altro responsabile')),
      ).toBeVisible(),
  },
  {
    scene: 'calendarOvertaken',
    shows: 'a draft that another lead overtook',
    reach: (page) =>
      expect(page.getByText(within('changed the draft after', 'ha cambiato la bozza dopo'))).toBeVisible(),
  },
  {
    scene: 'calendarUntouched',
    shows: 'a calendar without a draft',
    reach: (page) => expect(page.getByText(words('Nothing is drafted', 'Nessuna bozza'))).toBeVisible(),
  },
  {
    scene: 'policyAway',
    shows: 'a draft while the hub is away',
    reach: (page) =>
      expect(page.getByText(within('The hub is away', 'Il server non risponde')).first()).toBeVisible(),
  },
  {
    scene: 'profileTyped',
    shows: 'a profile that is drafted, and its dry run',
    reach: async (page) => {
      await page.getByRole('button', { name: /^seed-2020/ }).click()
      await expect(page.getByRole('progressbar').first()).toBeVisible()
    },
  },
  {
    scene: 'profileTyped',
    shows: 'the tables of a profile, and the claims behind one count',
    reach: async (page) => {
      await page.getByRole('button', { name: /^seed-2020/ }).click()
      await page.getByRole('heading', { name: words('Arbitration', 'Arbitrato') }).click()
      await page
        .getByRole('button', { name: words('State it here', 'Stabilirla qui') })
        .first()
        .click()
      await page.getByRole('heading', { name: words('Rejection', 'Rifiuto') }).click()
      const order = page.getByRole('group', { name: words('Order of comparisons', 'Ordine dei confronti') })
      await order.getByRole('button', { name: within('Take Recency', 'Togli Attualità') }).click()
      await page
        .getByRole('button', { name: within('with an act that flips', 'con un atto che cambia') })
        .click()
      await order.scrollIntoViewIfNeeded()
    },
  },
  {
    scene: 'profileProposed',
    shows: 'from which day leads propose that a profile judges',
    reach: async (page) => {
      await page.getByRole('button', { name: /^seed-2020/ }).click()
      await page.getByText(words('Judge from another day', 'Giudicare da un altro giorno')).click()
      await expect(
        page.getByRole('button', { name: within('Put in force', 'Metti in vigore') }),
      ).toBeVisible()
    },
  },
  {
    scene: 'profileUnseen',
    shows: 'a proposed profile before what it changes is worked out',
    reach: async (page) => {
      await page.getByRole('button', { name: /^seed-2020/ }).click()
      await expect(
        page.getByText(within('has to be worked out first', 'Prima bisogna calcolare')),
      ).toBeVisible()
    },
  },
  {
    scene: 'policyFailed',
    shows: 'calendars that cannot be read',
    reach: (page) => expect(page.getByRole('alert').first()).toBeVisible(),
  },
]
