import fc from 'fast-check'
import type { ClaimCommand } from '../../../src-main/domain/claim/commands.ts'
import { customer, partner, reviewer, system } from './situation.ts'

const maybe = fc.boolean()
const words = fc.constantFrom('', ' ', 'See page 3.')
const COMMANDS: fc.Arbitrary<ClaimCommand> = fc.oneof(
  fc.constantFrom('create', 'start_review', 'cancel', 'accept').map((act) => ({ act })),
  fc.record({ act: fc.constantFrom('submit', 'resubmit'), isFormComplete: maybe }),
  fc.record({
    act: fc.constant('edit' as const),
    changes: fc.constantFrom([], [{ field: 'mpnId', before: '1', after: '2' }]),
    isFormComplete: maybe,
  }),
  fc.constant({ act: 'add_document', fileName: 'sow.pdf' } as const),
  fc.record({ act: fc.constant('partner_comment' as const), text: words, inReplyTo: fc.constant(null) }),
  fc.record({
    act: fc.constant('ask_rejection' as const),
    reason: fc.constant('WRONG_MPN' as const),
    text: words,
    commentId: fc.constant('c1'),
  }),
  fc.record({
    act: fc.constant('dispute' as const),
    justification: fc.option(words),
    documentIds: fc.constantFrom([], ['d1']),
  }),
  fc.record({ act: fc.constantFrom('disassociate', 'reopen'), reason: words }),
  fc.record({ act: fc.constant('decline' as const), note: fc.constant(null) }),
  fc.record({ act: fc.constantFrom('approve', 'hold_for_arbitration'), comment: words }),
  fc.record({
    act: fc.constant('end_association' as const),
    items: fc.constantFrom([], ['item-1'], ['item-2'], ['item-1', 'item-2'], ['item-9']),
    comment: words,
  }),
  fc.record({
    act: fc.constant('request_info' as const),
    reasons: fc.constantFrom([], ['POE_MISSING_ALL' as const]),
    items: fc.constantFrom([], ['item-1'], ['item-9']),
    mayRemoveItems: maybe,
    comment: words,
  }),
  fc.record({
    act: fc.constant('reject' as const),
    reasons: fc.constantFrom(
      [],
      ['REJ_INSUFFICIENT_POE' as const],
      ['REJ_PARTNER_REQUEST' as const],
      ['REJ_CUSTOMER_DECLINE' as const],
      ['REJ_COMPETING_CLAIM' as const],
      ['REJ_INSUFFICIENT_POE' as const, 'REJ_NO_PARTNER_RESPONSE' as const],
    ),
    partnerRequestReason: fc.option(fc.constant('WRONG_MPN' as const)),
    note: words,
    comment: words,
  }),
  fc.record({
    act: fc.constantFrom('response_overdue', 'consent_over', 'hand_off', 'dispute_window_over'),
  }),
)
const ACTORS = fc.constantFrom(
  partner,
  customer,
  system,
  reviewer(),
  reviewer('otto', 'arbitration_lead'),
  reviewer('ada', 'auditor'),
)
/** What anybody may try on a claim, and how long nothing happens after it. */
export const STEPS = fc.array(
  fc.record({
    command: COMMANDS,
    // Mostly the right side, so that lives get far.
    actor: fc.option(ACTORS, { freq: 8 }),
    isArbitrated: fc.boolean(),
    hours: fc.constantFrom(0, 1, 20, 24 * 4, 24 * 8, 24 * 35),
  }),
  { minLength: 20, maxLength: 80 },
)
