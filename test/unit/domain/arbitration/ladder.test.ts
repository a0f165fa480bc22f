import { describe, expect, it } from 'vitest'
import {
  ARBITRATION_BY_DEFAULT,
  type ArbitrationPolicy,
} from '../../../../src-main/domain/arbitration/arbitrationPolicy.ts'
import { climb } from '../../../../src-main/domain/arbitration/ladder.ts'
import type { PartyStanding } from '../../../../src-main/domain/arbitration/standing.ts'
import { Ladder, type RungResult } from '../../../../src-preload/contract/vocabulary/ladderShape.ts'
import { COMPARED_RUNGS, type Rung, RUNGS } from '../../../../src-preload/contract/vocabulary/ladderWords.ts'
import { LADDER_STORIES } from '../../../builders/domain/arbitration/ladderStories.ts'
import {
  anIncumbent,
  aStanding,
  fromTo,
  judged,
  known,
  on,
  TODAY,
  unknown,
} from '../../../builders/domain/arbitration/standings.ts'

function compared(parties: readonly PartyStanding[], policy: ArbitrationPolicy = ARBITRATION_BY_DEFAULT) {
  const ladder = climb(parties, { policy, today: TODAY })
  if (ladder.outcome === 'refused') throw new Error(ladder.reason)
  const rung = (name: Rung): RungResult => {
    const found = ladder.rungs.find((one) => one.rung === name)
    if (found === undefined) throw new Error(`There is no rung ${name}.`)
    return found
  }
  return { ...ladder, ladder, rung, outcomeOf: (name: Rung) => rung(name).outcome }
}
const valuesOn = ({ parties }: RungResult) =>
  Object.fromEntries(parties.map(({ claimId, value }) => [claimId, value.word]))

describe('the ladder', () => {
  it.each(LADDER_STORIES)('$title', ({ parties, endsAt, suggestion, suggested }) => {
    const { ladder, rungs, ...result } = compared(parties)
    expect(Ladder.parse(ladder)).toEqual(ladder)
    expect(result.suggestion.kind).toBe(suggestion)
    expect('claimId' in result.suggestion ? result.suggestion.claimId : null).toBe(suggested)
    const asked = rungs.filter(({ outcome }) => outcome.kind !== 'not_asked').map(({ rung }) => rung)
    expect(asked.at(-1) ?? null).toBe(endsAt)
    // Every rung shows every party, whether it was asked or not.
    expect(rungs.map(({ rung }) => rung)).toEqual(RUNGS)
    for (const rung of rungs) expect(rung.parties).toHaveLength(parties.length)
  })

  it('has a story for every rung', () => {
    const ends = new Set(LADDER_STORIES.map(({ endsAt }) => endsAt))
    expect(RUNGS.filter((rung) => !ends.has(rung))).toEqual([])
  })

  it('wants two parties at least, and each once', () => {
    const setting = { policy: ARBITRATION_BY_DEFAULT, today: TODAY }
    expect(climb([aStanding('a')], setting)).toEqual({ outcome: 'refused', reason: 'too_few_parties' })
    expect(climb([aStanding('a'), aStanding('a'), aStanding('b')], setting)).toEqual({
      outcome: 'refused',
      reason: 'party_twice',
    })
  })

  it('shows the rungs below the deciding one, and marks them as not asked', () => {
    const { rungs, rung } = compared([
      anIncumbent('holder'),
      aStanding('asker', { acknowledged: on('2026-10-01') }),
    ])
    expect(rungs.map(({ outcome }) => outcome.kind)).toEqual([
      'not_clear',
      'not_clear',
      'clear',
      'not_asked',
      'not_asked',
      'not_asked',
      'not_asked',
    ])
    expect(valuesOn(rung('currency'))).toEqual({ asker: 'runs', holder: 'runs' })
    expect(rung('currency').parties.map(({ claimId, isLeft }) => [claimId, isLeft])).toEqual([
      ['asker', true],
      ['holder', false],
    ])
  })

  it('says why a rung is not clear', () => {
    const { outcomeOf } = compared([
      aStanding('a', { acknowledged: on('2026-09-05') }),
      aStanding('b', {
        acknowledged: on('2026-09-01'),
        mention: { item: true, activity: false, tenant_or_subscription: true },
      }),
    ])
    expect(outcomeOf('validity')).toEqual({ kind: 'not_clear', why: 'same' })
    expect(outcomeOf('customer_statement')).toEqual({ kind: 'not_clear', why: 'none_has' })
    expect(outcomeOf('recency')).toEqual({ kind: 'not_clear', why: 'within_tie' })
    expect(outcomeOf('specificity')).toEqual({ kind: 'clear', claimId: 'a' })
  })

  it('says what is missing where it cannot tell, and that the suggestion below hangs on it', () => {
    const { outcomeOf, suggestion } = compared([
      anIncumbent('holder', { acknowledged: unknown, engagement: fromTo('2025-01-01', null) }),
      aStanding('asker', { acknowledged: on('2026-03-04', '2026-04-03'), activityFit: known('partly') }),
    ])
    expect(outcomeOf('recency')).toEqual({
      kind: 'cannot_tell',
      missing: [
        { claimId: 'asker', what: 'date_reading' },
        { claimId: 'holder', what: 'acknowledgment_date' },
      ],
    })
    expect(outcomeOf('currency')).toEqual({
      kind: 'cannot_tell',
      missing: [{ claimId: 'holder', what: 'engagement_end' }],
    })
    expect(suggestion).toEqual({
      kind: 'clear',
      rung: 'activity_fit',
      claimId: 'holder',
      unsettled: ['recency', 'currency'],
    })
  })

  it('never suggests a party that fails while another may still pass', () => {
    const open = aStanding('open', { criteria: judged({ products: 'cannot_tell' }) })
    const failing = aStanding('failing', {
      criteria: judged({ dates: 'not_met' }),
      statement: on('2026-11-01'),
    })
    const { suggestion, rung } = compared([open, failing])
    expect(suggestion).toEqual({ kind: 'criteria_open', claimId: 'open' })
    expect(rung('validity')).toMatchObject({
      outcome: { kind: 'cannot_tell', missing: [{ claimId: 'open', what: 'criteria' }] },
      leftBehind: ['failing'],
    })
  })

  it('names the criteria and the details for which a party fails or is open', () => {
    const { rung } = compared([
      aStanding('a', { criteria: judged({ dates: 'not_met', products: null }) }),
      aStanding('b', { criteria: judged({ dates: null, products: 'cannot_tell' }) }),
      aStanding('c', { details: [{ check: 'domain_tenant', verdict: 'not_met' }] }),
      aStanding('d', { hasPoe: false }),
      aStanding('e', { hasPoe: false, isMigrated: true }),
    ])
    expect(rung('validity').parties.map(({ value }) => value)).toEqual([
      { word: 'not_valid', criteria: ['dates'], checks: [] },
      { word: 'criteria_open', criteria: ['dates', 'products'] },
      { word: 'not_valid', criteria: [], checks: ['domain_tenant'] },
      { word: 'no_poe' },
      { word: 'no_poe_migrated' },
    ])
  })

  it('keeps both of a tie when a third is later than one of them and not than the other', () => {
    const { rung } = compared([
      aStanding('a', { acknowledged: on('2026-09-01') }),
      aStanding('b', { acknowledged: on('2026-09-06') }),
      aStanding('c', { acknowledged: on('2026-09-11') }),
    ])
    expect(rung('recency')).toMatchObject({
      outcome: { kind: 'not_clear', why: 'within_tie' },
      leftBehind: ['a'],
    })
  })

  it('carries the evidence of every value', () => {
    const evidence = [{ on: 'claim', place: 'verdict' } as const]
    const { rung } = compared([
      aStanding('a', { acknowledged: { ...on('2026-09-01'), evidence } }),
      anIncumbent('b', { hasPoe: false }),
    ])
    expect(rung('recency').parties[0]?.evidence).toEqual(evidence)
    expect(rung('validity').parties[1]?.evidence).toEqual([{ on: 'claim', place: 'documents' }])
    expect(rung('discretion').parties.map((party) => party.evidence)).toEqual([
      [{ on: 'claim', place: 'submission' }],
      [{ on: 'claim', place: 'association' }],
    ])
  })
})

