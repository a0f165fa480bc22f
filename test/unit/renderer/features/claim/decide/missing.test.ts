import { NO_MATTERS } from '../../../../../../src-preload/contract/vocabulary/noMatters.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actBlocks } from '../../../../../../src-main/domain/claim/actBlocks.ts'
import { blocksOf } from '../../../../../../src-main/domain/claim/applyAct.ts'
import type { ClaimCommand } from '../../../../../../src-main/domain/claim/commands.ts'
import type { ClaimSituation } from '../../../../../../src-main/domain/claim/situation.ts'
import { PARTNER_REQUEST_REASONS } from '../../../../../../src-preload/contract/vocabulary/actWords.ts'
import {
  DECISION_REASONS,
  PRIMARY_REJECT_REASONS,
} from '../../../../../../src-preload/contract/vocabulary/words.ts'
import { EMPTY_DRAFT } from '../../../../../../src-renderer/features/claim/decide/decisionRules.ts'
import {
  isResponseOverdue,
  missingIn,
  needsNote,
  type Scene,
  whyNotReason,
} from '../../../../../../src-renderer/features/claim/decide/missing.ts'
import type { ActDraft, StripAct } from '../../../../../../src-renderer/stores/claimViewStore.ts'
import { aSituation, clockDue, instant, NOW, reviewer } from '../../../../../builders/domain/situation.ts'
import { DOCS_2023, SEED_2020 } from '../../../../../builders/policy.ts'

const HOUR = 3_600_000

const aDraft: fc.Arbitrary<ActDraft> = fc.record({
  reasons: fc.subarray([...DECISION_REASONS], { maxLength: 4 }),
  items: fc.subarray(['item-1', 'item-2']),
  mayRemoveItems: fc.boolean(),
  partnerRequestReason: fc.constantFrom(null, ...PARTNER_REQUEST_REASONS),
  note: fc.constantFrom('', ' ', 'Nothing could mend it.'),
  text: fc.constantFrom('', '  ', 'Dear partner'),
  origin: fc.constant({ kind: 'own' as const }),
})

const places = [
  ['submitted', 'queued'],
  ['under_review', 'in_review'],
  ['under_review', 'resubmitted'],
  ['under_review', 'dispute_review'],
  ['under_review', 'awaiting_arbitration'],
  ['partner_action_required', 'open'],
  ['partner_action_required', 'commented_not_resubmitted'],
  ['partner_action_required', 'overdue'],
  ['approved', 'consent_open'],
  ['rejected', 'disputable'],
] as const

const aClaim: fc.Arbitrary<ClaimSituation> = fc
  .record({
    place: fc.constantFrom(...places),
    hasAsked: fc.boolean(),
    infoRounds: fc.integer({ min: 0, max: 2 }),
    disputes: fc.integer({ min: 0, max: 1 }),
    dueInHours: fc.constantFrom(null, -1, 1),
  })
  .map(({ place: [state, subState], hasAsked, infoRounds, disputes, dueInHours }) =>
    aSituation({
      state,
      subState,
      clocks: dueInHours === null ? [] : [clockDue('partner_response', dueInHours * HOUR)],
      matters: {
        ...NO_MATTERS,
        infoRounds,
        disputes,
        partnerRequest: hasAsked ? { askedAt: instant(NOW), reason: 'WRONG_MPN', commentId: 'c1' } : null,
      },
    }),
  )

const aPolicy = fc
  .record({ profile: fc.constantFrom(SEED_2020, DOCS_2023), directNeedsNote: fc.boolean() })
  .map(({ profile, directNeedsNote }) => ({
    ...profile,
    rejection: { ...profile.rejection, directNeedsNote },
  }))

const ACTS = ['approve', 'request_info', 'reject', 'hold_for_arbitration', 'reopen'] as const

/** As the core reads what the window sends. */
function commandOf(act: StripAct, draft: ActDraft): ClaimCommand {
  const { text, reasons, items, mayRemoveItems, partnerRequestReason, note } = draft
  if (act === 'reopen') return { act, reason: text }
  if (act === 'request_info') return { act, comment: text, reasons, items, mayRemoveItems }
  if (act === 'reject') return { act, comment: text, reasons, partnerRequestReason, note }
  return { act, comment: text }
}

