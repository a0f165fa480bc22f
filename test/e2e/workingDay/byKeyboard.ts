import { expect, type Locator, type Page } from '@playwright/test'
import { screensOf } from '../launch/screens.ts'
import type { DayClaim } from './dayClaims.ts'

/** What was pressed on a claim, to be held against what the hub has. */
export interface Pressed {
  readonly claimId: string
  readonly decision: 'approved' | 'information_requested' | 'rejected'
  readonly reasons: readonly string[]
}

const REQUEST_REASONS = {
  'Missing All PoE': 'POE_MISSING_ALL',
  'Missing Customer Acknowledgment': 'POE_MISSING_CUSTOMER_ACK',
  'Missing or Old Dates': 'POE_MISSING_OR_OLD_DATES',
  'Missing Products': 'POE_MISSING_PRODUCTS',
  'Missing Partner Solution/Service': 'POE_MISSING_PARTNER_SERVICE',
} as const

const CRITERIA = ['Usable PoE', 'Customer signature', 'Dates', 'Products', 'Service description'] as const
type CriterionName = (typeof CRITERIA)[number]

export const REJECTED = { decision: 'rejected', reasons: ['REJ_INSUFFICIENT_POE'] } as const
const MANY_TABS = 80

/** What a reviewer does without a mouse: nothing here clicks, fills or goes to an address. */
export function byKeyboard(page: Page) {
  const { keyboard } = page
  const screens = screensOf(page)
  const holder = page.getByTitle('Who works on this claim')
  const toast = page.getByRole('region', { name: 'Last decision' })
  const key = (keys: string) => keyboard.press(keys)

  /** Tab by tab, as somebody would who sees where the focus stands. */
  async function tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    for (let tabs = 0; tabs < MANY_TABS; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await key('Tab')
    }
    throw new Error(`Tab never came to ${String(target)}.`)
  }

  async function toChecks(): Promise<void> {
    const isThere = () =>
      page.evaluate(() => document.activeElement?.closest('[data-pane=checks]') instanceof Element)
    for (let panes = 0; panes < 16; panes += 1) {
      if (await isThere()) return
      await key('F6')
    }
    throw new Error('F6 never came to the checks.')
  }

  /** A decision is open once documents, lease and rules are here. */
  async function press(keys: 'a' | 'i' | 'r', shown: Locator): Promise<void> {
    const name = { a: /^Approve/, i: /^Request info/, r: /^Reject/ }[keys]
    const button = page.getByRole('group').getByRole('button', { name }).first()
    await expect(button).not.toHaveAttribute('aria-disabled', 'true')
    await key(keys)
    await expect(shown).toBeVisible()
  }

  async function accepted(claimId: string): Promise<void> {
    await expect(toast).toContainText(claimId)
    await expect(toast).toContainText(/Leaves in \d+ second/)
  }

  async function send(claimId: string): Promise<void> {
    const ready = page.getByRole('button', { name: /^Send / }).last()
    await expect(page.getByText('drafted for you to read')).toBeVisible()
    await expect(ready).toBeEnabled()
    // What was typed last may be drafting the letter anew just then: a key pressed before it stands sends nothing, on purpose.
    await expect(async () => {
      await key('Control+Enter')
      await expect(toast).toContainText(claimId, { timeout: 2_000 })
    }).toPass({ timeout: 30_000 })
    await accepted(claimId)
  }

  const rowOf = (name: CriterionName) => screens.criterion(name).first()

  /** Every row of the checks has its word. The reader's first start takes long beside others. */
  async function checked(): Promise<void> {
    for (const name of CRITERIA)
      await expect(rowOf(name).getByRole('heading', { level: 3 })).toContainText(/Met|Not met|Cannot tell/, {
        timeout: 60_000,
      })
  }

  async function set(name: CriterionName, verdict: 'Met' | 'Not met', reason: string): Promise<void> {
    const row = rowOf(name)
    await toChecks()
    await tabTo(row.getByRole('button', { name: /^Override / }).first())
    await key('Enter')
    const item = page.getByRole('menuitem', { name: verdict, exact: true })
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    while (!(await item.evaluate((element) => element === document.activeElement))) await key('ArrowDown')
    await key('Enter')
    await expect(page.getByRole('textbox', { name: /^Reason for setting/ })).toBeFocused()
    await keyboard.type(reason)
    await key('Control+Enter')
    await expect(row).toContainText('Set by')
  }

  async function confirm(name: CriterionName): Promise<void> {
    await toChecks()
    await tabTo(rowOf(name).getByRole('button', { name: /^Confirm / }))
    await key('Enter')
    await expect(rowOf(name)).toContainText('Confirmed by')
  }

  return {
    holder,
    screens,
    key,
    accepted,
    checked,
    set,
    confirm,
    claimId: () => /#\/claims\/([^?]+)/.exec(page.url())?.[1] ?? null,

    /** Back to the list, the claim's word into the filter, down, Enter. */
    async goTo({ word, name }: Pick<DayClaim, 'word' | 'name'>): Promise<void> {
      await key('g')
      await key('q')
      await expect(screens.grid).toBeVisible()
      await key('/')
      await expect(page.getByLabel('Filter the claims')).toBeFocused()
      await key('Control+a')
      await keyboard.type(word)
      await expect(screens.grid.getByText(name).first()).toBeVisible()
      await key('Enter')
      await expect(screens.grid.getByText(name).first()).toBeVisible()
      await key('Enter')
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    },

    async walkEvidence(): Promise<void> {
      const walker = page.getByRole('group', { name: 'Evidence' })
      await expect(walker).toContainText(/[1-9]\d* pieces? of evidence/)
      await key('e')
      await expect(walker).toContainText(/\b1 of \d+/)
      await key('e')
      await expect(walker).toContainText(/\b2 of \d+/)
    },

    /** Whatever the machine did not find, the reviewer did; what an advisory check found, the reviewer saw too. */
    async setAllMet(): Promise<void> {
      for (const name of CRITERIA) {
        const heading = await rowOf(name).getByRole('heading', { level: 3 }).innerText()
        if (heading.endsWith('Met, to confirm')) await confirm(name)
        else if (!/(?<!Not )Met$/.test(heading)) await set(name, 'Met', 'Seen on the paper.')
      }
    },

    async approve({ claimId }: DayClaim): Promise<Pressed> {
      const asked = page.getByText('Approve again to approve all the same.')
      await press('a', asked.or(toast.filter({ hasText: claimId })).first())
      if (await asked.isVisible()) await key('a')
      await accepted(claimId)
      return { claimId, decision: 'approved', reasons: [] }
    },

    /** For the reasons that the desk proposes, since these criteria do not hold. */
    async ask({ claimId }: DayClaim): Promise<Pressed> {
      const names = Object.keys(REQUEST_REASONS) as (keyof typeof REQUEST_REASONS)[] // of the constant above
      const box = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) })
      await press('i', box('Missing All PoE'))
      const chosen: string[] = []
      for (const name of names) if (await box(name).isChecked()) chosen.push(REQUEST_REASONS[name])
      expect(chosen).not.toEqual([])
      await send(claimId)
      return { claimId, decision: 'information_requested', reasons: chosen }
    },

    async reject({ claimId }: DayClaim): Promise<Pressed> {
      const radio = page.getByRole('radio', { name: 'Insufficient proof of execution' })
      await press('r', radio)
      await tabTo(radio)
      await key('Space')
      await tabTo(page.getByRole('textbox', { name: /^Note for the lead/ }))
      await keyboard.type('Nothing in it could be mended.')
      await send(claimId)
      return { claimId, ...REJECTED }
    },
  }
}
export type Keyboard = ReturnType<typeof byKeyboard>
