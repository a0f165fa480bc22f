import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Eld from 'eld/extrasmall'

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
  // Capitals are names, which belong to no language.
  const common = text
    .split(/\s+/u)
    .filter((word) => /^\p{Ll}[\p{Ll}'’-]*[.,;:]?$/u.test(word))
    .join(' ')
  if (common.length < FEW_LETTERS) return null
  const file = pathToFileURL(join(modules, 'eld/src/entries/static.extrasmall.js')).href
  const { eld }: typeof Eld = await import(/* @vite-ignore */ file)
  eld.setLanguageSubset(Object.keys(DATA_OF))
  return DATA_OF[eld.detect(common).language] ?? null
}
