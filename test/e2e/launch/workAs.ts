import { expect, type Page } from '@playwright/test'

/** Somebody else sits down at this workstation. */
export async function workAs(page: Page, name: string): Promise<void> {
  const banner = page.getByRole('banner')
  await banner.getByRole('button', { name: /People and settings/ }).click()
  await page.getByRole('menuitemradio', { name: new RegExp(name) }).click()
  await expect(banner.getByRole('button', { name: new RegExp(name) })).toBeVisible()
}