describe('the ladder of another profile', () => {
  const holder = anIncumbent('holder', { acknowledged: on('2026-09-01'), statement: on('2026-09-20') })
  const asker = aStanding('asker', { acknowledged: on('2026-09-05') })
  const by = (change: Partial<ArbitrationPolicy>) => ({ ...ARBITRATION_BY_DEFAULT, ...change })

  it('asks in its own order', () => {
    const rungs = { ...by({}).rungs, recency: 2, customer_statement: 3 }
    expect(compared([holder, asker], by({ rungs, recencyTieDays: 4 })).suggestion).toMatchObject({
      rung: 'recency',
      claimId: 'asker',
    })
    expect(compared([holder, asker]).suggestion).toMatchObject({
      rung: 'customer_statement',
      claimId: 'holder',
    })
  })

  it('leaves out rungs that are off', () => {
    const rungs = { ...by({}).rungs, customer_statement: null }
    const result = compared([holder, asker], by({ rungs }))
    expect(result.rungs.map(({ rung }) => rung)).toEqual([
      ...COMPARED_RUNGS.filter((rung) => rung !== 'customer_statement'),
      'discretion',
    ])
    expect(result.suggestion).toMatchObject({ kind: 'discretion', by: 'incumbent' })
  })

  it('has its own days of a tie and its own suggestion', () => {
    const rungs = { ...by({}).rungs, customer_statement: null }
    expect(compared([holder, asker], by({ rungs, recencyTieDays: 4 })).suggestion).toMatchObject({
      rung: 'recency',
    })
    expect(
      compared([holder, asker], by({ statementTieDays: 30, suggestion: 'none' })).suggestion,
    ).toMatchObject({ kind: 'clear', claimId: 'holder' })
    expect(
      compared([holder, asker], by({ rungs, suggestion: 'earlier_submission' })).suggestion,
    ).toMatchObject({
      by: 'earlier_submission',
      claimId: 'holder',
    })
    expect(compared([holder, asker], by({ rungs, suggestion: 'none' })).suggestion).toEqual({
      kind: 'discretion',
      claimId: null,
      by: null,
      unsettled: [],
    })
  })
})
