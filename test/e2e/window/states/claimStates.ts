import type { Page } from '@playwright/test'
import { expect } from './expect.ts'
import type { State } from './state.ts'
import { whole, within, words } from './words.ts'

const paper = (page: Page) => page.frameLocator('iframe').first()

/** One claim in every state: its proof, its checks, its decision. */
export const claimStates: readonly State[] = [
  {
    scene: 'free',
    shows: 'a claim that nobody holds',
    reach: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  {
    scene: 'other',
    shows: 'a claim of somebody else',
    reach: (page) => expect(page.getByText('Anouk Kessler').first()).toBeVisible(),
  },
  {
    scene: 'mine',
    shows: 'handing over',
    reach: async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('Shift+H')
      await expect(page.getByRole('combobox')).toBeFocused()
    },
  },
  {
    scene: 'own',
    shows: 'own evidence, and a question about pages that nobody looked at',
    reach: async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('a')
      await expect(page.getByText(/^[23] \S+ (of|su|öf) 3/)).toBeVisible()
      await expect(page.getByText('Marta Ginevri, 2').first()).toBeVisible()
    },
  },
  {
    scene: 'draft',
    shows: 'a draft brought back',
    reach: async (page) => {
      await page.getByRole('button', { name: whole('Go on', 'Continua') }).click()
      await expect(page.getByText(words('your draft of', 'la sua bozza del'))).toBeVisible()
    },
  },
  {
    scene: 'whole',
    shows: 'what a claim is known by, and its relatives',
    reach: async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('f')
      await expect(page.locator('a:focus')).toHaveText('Harrow Point Dynamics 365')
      await page.keyboard.press('Shift+X')
    },
  },
  {
    scene: 'whole',
    shows: 'what edits changed',
    reach: async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('c')
      await expect(page.getByText(words('Judged anew', 'Da giudicare')).first()).toBeVisible()
    },
  },
  {
    scene: 'approved',
    shows: 'an approved claim with its subscriptions',
    reach: (page) =>
      expect(page.getByText(words('Subscription of', 'Sottoscrizione di')).first()).toBeVisible(),
  },
  {
    scene: 'rechecked',
    shows: 'a check after a resubmission',
    reach: (page) => expect(page.getByText(/Denise Kowalczyk\.pdf\)/).first()).toBeVisible(),
  },
  {
    scene: 'compared',
    shows: 'an earlier version beside a newer one',
    reach: async (page) => {
      await expect(page.getByRole('button', { name: words('Compare with', 'Confronta con') })).toBeVisible()
      await page.keyboard.press('v')
      await expect(page.getByRole('list', { name: whole('Changes', 'Modifiche') })).toBeVisible()
      await page.keyboard.press('.')
      await expect(page.getByText(/^1 (of|di|öf) 5, \S+ 1/)).toBeVisible()
    },
  },
  {
    scene: 'guarded',
    shows: 'a letter that must not leave like this, and a request that was answered before',
    reach: async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('i')
      await expect(page.getByText(words('Names another partner', 'Nomina un altro'))).toBeVisible()
      await expect(page.getByText(/(chapter two)/)).toBeVisible()
    },
  },
  {
    scene: 'blindFirst',
    shows: 'a claim that is judged before the machine is seen',
    reach: (page) =>
      expect(page.getByText(words('Judge first', 'Prima il Suo giudizio')).first()).toBeVisible(),
  },
  {
    scene: 'contradicted',
    shows: 'a form and a proof that differ',
    reach: async (page) => {
      await page.getByRole('button', { name: '8c6ef46b-82f3-42b4-8660-3ea77890fb34', exact: true }).click()
      await expect(page.locator('[data-pane=facts] :focus')).toContainText('8c6ef46b')
    },
  },
  {
    scene: 'advisory',
    shows: 'what advisory checks found, to be confirmed',
    reach: (page) => expect(page.getByText(within('to confirm', 'da confermare')).first()).toBeVisible(),
  },
  {
    scene: 'sureThing',
    shows: 'an approval that can be taken back',
    reach: async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('a')
      await page.keyboard.press('a')
      await expect(
        page.getByRole('region', { name: whole('Last decision', 'Ultima decisione') }),
      ).toBeVisible()
    },
  },
  {
    scene: 'ended',
    shows: 'a lease that ended',
    reach: (page) =>
      expect(page.getByText(within('Your words are kept', 'Il suo testo è conservato'))).toBeVisible(),
  },
  {
    scene: 'evidence',
    shows: 'a piece of evidence on its page',
    reach: async (page) => {
      await expect(paper(page).locator('button.mark').first()).toBeAttached()
      await page.keyboard.press('e')
      await page.keyboard.press('e')
      await expect(paper(page).locator('li.on .badge').first()).toBeAttached()
    },
  },
  {
    scene: 'evidence',
    shows: 'words that are found in a document',
    reach: async (page) => {
      await expect(paper(page).locator('button.mark').first()).toBeAttached()
      await paper(page).locator('#scroller').press('Control+f')
      await page.getByRole('search').getByRole('textbox').fill('customer')
      await expect(page.getByRole('search').getByRole('status')).toContainText(/\d/)
    },
  },
  {
    scene: 'compared',
    shows: 'the two versions laid over each other',
    reach: async (page) => {
      await expect(page.getByRole('button', { name: words('Compare with', 'Confronta con') })).toBeVisible()
      await page.keyboard.press('v')
      await expect(page.getByRole('list', { name: words('Changes', 'Modifiche') })).toBeVisible()
      await page.keyboard.press('.')
      await expect(page.getByText(/^1 (of|di|öf) 5, \S+ 1/)).toBeVisible()
      for (const side of [0, 1])
        await expect(page.frameLocator('iframe').nth(side).locator('canvas').first()).toBeAttached()
      await page.keyboard.press('Shift+V')
      await expect(page.getByRole('status').filter({ hasText: '%' })).toBeVisible()
    },
  },
  {
    scene: 'openVerdicts',
    shows: 'an approval that open verdicts block',
    reach: (page) => expect(page.locator('#decision-blocked')).not.toBeEmpty(),
  },
  {
    scene: 'openVerdicts',
    shows: 'a request for information',
    reach: async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('i')
      await expect(page.getByRole('checkbox').first()).toBeVisible()
    },
  },
  {
    scene: 'openVerdicts',
    shows: 'a rejection',
    reach: async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('r')
      await expect(page.getByRole('radio').first()).toBeVisible()
    },
  },
  {
    scene: 'talk',
    shows: 'comments and history',
    reach: async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('c')
      await expect(page.getByText(/the first upload was the draft/)).toBeVisible()
    },
  },
  {
    scene: 'unchecked',
    shows: 'a claim whose document is not there and not checked',
    reach: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  {
    scene: 'failedClaim',
    shows: 'a claim that cannot be opened',
    reach: (page) => expect(page.getByRole('alert').first()).toBeVisible(),
  },
  {
    scene: 'lateClaim',
    shows: 'a claim that is still being opened',
    reach: (page) => expect(page.locator('main [role=status]').first()).toBeAttached(),
  },
]
