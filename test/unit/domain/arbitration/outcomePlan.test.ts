import { describe, expect, it } from 'vitest'
import type { CaseParty, OutcomePlan } from '../../../../src-main/domain/arbitration/outcome.ts'
import { planOutcome, writtenAct } from '../../../../src-main/domain/arbitration/outcomePlan.ts'
import { applyAct } from '../../../../src-main/domain/claim/applyAct.ts'
import type { ClaimSituation } from '../../../../src-main/domain/claim/situation.ts'
import { standingOf } from '../../../../src-main/domain/intake/exclusivity.ts'
import { NO_MATTERS } from '../../../../src-preload/contract/vocabulary/noMatters.ts'
import {
  aCase,
  aChallenger,
  aHolder,
  anOutcome,
  contested,
  EXCHANGE,
  TEAMS,
} from '../../../builders/domain/arbitration/cases.ts'
import { judged } from '../../../builders/domain/arbitration/standings.ts'
import { aSituation, customer, instant, NOW, reviewer, setting } from '../../../builders/domain/situation.ts'
import { aContender, aTeamsForm } from '../../../builders/intake.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

/** The claim of a party as the guards see it while the outcome is carried out. */
function claimOf({
  state,
  subState,
  contested: items,
  otherItems,
  partnerRequest,
}: CaseParty): ClaimSituation {
  return aSituation({
    state,
    subState,
    items: [...items.map(({ item }) => item), ...otherItems],
    criteria: items.flatMap(({ standing }) => standing.criteria.map((one) => ({ ...one, item: null }))),
    matters: {
      ...NO_MATTERS,
      heldSince: state === 'approved' ? null : instant(NOW - 1000),
      partnerRequest: partnerRequest && { askedAt: instant(NOW - 500), commentId: 'c1', ...partnerRequest },
    },
    isArbitrated: true,
  })
}

/** Plans, and does every act by the rules: what the plan says must be allowed, whole. */
function planned(parties: readonly CaseParty[], winners: Readonly<Record<string, string | null>>) {
  const plan = planOutcome(aCase(parties), anOutcome(winners))
  if ('blocks' in plan) throw new Error(JSON.stringify(plan.blocks))
  const after = Object.fromEntries(
    parties.map((party) => {
      const act = plan.acts.find(({ claimId }) => claimId === party.claimId)?.act
      if (act === undefined) return [party.claimId, `${party.state} ${party.subState}`]
      const lead = reviewer('lea', 'arbitration_lead')
      const result = applyAct(writtenAct(act, 'See the comments.'), claimOf(party), lead, setting())
      if ('blocks' in result) throw new Error(`${party.claimId}: ${JSON.stringify(result.blocks)}`)
      expect(result.matters.heldSince).toBeNull()
      return [party.claimId, `${result.status?.state} ${result.status?.subState}`]
    }),
  )
  return { ...plan, after, actOf: (claimId: string) => actOf(plan, claimId) }
}
const actOf = ({ acts }: OutcomePlan, of: string) => acts.find(({ claimId }) => claimId === of)?.act ?? null

const insufficient = { criteria: judged({ dates: 'not_met', products: null }) } as const
const note = 'The newer proof names the workload.'
const approve = { act: 'approve' } as const
const rejectLoser = {
  act: 'reject',
  reasons: ['REJ_COMPETING_CLAIM'],
  partnerRequestReason: null,
  note,
} as const
const endTeams = { act: 'end_association', items: ['teams'] } as const

interface Row {
  readonly title: string
  readonly parties: readonly CaseParty[]
  readonly winners: Readonly<Record<string, string | null>>
  /** The act of each claim; null = it is left as it is. */
  readonly acts: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, string>>
}

