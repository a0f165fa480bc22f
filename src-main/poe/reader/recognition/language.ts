import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Eld from 'eld/small'

/** Languages of which there are recognition data, by what the detector calls them. */
const DATA_OF: Readonly<Record<string, string>> = {
  en: 'eng',
  it: 'ita',
  de: 'deu',
  fr: 'fra',
  es: 'spa',
  pt: 'por',
  nl: 'nld',
  pl: 'pol',
  ja: 'jpn',
}
/** Less text than this tells no language. */
const FEW_LETTERS = 40

/** Which data fit a text; null where it is too short or of no language that we have. `modules` is the folder of packages. */
export async function languageOf(text: string, modules: string): Promise<string | null> {
  if (/[\u3040-\u30FF\u4E00-\u9FFF]{6,}/u.test(text.replace(/\s/gu, ''))) return 'jpn'
  if (text.replace(/[^\p{L}]/gu, '').length < FEW_LETTERS) return null
  const file = pathToFileURL(join(modules, 'eld/src/entries/static.small.js')).href
  const { eld }: typeof Eld = await import(/* @vite-ignore */ file)
  eld.setLanguageSubset(Object.keys(DATA_OF))
  return DATA_OF[eld.detect(text).language] ?? null
}
