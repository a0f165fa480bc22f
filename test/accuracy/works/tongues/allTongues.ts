import type { Tongue } from '../tongue.ts'
import { DUTCH } from './dutch.ts'
import { ENGLISH } from './english.ts'
import { FRENCH } from './french.ts'
import { FURTHER } from './further.ts'
import { GERMAN } from './german.ts'
import { ITALIAN } from './italian.ts'
import { JAPANESE } from './japanese.ts'
import { POLISH } from './polish.ts'
import { PORTUGUESE } from './portuguese.ts'
import { SMALL_PRINT } from './smallPrint.ts'
import { SPANISH } from './spanish.ts'

/** Each language with its further ways of saying things. */
export const TONGUES: readonly Tongue[] = [
  ENGLISH,
  ITALIAN,
  GERMAN,
  FRENCH,
  SPANISH,
  PORTUGUESE,
  DUTCH,
  POLISH,
  JAPANESE,
].map((tongue) => ({ ...withFurther(tongue), smallPrint: SMALL_PRINT[tongue.language] ?? [] }))

function withFurther(tongue: Tongue): Tongue {
  const more = FURTHER[tongue.language]
  if (more === undefined) return tongue
  const { titles, work } = tongue
  return {
    ...tongue,
    titles: {
      ...titles,
      invoice: [...titles.invoice, ...more.invoice],
      quote: [...titles.quote, ...more.quote],
    },
    work: { ...work, any: [...work.any, ...more.any] },
    presales: [...tongue.presales, ...more.presales],
    plans: [...tongue.plans, ...more.plans],
    vague: [...tongue.vague, ...more.vague],
    hollow: [...tongue.hollow, ...more.hollow],
    excluded: [...tongue.excluded, ...more.excluded],
    excludedHeads: [...tongue.excludedHeads, ...more.excludedHeads],
  }
}
