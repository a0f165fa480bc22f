import { LOCALES, type Locale } from '../../src-preload/contract/vocabulary/settingWords.ts'
import type { Catalogue } from '../../src-preload/words/say.ts'

export type { Catalogue, MessageId } from '../../src-preload/words/say.ts'

const PARTS = {
  en: () => [import('../../resources/locales/en.json'), import('../../resources/locales/viewer.en.json')],
  it: () => [import('../../resources/locales/it.json'), import('../../resources/locales/viewer.it.json')],
} as const satisfies Record<Locale, () => Promise<{ default: Catalogue }>[]>

/** Only what is read is loaded. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  const parts = await Promise.all(PARTS[locale]())
  return Object.assign({}, ...parts.map((part) => part.default))
}

/** The first language of the system that we have; English when we have none. `wished`: the setting. */
export function localeFor(wished: 'system' | Locale, systemLanguages: readonly string[]): Locale {
  if (wished !== 'system') return wished
  const languages = systemLanguages.map((tag) => tag.toLowerCase().split('-')[0])
  return (
    LOCALES.find((locale) => locale === languages.find((tag) => LOCALES.some((each) => each === tag))) ?? 'en'
  )
}

/** The tag for dates and numbers: the system's own where it is of the same language, so that a Briton keeps British dates. */
export function formatLocaleFor(locale: Locale, systemLanguages: readonly string[]): string {
  return systemLanguages.find((tag) => tag.toLowerCase().split('-')[0] === locale) ?? locale
}