const asker = (wishes: Partial<CaseParty> = {}) => aChallenger('asker', wishes)
const OUTCOMES: readonly Row[] = [
  {
    title: 'the challenger wins: it is approved, and the holder’s association ends',
    parties: [aHolder(), asker()],
    winners: { [TEAMS]: 'asker' },
    acts: { asker: approve, holder: endTeams },
    after: { asker: 'approved consent_open', holder: 'rejected disputable' },
  },
  {
    title: 'the challenger wins one item of a holder that has another: the rest of the association stays',
    parties: [aHolder({ otherItems: ['intune'] }), asker()],
    winners: { [TEAMS]: 'asker' },
    acts: { asker: approve, holder: endTeams },
    after: { asker: 'approved consent_open', holder: 'approved consent_closed' },
  },
  {
    title: 'the holder keeps: a challenger with nothing else is rejected, and may dispute',
    parties: [aHolder(), asker()],
    winners: { [TEAMS]: 'holder' },
    acts: { asker: rejectLoser, holder: null },
    after: { asker: 'rejected disputable', holder: 'approved consent_closed' },
  },
  {
    title: 'the holder keeps: a challenger with other items is asked to take this one off',
    parties: [aHolder(), asker({ otherItems: ['intune'] })],
    winners: { [TEAMS]: 'holder' },
    acts: {
      asker: {
        act: 'request_info',
        reasons: ['REJ_COMPETING_CLAIM'],
        items: ['teams'],
        mayRemoveItems: true,
      },
      holder: null,
    },
    after: { asker: 'partner_action_required open', holder: 'approved consent_closed' },
  },
  {
    title: 'the holder ended its association itself: the challenger is approved, and nothing is left to end',
    parties: [aHolder({ state: 'rejected', subState: 'final' }), asker()],
    winners: { [TEAMS]: 'asker' },
    acts: { asker: approve, holder: null },
    after: { asker: 'approved consent_open', holder: 'rejected final' },
  },
  {
    title: 'a challenger asked to have its claim rejected: it is, and the holder keeps',
    parties: [aHolder(), asker({ partnerRequest: { reason: 'NO_LONGER_ENGAGED' } })],
    winners: { [TEAMS]: 'holder' },
    acts: {
      asker: { ...rejectLoser, reasons: ['REJ_PARTNER_REQUEST'], partnerRequestReason: 'NO_LONGER_ENGAGED' },
      holder: null,
    },
    after: { asker: 'rejected final', holder: 'approved consent_closed' },
  },
  {
    title: 'nobody’s proof is sufficient: the challenger is asked for what is missing, the holder stays',
    parties: [
      aHolder({ contested: [contested(TEAMS, insufficient)] }),
      asker({ contested: [contested(TEAMS, insufficient)] }),
    ],
    winners: { [TEAMS]: null },
    acts: {
      asker: {
        act: 'request_info',
        reasons: ['POE_MISSING_OR_OLD_DATES', 'POE_MISSING_PRODUCTS'],
        items: ['teams'],
        mayRemoveItems: false,
      },
      holder: null,
    },
    after: { asker: 'partner_action_required open', holder: 'approved consent_closed' },
  },
  {
    title: 'nobody has a proof on file: the challenger is asked for one',
    parties: [
      aHolder({ contested: [contested(TEAMS, { hasPoe: false, criteria: judged({ usablePoe: null }) })] }),
      asker({
        contested: [
          contested(TEAMS, { hasPoe: false, criteria: judged({ usablePoe: 'not_met', dates: null }) }),
        ],
      }),
    ],
    winners: { [TEAMS]: null },
    acts: {
      asker: { act: 'request_info', reasons: ['POE_MISSING_ALL'], items: [], mayRemoveItems: false },
      holder: null,
    },
    after: { asker: 'partner_action_required open', holder: 'approved consent_closed' },
  },
  {
    title: 'of three that ask at the same time one is approved, and the others go',
    parties: [asker(), aChallenger('second'), aChallenger('third', { otherItems: ['intune'] })],
    winners: { [TEAMS]: 'second' },
    acts: {
      asker: rejectLoser,
      second: approve,
      third: {
        act: 'request_info',
        reasons: ['REJ_COMPETING_CLAIM'],
        items: ['teams'],
        mayRemoveItems: true,
      },
    },
    after: {
      asker: 'rejected disputable',
      second: 'approved consent_open',
      third: 'partner_action_required open',
    },
  },
  {
    title: 'a challenger that was asked and did not answer in time loses: it is rejected for both',
    parties: [
      aHolder(),
      asker({ state: 'partner_action_required', subState: 'overdue', otherItems: ['intune'] }),
    ],
    winners: { [TEAMS]: 'holder' },
    acts: {
      asker: {
        ...rejectLoser,
        reasons: ['REJ_INSUFFICIENT_POE', 'REJ_NO_PARTNER_RESPONSE', 'REJ_COMPETING_CLAIM'],
      },
      holder: null,
    },
    after: { asker: 'rejected disputable', holder: 'approved consent_closed' },
  },
]

