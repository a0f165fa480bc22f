import type { ReadDays } from '../../../src-preload/contract/vocabulary/handWordShape.ts'
import type { StandingEvidence } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { PersonsWord } from './partyStanding.ts'
import type { PartyStanding } from './standing.ts'

const on = (day: string) => ({ from: day, to: day })
const onOrNone = (day: string | null) => (day === null ? null : on(day))

/** What people read of a claim by hand, for one contested item, as the ladder takes it: it goes before what the machine read. */
export function readByHand(all: readonly ReadDays[], item: string): PersonsWord['read'] {
  const read: { -readonly [Fact in 'acknowledged' | 'statement' | 'engagement']?: PartyStanding[Fact] } = {}
  for (const { reading, evidenceId } of all) {
    const evidence = evidenceOf(evidenceId)
    if (reading.what === 'engagement') {
      const { start, end } = reading
      const isNone = start === null && end === null
      const value = isNone ? null : { start: onOrNone(start), end: onOrNone(end) }
      read.engagement = { isKnown: true, value, evidence }
    } else if (reading.what === 'acknowledged' || reading.item === item)
      read[reading.what] = { isKnown: true, value: onOrNone(reading.day), evidence }
  }
  return read
}

const evidenceOf = (evidenceId: ReadDays['evidenceId']): StandingEvidence[] => [
  { on: 'claim', place: 'verdict' },
  ...(evidenceId === null ? [] : [{ on: 'own', evidenceId } as const]),
]
