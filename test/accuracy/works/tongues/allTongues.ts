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
import { SPANISH } from './spanish.ts'

const FIRST = [ENGLISH, ITALIAN, GERMAN, FRENCH, SPANISH, PORTUGUESE, DUTCH, POLISH, JAPANESE]
const R = process.env['FRESH'] === '1'
export const TONGUES: readonly Tongue[] = FIRST.map((tongue) => {
  const more = FURTHER[tongue.language]
  if (more === undefined) return tongue
  const t = <T>(a: readonly T[], b: readonly T[]): readonly T[] => (R ? b : [...a, ...b])
  return {
    ...tongue,
    titles: {
      ...tongue.titles,
      invoice: t(tongue.titles.invoice, more.invoice),
      quote: t(tongue.titles.quote, more.quote),
    },
    work: R
      ? { any: more.any, mail: more.any, collab: more.any, devices: more.any, business: more.any }
      : { ...tongue.work, any: [...tongue.work.any, ...more.any] },
    presales: t(tongue.presales, more.presales),
    plans: t(tongue.plans, more.plans),
    vague: t(tongue.vague, more.vague),
    hollow: t(tongue.hollow, more.hollow),
    excluded: t(tongue.excluded, more.excluded),
    excludedHeads: t(tongue.excludedHeads, more.excludedHeads),
  }
})
