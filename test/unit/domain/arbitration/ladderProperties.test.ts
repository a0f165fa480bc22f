import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ARBITRATION_BY_DEFAULT,
  type ArbitrationPolicy,
} from '../../../../src-main/domain/arbitration/arbitrationPolicy.ts'
import { climb } from '../../../../src-main/domain/arbitration/ladder.ts'
import type { Known, PartyStanding } from '../../../../src-main/domain/arbitration/standing.ts'
import { Ladder } from '../../../../src-preload/contract/vocabulary/ladderShape.ts'
import {
  ACTIVITY_FITS,
  COMPARED_RUNGS,
  SUGGESTIONS,
} from '../../../../src-preload/contract/vocabulary/ladderWords.ts'
import type { DayRange } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { CRITERIA } from '../../../../src-preload/contract/vocabulary/words.ts'
import {
  aStanding,
  fromTo,
  judged,
  known,
  TODAY,
  unknown,
} from '../../../builders/domain/arbitration/standings.ts'

const DAY_MS = 86_400_000
/** Days close together, so that ties and overlapping readings are common. */
const dayAt = (n: number): string =>
  new Date(Date.parse('2026-09-01') + n * DAY_MS).toISOString().slice(0, 10)
const rangeAt = (n: number, span: number): DayRange => ({ from: dayAt(n), to: dayAt(n + span) })
const maybeKnown = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Known<Value>> =>
  fc.option(value.map(known), { nil: unknown, freq: 5 })

const ranges = fc.tuple(fc.nat(25), fc.constantFrom(0, 0, 0, 5, 20)).map(([n, span]) => rangeAt(n, span))
const days = maybeKnown(fc.option(ranges, { nil: null, freq: 4 }))
const verdicts = fc.constantFrom('met', 'met', 'met', 'met', 'not_met', 'cannot_tell', null)
const aspects = fc.constantFrom(true, true, false, null)
const instants = fc.nat(3).map((hour) => Instant.parse(`2026-10-01T0${hour}:00:00Z`))
const engagements = fc.constantFrom(
  fromTo('2026-01-01', '2026-12-31'),
  fromTo('2026-01-01', '2026-06-30'),
  fromTo('2026-12-01', '2027-06-30'),
  fromTo('2026-01-01', null),
  known(null),
  unknown,
)

/** Only what is compared; the incumbent is set apart, since an item has one at most. */
const fields = fc.record({
  criteria: fc
    .record(Object.fromEntries(CRITERIA.map((criterion) => [criterion, verdicts])))
    .map((said) => judged(said)),
  hasPoe: fc.constantFrom(true, true, true, true, false),
  statement: days,
  acknowledged: days,
  mention: fc.record({ item: aspects, activity: aspects, tenant_or_subscription: aspects }),
  engagement: engagements,
  activityFit: maybeKnown(fc.constantFrom(...ACTIVITY_FITS)),
  submittedAt: instants,
})
const NAMES = ['a', 'b', 'c', 'd', 'e'] as const
const parties = fc
  .tuple(fc.array(fields, { minLength: 2, maxLength: 5 }), fc.nat(5))
  .map(([all, holder]) =>
    all.map((one, i) => aStanding(NAMES[i] ?? 'z', { ...one, isIncumbent: i === holder })),
  )
const policies: fc.Arbitrary<ArbitrationPolicy> = fc
  .record({
    order: fc.shuffledSubarray([...COMPARED_RUNGS]),
    statementTieDays: fc.constantFrom(1, 7),
    recencyTieDays: fc.constantFrom(1, 7, 14),
    suggestion: fc.constantFrom(...SUGGESTIONS),
  })
  .map(({ order, ...rest }) => ({
    ...ARBITRATION_BY_DEFAULT,
    ...rest,
    rungs: Object.fromEntries(
      COMPARED_RUNGS.map((rung) => [rung, order.includes(rung) ? order.indexOf(rung) + 1 : null]),
    ) as ArbitrationPolicy['rungs'],
  }))

const climbed = (of: readonly PartyStanding[], policy = ARBITRATION_BY_DEFAULT) =>
  climb(of, { policy, today: TODAY })
function suggestedOf(ladder: Ladder): string | null {
  if (ladder.outcome === 'refused') return null
  return 'claimId' in ladder.suggestion ? ladder.suggestion.claimId : null
}

function permutations<Item>(of: readonly Item[]): Item[][] {
  if (of.length <= 1) return [[...of]]
  return of.flatMap((one, i) => permutations(of.toSpliced(i, 1)).map((rest) => [one, ...rest]))
}

