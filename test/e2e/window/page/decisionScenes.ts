import { arbitrationOf } from '../../../../src-main/domain/arbitration/arbitrationPolicy.ts'
import { climb } from '../../../../src-main/domain/arbitration/ladder.ts'
import type { CaseParty, LeadOutcome } from '../../../../src-main/domain/arbitration/outcome.ts'
import { needsReason } from '../../../../src-main/domain/arbitration/outcomeBlocks.ts'
import { planOutcome } from '../../../../src-main/domain/arbitration/outcomePlan.ts'
import { CaseDetail, CaseStanding, type OutcomeView } from '../../../../src-preload/contract/arbitration.ts'
import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { type ClaimId, Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { TODAY } from '../../../builders/domain/arbitration/standings.ts'
import { aConflict } from '../../../builders/renderer/aConflict.ts'
import { DETAIL, STANDINGS, THE_CASE, threeParties } from './arbitrationScenes.ts'

const SUPPLY = CaseStanding.parse({
  caseId: '0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c09',
  customerName: DETAIL.case.customerName,
  contested: {
    ...DETAIL.case.contested,
    key: 'subscription 77c0',
    productId: 'd365.scm',
    name: 'Dynamics 365 Supply Chain Management',
    subscriptionId: '1f6b5c1e-7a35-4f39-9f3b-2b8f1f0d77c0',
  },
  state: 'ready',
  revision: 1,
})
const THINGS = [{ ...DETAIL.case, caseId: THE_CASE }, SUPPLY]
const told = Instant.parse('2026-11-10T09:00:00.000Z')

export const READY = CaseDetail.parse({
  ...DETAIL,
  case: {
    ...DETAIL.case,
    state: 'ready',
    parties: DETAIL.case.parties.map((party) => ({ ...party, toldAt: told, outreach: [] })),
  },
  alongside: [{ ...SUPPLY, votePhase: 'unasked' }],
})

const PARTY_WORDS: Readonly<Record<OutcomeView['letters'][number]['act'], string>> = {
  approve:
    'We have approved the association of your company with Brightwater Foods Inc. for the items below.',
  request_info:
    'More than one partner has claimed the same items. Please take the items below off the claim.',
  reject:
    'More than one partner has claimed the same items. We compared the proof of execution of each claim, and this claim was not selected.',
  end_association:
    'The arbitration of the items listed below has been decided, and your association for them ends.',
}

/** The plan that the rules make of these choices, for the three parties of the scenes. */
function planOf(
  choices: readonly { readonly caseId: string; readonly winner: string | null }[],
  reason: string,
): OutcomeView {
  const decided = THINGS.filter(({ caseId }) => choices.some((one) => one.caseId === caseId))
  const winners = Object.fromEntries(
    decided.map(({ caseId, contested: { key } }) => [
      key,
      choices.find((one) => one.caseId === caseId)?.winner ?? null,
    ]),
  )
  const parties = STANDINGS.map(
    (standing): CaseParty => ({
      claimId: standing.claimId,
      ...(standing.isIncumbent
        ? { state: 'approved', subState: 'consent_closed' }
        : { state: 'under_review', subState: 'awaiting_arbitration' }),
      contested: decided.map(({ contested: { key } }, at) => ({ key, item: `i${at + 1}`, standing })),
      toDrop: [],
      otherItems: [],
      toldAt: told,
      firstReviewerId: UserId.parse('u-reviewer'),
      partnerRequest: null,
      isInOtherCase: false,
      policy: { edit: { states: ['partner_action_required'], fields: ['items'] } as never },
    }),
  )
  const ladder = climb(STANDINGS, { policy: arbitrationOf({}), today: TODAY })
  const suggestion = ladder.outcome === 'compared' ? ladder.suggestion : null
  const of = {
    parties,
    suggestions: decided.flatMap(({ contested: { key } }) =>
      suggestion === null ? [] : [{ key, suggestion }],
    ),
    votings: [],
  }
  const outcome: LeadOutcome = {
    lead: { userId: UserId.parse('u-arbitration-lead'), role: 'arbitration_lead' },
    winners: Object.entries(winners).map(([key, claimId]) => ({ key, claimId: claimId as ClaimId | null })),
    reason,
  }
  const plan = planOutcome(of, outcome)
  const shown = planOutcome(of, { ...outcome, reason: '…' })
  return {
    cases: decided.map((one) => ({
      ...CaseStanding.parse({
        caseId: one.caseId,
        customerName: one.customerName,
        contested: one.contested,
        state: one.state,
        revision: one.revision,
      }),
      winner: outcome.winners.find(({ key }) => key === one.contested.key)?.claimId ?? null,
      suggestion,
      needsReason: needsReason(one.contested.key, of, outcome),
      deferred: null,
    })),
    blocks: 'blocks' in plan ? [...plan.blocks] : [],
    claims: DETAIL.case.parties.map((party, at) => ({
      claimId: STANDINGS[at]?.claimId ?? ('' as never),
      partnerName: party.partnerName,
      revision: 3,
      blocks: [],
    })),
    letters: ('acts' in shown ? shown.acts : []).map(({ claimId, act }) => ({
      claimId,
      act: act.act,
      isLater: false,
      items: act.act === 'approve' ? [] : decided.map(({ contested: { name } }) => name),
      language: 'en',
      text: `${PARTY_WORDS[act.act]}\n\n${decided.map(({ contested: { name } }) => `– ${name}`).join('\n')}\n\nClaim ID: ${claimId} (Finance rollout)`,
    })),
  }
}

/** A case that can be decided, with another one between the same claims. */
export const decidable: Partial<Handlers> = {
  ...threeParties,
  'arbitration.case': () => READY,
  'arbitration.plan': ({ choices, reason, isVote, resolver }) =>
    isVote ? voteOn(planOf(choices, reason), resolver) : planOf(choices, reason),
}

/** A vote moves no claim; without somebody to resolve it is not taken. */
const voteOn = (plan: OutcomeView, resolver: string | null): OutcomeView => ({
  ...plan,
  letters: [],
  blocks:
    resolver === null ? [{ reason: 'resolver_missing', claimId: null, key: null, criterion: null }] : [],
})

/** The same, decided by somebody. */
export const decidedCase: Partial<Handlers> = {
  ...threeParties,
  'arbitration.case': () =>
    CaseDetail.parse({
      ...READY,
      alongside: [],
      case: {
        ...READY.case,
        state: 'decided',
        clocks: [],
        outcome: {
          at: '2026-11-19T10:00:00.000Z',
          by: { userId: 'u-arbitration-lead', name: 'Ruben Aldersgate' },
          winner: STANDINGS[1]?.claimId,
          rung: 'recency',
          reason:
            'Both acknowledgements are valid; Tidewater’s is half a year later and names both subscriptions.',
          pendingEnds: [],
        },
      },
    }),
}

/** What was chosen and written before the window was closed is there again. */
export const begunDecision: Partial<Handlers> = {
  ...decidable,
  'arbitration.case': () =>
    CaseDetail.parse({
      ...READY,
      draft: {
        choices: THINGS.map(({ caseId }) => ({ caseId, winner: STANDINGS[0]?.claimId ?? null })),
        reason: 'The holder has the customer’s word, which the ladder cannot read.',
        letters: [],
      },
    }),
}

const MET = aConflict({
  at: 9,
  conflict: { kind: 'case_decide', reason: 'case_moved_on', claimName: 'Finance rollout' },
  mine: { reasons: [], comment: '', verdicts: [] },
  over: {
    documents: { added: [], removed: [] },
    since: [],
    decided: {
      reason:
        'Both acknowledgements are valid; Tidewater’s is half a year later and names both subscriptions.',
      cases: [
        {
          caseId: THE_CASE,
          name: 'Dynamics 365 Finance',
          state: 'ready',
          mine: 'Tidewater Apps Pty Ltd',
          now: null,
        },
        {
          caseId: SUPPLY.caseId,
          name: SUPPLY.contested.name,
          state: 'decided',
          mine: 'Tidewater Apps Pty Ltd',
          now: { byName: 'Anouk Kessler', at: '2026-11-19T10:00:00.000Z', winner: 'Cascade Ledger Partners' },
        },
      ],
      parties: STANDINGS.map(({ claimId, isIncumbent }, at) => ({
        claimId,
        partnerName: DETAIL.case.parties[at]?.partnerName,
        letters: [
          {
            act: isIncumbent ? 'end_association' : at === 1 ? 'approve' : 'reject',
            comment: PARTY_WORDS[isIncumbent ? 'end_association' : at === 1 ? 'approve' : 'reject'],
          },
        ],
        state: isIncumbent ? 'approved' : 'under_review',
        subState: isIncumbent ? 'consent_closed' : 'awaiting_arbitration',
        isChanged: at === 2,
        hasLeft: false,
      })),
      joined: ['Fernhill Consulting Ltd'],
    },
    choices: [
      { choice: 'redo', blocks: [] },
      { choice: 'let_go', blocks: [] },
    ],
  },
})

/** A decision of two cases that the hub could not carry out. */
export const caseConflict: Partial<Handlers> = {
  ...decidable,
  'sync.conflicts': () => ({ conflicts: [MET.conflict] }),
  'sync.conflict': () => ({ detail: MET }),
  'sync.settleConflict': () => ({ outcome: 'settled' }),
}
