import { expect, type Page } from '@playwright/test'

const part = (page: Page, name: string) => page.getByRole('region', { name })

async function toQuality(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('y')
  await expect(page).toHaveURL(/#\/quality$/)
}

/** A lead draws all that was decided: of fewer, chance might leave out this decision, whose id is new each time. @returns who looks at the decision on this claim again. */
export async function drawSample(page: Page, claimName: string): Promise<string> {
  await toQuality(page)
  const samples = part(page, 'Samples')
  await samples.getByLabel('Of each kind').fill('100')
  await samples.getByLabel('Most in all').fill('1000')
  await samples.getByLabel('Seed').fill('41')
  await page.keyboard.press('Enter')
  const decision = samples
    .getByRole('listitem')
    .filter({ hasText: claimName })
    .filter({ hasText: 'waits for' })
  await expect(decision).toBeVisible({ timeout: 30_000 })
  const said = await decision.locator('span').first().innerText()
  return /waits for (.+)$/.exec(said.trim())?.[1] ?? ''
}

/** Says another word on the decision by the papers alone. */
export async function reviewAgain(page: Page, claimName: string): Promise<void> {
  await toQuality(page)
  await part(page, 'Second reviews')
    .getByRole('button', { name: new RegExp(claimName) })
    .click()
  const panel = part(page, 'Your second review')
  await expect(panel).toBeVisible({ timeout: 30_000 })
  for (const group of await panel.getByRole('group').all())
    await group.getByRole('radio', { name: 'Met', exact: true }).check()
  await panel.getByRole('radio', { name: 'approve' }).check()
  await panel.getByRole('button', { name: 'Send the second review' }).press('Enter')
  await expect(panel.getByRole('status')).toContainText('On its way.')
}

/** What the lead reads once both words are in. */
export async function agreementOf(page: Page) {
  await toQuality(page)
  return part(page, 'Samples').getByRole('table')
}