describe('the plan of an outcome', () => {
  it.each(OUTCOMES)('when $title', ({ parties, winners, acts, after }) => {
    const plan = planned(parties, winners)
    for (const [claimId, act] of Object.entries(acts)) expect(plan.actOf(claimId)).toEqual(act)
    expect(plan.after).toEqual(after)
    expect(plan.deferred).toEqual([])
    // The order in which the parties are given changes nothing.
    const reversed = planned(parties.toReversed(), winners)
    expect([reversed.acts, reversed.deferred]).toEqual([plan.acts, plan.deferred])
  })

  it('rejects who loses where its profile lets no partner take items off', () => {
    const policy = { ...SEED_2020, edit: { states: [], fields: [] } }
    const plan = planned([aHolder(), asker({ otherItems: ['intune'], policy })], { [TEAMS]: 'holder' })
    expect(plan.actOf('asker')).toEqual(rejectLoser)
  })

  it('of a winner that loses another item waits with the approval, and leaves the holder what it has', () => {
    const both = [contested(TEAMS), contested(EXCHANGE)]
    const plan = planned([aHolder({ contested: both }), asker({ contested: both })], {
      [TEAMS]: 'asker',
      [EXCHANGE]: 'holder',
    })
    expect(plan.acts).toEqual([
      {
        claimId: 'asker',
        act: {
          act: 'request_info',
          reasons: ['REJ_COMPETING_CLAIM'],
          items: ['exchange'],
          mayRemoveItems: true,
        },
      },
    ])
    expect(plan.deferred).toEqual([{ key: TEAMS, claimId: 'asker', why: 'items_to_remove' }])
  })

  it('of a winner that lacks proof of another item asks for that first', () => {
    const ours = [contested(TEAMS), contested(EXCHANGE, { criteria: judged({ products: 'not_met' }) })]
    const theirs = [contested(TEAMS), contested(EXCHANGE, insufficient)]
    const plan = planned([aHolder({ contested: theirs }), asker({ contested: ours })], {
      [TEAMS]: 'asker',
      [EXCHANGE]: null,
    })
    expect(plan.actOf('asker')).toMatchObject({ reasons: ['POE_MISSING_PRODUCTS'], items: ['exchange'] })
    expect(plan.actOf('holder')).toBeNull()
    expect(plan.deferred).toEqual([{ key: TEAMS, claimId: 'asker', why: 'information_asked' }])
  })

  it('does nothing yet to a claim of which another arbitration has still to say something', () => {
    const plan = planned([aHolder(), asker({ isInOtherCase: true })], { [TEAMS]: 'asker' })
    expect(plan.acts).toEqual([])
    expect(plan.deferred).toEqual([{ key: TEAMS, claimId: 'asker', why: 'other_case' }])
  })

  it('leaves an item free that the customer denies the winner: nobody gets it back by itself', () => {
    const form = aTeamsForm()
    const [item] = form.items
    if (item === undefined) throw new Error('The form has no item.')
    const lead = reviewer('lea', 'arbitration_lead')
    const of = (parts: Partial<ClaimSituation>) => aSituation({ items: [item.id], ...parts })
    const end = { act: 'end_association', items: [item.id], comment: 'It ends.' } as const
    const held = { ...NO_MATTERS, heldSince: instant(NOW - 1000) }
    const waits = { subState: 'awaiting_arbitration', matters: held, isArbitrated: true } as const
    const holder = of({ state: 'approved', subState: 'consent_closed', isArbitrated: true })
    const ousted = applyAct(end, holder, lead, setting())
    const won = applyAct({ act: 'approve', comment: '' }, of(waits), lead, setting())
    const lost = applyAct(
      { ...rejectLoser, comment: 'Another one was selected.' },
      of(waits),
      lead,
      setting(),
    )
    if ('blocks' in ousted || 'blocks' in won || 'blocks' in lost) throw new Error('All of it is allowed.')
    const winner = of({ ...won.status, matters: won.matters })
    const declined = applyAct({ act: 'decline', note: null }, winner, customer, setting())
    if ('blocks' in declined) throw new Error('The customer may deny.')
    const standings = [ousted, declined, lost].map(({ status, matters }) => {
      if (status === null) throw new Error('The claim is there.')
      return standingOf(aContender(form, { ...status, matters }), item, SEED_2020, '2026-11-16')
    })
    expect(standings).toEqual(['none', 'none', 'none'])
  })
})
