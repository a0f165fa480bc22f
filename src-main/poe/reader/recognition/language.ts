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

/**
 * Which data fit a text; null where it has fewer than `least` letters or is of no language that we have. `modules` is the folder of
 * packages.
 */
export async function languageOf(
  text: string,
  modules: string,
  least: number = FEW_LETTERS,
): Promise<string | null> {
  if (isJapanese(text)) return 'jpn'
  const telling = commonWords(text)
  if (telling.length < least) return null
  const eld = await loadDetector(modules)
  eld.setLanguageSubset(Object.keys(DATA_OF))
  return DATA_OF[eld.detect(telling).language] ?? null
}

export async function loadDetector(modules: string): Promise<(typeof Eld)['eld']> {
  const file = pathToFileURL(join(modules, 'eld/src/entries/static.extrasmall.js')).href
  const { eld }: typeof Eld = await import(/* @vite-ignore */ file)
  return eld
}

/** Capitals begin names, which belong to no language; where hardly anything else stands, they must do. */
function commonWords(text: string): string {
  const words = text.split(/\s+/u).filter((word) => /^\p{L}[\p{L}'’-]*[.,;:]?$/u.test(word))
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).join(' ')
  return small.length >= 4 * FEW_LETTERS ? small : words.join(' ')
}

/** Most of the letters are Japanese ones; junk has some of them as well. */
export function isJapanese(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const japanese = letters.filter((letter) => /[\u3040-\u30FF\u4E00-\u9FFF]/u.test(letter))
  return japanese.length > 12 && japanese.length > letters.length * 0.5
}
