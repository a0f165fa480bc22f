import type { Tongue } from '../tongue.ts'
import { DUTCH } from './dutch.ts'
import { ENGLISH } from './english.ts'
import { FRENCH } from './french.ts'
import { GERMAN } from './german.ts'
import { ITALIAN } from './italian.ts'
import { JAPANESE } from './japanese.ts'
import { POLISH } from './polish.ts'
import { PORTUGUESE } from './portuguese.ts'
import { SPANISH } from './spanish.ts'

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
]
