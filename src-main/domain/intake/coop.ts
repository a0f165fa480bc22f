import type { IntakeNote, StatedClaim } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { CoopProgram } from '../../../src-preload/contract/vocabulary/intakeWords.ts'
import { spellingOf } from '../../../src-preload/contract/vocabulary/statusNames.ts'
import { activityNamed, programNamed, solutionAreaNamed } from './fieldWords.ts'
import { intakeNote } from './notes.ts'

/** The words of each programme of the co-op process, in the order in which they must follow one another (S-06). */
const NAMES: readonly (readonly [CoopProgram, string])[] = [
  ['CSP', 'csp'],
  ['CSP', 'cloud solution provider'],
  ['CSP', 'cloud solutions provider'],
  ['MANAGED_RESELLER', 'managed reseller'],
  ['MANAGED_RESELLER', 'managed resellers'],
  ['HOSTING', 'hosting'],
  ['HOSTING', 'hoster'],
  ['HOSTING', 'hosters'],
  ['SURFACE', 'surface'],
]

/** The co-op programme that a name means, in any common spelling and among other words; null = none. */
export function coopProgramNamed(name: string): CoopProgram | null {
  const words = ` ${name
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')} `
  const found = NAMES.find(
    ([, spoken]) => words.includes(` ${spoken} `) || spellingOf(name) === spellingOf(spoken),
  )
  return found?.[0] ?? null
}

/**
 * Claims that do not belong here at all: of the co-op process (S-06), of another programme (S-05) or another solution area (S-02).
 * Empty = it is a CPOR claim as far as its words say.
 */
export function foreignNotes(claim: StatedClaim): IntakeNote[] {
  const strangers = [
    stranger('program', claim.program, programNamed),
    stranger('solutionArea', claim.solutionArea, solutionAreaNamed),
    ...claim.activities.map((activity) => stranger('activities', activity, activityNamed)),
  ].flatMap((one) => one ?? [])
  const coop = strangers.flatMap(({ field, word }) => {
    const program = coopProgramNamed(word)
    return program === null ? [] : [intakeNote('refuse', 'coop_program', { field }, { program, word })]
  })
  if (coop.length > 0) return coop.slice(0, 1)
  return strangers
    .filter(({ field }) => field !== 'activities')
    .map(({ field, word }) => intakeNote('refuse', 'not_cpor', { field }, { word }))
}

function stranger(field: string, word: string | null, reader: (text: string) => string | null) {
  return word === null || reader(word) !== null ? null : { field, word }
}
