import { describe, expect, it } from 'vitest'
import type { PolicyVersion } from '../../../../src-preload/contract/vocabulary/policyVersion.ts'
import type { OperationAction } from '../../../../src-main/hub/api/operations.ts'
import { doDueClockActs, nextClockActAt } from '../../../../src-main/hub/jobs/clockActs.ts'
import { listAssignments, putAssignments } from '../../../../src-main/hub/store/referenceRepo.ts'
import {
  aHubClaim,
  allMet,
  anOperation,
  askedToReject,
  hold,
  reject,
  rejectAsAsked,
  reopen,
  requestInfo,
  startReview,
} from '../../../builders/hub/hubClaim.ts'
import { CUSTOMER_TENANT, partnerSide, statedClaim } from '../../../builders/hub/partnerSide.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'

const DAY = 86_400_000

/** One customer's year: a claim that fails, and the one that takes its place. */
export function describeYear(hub: () => TestHub): void {
  describe('a year in the life of a claim', () => {
    const seen: string[] = []
    const look = async (claimId: string): Promise<void> => {
      const { state, subState } = await hub().record(claimId)
      seen.push(`${state} ${subState ?? '-'}`)
    }
    const decide = async (
      claimId: string,
      action: OperationAction,
      who: 'reviewer' | 'reviewer-2' | 'team_lead' = 'reviewer',
    ) => {
      const result = await hub().operate(who, claimId, anOperation(await hub().record(claimId), action))
      expect(result).toMatchObject({ outcome: 'applied' })
      await look(claimId)
    }
    const approve = async (claimId: string): Promise<OperationAction> => ({
      kind: 'approve',
      verdicts: allMet(await hub().record(claimId)),
      reasons: [],
      comment: '',
    })
    const act = async (claimId: string, name: string, body: Record<string, unknown> = {}) => {
      expect(await partnerSide(hub()).now(claimId, name, body)).toMatchObject({ outcome: 'done' })
      await look(claimId)
    }
    /** Lets days pass; what clocks bring about happens at its hour. */
    const pass = async (days: number, claimId: string) => {
      const until = hub().clock.now + days * DAY
      for (;;) {
        const next = await nextClockActAt(hub().ports.db)
        if (next === null || next > until) break
        hub().clock.now = Math.max(hub().clock.now, next)
        // Between two acts of the same instant there is a state too.
        let acts = 0
        while ((await doDueClockActs(hub().ports, () => ++acts > 1)) > 0) {
          await look(claimId)
          acts = 0
        }
      }
      hub().clock.now = until
    }
    const under = async (profile: PolicyVersion, live: () => Promise<void>) => {
      const { db, rules } = hub().ports
      const before = await listAssignments(db)
      const put = (assignments: typeof before) => db.transaction((tx) => putAssignments(tx, assignments))
      try {
        await put([{ profile, fromDay: '2019-10-01', toDay: null }])
        await rules.refresh(db)
        seen.length = 0
        await live()
      } finally {
        await put(before)
        await rules.refresh(db)
      }
    }

    /** S-38: rejected, the window for a dispute goes by, a new claim has to be made. */
    async function failingClaim(claimId: string, claim: Record<string, unknown>): Promise<void> {
      const side = partnerSide(hub())
      await side.create(claim, { claimId })
      await look(claimId)
      await side.addDocument(claimId)
      await act(claimId, 'submit')
      await pass(2, claimId)
      await decide(claimId, startReview)
      await decide(claimId, requestInfo())
      await pass(30, claimId)
      await decide(claimId, reject(['REJ_INSUFFICIENT_POE', 'REJ_NO_PARTNER_RESPONSE']))
      await pass(35, claimId)
    }

    /** Everything else that can happen to a claim, up to its customer's late denial where the profile knows one. */
    async function longClaim(
      claimId: string,
      claim: Record<string, unknown>,
      mayEndLate: boolean,
    ): Promise<void> {
      const side = partnerSide(hub())
      await side.create(claim, { claimId })
      await side.addDocument(claimId)
      await act(claimId, 'submit')
      await pass(1, claimId)
      await decide(claimId, startReview)
      await decide(claimId, requestInfo())
      await side.act(`/${claimId}/comments`, { text: 'We are on it.' })
      await look(claimId)
      await pass(2, claimId)
      await side.addDocument(claimId, 'the signed page')
      await act(claimId, 'resubmit')
      await decide(claimId, startReview)
      const tenantId = CUSTOMER_TENANT
      const rival = aHubClaim({ claimId: `${claimId}-R`, tenantId, mpnId: '4712', matters: askedToReject })
      await hub().put(rival)
      await decide(claimId, hold())
      await pass(3, claimId)
      // Its rival gives up: it goes back to its review.
      await hub().operate(
        'reviewer',
        `${claimId}-R`,
        anOperation(await hub().record(`${claimId}-R`), rejectAsAsked),
      )
      await look(claimId)
      await decide(claimId, reject())
      await side.dispute(claimId, { justification: 'Page 9 is signed.' })
      await look(claimId)
      if ((await hub().record(claimId)).state === 'submitted') await decide(claimId, startReview)
      await decide(claimId, await approve(claimId), 'reviewer-2')
      await decide(claimId, reopen(), 'team_lead')
      await decide(claimId, await approve(claimId))
      await pass(20, claimId)
      await pass(120, claimId)
      if (!mayEndLate) return
      expect(await side.act(`/${claimId}/customer-answer`, {})).toMatchObject({ outcome: 'done' })
      await look(claimId)
    }

    it.each([
      ['seed-2020', ['under_review resubmitted'], []],
      ['docs-2023', [], ['rejected final']],
    ] as const)('goes through every status under %s', async (id, ownBefore, ownAfter) => {
      const later = { laterFlow: { acknowledged: true, optOutOfIncentivePayment: false } }
      const extra = id === 'docs-2023' ? later : {}
      await under({ id, version: 1 }, async () => {
        await failingClaim('Y-1', statedClaim(extra))
        await longClaim('Y-2', statedClaim({ ...extra, replaces: 'Y-1' }), id === 'docs-2023')
      })
      const expected = [
        'editing -',
        'submitted queued',
        'under_review in_review',
        'partner_action_required open',
        'partner_action_required overdue',
        'rejected disputable',
        'rejected dispute_window_closed',
        'partner_action_required commented_not_resubmitted',
        ...ownBefore,
        'under_review awaiting_arbitration',
        'under_review dispute_review',
        'approved consent_open',
        'approved consent_closed',
        'approved sent_for_incentive_assessment',
        ...ownAfter,
      ]
      expect([...new Set(seen)].sort()).toEqual([...expected].sort())
      const { history, policy, replaces } = await hub().record('Y-2')
      expect({ policy, replaces }).toEqual({ policy: { id, version: 1 }, replaces: 'Y-1' })
      const moves = history.filter(({ toState }) => toState !== null)
      for (const [index, move] of moves.entries())
        expect(move.fromState).toBe(moves[index - 1]?.toState ?? null)
    })
  })
}