const sceneOf = ({ state, subState, matters, clocks }: ClaimSituation, policy = SEED_2020): Scene => ({
  state,
  subState,
  matters,
  clocks,
  policy,
  nowMs: NOW,
})

test.each(ACTS)('an act that is open misses in the window exactly what the core misses: %s', (act) => {
  let compared = 0
  fc.assert(
    fc.property(aDraft, aClaim, aPolicy, (draft, claim, policy) => {
      const lead = reviewer('rita', 'team_lead')
      const setting = { policy, now: NOW }
      if (actBlocks(act, claim, lead, setting).length > 0) return
      compared += 1
      const ours = missingIn(act, draft, sceneOf(claim, policy))
      const cores = blocksOf(commandOf(act, draft), claim, lead, setting).map(({ reason }) => reason)
      expect([...ours].toSorted()).toEqual([...new Set(cores)].toSorted())
    }),
    { numRuns: 600 },
  )
  expect(compared).toBeGreaterThan(30)
})

test('a primary reason that may be chosen leads to no refusal of that reason, and the other way round', () => {
  fc.assert(
    fc.property(aClaim, (claim) => {
      for (const reason of PRIMARY_REJECT_REASONS) {
        const why = whyNotReason(reason, sceneOf(claim))
        const refusals = blocksOf(
          commandOf('reject', {
            ...EMPTY_DRAFT,
            reasons: [reason],
            text: 'x',
            note: 'x',
            partnerRequestReason: 'WRONG_MPN',
          }),
          claim,
          reviewer(),
          { policy: SEED_2020, now: NOW },
        ).map((block) => block.reason)
        if (why !== null) expect(refusals).toContain(why)
        else expect(refusals).not.toContain('partner_has_not_asked')
      }
    }),
  )
})

describe('what a rejection rests on', () => {
  const scene = (over: Partial<Scene> = {}): Scene => ({ ...sceneOf(aSituation()), ...over })

  test('nobody but the customer can decline', () => {
    expect(whyNotReason('REJ_CUSTOMER_DECLINE', scene())).toBe('reason_not_yours')
  })

  test('a partner that did not ask has no request', () => {
    expect(whyNotReason('REJ_PARTNER_REQUEST', scene())).toBe('partner_has_not_asked')
    const partnerRequest = { askedAt: instant(NOW), reason: 'WRONG_MPN' as const, commentId: 'c1' }
    expect(
      whyNotReason('REJ_PARTNER_REQUEST', scene({ matters: { ...NO_MATTERS, partnerRequest } })),
    ).toBeNull()
  })

  test('no answer counts from the due instant on, before the hub has said so', () => {
    const waiting = (inMs: number) => scene({ clocks: [clockDue('partner_response', inMs)] })
    expect(isResponseOverdue(waiting(1))).toBe(false)
    expect(isResponseOverdue(waiting(0))).toBe(true)
    expect(isResponseOverdue(scene({ subState: 'overdue' }))).toBe(true)
    expect(whyNotReason('REJ_NO_PARTNER_RESPONSE', waiting(1))).toBe('response_not_overdue')
    expect(whyNotReason('REJ_NO_PARTNER_RESPONSE', waiting(0))).toBeNull()
  })

  test('rejecting the proof without having asked needs a note, once asked it does not', () => {
    const draft = { reasons: ['REJ_INSUFFICIENT_POE' as const] }
    expect(needsNote(draft, scene())).toBe(true)
    expect(needsNote(draft, scene({ matters: { ...NO_MATTERS, infoRounds: 1 } }))).toBe(false)
    expect(needsNote(draft, scene({ matters: { ...NO_MATTERS, disputes: 1 } }))).toBe(false)
    expect(needsNote({ reasons: ['REJ_PARTNER_REQUEST'] }, scene())).toBe(false)
    expect(needsNote(draft, scene({ policy: null }))).toBe(false)
  })
})