describe('the ladder, whoever comes', () => {
  it('says the same in whatever order the parties are given', () => {
    fc.assert(
      fc.property(parties, policies, (all, policy) => {
        const [first, ...others] = permutations(all).map((order) => climbed(order, policy))
        for (const other of others) expect(other).toEqual(first)
        expect(Ladder.parse(first)).toEqual(first)
      }),
      { numRuns: 150 },
    )
  })

  it('says the same whoever carries which name, but for the names', () => {
    fc.assert(
      fc.property(parties, policies, (all, policy) => {
        const renamed = all.map((party, i) => ({ ...party, claimId: aStanding(`z${9 - i}`).claimId }))
        const before = suggestedOf(climbed(all, policy))
        const at = all.findIndex(({ claimId }) => claimId === before)
        expect(suggestedOf(climbed(renamed, policy))).toBe(renamed[at]?.claimId ?? null)
      }),
      { numRuns: 300 },
    )
  })

  it('never suggests a party before one that has no less in anything and came no later', () => {
    fc.assert(
      fc.property(parties, policies, losses, (all, policy, loss) => {
        const [better] = all
        if (better === undefined) return
        const worse = {
          ...loss.reduce((one, lose) => lose(one), better),
          claimId: aStanding('worse').claimId,
        }
        const suggested = suggestedOf(climbed([...all, { ...worse, isIncumbent: false }], policy))
        expect(suggested).not.toBe('worse')
      }),
      { numRuns: 1500 },
    )
  })

  it('of two, keeps suggesting the one that gains more', () => {
    fc.assert(
      fc.property(parties, policies, losses, ([better, rival], policy, loss) => {
        if (better === undefined || rival === undefined) return
        const before = { ...loss.reduce((one, lose) => lose(one), better), claimId: better.claimId }
        if (suggestedOf(climbed([before, rival], policy)) !== better.claimId) return
        expect(suggestedOf(climbed([better, rival], policy))).toBe(better.claimId)
      }),
      { numRuns: 1500 },
    )
  })

  it('leaves no party behind that a rung does not clearly put behind another one', () => {
    fc.assert(
      fc.property(parties, policies, (all, policy) => {
        const ladder = climbed(all, policy)
        if (ladder.outcome === 'refused') throw new Error(ladder.reason)
        for (const { parties: shown, leftBehind, outcome } of ladder.rungs) {
          const left = shown.filter(({ isLeft }) => isLeft).map(({ claimId }) => claimId)
          const ahead = left.filter((claimId) => !leftBehind.includes(claimId))
          expect(ahead.length).toBeGreaterThan(0)
          if (outcome.kind === 'clear') expect(ahead).toEqual([outcome.claimId])
        }
      }),
      { numRuns: 300 },
    )
  })
})

type Loss = (party: PartyStanding) => PartyStanding
const earlier = (day: PartyStanding['statement'], n: number): PartyStanding['statement'] => {
  if (!day.isKnown || day.value === null) return day
  const back = (text: string) => new Date(Date.parse(text) - n * DAY_MS).toISOString().slice(0, 10)
  return known({ from: back(day.value.from), to: back(day.value.to) })
}
/** Ways of having less: what is not known stays so, since nobody knows whether that is less. */
const losses = fc.array(
  fc.oneof(
    fc.nat(20).map(
      (n): Loss =>
        (one) => ({ ...one, statement: earlier(one.statement, n) }),
    ),
    fc.nat(20).map(
      (n): Loss =>
        (one) => ({ ...one, acknowledged: earlier(one.acknowledged, n) }),
    ),
    fc.constant<Loss>((one) => (one.statement.isKnown ? { ...one, statement: known(null) } : one)),
    fc.constant<Loss>((one) => ({ ...one, hasPoe: false })),
    fc.constantFrom(...CRITERIA).map(
      (criterion): Loss =>
        (one) => ({
          ...one,
          criteria: one.criteria.map((each) =>
            each.criterion === criterion && each.verdict === 'met' ? { ...each, verdict: 'not_met' } : each,
          ),
        }),
    ),
    fc.constantFrom('item', 'activity', 'tenant_or_subscription').map(
      (aspect): Loss =>
        (one) =>
          one.mention[aspect] === null ? one : { ...one, mention: { ...one.mention, [aspect]: false } },
    ),
    fc.constant<Loss>((one) => (one.activityFit.isKnown ? { ...one, activityFit: known('not_told') } : one)),
    fc.constant<Loss>((one) => ({ ...one, isIncumbent: false })),
  ),
  { minLength: 1, maxLength: 3 },
)
