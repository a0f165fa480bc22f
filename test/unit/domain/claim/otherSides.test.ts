import { NO_MATTERS } from '../../../../src-preload/contract/vocabulary/noMatters.ts'
import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../../../src-main/domain/claim/applyAct.ts'
import type { ClaimCommand } from '../../../../src-main/domain/claim/commands.ts'
import { nextClockAct } from '../../../../src-main/domain/claim/nextClockAct.ts'
import type { Actor, ClaimSituation } from '../../../../src-main/domain/claim/situation.ts'
import { CLAIM_STATES } from '../../../../src-preload/contract/vocabulary/words.ts'
import { DOCS_2023, SEED_2020 } from '../../../builders/policy.ts'
import {
  aSituation,
  clockDue,
  customer,
  NOW,
  partner,
  reviewer,
  setting,
  system,
} from '../../../builders/domain/situation.ts'

const whyNot = (
  actor: Actor,
  command: ClaimCommand,
  wishes: Partial<ClaimSituation> = {},
  policy = SEED_2020,
) => blocksOf(command, aSituation(wishes), actor, setting(policy)).map(({ reason }) => reason)

const change = { field: 'mpnId', before: '1', after: '2' }
const edit = { act: 'edit', changes: [change], isFormComplete: true } as const
const dispute = { act: 'dispute', justification: 'The signature is on page 9.', documentIds: [] } as const
const disputable = { state: 'rejected', subState: 'disputable' } as const

describe('the partner', () => {
  it('does nothing that is a reviewer’s, and a reviewer nothing that is the partner’s', () => {
    expect(whyNot(partner, { act: 'approve', comment: '' })).toEqual(['role_may_not'])
    expect(whyNot(reviewer(), { act: 'resubmit', isFormComplete: true })).toContain('role_may_not')
  })

  it('S-93: begins a claim that is not there yet', () => {
    expect(blocksOf({ act: 'create' }, null, partner, setting())).toEqual([])
    expect(whyNot(partner, { act: 'create' })).toEqual(['not_in_this_state'])
  })

  it('S-25, S-63: submits a draft that is complete and has its proof', () => {
    const draft = { state: 'editing', subState: null } as const
    expect(whyNot(partner, { act: 'submit', isFormComplete: true }, draft)).toEqual([])
    expect(whyNot(partner, { act: 'submit', isFormComplete: false }, { ...draft, documents: 0 })).toEqual([
      'poe_missing',
      'form_incomplete',
    ])
  })

  it('S-07: submits a claim that was brought over from before without a proof', () => {
    const bare = { state: 'editing', subState: null, documents: 0 } as const
    const submit = { act: 'submit', isFormComplete: true } as const
    expect(whyNot(partner, submit, { ...bare, isMigrated: true })).toEqual([])
    expect(whyNot(partner, submit, { ...bare, isMigrated: false })).toEqual(['poe_missing'])
  })

  it('S-54, C-4: edits where the profile says, and nowhere else', () => {
    const statesOf = (policy: typeof SEED_2020) =>
      CLAIM_STATES.filter((state) => whyNot(partner, edit, { state, subState: null }, policy).length === 0)
    expect(statesOf(SEED_2020)).toEqual(['editing', 'submitted', 'partner_action_required'])
    expect(statesOf(DOCS_2023)).toEqual(['editing', 'partner_action_required'])
  })

  it('S-55, S-56, S-57: edits PartnerID, items and contacts; anything else needs a new claim', () => {
    const asking = { state: 'partner_action_required', subState: 'open' } as const
    const why = (field: string) => whyNot(partner, { ...edit, changes: [{ ...change, field }] }, asking)
    for (const field of ['mpnId', 'items', 'customerContact', 'technicalContact', 'partnerContact'])
      expect(why(field)).toEqual([])
    for (const field of ['customer.tenantId', 'solutionArea', 'activities', 'claimName'])
      expect(why(field)).toEqual(['field_not_editable'])
  })

  it('S-58: adds papers where it may edit, and to an approved claim', () => {
    const add = { act: 'add_document', fileName: 'sow.pdf' } as const
    expect(whyNot(partner, add, { state: 'approved', subState: 'consent_open' })).toEqual([])
    expect(whyNot(partner, add, { state: 'submitted', subState: 'queued' })).toEqual([])
    expect(whyNot(partner, add, { state: 'submitted', subState: 'queued' }, DOCS_2023)).toEqual([
      'not_in_this_state',
    ])
    expect(whyNot(partner, add)).toEqual(['not_in_this_state'])
  })

  it('S-36, S-38: disputes a rejection while its window is open', () => {
    const open = { ...disputable, clocks: [clockDue('dispute_window', 1)] }
    const over = { ...disputable, clocks: [clockDue('dispute_window', 0)] }
    expect(whyNot(partner, dispute, open)).toEqual([])
    expect(whyNot(partner, dispute, over)).toEqual(['window_closed'])
    expect(whyNot(partner, dispute, { ...disputable, subState: 'dispute_window_closed' })).toEqual([
      'window_closed',
    ])
    expect(whyNot(partner, dispute, { ...disputable, subState: 'final' })).toEqual(['not_disputable'])
  })

  it('S-39: disputes with a justification, with papers, or with both', () => {
    expect(whyNot(partner, { ...dispute, justification: ' ' }, disputable)).toEqual(['dispute_empty'])
    expect(whyNot(partner, { ...dispute, justification: null, documentIds: ['d1'] }, disputable)).toEqual([])
  })

  it('C-18: disputes no more often than the profile allows', () => {
    const again = { ...disputable, matters: { ...NO_MATTERS, disputes: 1 } }
    expect(whyNot(partner, dispute, again)).toEqual(['dispute_limit'])
    const unlimited = { ...SEED_2020, dispute: { ...SEED_2020.dispute, max: null } }
    expect(whyNot(partner, dispute, again, unlimited)).toEqual([])
  })

  it('ends an association only where the profile knows that, and says why (T16)', () => {
    const approved = { state: 'approved', subState: 'consent_closed' } as const
    const end = { act: 'disassociate', reason: 'The project is over.' } as const
    expect(whyNot(partner, end, approved)).toEqual(['not_under_this_policy'])
    expect(whyNot(partner, end, approved, DOCS_2023)).toEqual([])
    expect(whyNot(partner, { ...end, reason: '' }, approved, DOCS_2023)).toEqual(['reason_missing'])
  })

  it('cancels a draft only where the profile lets it (T17)', () => {
    const draft = { state: 'editing', subState: null } as const
    expect(whyNot(partner, { act: 'cancel' }, draft)).toEqual(['not_under_this_policy'])
    const lenient = { ...SEED_2020, draft: { mayCancel: true } }
    expect(whyNot(partner, { act: 'cancel' }, draft, lenient)).toEqual([])
  })

  it('S-42: asks for a rejection in writing, as long as nothing is decided', () => {
    const ask = {
      act: 'ask_rejection',
      reason: 'WRONG_MPN',
      text: 'Please reject.',
      commentId: 'c1',
    } as const
    expect(whyNot(partner, ask)).toEqual([])
    expect(whyNot(partner, { ...ask, text: '' })).toEqual(['comment_missing'])
    expect(whyNot(partner, ask, disputable)).toEqual(['not_in_this_state'])
  })
})

