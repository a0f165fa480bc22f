import { describe, expect, it } from 'vitest'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  aHubClaim,
  anEntry,
  anOperation,
  approve,
  askedToReject,
  at,
  comment,
  hold,
  rejectAsAsked,
  reopen,
} from '../../../builders/hub/hubClaim.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'

const applied = (revision: number) => ({ outcome: 'applied', revision })

export function describeDecisions(hub: () => TestHub): void {
  describe('what a reviewer’s operation sets going', () => {
    it('S-28: approve notifies the customer and says until when silence may still be broken', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      await hub().operate('reviewer', 'C-1', anOperation(claim, approve(claim)))
      const after = await hub().record('C-1')
      expect(after.matters.consent).toMatchObject({ noticedAt: at(0), decision: 'none' })
      expect(after.history.slice(-2).map(({ kind }) => kind)).toEqual(['approved', 'customer_notified'])
    })

    it('S-130: hold_for_arbitration tells the challenger, keeps the status and starts a clock of its own', async () => {
      const claim = aHubClaim()
      await hub().put(claim, aHubClaim({ claimId: 'C-2', mpnId: '4712' }))
      await hub().operate('reviewer', 'C-1', anOperation(claim, hold('Another partner holds Teams.')))
      expect(await hub().record('C-1')).toMatchObject({
        state: 'under_review',
        subState: 'awaiting_arbitration',
        comments: [{ text: 'Another partner holds Teams.', visibility: 'partner_visible' }],
        clocks: [{ timer: 'arbitration', startedAt: at(0) }, { timer: 'decision_target' }],
      })
    })

    it('C-21: a contested claim runs a clock for its first review, until it has no rival', async () => {
      const claim = aHubClaim({ claimId: 'C-1', matters: askedToReject })
      await hub().put(claim, aHubClaim({ claimId: 'C-2', mpnId: '4712' }))
      const timers = async (claimId: string) => (await hub().record(claimId)).clocks.map(({ timer }) => timer)
      expect(await timers('C-2')).toEqual(['arbitration_first_review', 'review', 'decision_target'])
      await hub().operate('reviewer', 'C-1', anOperation(claim, rejectAsAsked))
      expect(await timers('C-2')).toEqual(['review', 'decision_target'])
    })

    it('reopen takes a decision back, with the lead’s reason as an internal word, and its rivals count it again (T18)', async () => {
      const claim = aHubClaim({ state: 'rejected', subState: 'disputable' })
      await hub().put(claim, aHubClaim({ claimId: 'C-2', mpnId: '4712' }))
      await hub().operate('team_lead', 'C-1', anOperation(claim, reopen('Page 3 was overlooked.')))
      expect(await hub().record('C-1')).toMatchObject({
        state: 'under_review',
        subState: 'in_review',
        comments: [{ text: 'Page 3 was overlooked.', visibility: 'internal' }],
      })
      expect((await hub().record('C-2')).competingClaims).toBe(1)
    })

    it('reopen comes too late once the window is over, also before the hub has said so', async () => {
      const history = [anEntry({ kind: 'rejected', at: at(-24 * 40), toState: 'rejected' })]
      const claim = aHubClaim({ state: 'rejected', subState: 'disputable', history })
      await hub().put(claim)
      expect(await hub().operate('team_lead', 'C-1', anOperation(claim, reopen()))).toMatchObject({
        outcome: 'conflict',
        reason: 'clock_expired',
      })
    })

    it('a decision on a dispute is not for the one who rejected (four eyes)', async () => {
      const rejection = { at: at(-3), reasons: [], byUserId: UserId.parse('reviewer'), judged: [] }
      const claim = aHubClaim({ subState: 'dispute_review', matters: { rejection, disputes: 1 } })
      await hub().put(claim)
      expect(await hub().operate('reviewer', 'C-1', anOperation(claim, approve(claim)))).toMatchObject({
        reason: 'four_eyes_self',
      })
      expect(await hub().operate('reviewer-2', 'C-1', anOperation(claim, approve(claim)))).toEqual(applied(4))
    })

    it('comment answers a thread in its own visibility', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      await hub().operate('reviewer', 'C-1', anOperation(claim, comment('First.')))
      const first = (await hub().record('C-1')).comments[0]
      const answer = { ...comment('Second.'), inReplyTo: first?.commentId ?? '' }
      const now = { ...claim, revision: 4 }
      expect(await hub().operate('reviewer', 'C-1', anOperation(now, answer))).toEqual(applied(5))
      const mixed = { ...answer, visibility: 'partner_visible' as const }
      expect(await hub().operate('reviewer', 'C-1', anOperation(now, mixed))).toMatchObject({
        reason: 'not_allowed',
      })
      expect((await hub().record('C-1')).comments.map(({ inReplyTo }) => inReplyTo)).toEqual([
        null,
        first?.commentId,
      ])
    })
  })
}
