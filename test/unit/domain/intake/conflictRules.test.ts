import { describe, expect, it } from 'vitest'
import { conflictNotes } from '../../../../src-main/domain/intake/conflictRules.ts'
import type { Contender } from '../../../../src-main/domain/intake/exclusivity.ts'
import { aContender, aDynamicsForm, aTeamsForm, shortNotes } from '../../../builders/intake.ts'
import { aPolicy } from '../../../builders/policy.ts'

const seed = aPolicy('seed-2020')
const mine = aContender(aTeamsForm({ claimId: 'mine' }), { state: 'editing', subState: null })
const RIVAL = '9999999'
const held = { state: 'approved', subState: 'consent_closed' } as const

const other = (parts: object, change: Partial<Contender> = held) =>
  aContender(aTeamsForm({ claimId: 'other', ...parts }), change)
const wholeNotes = (others: readonly Contender[], policy = seed, claim = mine) =>
  conflictNotes(claim, others, { policy, today: '2026-11-19' })
const notes = (...given: Parameters<typeof wholeNotes>) => shortNotes(wholeNotes(...given))

describe('claims for what somebody has', () => {
  it('C-12: the same location claiming the same thing twice makes a duplicate, and is told which', () => {
    for (const id of ['seed-2020', 'docs-2023'] as const)
      expect(notes([other({})], aPolicy(id))).toEqual(['refuse duplicate_claim items[0]'])
    expect(wholeNotes([other({})])[0]?.values).toMatchObject({ claimId: 'other' })
    expect(notes([other({}, { state: 'submitted' })])).toEqual(['refuse duplicate_claim items[0]'])
  })

  it('C-12: is no duplicate of a rejected claim, nor where the policy allows it', () => {
    expect(notes([other({}, { state: 'rejected', subState: 'final' })])).toEqual([])
    const lenient = aPolicy('seed-2020', { conflict: { alreadyClaimedBySame: 'allow' } })
    expect(notes([other({})], lenient)).toEqual([])
  })

  it('S-83: making anew what was brought over from before is no conflict', () => {
    expect(notes([other({}, { ...held, isMigrated: true })])).toEqual([])
  })

  it('C-12: what another partner holds goes to arbitration, or is refused, as the policy says', () => {
    const strict = aPolicy('seed-2020', { conflict: { alreadyClaimedByOther: 'refuse' } })
    expect(notes([other({ mpnId: RIVAL })])).toEqual(['warn SUB_ALREADY_CLAIMED items[0]'])
    expect(notes([other({ mpnId: RIVAL })], strict)).toEqual(['refuse SUB_ALREADY_CLAIMED items[0]'])
    expect(notes([other({ mpnId: RIVAL }, { state: 'submitted' })], strict)).toEqual([
      'warn SUB_ALREADY_CLAIMED items[0]',
    ])
  })

  it('S-84: an incumbent from before, without any paper, stands in the way as others do', () => {
    expect(notes([other({ mpnId: RIVAL }, { ...held, isMigrated: true })])).toEqual([
      'warn SUB_ALREADY_CLAIMED items[0]',
    ])
  })

  it('never names the rival', () => {
    const said = JSON.stringify(wholeNotes([other({ mpnId: RIVAL, partnerCompanyName: 'Rival Ltd' })]))
    expect(said).not.toMatch(/9999999|Rival|other/)
  })

  it('S-85: other partners with other workloads are none of its business', () => {
    const items = [{ id: 'i1', productId: 'm365.intune', name: 'Microsoft Intune', subscriptionId: null }]
    expect(notes([other({ mpnId: RIVAL, items })])).toEqual([])
  })

  it('C-15: a revenue association does not stand in the way of usage', () => {
    const claim = aContender(aDynamicsForm({ claimId: 'mine' }))
    const revenue = { program: 'REVENUE_ASSOCIATION', activities: ['REVENUE_ASSOCIATION'], mpnId: RIVAL }
    const theirs = aContender(aDynamicsForm({ claimId: 'other', ...revenue }), held)
    expect(notes([theirs], seed, claim)).toEqual([])
  })

  it('says the worst once where several claims share an item', () => {
    const strict = aPolicy('seed-2020', { conflict: { alreadyClaimedByOther: 'refuse' } })
    const asks = other({ claimId: 'a', mpnId: RIVAL }, { state: 'submitted' })
    const holds = other({ claimId: 'b', mpnId: '8888888' })
    expect(notes([asks, holds], strict)).toEqual(['refuse SUB_ALREADY_CLAIMED items[0]'])
  })
})
