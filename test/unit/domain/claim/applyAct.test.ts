import { NO_MATTERS } from '../../../../src-preload/contract/vocabulary/noMatters.ts'
import { describe, expect, it } from 'vitest'
import { type ActDone, applyAct } from '../../../../src-main/domain/claim/applyAct.ts'
import type { ClaimCommand } from '../../../../src-main/domain/claim/commands.ts'
import type { Actor, ClaimSituation } from '../../../../src-main/domain/claim/situation.ts'
import { DOCS_2023, SEED_2020 } from '../../../builders/policy.ts'
import {
  aSituation,
  clockDue,
  customer,
  instant,
  NOW,
  partner,
  reviewer,
  setting,
  system,
} from '../../../builders/domain/situation.ts'

function done(
  actor: Actor,
  command: ClaimCommand,
  wishes: Partial<ClaimSituation> = {},
  policy = SEED_2020,
): ActDone {
  const result = applyAct(command, aSituation(wishes), actor, setting(policy))
  if ('blocks' in result) throw new Error(`Refused: ${JSON.stringify(result.blocks)}`)
  return result
}

const reject = {
  act: 'reject',
  reasons: ['REJ_INSUFFICIENT_POE'],
  comment: 'No signature.',
  partnerRequestReason: null,
  note: 'Hopeless.',
} as const
const asking = { state: 'partner_action_required', subState: 'open' } as const
const openRequest = {
  ...NO_MATTERS,
  infoRequest: {
    requestedAt: instant(NOW - 1),
    reasons: ['POE_MISSING_OR_OLD_DATES' as const],
    items: [],
    mayRemoveItems: false,
    commentedAt: null,
    answeredAt: null,
  },
  infoRounds: 1,
}

