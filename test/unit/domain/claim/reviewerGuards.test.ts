import { roleMay } from '../../../../src-main/domain/claim/roles.ts'
import { NO_MATTERS } from '../../../../src-preload/contract/vocabulary/noMatters.ts'
import { describe, expect, it } from 'vitest'
import { actBlocks } from '../../../../src-main/domain/claim/actBlocks.ts'
import { blocksOf } from '../../../../src-main/domain/claim/applyAct.ts'
import type { ClaimCommand, CommandOf } from '../../../../src-main/domain/claim/commands.ts'
import type { ClaimSituation } from '../../../../src-main/domain/claim/situation.ts'
import type { PartnerRequestReason } from '../../../../src-preload/contract/vocabulary/actWords.ts'
import { CaseId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  CLAIM_STATES,
  OPERATION_KINDS,
  type OperationKind,
  ROLES,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import { DOCS_2023, SEED_2020 } from '../../../builders/policy.ts'
import { aSituation, clockDue, instant, NOW, reviewer, setting } from '../../../builders/domain/situation.ts'

const whyNot = (act: OperationKind, wishes: Partial<ClaimSituation> = {}, policy = SEED_2020) =>
  actBlocks(act, aSituation(wishes), reviewer(), setting(policy)).map(({ reason }) => reason)
const whyNotSaid = (command: ClaimCommand, wishes: Partial<ClaimSituation> = {}, policy = SEED_2020) =>
  blocksOf(command, aSituation(wishes), reviewer(), setting(policy)).map(({ reason }) => reason)

const rejection: CommandOf<'reject'> = {
  act: 'reject',
  reasons: ['REJ_INSUFFICIENT_POE'],
  comment: 'The signature is missing.',
  partnerRequestReason: null,
  note: 'Nothing could mend it.',
}
const request: CommandOf<'request_info'> = {
  act: 'request_info',
  reasons: ['POE_MISSING_OR_OLD_DATES'],
  comment: 'Please add a date.',
  items: [],
  mayRemoveItems: false,
}
const asked = (reason: PartnerRequestReason = 'WRONG_MPN') => ({
  ...NO_MATTERS,
  partnerRequest: { askedAt: instant(NOW), reason, commentId: 'c1' },
})

describe('the guards of a reviewer’s act', () => {
  it('let a reviewer decide a claim under review whose criteria all hold', () => {
    for (const act of ['approve', 'request_info', 'reject'] as const) expect(whyNot(act)).toEqual([])
  })

  it('name the criterion and item that stand in the way of approval', () => {
    const criteria: ClaimSituation['criteria'] = [
      { criterion: 'dates', item: null, verdict: null },
      { criterion: 'products', item: 'i2', verdict: 'not_met' },
      { criterion: 'products', item: 'i1', verdict: 'not_applicable' },
    ]
    expect(actBlocks('approve', aSituation({ criteria }), reviewer(), setting())).toEqual([
      { reason: 'criterion_open', criterion: 'dates', item: null },
      { reason: 'criterion_open', criterion: 'products', item: 'i2' },
    ])
    expect(whyNot('reject', { criteria })).toEqual([])
  })

  it('S-45: refuse approval without a proof of execution in a programme that needs one', () => {
    expect(whyNot('approve', { documents: 0 })).toEqual(['poe_missing'])
    const without = { ...SEED_2020, poe: { ...SEED_2020.poe, requiredFor: [] } }
    expect(whyNot('approve', { documents: 0 }, without)).toEqual([])
  })

  it('refuse approval while competing claims are arbitrated', () => {
    expect(whyNot('approve', { subState: 'awaiting_arbitration' })).toEqual(['open_arbitration'])
  })

  it('S-08: have no way to an approval that no review came before', () => {
    const others = CLAIM_STATES.filter((state) => state !== 'under_review')
    for (const state of others) expect(whyNot('approve', { state, subState: null })).not.toEqual([])
    expect(whyNot('approve', { state: 'submitted', subState: 'queued' })).toEqual(['review_not_started'])
  })

  it('S-24: leave a draft alone', () => {
    for (const act of OPERATION_KINDS.filter((kind) => roleMay('reviewer', kind)))
      expect(whyNot(act, { state: 'editing', subState: null })).toEqual(['not_in_this_state'])
  })

  it('give an auditor nothing to do', () => {
    for (const act of OPERATION_KINDS)
      expect(actBlocks(act, aSituation(), reviewer('ada', 'auditor'), setting())).toMatchObject([
        { reason: 'role_may_not' },
      ])
  })

  it('let every other role comment on every claim that was submitted', () => {
    const known = CLAIM_STATES.filter((state) => state !== 'unknown' && state !== 'editing')
    for (const role of ROLES.filter((name) => name !== 'auditor'))
      for (const state of known)
        expect(actBlocks('comment', aSituation({ state }), reviewer('rita', role), setting())).toEqual([])
  })

  it('stop everything on a claim with words that this version does not know', () => {
    for (const act of OPERATION_KINDS.filter((kind) => roleMay('reviewer', kind))) {
      expect(whyNot(act, { hasUnknownWords: true })).toEqual(['unknown_content'])
      expect(whyNot(act, { state: 'unknown', subState: null })).toEqual(['unknown_content'])
    }
  })

  it('leave the reopening of a decision to leads, while its window is open (T18)', () => {
    const approved = { state: 'approved', subState: 'consent_open' } as const
    const open = aSituation({ ...approved, clocks: [clockDue('consent', 1)] })
    const over = aSituation({ ...approved, clocks: [clockDue('consent', 0)] })
    const lead = reviewer('lea', 'team_lead')
    const why = (claim: ClaimSituation, who = lead) =>
      actBlocks('reopen', claim, who, setting()).map(({ reason }) => reason)
    expect(why(open)).toEqual([])
    expect(why(open, reviewer())).toEqual(['role_may_not'])
    expect(why(over)).toEqual(['window_closed'])
    expect(why(aSituation({ state: 'approved', subState: 'consent_closed' }))).toEqual(['window_closed'])
    expect(why(aSituation({ state: 'rejected', subState: 'final' }))).toEqual(['window_closed'])
    const disputable = { state: 'rejected', subState: 'disputable' } as const
    expect(why(aSituation({ ...disputable, clocks: [clockDue('dispute_window', 1)] }))).toEqual([])
    expect(why(aSituation())).toEqual(['not_in_this_state'])
  })

  it('have a dispute decided by somebody else than the one who rejected, where the profile says so (T13)', () => {
    const matters = {
      ...NO_MATTERS,
      rejection: { at: instant(NOW), reasons: [], byUserId: UserId.parse('rita'), judged: [] },
    }
    const dispute = { subState: 'dispute_review', matters } as const
    expect(whyNot('approve', dispute)).toEqual(['four_eyes'])
    expect(whyNot('request_info', dispute)).toEqual(['four_eyes'])
    expect(actBlocks('approve', aSituation(dispute), reviewer('otto'), setting())).toEqual([])
    const alone = { ...SEED_2020, dispute: { ...SEED_2020.dispute, fourEyes: false, mayRequestInfo: false } }
    expect(whyNot('approve', dispute, alone)).toEqual([])
    expect(whyNot('request_info', dispute, alone)).toEqual(['not_under_this_policy'])
  })
})

describe('what a decision must say', () => {
  it('is nothing for an approval', () => {
    expect(whyNotSaid({ act: 'approve', comment: '' })).toEqual([])
  })

  it('S-29: is at least one criterion and a text for a request', () => {
    expect(whyNotSaid(request)).toEqual([])
    expect(whyNotSaid({ ...request, reasons: [], comment: ' ' })).toEqual([
      'reason_missing',
      'comment_missing',
    ])
  })

  it('S-29: is which items a request about products means, and only claimed ones', () => {
    const products = { ...request, reasons: ['POE_MISSING_PRODUCTS'] } as const
    expect(whyNotSaid(products)).toEqual(['items_missing'])
    expect(whyNotSaid({ ...products, items: ['item-2'] })).toEqual([])
    expect(whyNotSaid({ ...products, items: ['item-9'] })).toEqual(['item_not_claimed'])
  })

  it('S-53: is which items the partner may take off the claim', () => {
    expect(whyNotSaid({ ...request, mayRemoveItems: true })).toEqual(['items_missing'])
    expect(whyNotSaid({ ...request, mayRemoveItems: true, items: ['item-1'] })).toEqual([])
  })

  it('S-27, S-41: is exactly one primary reason and a text for a rejection', () => {
    expect(whyNotSaid(rejection)).toEqual([])
    expect(whyNotSaid({ ...rejection, reasons: ['REJ_MISSING_PRODUCTS'] })).toEqual([
      'primary_reason_missing',
    ])
    const two = { ...rejection, reasons: ['REJ_INSUFFICIENT_POE', 'REJ_CUSTOMER_DECLINE'] } as const
    expect(whyNotSaid(two)).toContain('primary_reason_missing')
    expect(whyNotSaid({ ...rejection, comment: '  ' })).toEqual(['comment_missing'])
  })

  it('S-44: is never the customer’s denial, which is the customer’s own act', () => {
    expect(whyNotSaid({ ...rejection, reasons: ['REJ_CUSTOMER_DECLINE'] })).toEqual(['reason_not_yours'])
  })

  it('S-47: is a note for the lead when proof is refused that was never asked for', () => {
    const bare = { ...rejection, note: '' }
    const wasAsked = { matters: { ...NO_MATTERS, infoRounds: 1 } }
    expect(whyNotSaid(bare)).toEqual(['direct_rejection_note_missing'])
    expect(whyNotSaid(bare, wasAsked)).toEqual([])
    const lenient = { ...SEED_2020, rejection: { ...SEED_2020.rejection, directNeedsNote: false } }
    expect(whyNotSaid(bare, {}, lenient)).toEqual([])
  })

  it('S-42, S-43: rests on what the partner wrote, with its reason, for a partner request', () => {
    const wished = { ...rejection, reasons: ['REJ_PARTNER_REQUEST'] } as const
    expect(whyNotSaid(wished)).toEqual(['partner_has_not_asked', 'partner_request_reason_missing'])
    expect(whyNotSaid(wished, { matters: asked() })).toEqual(['partner_request_reason_missing'])
    const complete = { ...wished, partnerRequestReason: 'WRONG_MPN' } as const
    for (const state of ['submitted', 'under_review', 'partner_action_required'] as const)
      expect(whyNotSaid(complete, { state, subState: 'in_review', matters: asked() })).toEqual([])
  })

  it('S-42: from the queue or on the partner’s turn is nothing else than what the partner asked for', () => {
    expect(whyNotSaid(rejection, { state: 'submitted', subState: 'queued' })).toEqual(['review_not_started'])
    expect(whyNotSaid(rejection, { state: 'submitted', subState: 'queued', matters: asked() })).toEqual([
      'review_not_started',
    ])
  })

  it('S-50: may be the missing answer once the partner’s time is over, and not before', () => {
    const silent = {
      ...rejection,
      reasons: ['REJ_INSUFFICIENT_POE', 'REJ_NO_PARTNER_RESPONSE'],
      note: '',
    } as const
    const asking = { state: 'partner_action_required', subState: 'open' } as const
    expect(whyNotSaid(silent, { ...asking, clocks: [clockDue('partner_response', 1)] })).toEqual([
      'response_not_overdue',
    ])
    expect(whyNotSaid(silent, { ...asking, clocks: [clockDue('partner_response', 0)] })).toEqual([])
    expect(whyNotSaid(silent, { ...asking, subState: 'overdue' })).toEqual([])
  })

  it('S-130: tells the challenger in words before a claim is held', () => {
    expect(whyNotSaid({ act: 'hold_for_arbitration', comment: '' })).toEqual(['comment_missing'])
    expect(whyNotSaid({ act: 'hold_for_arbitration', comment: 'Somebody else holds it.' })).toEqual([])
  })

  it('S-125: holds a claim only where something is there to arbitrate', () => {
    const hold = { act: 'hold_for_arbitration', comment: 'Somebody else holds it.' } as const
    expect(whyNotSaid(hold, { rivals: 0 })).toEqual(['nothing_to_arbitrate'])
    const caseId = CaseId.parse('0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c01')
    const one = { caseId, role: 'challenger', items: ['item-1'], toldAt: null, asked: [] } as const
    expect(whyNotSaid(hold, { rivals: 0, cases: [one] })).toEqual([])
  })

  it('is a reason for a reopening', () => {
    const open = aSituation({ state: 'rejected', subState: 'disputable' })
    const lead = reviewer('lea', 'team_lead')
    expect(blocksOf({ act: 'reopen', reason: ' ' }, open, lead, setting())).toMatchObject([
      { reason: 'reason_missing' },
    ])
    expect(blocksOf({ act: 'reopen', reason: 'Wrong page.' }, open, lead, setting(DOCS_2023))).toEqual([])
  })

  it('S-60: never mixes what the partner reads with internal words in one thread', () => {
    const comments = [
      { commentId: 'open', visibility: 'partner_visible' },
      { commentId: 'shut', visibility: 'internal' },
    ] as const
    const say = (inReplyTo: string | null, visibility: 'partner_visible' | 'internal') =>
      whyNotSaid({ act: 'comment', text: 'See page 3.', visibility, inReplyTo }, { comments })
    expect(say('open', 'partner_visible')).toEqual([])
    expect(say('shut', 'internal')).toEqual([])
    expect(say('open', 'internal')).toEqual(['thread_visibility'])
    expect(say('shut', 'partner_visible')).toEqual(['thread_visibility'])
    expect(say('none', 'internal')).toEqual(['comment_unknown'])
    expect(say(null, 'internal')).toEqual([])
  })
})
