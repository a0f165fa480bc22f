import type { Page } from '@playwright/test'
import { expect } from './expect.ts'
import { HELP_PARTS } from '../../../../src-renderer/app/routes.ts'
import type { Reach, State } from './state.ts'
import { whole, words } from './words.ts'

/** Until pages stand in both panes. */
async function partiesPapers(page: Page): Promise<void> {
  for (const side of [0, 1])
    await expect(page.frameLocator('iframe').nth(side).locator('canvas').first()).toBeAttached()
}

export const openFirst: Reach = async (page) => {
  await page.getByRole('button', { name: /^Harrow Point Teams Phone/ }).press('Enter')
  await expect(page.getByText(words('What happened since', 'Che cosa è successo'))).toBeVisible()
}

/** Trays, disputes, settings and help in every state. */
export const otherStates: readonly State[] = [
  {
    scene: 'trays',
    shows: 'a conflict laid open',
    reach: openFirst,
  },
  {
    scene: 'trays',
    shows: 'a conflict handed over',
    reach: async (page) => {
      await openFirst(page)
      await page.keyboard.press('Shift+H')
      await expect(page.getByRole('combobox')).toBeFocused()
    },
  },
  {
    scene: 'traysEmpty',
    shows: 'nothing to do',
    reach: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  {
    scene: 'traysFailed',
    shows: 'lists that cannot be read',
    reach: (page) => expect(page.getByRole('alert').first()).toBeVisible(),
  },
  {
    scene: 'readiness',
    shows: 'documents that are missing',
    reach: (page) => expect(page.getByText('scan_0231.pdf')).toBeVisible(),
  },
  {
    scene: 'disputes',
    shows: 'a dispute of somebody else’s rejection',
    reach: (page) => expect(page.getByText(/Kowalczyk\.pdf/)).toBeVisible(),
  },
  {
    scene: 'ownDispute',
    shows: 'a dispute of one’s own rejection',
    reach: (page) => expect(page.getByRole('alert').getByRole('combobox')).toBeVisible(),
  },
  {
    scene: 'noDisputes',
    shows: 'no dispute',
    reach: (page) => expect(page.getByRole('heading', { level: 2 })).toBeVisible(),
  },
  {
    scene: 'cases',
    shows: 'the open cases',
    reach: (page) => expect(page.getByRole('button', { name: /Ceramiche Valdorcia/ })).toBeVisible(),
  },
  {
    scene: 'noCases',
    shows: 'nothing contested',
    reach: (page) => expect(page.getByRole('heading', { level: 2 })).toBeVisible(),
  },
  {
    scene: 'board',
    shows: 'three parties side by side',
    reach: async (page) => {
      await expect(page.getByRole('columnheader', { name: /Quillstone/ })).toBeVisible()
      await partiesPapers(page)
    },
  },
  {
    scene: 'board',
    shows: 'only what differs between parties',
    reach: async (page) => {
      await expect(page.getByRole('columnheader', { name: /Quillstone/ })).toBeVisible()
      await page.keyboard.press('d')
      await expect(page.getByRole('rowheader')).toHaveCount(6)
    },
  },
  {
    scene: 'board',
    shows: 'the papers of two parties at the same criterion',
    reach: async (page) => {
      await partiesPapers(page)
      await page.keyboard.press('d')
      await page
        .getByRole('button', { name: /^B3[,:]/ })
        .first()
        .click()
      await page.keyboard.press('b')
      await expect(page.getByRole('button', { name: /^A3[,:]/, pressed: true }).first()).toBeVisible()
    },
  },
  {
    scene: 'board',
    shows: 'a page that two parties share, in both papers',
    reach: async (page) => {
      await partiesPapers(page)
      await expect(page.getByText(/96\s?%/).first()).toBeVisible()
      await page.keyboard.press('s')
      await expect(page.locator('[data-pane="shared"] [aria-current]')).toBeVisible()
    },
  },
  {
    scene: 'board',
    shows: 'what the papers of two parties say otherwise',
    reach: async (page) => {
      await partiesPapers(page)
      await page.keyboard.press('v')
      await expect(page.locator('[data-pane="changes"] li').first()).toBeVisible()
      await page.keyboard.press('F7')
      await expect(page.locator('[data-pane="changes"] [aria-current=true]')).toBeVisible()
      await partiesPapers(page)
    },
  },
  {
    scene: 'board',
    shows: 'one paper of a case alone',
    reach: async (page) => {
      await partiesPapers(page)
      await page.keyboard.press('e')
      await page.keyboard.press('m')
      await expect(page.getByRole('table')).toBeHidden()
    },
  },
  {
    scene: 'missingParty',
    shows: 'a case of which a claim is not here',
    reach: (page) => expect(page.getByRole('alert')).toContainText('Quillstone'),
  },
  {
    scene: 'settings',
    shows: 'the settings',
    reach: (page) => expect(page.getByRole('switch').first()).toBeVisible(),
  },
  {
    scene: 'settings',
    shows: 'keys that are taken',
    reach: async (page) => {
      await page
        .getByRole('button', { name: whole('Change the keys of Approve', 'Cambia i tasti di Approva') })
        .press('Enter')
      await page.keyboard.press('r')
      await expect(page.getByRole('alert').filter({ hasText: /[“«]/ })).toBeVisible()
    },
  },
  {
    scene: 'busyTeam',
    shows: 'a team with too much to do',
    reach: (page) => expect(page.locator('[data-pane="stations"] li').first()).toBeVisible(),
  },
  {
    scene: 'busyTeam',
    shows: 'moves that a lead is proposed',
    reach: async (page) => {
      await expect(page.locator('[data-pane="moves"] li').first()).toBeVisible()
      await page.keyboard.press('b')
      await expect(page.locator('[data-pane="moves"]').getByRole('checkbox').first()).toBeVisible()
    },
  },
  {
    scene: 'busyTeam',
    shows: 'what a hand-over of many would come to',
    reach: async (page) => {
      await expect(page.locator('[data-pane="moves"] li').first()).toBeVisible()
      await page.keyboard.press('b')
      await expect(page.locator('[data-pane="moves"]').getByRole('checkbox').first()).toBeVisible()
      await page.keyboard.press('Control+Enter')
      await expect(page.getByRole('dialog').getByRole('table')).toBeVisible()
    },
  },
  {
    scene: 'raisedClaim',
    shows: 'a claim that was raised, and whose holder was reminded',
    reach: (page) => expect(page.getByText(/rung twice/)).toBeVisible(),
  },
  {
    scene: 'raisedClaim',
    shows: 'a reminder before it is sent',
    reach: async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('Shift+N')
      await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
    },
  },
  {
    scene: 'busyTeam',
    shows: 'how much a reviewer takes on',
    reach: async (page) => {
      await page.locator('[data-pane="load"] li').nth(4).getByRole('button').click()
      await expect(page.locator('[data-pane="load"] form')).toBeVisible()
    },
  },
  {
    scene: 'quietTeam',
    shows: 'a team that is in time, without its hub',
    reach: (page) => expect(page.locator('[data-pane="forecast"]')).toBeVisible(),
  },
  {
    scene: 'messages',
    shows: 'the messages',
    reach: async (page) => {
      await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
      await expect(page.getByRole('banner').getByRole('button', { name: /2/ })).toBeVisible()
      await page.keyboard.press('g')
      await page.keyboard.press('n')
      await expect(page.getByText('Neukundenvertrieb Dynamics 365 Sales').first()).toBeVisible()
    },
  },
  {
    scene: 'help',
    shows: 'the help',
    reach: (page) => expect(page.locator('#help-judging')).toBeFocused(),
  },
  {
    scene: 'setAside',
    shows: 'what the feed sent and nobody could read',
    reach: (page) => expect(page.getByText('42880199')).toBeVisible(),
  },
  {
    scene: 'lateTrays',
    shows: 'trays that are still being read',
    reach: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  ...HELP_PARTS.filter((part) => part !== 'judging').map((part) => ({
    scene: 'help',
    at: `#/help/${part}` as const,
    shows: `the help about ${part}`,
    reach: (page: Page) => expect(page.locator(`#help-${part}`)).toBeFocused(),
  })),
]
