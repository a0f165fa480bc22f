import { describe, expect, it } from 'vitest'
import { caseAfter, openedCase } from '../../../../src-main/domain/arbitration/caseAfter.ts'
import { isLivingCase } from '../../../../src-main/domain/arbitration/caseState.ts'
import { type Contention, planCase } from '../../../../src-main/domain/arbitration/detect.ts'
import { livingParties } from '../../../../src-main/domain/arbitration/parties.ts'
import type { ArbitrationCase } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { CaseId, ClaimId, Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCase } from '../../../builders/arbitrationCase.ts'
import { fc } from '../../../builders/hub/property.ts'

const NOW = Instant.parse('2026-11-20T10:00:00.000Z')
const claim = (claimId: string, mpnId: string, more: Partial<Contention> = {}): Contention => ({
  claimId: ClaimId.parse(claimId),
  mpnId,
  partnerCompanyName: `Partner ${mpnId}`,
  standing: 'asks',
  items: ['i1'],
  firstReviewedAt: null,
  heldSince: null,
  ...more,
})
const holder = (claimId: string, mpnId: string) => claim(claimId, mpnId, { standing: 'holds' })

/** The living case that the claims make, whatever there was before; null = they make none. */
function settled(claims: readonly Contention[], known: ArbitrationCase | null): ArbitrationCase | null {
  const living = known !== null && isLivingCase(known.state) ? known : null
  const plan = planCase(claims, living?.parties ?? null)
  if (living !== null) return caseAfter(living, plan, { at: NOW, reasonFor: () => 'withdrawn' })
  if (plan.act !== 'open') return known
  const { parties: _parties, ...begun } = aCase({ openedAt: NOW })
  return openedCase({ ...begun, caseId: CaseId.parse(begun.caseId) }, plan.parties)
}
const partiesOf = (one: ArbitrationCase | null) =>
  one !== null && isLivingCase(one.state)
    ? livingParties(one.parties)
        .map(({ claimId, role }) => `${claimId} ${role}`)
        .sort()
    : []

describe('a case of arbitration', () => {
  it.each([
    ['nobody', []],
    ['one partner, however often', [claim('a', '1'), holder('b', '1')]],
    ['partners who hold it already', [holder('a', '1'), holder('b', '2')]],
  ])('is not made by %s', (_, claims) => {
    expect(planCase(claims, null)).toEqual({ act: 'nothing' })
  })

  it('is opened by an applicant with a rival, whether that one holds the thing or asks for it too', () => {
    expect(partiesOf(settled([claim('a', '1'), holder('b', '2')], null))).toEqual([
      'a challenger',
      'b incumbent',
    ])
    expect(partiesOf(settled([claim('a', '1'), claim('b', '2')], null))).toEqual([
      'a challenger',
      'b challenger',
    ])
  })

  it('is joined by a third, who comes last, and left by whoever asks no more', () => {
    const two = settled([claim('a', '1'), holder('b', '2')], null)
    const three = settled([claim('a', '1'), holder('b', '2'), claim('0', '3')], two)
    expect(three?.parties.map(({ claimId }) => String(claimId))).toEqual(['a', 'b', '0'])
    const left = settled([claim('a', '1'), claim('0', '3')], three)
    expect(partiesOf(left)).toEqual(['0 challenger', 'a challenger'])
    expect(left?.parties[1]).toMatchObject({ role: 'former', left: { at: NOW, reason: 'withdrawn' } })
    expect([two, three, left].map((one) => one?.revision)).toEqual([1, 2, 3])
  })

  it('knows that a claim was told which was held before there was a case', () => {
    const held = settled([claim('a', '1', { heldSince: NOW }), claim('b', '2')], null)
    expect(held?.parties.map(({ toldAt }) => toldAt)).toEqual([NOW, null])
  })

  it('takes back who had left, with the log that there was', () => {
    const one = settled([claim('a', '1'), claim('b', '2'), claim('c', '3')], null)
    const log = [{ entryId: 'x' }] as never
    const told = {
      ...one,
      parties: one?.parties.map((party) => ({ ...party, outreach: log })),
    } as ArbitrationCase
    const without = settled([claim('a', '1'), claim('b', '2')], told)
    const back = settled([claim('a', '1'), claim('b', '2'), claim('c', '3')], without)
    expect(back?.parties[2]).toMatchObject({ claimId: 'c', left: null, since: NOW, outreach: log })
  })

  it('dissolves when one partner is left, or nobody who asks, and says which', () => {
    const one = settled([claim('a', '1'), holder('b', '2')], null)
    expect(settled([claim('a', '1')], one)).toMatchObject({
      state: 'dissolved',
      dissolved: 'one_partner_left',
    })
    expect(settled([holder('b', '2')], one)).toMatchObject({ state: 'dissolved', dissolved: 'no_challenger' })
    expect(settled([holder('a', '1'), holder('b', '2')], one)).toMatchObject({ dissolved: 'no_challenger' })
    expect(settled([claim('b', '1'), claim('a', '1')], one)).toMatchObject({ dissolved: 'one_partner_left' })
  })

  it('is ready once the proof of every challenger was reviewed for the first time', () => {
    const reviewed = { firstReviewedAt: NOW }
    const one = settled([claim('a', '1'), claim('b', '2', reviewed), holder('c', '3')], null)
    expect(one?.state).toBe('open')
    const ready = settled([claim('a', '1', reviewed), claim('b', '2', reviewed), holder('c', '3')], one)
    expect(ready?.state).toBe('ready')
  })

  const Claims = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      mpn: fc.constantFrom('1', '2', '3'),
      holds: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  )
  const asClaims = (drawn: readonly { id: string; mpn: string; holds: boolean }[]) =>
    drawn.map(({ id, mpn, holds }) => (holds ? holder(id, mpn) : claim(id, mpn)))

  it('has the same parties in whatever order its claims came and went', () => {
    fc.assert(
      fc.property(
        Claims,
        fc.array(Claims, { maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        (last, before, keys) => {
          const wanted = partiesOf(settled(asClaims(last), null))
          // One after the other in an order of their own, after a life with other claims.
          const order = last.toSorted((a, b) => (keys[last.indexOf(a)] ?? 0) - (keys[last.indexOf(b)] ?? 0))
          const lived = before.reduce<ArbitrationCase | null>(
            (one, drawn) => settled(asClaims(drawn), one),
            null,
          )
          const came = order.reduce<ArbitrationCase | null>(
            (one, _, at) => settled(asClaims(order.slice(0, at + 1)), one),
            settled([], lived),
          )
          expect(partiesOf(came)).toEqual(wanted)
        },
      ),
    )
  })

  it('is left as it is by looking again', () => {
    fc.assert(
      fc.property(Claims, (drawn) => {
        const once = settled(asClaims(drawn), null)
        expect(settled(asClaims(drawn.toReversed()), once)).toBe(once)
      }),
    )
  })
})