describe('an act', () => {
  it('S-61: leaves an entry that says who, when, from where and to where', () => {
    const { entries } = done(reviewer(), { act: 'start_review' }, { state: 'submitted', subState: 'queued' })
    expect(entries).toEqual([
      {
        at: instant(NOW),
        side: 'reviewer',
        kind: 'review_started',
        fromState: 'submitted',
        toState: 'under_review',
        fromSubState: 'queued',
        toSubState: 'in_review',
        reasons: [],
        changes: [],
        detail: null,
      },
    ])
  })

  it('S-52: keeps what every changed field was and became', () => {
    const changes = [{ field: 'mpnId', before: '100', after: '200' }]
    const { entries, status } = done(partner, { act: 'edit', changes, isFormComplete: true }, asking)
    expect(entries).toMatchObject([{ kind: 'edited', changes, fromState: null, toState: null }])
    expect(status).toEqual(asking)
  })

  it('S-20, S-28: of approval notifies the customer and opens the consent window', () => {
    const { status, matters, entries } = done(reviewer(), { act: 'approve', comment: '' })
    expect(status).toEqual({ state: 'approved', subState: 'consent_open' })
    expect(matters.consent).toEqual({
      noticedAt: instant(NOW),
      decision: 'none',
      decidedAt: null,
      inWindow: null,
    })
    expect(entries.map(({ kind, side }) => [kind, side])).toEqual([
      ['approved', 'reviewer'],
      ['customer_notified', 'system'],
    ])
  })

  it('S-64, S-99, C-2: of submission notifies the customer where the profile says so', () => {
    const early = { ...SEED_2020, consent: { ...SEED_2020.consent, startEvent: 'submission' as const } }
    const draft = { state: 'editing', subState: null } as const
    const submit = { act: 'submit', isFormComplete: true } as const
    const kinds = (policy: typeof SEED_2020) =>
      done(partner, submit, draft, policy).entries.map(({ kind }) => kind)
    expect(kinds(early)).toEqual(['submitted', 'customer_notified'])
    expect(kinds(SEED_2020)).toEqual(['submitted'])
    const consent = done(partner, submit, draft, early).matters.consent
    const later = done(
      reviewer(),
      { act: 'approve', comment: '' },
      { matters: { ...NO_MATTERS, consent } },
      early,
    )
    expect(later.entries.map(({ kind }) => kind)).toEqual(['approved'])
  })

  it('T8: of a rejection keeps how each criterion stood, and of one that nobody judged nothing', () => {
    const judged = [{ criterion: 'dates', item: null, verdict: 'not_met' }] as const
    expect(done(reviewer(), reject, { criteria: judged }).matters.rejection?.judged).toEqual(judged)
    const overdue = { ...asking, criteria: judged, clocks: [clockDue('partner_response', -1)] }
    const given = done(system, { act: 'response_overdue' }, overdue).matters.rejection
    expect(given?.judged ?? []).toEqual([])
  })

  it('T5: of resubmission goes back to the reviewer or to the pickup, as the profile says', () => {
    const answer = { act: 'resubmit', isFormComplete: true } as const
    const after = (policy: typeof SEED_2020) =>
      done(partner, answer, { ...asking, matters: openRequest }, policy)
    expect(after(SEED_2020).status).toEqual({ state: 'under_review', subState: 'resubmitted' })
    expect(after(DOCS_2023).status).toEqual({ state: 'submitted', subState: 'queued' })
    expect(after(SEED_2020).matters.infoRequest?.answeredAt).toBe(instant(NOW))
  })

  it('T5: of resubmission goes on with the arbitration or dispute that asked', () => {
    const answer = { act: 'resubmit', isFormComplete: true } as const
    const held = { ...openRequest, heldSince: instant(NOW - 5) }
    const dispute = { openedAt: instant(NOW - 5), justification: 'x', documentIds: [], decidedAt: null }
    expect(done(partner, answer, { ...asking, matters: held }).status?.subState).toBe('awaiting_arbitration')
    expect(done(partner, answer, { ...asking, matters: { ...openRequest, dispute } }).status?.subState).toBe(
      'dispute_review',
    )
    const queued = { state: 'submitted', subState: 'queued', matters: { ...openRequest, dispute } } as const
    expect(done(reviewer(), { act: 'start_review' }, queued).status).toEqual({
      state: 'under_review',
      subState: 'dispute_review',
    })
  })

  it('of the partner’s comment shows that the request was not answered by it', () => {
    const say = { act: 'partner_comment', text: 'On its way.', inReplyTo: null } as const
    const { status, matters } = done(partner, say, { ...asking, matters: openRequest })
    expect(status).toEqual({ state: 'partner_action_required', subState: 'commented_not_resubmitted' })
    expect(matters.infoRequest).toMatchObject({ commentedAt: instant(NOW), answeredAt: null })
    expect(done(partner, say, { ...asking, subState: 'overdue' }).status?.subState).toBe('overdue')
    expect(done(partner, say).status).toEqual({ state: 'under_review', subState: 'in_review' })
  })

  it('S-38, C-18: of rejection leaves the dispute open, or is final after the last one', () => {
    expect(done(reviewer(), reject).status?.subState).toBe('disputable')
    const disputed = { subState: 'dispute_review', matters: { ...NO_MATTERS, disputes: 1 } } as const
    expect(done(reviewer(), reject, disputed).status?.subState).toBe('final')
    const again = { ...SEED_2020, dispute: { ...SEED_2020.dispute, finalAfterMax: false } }
    expect(done(reviewer(), reject, disputed, again).status?.subState).toBe('disputable')
  })

  it('S-43: of rejection on the partner’s request is final, with the reason that it gave', () => {
    const matters = {
      ...NO_MATTERS,
      partnerRequest: { askedAt: instant(NOW), reason: 'WRONG_ACTIVITY' as const, commentId: 'c1' },
    }
    const wished = {
      ...reject,
      reasons: ['REJ_PARTNER_REQUEST'],
      partnerRequestReason: 'WRONG_ACTIVITY',
    } as const
    const { status, entries } = done(reviewer(), wished, { matters })
    expect(status?.subState).toBe('final')
    expect(entries).toMatchObject([{ reasons: ['REJ_PARTNER_REQUEST'], detail: 'WRONG_ACTIVITY' }])
  })

  it('S-44, S-59: of denial rejects the claim and says whether it came in time', () => {
    const open = { state: 'approved', subState: 'consent_open', clocks: [clockDue('consent', 1)] } as const
    const inTime = done(customer, { act: 'decline', note: null }, open)
    expect(inTime.status).toEqual({ state: 'rejected', subState: 'final' })
    expect(inTime.matters.consent).toMatchObject({ decision: 'declined', inWindow: true })
    expect(inTime.matters.rejection).toMatchObject({ reasons: ['REJ_CUSTOMER_DECLINE'], byUserId: null })
    const late = { state: 'approved', subState: 'sent_for_incentive_assessment' } as const
    const after = done(customer, { act: 'decline', note: null }, late, DOCS_2023)
    expect(after.matters.consent).toMatchObject({ decision: 'declined', inWindow: false })
  })

  it('S-40: of dispute opens its review and is counted', () => {
    const dispute = { act: 'dispute', justification: 'Page 9.', documentIds: ['d2'] } as const
    const { status, matters } = done(partner, dispute, { state: 'rejected', subState: 'disputable' })
    expect(status).toEqual({ state: 'under_review', subState: 'dispute_review' })
    expect(matters).toMatchObject({ disputes: 1, dispute: { documentIds: ['d2'], decidedAt: null } })
    const decided = done(reviewer(), { act: 'approve', comment: '' }, { subState: 'dispute_review', matters })
    expect(decided.matters.dispute?.decidedAt).toBe(instant(NOW))
  })

  it('S-129: of holding keeps the status and records that the first review is done', () => {
    const { status, matters } = done(reviewer(), { act: 'hold_for_arbitration', comment: 'Wait.' })
    expect(status).toEqual({ state: 'under_review', subState: 'awaiting_arbitration' })
    expect(matters).toMatchObject({ heldSince: instant(NOW), firstReviewedAt: instant(NOW) })
  })

  it('S-50: of the clock proposes a rejection for want of an answer and decides nothing', () => {
    const { status, entries } = done(
      system,
      { act: 'response_overdue' },
      { ...asking, clocks: [clockDue('partner_response', 0)] },
    )
    expect(status).toEqual({ state: 'partner_action_required', subState: 'overdue' })
    expect(entries).toMatchObject([
      {
        kind: 'rejection_proposed',
        reasons: ['REJ_INSUFFICIENT_POE', 'REJ_NO_PARTNER_RESPONSE'],
        toState: null,
      },
    ])
  })

  it('of reopening forgets the consent that was asked for, and the reviewer decides anew (T18)', () => {
    const consent = { noticedAt: instant(NOW), decision: 'none' as const, decidedAt: null, inWindow: null }
    const approved = {
      state: 'approved',
      subState: 'consent_open',
      matters: { ...NO_MATTERS, consent },
    } as const
    const { status, matters, entries } = done(
      reviewer('lea', 'team_lead'),
      { act: 'reopen', reason: 'Wrong page.' },
      approved,
    )
    expect(status).toEqual({ state: 'under_review', subState: 'in_review' })
    expect(matters.consent).toBeNull()
    expect(entries).toMatchObject([{ kind: 'reopened', detail: 'Wrong page.' }])
  })

  it('of cancelling ends the claim altogether (T17)', () => {
    const lenient = { ...SEED_2020, draft: { mayCancel: true } }
    expect(done(partner, { act: 'cancel' }, { state: 'editing', subState: null }, lenient).status).toBeNull()
  })
})
