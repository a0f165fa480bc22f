import type { Page } from '@playwright/test'
import { withAccents } from '../pseudoLocale.ts'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const either = (english: string, italian: string) =>
  [english, withAccents(english), italian].map(escaped).join('|')

/** A text that begins like this in English, in Italian or in the longer language. */
export const words = (english: string, italian: string) => new RegExp(`^(?:${either(english, italian)})`)
/** The text is this and no more, but for what the longer language adds. */
export const whole = (english: string, italian: string) =>
  new RegExp(`^(?:${either(english, italian)})(?: l[ö ].*| l)?$`)
export const within = (english: string, italian: string) => new RegExp(either(english, italian))

/** What a person types to find something by its name. */
export async function inLanguage(page: Page, names: { readonly en: string; readonly it: string }) {
  if ((await page.locator('html').getAttribute('lang'))?.startsWith('it')) return names.it
  const isLonger = await page.evaluate(() => Reflect.get(globalThis, 'isPseudo') === true)
  return isLonger ? withAccents(names.en) : names.en
}
