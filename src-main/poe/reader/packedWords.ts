import { z } from 'zod'
import { Word } from '../facts/documentFacts.ts'

/** Numbers of one word's place: four of its rect, eight of its quad. */
export const PLACE_NUMBERS = 12
const RECT_NUMBERS = 4

const Look = Word.omit({ text: true, rect: true, quad: true })

/**
 * A page's words on their way from the reader, in columns: long papers have hundreds of thousands, most of which differ in text and place
 * alone. As JSON and checked one by one they cost as much as reading the page did. What unpacks is a `Word` by its making.
 */
export const PackedWords = z
  .object({
    texts: z.array(z.string()),
    places: z.instanceof(Float64Array).refine((places) => places.every(Number.isFinite)),
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
  return texts.flatMap((text, i) => {
    const look = looks[lookOf[i] ?? looks.length]
    if (look === undefined) return []
    const at = i * PLACE_NUMBERS
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = places.subarray(at, at + RECT_NUMBERS)
    const quad = Array.from(places.subarray(at + RECT_NUMBERS, at + PLACE_NUMBERS))
    return [{ text, rect: [x0, y0, x1, y1], quad, ...look }]
  })
}
