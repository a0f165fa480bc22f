import { expect, type Page } from '@playwright/test'
import type { Bench } from '../launch/proofdesk.ts'
import { byKeyboard, type Keyboard, type Pressed } from './byKeyboard.ts'
import type { DayClaim } from './dayClaims.ts'
import type { Act } from './plan.ts'

const LONG = { timeout: 60_000 }

export interface Day {
  readonly me: Keyboard
  readonly page: Page
  readonly claims: readonly DayClaim[]
  readonly planned: (claim: DayClaim) => Act
  /** What the hub must have at the end, in this order. */
  readonly pressed: Pressed[]
  /** Claims that the reviewer has or had: N gives others. */
  readonly had: Set<string>
}

export const isSent = (me: Keyboard) => expect(me.screens.state).toContainText('Outbox 0', LONG)

/** N, and the review of what came is begun. */
export async function takeNext({ me, page, claims, had }: Day): Promise<DayClaim> {
  await me.key('n')
  await expect(me.holder).toContainText('Yours')
  // From another page than a claim's the address is nobody's for a moment.
  await expect
    .poll(() => {
      const claimId = me.claimId()
      return claimId !== null && !had.has(claimId)
    })
    .toBe(true)
  const claim = claims.find(({ claimId }) => claimId === me.claimId())
  if (claim === undefined) throw new Error(`${me.claimId()} was taken, which is not of this day.`)
  had.add(claim.claimId)
  await expect(page.getByRole('heading', { level: 1, name: claim.name })).toBeVisible()
  await expect(me.holder).toContainText('Yours')
  const start = page.getByRole('button', { name: /^Start review/ })
  await expect(start).toBeVisible()
  await me.key('s')
  await expect(start).toHaveCount(0)
  await me.checked()
  return claim
}

/** Looks at the evidence, says a word where one is needed, and decides. */
export async function decide({ me, pressed }: Day, claim: DayClaim, act: Act): Promise<void> {
  await me.checked()
  if (act === 'approve') {
    await me.walkEvidence()
    await me.setAllMet()
  } else if (claim.lacks === 'nothing') await me.set('Products', 'Not met', 'Another product is meant.')
  pressed.push(await me[act](claim))
}

/** Z takes the decision back, also after a reload; then the claim is decided after all. */
export async function takeBack(day: Day, claim: DayClaim, isReloaded: boolean): Promise<void> {
  const { me, page, pressed } = day
  if (isReloaded) {
    await page.reload()
    await me.accepted(claim.claimId)
  }
  await me.key('z')
  await expect(page.getByText('Taken back. Nobody else has seen it.')).toBeVisible()
  const before = pressed.pop()
  await me.goTo(claim)
  await expect(me.holder).toContainText('Yours')
  await me.checked()
  pressed.push(await (before?.decision === 'approved' ? me.approve(claim) : me.reject(claim)))
}

/** A colleague at another machine. */
export async function colleagueAt(bench: Bench, hub: string, page: Page) {
  const desk = await bench.open({ hub, as: 'team-lead', elsewhere: page })
  const them = byKeyboard(page)
  await expect(them.screens.state).toContainText('Online', LONG)
  return {
    async take(claim: DayClaim) {
      await them.goTo(claim)
      await them.key('t')
      await expect(them.holder).toContainText('Yours')
      await isSent(them)
    },
    async giveBack(claim: DayClaim) {
      await them.goTo(claim)
      await them.key('Shift+T')
      await expect(them.holder).toContainText('Nobody holds it')
      await isSent(them)
    },
    async reject(claim: DayClaim) {
      await them.goTo(claim)
      await them.key('t')
      await expect(them.holder).toContainText('Yours')
      const start = page.getByRole('button', { name: /^Start review/ })
      if (await start.isVisible()) {
        await them.key('s')
        await expect(start).toHaveCount(0)
      }
      await them.checked()
      await them.reject(claim)
      await isSent(them)
    },
    async leave() {
      await page.close()
      await desk.stop()
    },
  }
}
