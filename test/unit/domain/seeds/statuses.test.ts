import { describe, expect, it } from 'vitest'
import { leavesRevision } from '../../../../src-main/domain/assignment/lease.ts'
import { actBlocks } from '../../../../src-main/domain/claim/actBlocks.ts'
import { OPERATION_KINDS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aSituation, reviewer, setting, system } from '../../../builders/domain/situation.ts'
import { aRequest } from '../../../builders/letters.ts'
import {
  aLife,
  approve,
  asked,
  DAY,
  draft,
  dueAt,
  endOf,
  go,
  letter,
  queued,
  reject,
  request,
  start,
  statusOf,
  submit,
  whyNot,
} from './given.ts'

const lead = reviewer('lea', 'team_lead')
/** Without who works on it or is asked to look at it: a claim may be taken and handed on in every status that work is to be done in. */
const mayIn = (status: Parameters<typeof aSituation>[0]) =>
  OPERATION_KINDS.filter(
    (act) => !leavesRevision(act) && actBlocks(act, aSituation(status), lead, setting()).length === 0,
  )

describe('the statuses', () => {
  it('S-24: Editing is the partner’s alone: no reviewer acts on it and no clock runs', () => {
    expect(mayIn(draft)).toEqual([])
    expect(aLife([]).claim).toMatchObject({ ...draft, clocks: [] })
  })

  it('S-25: Submitted waits in the queue for a review to begin', () => {
    expect(statusOf(aLife([submit]))).toEqual(['submitted', 'queued'])
    expect(mayIn(queued)).toEqual(['start_review', 'comment'])
  })

  it('S-26: Under review is decided or asked about, within five business days', () => {
    const life = aLife([submit, start])
    expect(statusOf(life)).toEqual(['under_review', 'in_review'])
    expect(dueAt(life, 'review')).toBe(endOf(20))
    expect(mayIn(life.claim ?? {})).toEqual([
      'approve',
      'request_info',
      'reject',
      'hold_for_arbitration',
      'comment',
    ])
  })

  it('S-27: Rejected has a reason and says it', () => {
    expect(whyNot(reviewer(), reject)).toEqual([])
    expect(whyNot(reviewer(), { ...reject, reasons: [] })).toEqual(['primary_reason_missing'])
    expect(whyNot(reviewer(), { ...reject, comment: ' ' })).toEqual(['comment_missing'])
  })

  it('S-28: Approved says until when the customer may still deny, and is not sent on before', () => {
    const life = aLife([submit, start, approve])
    expect(statusOf(life)).toEqual(['approved', 'consent_open'])
    expect(dueAt(life, 'consent')).toBe(endOf(20))
    expect(whyNot(system, { act: 'hand_off' }, life.claim ?? {})).toEqual(['not_in_this_state'])
    expect(whyNot(system, { act: 'consent_over' }, life.claim ?? {})).toEqual(['window_open'])
  })

  it('S-29: Partner action required says which criteria and items are asked about, until the resubmission', () => {
    expect(whyNot(reviewer(), { ...request, reasons: [] })).toEqual(['reason_missing'])
    const products = { ...request, reasons: ['POE_MISSING_PRODUCTS'] } as const
    expect(whyNot(reviewer(), products)).toEqual(['items_missing'])
    expect(whyNot(reviewer(), { ...products, items: ['item-9'] })).toEqual(['item_not_claimed'])
    const life = aLife([submit, start])
    const { matters } = go(life, { ...products, items: ['item-2'] })
    expect(matters.infoRequest).toMatchObject({ reasons: ['POE_MISSING_PRODUCTS'], items: ['item-2'] })
    expect(life.claim).toMatchObject(asked)
    life.pass(8 * DAY)
    expect(statusOf(life)).toEqual(['partner_action_required', 'overdue'])
    const told = letter(aRequest(['POE_MISSING_ALL'], { items: ['i1', 'i3'] }))
    expect(told).toContain('\n– Microsoft Teams\n– Microsoft Intune')
    expect(told).not.toContain('Exchange Online')
  })
})
