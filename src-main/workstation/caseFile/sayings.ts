import { IntlMessageFormat } from 'intl-messageformat'
import { LOCALES, type Locale } from '../../../src-preload/contract/vocabulary/settingWords.ts'
import type { Catalogue, MessageId, Say, Values } from '../../../src-preload/words/say.ts'

const CATALOGUES = {
  en: () => import('../../../resources/locales/en.json', { with: { type: 'json' } }),
  it: () => import('../../../resources/locales/it.json', { with: { type: 'json' } }),
} as const satisfies Record<Locale, () => Promise<{ default: Catalogue }>>

/** English in the British way: a day before its month cannot be misread. */
const FORMATS: Readonly<Record<Locale, string>> = { en: 'en-GB', it: 'it-IT' }

export interface Sayings {
  readonly say: Say
  /** For days and numbers. */
  readonly locale: string
}

/** The catalogue of a language for paper. Values are put in as they are; only messages are ever parsed. */
export async function loadSayings(language: Locale): Promise<Sayings> {
  const { default: catalogue } = await CATALOGUES[language]()
  const locale = FORMATS[language]
  const parsed = new Map<MessageId, IntlMessageFormat>()
  const messageOf = (id: MessageId): IntlMessageFormat => {
    const known = parsed.get(id) ?? new IntlMessageFormat(catalogue[id], locale)
    parsed.set(id, known)
    return known
  }
  return { locale, say: (id: MessageId, values?: Values) => String(messageOf(id).format(values)) }
}

/** The language that a person chose, or the system's where it is one of ours. */
export function languageOf(wished: Locale | 'system'): Locale {
  if (wished !== 'system') return wished
  const system = Intl.DateTimeFormat().resolvedOptions().locale.slice(0, 2)
  return LOCALES.find((known) => known === system) ?? 'en'
}
