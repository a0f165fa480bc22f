import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Personal data that stand nowhere else in the world, each with a part of it that an index may keep by itself. */
export const SEEDED = {
  customer: 'Umbrafell Korvath plc',
  contact: 'Zorblaxia Quimbystead',
  mail: 'zq.xanthorpe@umbrafell.example',
  partner: 'Vexmoor Dralithane Ltd',
  comment: 'Wimblewock doubts the xylograph',
  draft: 'Yttrigold is still to be asked',
  decision: 'Brontquist never signed it',
  note: 'Plimsarrow rang about it',
} as const

/** What SQLite may keep of a word: the whole of it, or what is left of it behind the letters that it has in common with the one before. */
export function wordsOf(text: string): string[] {
  const long = text.split(/[^A-Za-z]+/).filter((word) => word.length >= 8)
  return [...new Set(long.flatMap((word) => [word, word.toLowerCase(), word.toLowerCase().slice(-7)]))]
}

/** Every file of a folder that holds one of the words, with the word: byte by byte, as UTF-8 and as UTF-16. */
export function findWords(folder: string, words: readonly string[]): string[] {
  const needles = words.flatMap((word) => [
    [word, Buffer.from(word, 'utf8')] as const,
    [word, Buffer.from(word, 'utf16le')] as const,
  ])
  return filesIn(folder).flatMap((path) => {
    const bytes = readFileSync(path)
    const found = needles.filter(([, needle]) => bytes.includes(needle)).map(([word]) => word)
    return [...new Set(found)].map((word) => `${relative(folder, path)}: ${word}`)
  })
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
