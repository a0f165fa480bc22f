import type { Page } from '@playwright/test'
import { expect } from './expect.ts'
import { type Reach, type State } from './state.ts'
import { inLanguage, whole, within, words } from './words.ts'

const firstRow = (page: Page) => expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()

const pickThree: Reach = async (page) => {
  await expect(page.getByRole('grid').getByRole('row').nth(4)).toBeVisible()
  await page.keyboard.press('Shift+J')
  await page.keyboard.press('Shift+J')
}

/** The queue in every state, and what opens above it. */
export const queueStates: readonly State[] = [
  {
    scene: 'recovery',
    shows: 'a database put together anew',
    reach: (page) => expect(page.getByText(/\.damaged/)).toBeVisible(),
  },
  {
    scene: 'queue',
    shows: 'who holds what',
    reach: (page) => expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible(),
  },
  {
    scene: 'desk',
    shows: 'a filter with a part that is not understood, over text found in papers',
    reach: async (page) => {
      await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
      await page.keyboard.press('/')
      await page.keyboard.type('sla:<5d mood:good signature')
      await page.keyboard.press('Enter')
      await expect(page.locator('mark').first()).toBeVisible()
    },
  },
  {
    scene: 'desk',
    shows: 'picked claims',
    reach: async (page) => {
      await pickThree(page)
      await expect(page.getByRole('toolbar')).toContainText(within('left out', 'esclus'))
    },
  },
  {
    scene: 'desk',
    shows: 'the question before many are approved',
    reach: async (page) => {
      await pickThree(page)
      await expect(page.getByRole('toolbar')).toContainText(within('left out', 'esclus'))
      await page.keyboard.press('a')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    scene: 'desk',
    shows: 'why a claim is next',
    reach: async (page) => {
      await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible()
      await page.keyboard.press('j')
      await page.keyboard.press('w')
      await expect(page.getByText(whole('Weekend', 'Fine settimana'))).toBeVisible()
    },
  },
  {
    scene: 'desk',
    shows: 'a snooze',
    reach: async (page) => {
      await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible()
      await page.keyboard.press('b')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    scene: 'desk',
    shows: 'what the filter understands',
    reach: async (page) => {
      await page.getByRole('button', { name: words('What the filter', 'Che cosa capisce') }).click()
      await expect(page.getByText('check:failed>1')).toBeVisible()
    },
  },
  {
    scene: 'desk',
    shows: 'the palette',
    reach: async (page) => {
      await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
      await page.keyboard.press('Control+k')
      await page.keyboard.type('ri')
      await expect(page.getByRole('option', { selected: true })).toBeVisible()
    },
  },
  {
    scene: 'sample',
    shows: 'a step of the guide',
    reach: async (page) => {
      await page.getByRole('button', { name: whole('Start', 'Inizia') }).press('Enter')
      await expect(page.getByText(words('Step 1', 'Passo 1'))).toBeVisible()
    },
  },
  {
    scene: 'sample',
    shows: 'the question before the sample goes',
    reach: async (page) => {
      await expect(page.getByRole('button', { name: whole('Start', 'Inizia') })).toBeVisible()
      await page.keyboard.press('Control+k')
      await page.keyboard.type(await inLanguage(page, { en: 'reset the sample', it: 'ripristina l’area' }))
      await expect(page.getByRole('option', { selected: true })).toContainText(within('Reset', 'Ripristina'))
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alertdialog')).toBeVisible()
    },
  },
  {
    scene: 'emptyQueue',
    shows: 'an empty queue',
    reach: (page) =>
      expect(page.getByRole('heading', { name: words('The queue is empty', 'La coda') })).toBeVisible(),
  },
  {
    scene: 'offlineQueue',
    shows: 'an empty queue without the hub',
    reach: (page) => expect(page.getByRole('contentinfo').getByRole('status')).toBeVisible(),
  },
  {
    scene: 'failedQueue',
    shows: 'a queue that cannot be read',
    reach: (page) => expect(page.getByRole('alert').first()).toBeVisible(),
  },
  {
    scene: 'lateQueue',
    shows: 'a queue that is still being read',
    reach: (page) => expect(page.getByRole('search')).toBeVisible(),
  },
  {
    scene: 'many',
    at: '#/queue?filter=microsoft',
    shows: 'a filter that more claims match than are counted',
    reach: (page) => expect(page.getByText(words('More than 10,000', 'più di 10.000')).first()).toBeVisible(),
  },
  {
    scene: 'desk',
    shows: 'a filter that nothing matches',
    reach: async (page) => {
      await firstRow(page)
      await page.keyboard.press('/')
      await page.keyboard.type('nowhere')
      await expect(page.getByRole('heading', { name: words('No claim matches', 'Nessuna') })).toBeVisible()
    },
  },
  {
    scene: 'desk',
    shows: 'the sheet of keys',
    reach: async (page) => {
      await firstRow(page)
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    scene: 'desk',
    shows: 'the menu',
    reach: async (page) => {
      await firstRow(page)
      await page.keyboard.press('F10')
      await page.getByRole('menuitem', { name: whole('Claim', 'Richiesta') }).press('ArrowRight')
      await expect(page.getByRole('menu')).toHaveCount(2)
    },
  },
  {
    scene: 'desk',
    shows: 'the menu of the person',
    reach: async (page) => {
      await firstRow(page)
      await page.getByRole('button', { name: /^Marta Ginevri/ }).press('Enter')
      await expect(page.getByRole('menuitemradio').first()).toBeVisible()
    },
  },
]
