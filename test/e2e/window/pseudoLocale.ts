import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'
import type { Plugin } from 'vite'

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'à',
  c: 'ç',
  e: 'é',
  i: 'ï',
  n: 'ñ',
  o: 'ö',
  u: 'û',
  y: 'ý',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ø',
  U: 'Ü',
}
/** Among the longest that translations into German or Finnish grow by, for anything that is a sentence. */
const LONGER = 0.4

/** A message as a long language would have it, with every value still in its place. */
export function pseudoMessage(message: string): string {
  const elements = parse(message)
  const letters = lengthOf(elements)
  return printAST([...elements.map(accented), literal(tail(letters))])
}

/** English words read on, so that lines break where words end. */
function tail(letters: number): string {
  const wanted = Math.ceil(letters * LONGER)
  return wanted === 0 ? '' : ` ${'lörem ipsüm '.repeat(wanted)}`.slice(0, Math.max(wanted, 2)).trimEnd()
}

const literal = (value: string): MessageFormatElement => ({ type: TYPE.literal, value })

export const withAccents = (text: string) => text.replace(/[a-zA-Z]/g, (letter) => ACCENTS[letter] ?? letter)

function accented(element: MessageFormatElement): MessageFormatElement {
  if (element.type === TYPE.literal) return { ...element, value: withAccents(element.value) }
  if (element.type === TYPE.plural || element.type === TYPE.select) {
    const options = Object.entries(element.options).map(([name, option]) => [
      name,
      { ...option, value: option.value.map(accented) },
    ])
    return { ...element, options: Object.fromEntries(options) }
  }
  return element
}

function lengthOf(elements: readonly MessageFormatElement[]): number {
  const lengths = elements.map((element) => {
    if (element.type === TYPE.literal) return element.value.trim().length
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return Math.max(...Object.values(element.options).map(({ value }) => lengthOf(value)))
    return 0
  })
  return lengths.reduce((sum, length) => sum + length, 0)
}

/** Puts the derived language into the built page beside English: a page that asked for it has it in English's place. */
export function pseudoLocale(): Plugin {
  return {
    name: 'pseudo-locale',
    enforce: 'pre',
    transform(code, id) {
      if (!/resources\/locales\/(viewer\.)?en\.json$/.test(id)) return null
      const english = JSON.parse(code) as Record<string, string> // checked by the tests of the catalogues
      const longer = Object.fromEntries(
        Object.entries(english).map(([key, text]) => [key, pseudoMessage(text)]),
      )
      const source = `export default globalThis.isPseudo ? ${JSON.stringify(longer)} : ${JSON.stringify(english)}`
      return { code: source, map: null, moduleType: 'js' }
    },
  }
}
