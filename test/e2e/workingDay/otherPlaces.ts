import { expect, type Page } from '@playwright/test'
import { type Keyboard, type Pressed, REJECTED } from './byKeyboard.ts'
import type { DayClaim } from './dayClaims.ts'

/** The tray, the comparison and the disputes, by their keys. */
export function otherPlacesOf(page: Page, { key, accepted }: Keyboard) {
  const panelOf = ({ name }: DayClaim) => page.getByRole('group', { name: `Conflict on ${name}` })
  return {
    async openConflict(claim: DayClaim): Promise<void> {
      await key('g')
      await key('t')
      const row = page.getByRole('button', { name: new RegExp(`^${claim.name}`) })
      await expect(row).toBeVisible()
      for (let rows = 0; rows < 5; rows += 1) {
        await key('j')
        await expect(page.locator(':focus')).toHaveAttribute('aria-current', 'true')
        if (await row.evaluate((element) => element === document.activeElement)) break
      }
      await expect(row).toBeFocused()
      // Once one is settled, the next stands open by itself.
      if ((await row.getAttribute('aria-expanded')) === 'false') await key('Enter')
      await expect(panelOf(claim)).toBeVisible()
    },

    async letGo(claim: DayClaim): Promise<void> {
      await expect(panelOf(claim).getByText('Let mine go')).toBeVisible()
      await key('Shift+L')
      await expect(panelOf(claim)).toHaveCount(0)
    },

    /** The colleague has given it back: taken, and the rejection of before is sent as it was written. */
    async takeAndRedo({ claimId, name }: DayClaim): Promise<Pressed> {
      const way = page.getByRole('button', { name: /^Take it and decide again/ })
      await expect(way).not.toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 })
      await key('t')
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      await expect(page.getByRole('button', { name: /^Send / }).last()).toBeEnabled()
      await key('Control+Enter')
      await accepted(claimId)
      return { claimId, ...REJECTED }
    },

    async compare(): Promise<void> {
      const open = page.getByRole('button', { name: /^Compare with the earlier version/ })
      await expect(open).toBeVisible({ timeout: 60_000 })
      await key('v')
      const view = page.getByRole('region', { name: 'Comparison of versions' })
      await expect(view.getByRole('list', { name: 'Changes' }).getByRole('button').first()).toBeVisible()
      await key('F7')
      await expect(view).toContainText(/1 of \d+, page 1/)
      await key('Escape')
      await expect(view).toHaveCount(0)
    },

    /** Who rejected it reads the dispute and cannot decide it. */
    async seesDispute(): Promise<void> {
      const words = 'You rejected this claim: somebody else decides the dispute'
      await expect(page.getByText(words).first()).toBeVisible({ timeout: 60_000 })
      await key('a')
      await expect(page.getByRole('region', { name: 'Last decision' })).toHaveCount(0)
    },
  }
}