describe('the customer', () => {
  const decline = { act: 'decline', note: null } as const
  const open = { state: 'approved', subState: 'consent_open', clocks: [clockDue('consent', 1)] } as const

  it('S-44: denies while the window is open', () => {
    expect(whyNot(customer, decline, open)).toEqual([])
    expect(whyNot(customer, decline, { ...open, clocks: [clockDue('consent', 0)] })).toEqual([
      'window_closed',
    ])
  })

  it('C-1: denies after the window where the profile lets it', () => {
    const closed = { state: 'approved', subState: 'sent_for_incentive_assessment' } as const
    expect(whyNot(customer, decline, closed)).toEqual(['window_closed'])
    expect(whyNot(customer, decline, closed, DOCS_2023)).toEqual([])
  })

  it('C-2: denies before the approval where the profile lets it', () => {
    expect(whyNot(customer, decline)).toEqual([])
    const strict = { ...SEED_2020, consent: { ...SEED_2020.consent, mayDeclineEarlier: false } }
    expect(whyNot(customer, decline, {}, strict)).toEqual(['not_under_this_policy'])
  })

  it('C-3: may accept, which nothing waits for', () => {
    expect(whyNot(customer, { act: 'accept' }, open)).toEqual([])
    expect(nextClockAct({ ...open, assignedTo: null }, open.clocks, NOW)?.act).toBe('consent_over')
  })
})

describe('what happens by itself', () => {
  it('happens when its clock has run out and not before', () => {
    const cases = [
      ['response_overdue', 'partner_response', { state: 'partner_action_required', subState: 'open' }],
      ['consent_over', 'consent', { state: 'approved', subState: 'consent_open' }],
      ['dispute_window_over', 'dispute_window', disputable],
    ] as const
    for (const [act, timer, status] of cases) {
      expect(whyNot(system, { act }, { ...status, clocks: [clockDue(timer, 1)] })).toEqual(['window_open'])
      expect(whyNot(system, { act }, { ...status, clocks: [clockDue(timer, 0)] })).toEqual([])
      expect(nextClockAct({ ...status, assignedTo: null }, [clockDue(timer, 5)], NOW)).toEqual({
        act,
        at: NOW + 5,
      })
    }
  })

  it('S-22: hands a closed consent off at once', () => {
    const closed = { state: 'approved', subState: 'consent_closed' } as const
    expect(nextClockAct({ ...closed, assignedTo: null }, [], NOW)).toEqual({ act: 'hand_off', at: NOW })
    expect(whyNot(system, { act: 'hand_off' }, closed)).toEqual([])
  })

  it('is nothing on a claim that waits for a person', () => {
    expect(nextClockAct(aSituation(), [clockDue('review', -1)], NOW)).toBeNull()
    expect(
      nextClockAct({ state: 'partner_action_required', subState: 'overdue', assignedTo: null }, [], NOW),
    ).toBeNull()
  })
})
