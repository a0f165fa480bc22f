import { z } from 'zod'
import { Word } from '../facts/documentFacts.ts'

/** Numbers of one word's place: four of its rect, eight of its quad. */
const PLACE_NUMBERS = 12

const Look = Word.omit({ text: true, rect: true, quad: true })

/**
 * A page's words on their way from the reader, in columns: long papers have hundreds of thousands, most of which differ in text and place
 * alone. As JSON and checked one by one they cost as much as reading the page did. What unpacks is a `Word` by its making.
 */
export const PackedWords = z
  .object({
    texts: z.array(z.string()),
    places: z.instanceof(Float64Array).refine((places) => places.every((value) => Number.isFinite(value))),
    /** The different ones. */
    looks: z.array(Look),
    /** For every word the number of its look. */
    lookOf: z.instanceof(Uint32Array),
  })
  .refine(
    ({ texts, places, looks, lookOf }) =>
      places.length === texts.length * PLACE_NUMBERS &&
      lookOf.length === texts.length &&
      lookOf.every((look) => look < looks.length),
  )
export type PackedWords = z.infer<typeof PackedWords>

/** What a word weighs beside its text, in characters. */
const WORD_WEIGHT = 100

/** About as many characters as the answer has, whatever it is. */
export function weightOf(words: unknown): number {
  const texts: unknown = Reflect.get(Object(words), 'texts')
  if (!Array.isArray(texts)) return 0
  return texts.reduce<number>(
    (sum, text) => sum + (typeof text === 'string' ? text.length : 0) + WORD_WEIGHT,
    0,
  )
}

export function unpackWords({ texts, places, looks, lookOf }: PackedWords): Word[] {
  const words: Word[] = []
  texts.forEach((text, i) => {
    const look = looks[lookOf[i] ?? looks.length]
    if (look) words.push(wordAt(text, places, i * PLACE_NUMBERS, look))
  })
  return words
}

// Number by number: a view of each word's part would take longer to make than the word.
const wordAt = (text: string, places: Float64Array, at: number, look: z.infer<typeof Look>): Word => ({
  text,
  rect: [places[at] ?? 0, places[at + 1] ?? 0, places[at + 2] ?? 0, places[at + 3] ?? 0],
  quad: [
    places[at + 4] ?? 0,
    places[at + 5] ?? 0,
    places[at + 6] ?? 0,
    places[at + 7] ?? 0,
    places[at + 8] ?? 0,
    places[at + 9] ?? 0,
    places[at + 10] ?? 0,
    places[at + 11] ?? 0,
  ],
  size: look.size,
  bold: look.bold,
  script: look.script,
  source: look.source,
  confidence: look.confidence,
})
