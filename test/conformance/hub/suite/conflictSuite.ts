import { describe, expect, it } from 'vitest'
import { ClaimId, TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { HistorySide } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { HubClaim } from '../../../../src-main/hub/claims/hubClaim.ts'
import { bringClaims } from '../../../../src-main/hub/claims/bringClaims.ts'
import { removeClaim } from '../../../../src-main/hub/store/claimWrites.ts'
import {
  aHubClaim,
  allMet,
  anEntry,
  anOperation,
  approve,
  comment,
  hold,
  reject,
  requestInfo,
  sha256Of,
  startReview,
  TENANT_A,
} from '../../../builders/hub/hubClaim.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'
import { transact } from '../../../../src-main/hub/store/transact.ts'

const conflict = (reason: string, currentRevision: number | null = 3) => ({
  outcome: 'conflict',
  reason,
  currentRevision,
})
const seen = (claim: HubClaim, revision: number): HubClaim => ({ ...claim, revision })

export function describeConflicts(hub: () => TestHub): void {
  describe('an operation on a claim that went on', () => {
    it('is told that somebody else decided', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      await hub().operate('reviewer-2', 'C-1', anOperation(claim, reject()))
      for (const action of [approve(claim), requestInfo(), reject()]) {
        const result = await hub().operate('reviewer', 'C-1', anOperation(claim, action))
        expect(result).toEqual(conflict('decided_elsewhere', 4))
      }
    })

    it('is told that the document was replaced, even where the revision is the same', async () => {
      const claim = aHubClaim({ documents: ['new proof'] })
      await hub().put(claim)
      const onOld = { documentHashes: [sha256Of('old proof')] }
      for (const claimRevision of [2, 3]) {
        const request = anOperation(claim, approve(claim), { ...onOld, claimRevision })
        expect(await hub().operate('reviewer', 'C-1', request)).toEqual(conflict('document_replaced'))
      }
      const onNone = anOperation(claim, reject(), { documentHashes: [] })
      expect(await hub().operate('reviewer', 'C-1', onNone)).toEqual(conflict('document_replaced'))
    })

    it('is told that the claim changed when something was written to it', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      await hub().operate('reviewer-2', 'C-1', anOperation(claim, comment()))
      const late = anOperation(claim, approve(claim))
      expect(await hub().operate('reviewer', 'C-1', late)).toEqual(conflict('claim_changed', 4))
      const looked = anOperation(seen(claim, 4), approve(claim))
      expect(await hub().operate('reviewer', 'C-1', looked)).toEqual({ outcome: 'applied', revision: 5 })
    })

    it('is told that the claim changed when the policy did', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const request = anOperation(claim, approve(claim), { policy: { id: 'seed-2020', version: 2 } })
      expect(await hub().operate('reviewer', 'C-1', request)).toEqual(conflict('claim_changed'))
    })

    it('is told that the claim is in other hands', async () => {
      const claim = aHubClaim({ state: 'submitted' })
      await hub().put(claim)
      await hub().operate('reviewer-2', 'C-1', anOperation(claim, startReview))
      const start = await hub().operate('reviewer', 'C-1', anOperation(claim, startReview))
      const decide = await hub().operate('reviewer', 'C-1', anOperation(claim, reject()))
      expect([start, decide]).toEqual([conflict('reassigned', 4), conflict('reassigned', 4)])
    })

    it.each<[HistorySide, string]>([
      ['reviewer', 'decided_elsewhere'],
      ['partner', 'withdrawn'],
      ['customer', 'withdrawn'],
      ['system', 'clock_expired'],
    ])('that was rejected by the %s is told %s', async (side, reason) => {
      const entry = anEntry({ side, kind: 'rejected', fromState: 'under_review', toState: 'rejected' })
      const claim = aHubClaim({ state: 'rejected', subState: 'final', history: [entry] })
      await hub().put(claim)
      const request = anOperation(seen(claim, 2), approve(claim))
      expect(await hub().operate('reviewer', 'C-1', request)).toEqual(conflict(reason))
    })

    it('is told that the partner took it back into a draft', async () => {
      const claim = aHubClaim({ state: 'editing' })
      await hub().put(claim)
      const request = anOperation(seen(claim, 2), approve(claim))
      expect(await hub().operate('reviewer', 'C-1', request)).toEqual(conflict('withdrawn'))
    })

    it('is told that the claim is gone, also when it never was here', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const key = { tenantId: TenantId.parse(TENANT_A), claimId: ClaimId.parse('C-1') }
      await transact(hub().ports.db, (tx) => removeClaim(tx, key, 'deleted'))
      const request = anOperation(claim, comment())
      expect(await hub().operate('reviewer', 'C-1', request)).toEqual(conflict('claim_deleted', null))
      expect(await hub().operate('reviewer', 'C-9', request)).toEqual(conflict('claim_deleted', null))
    })

    it('goes through all the same when it is a comment or the start of a review and still fits', async () => {
      const claim = aHubClaim({ state: 'submitted' })
      await hub().put(claim)
      await hub().operate('reviewer-2', 'C-1', anOperation(claim, comment()))
      expect(await hub().operate('reviewer', 'C-1', anOperation(claim, startReview))).toMatchObject({
        outcome: 'applied',
      })
      expect(await hub().operate('reviewer', 'C-1', anOperation(claim, comment()))).toEqual({
        outcome: 'applied',
        revision: 6,
      })
    })
  })

  describe('an operation against the rules', () => {
    const refused = async (claim: HubClaim, action: Parameters<typeof anOperation>[1]) => {
      await hub().put(claim)
      const result = await hub().operate('reviewer', 'C-1', anOperation(claim, action))
      expect(await hub().record('C-1')).toMatchObject({ state: claim.state, revision: 3 })
      return result
    }

    it('deciding before the review began is not allowed', async () => {
      const claim = aHubClaim({ state: 'submitted' })
      expect(await refused(claim, approve(claim))).toEqual(conflict('not_allowed'))
    })

    it('approving without a proof is not allowed', async () => {
      const claim = aHubClaim({ documents: [] })
      expect(await refused(claim, approve(claim))).toEqual(conflict('not_allowed'))
    })

    it('approving while rivals are weighed is not allowed', async () => {
      const claim = aHubClaim({ subState: 'awaiting_arbitration' })
      expect(await refused(claim, approve(claim))).toEqual(conflict('not_allowed'))
    })

    const verdicts = allMet(aHubClaim({ products: ['m365.teams', 'm365.intune'] }))
    it.each(verdicts.map((one, index) => ({ index, name: `${one.criterion} ${one.item ?? ''}` })))(
      'approving with $name left out, open or not met is not allowed',
      async ({ index }) => {
        const claim = aHubClaim({ products: ['m365.teams', 'm365.intune'] })
        await hub().put(claim)
        const others = verdicts.filter((_, place) => place !== index)
        const changed = verdicts.flatMap((one, place) =>
          place === index
            ? [null, 'cannot_tell' as const, 'not_met' as const].map((verdict) => ({ ...one, verdict }))
            : [],
        )
        for (const sent of [others, ...changed.map((one) => [...others, one])]) {
          const action = { kind: 'approve' as const, verdicts: sent, reasons: [], comment: '' }
          const result = await hub().operate('reviewer', 'C-1', anOperation(claim, action))
          expect(result).toEqual(conflict('not_allowed'))
        }
      },
    )

    it.each([
      ['asking without a reason', { ...requestInfo(), reasons: [] }],
      ['asking without a word', { ...requestInfo(), comment: ' \n' }],
      ['rejecting with details alone', reject(['REJ_MISSING_PRODUCTS'])],
      ['rejecting with two primary reasons', reject(['REJ_INSUFFICIENT_POE', 'REJ_PARTNER_REQUEST'])],
      ['rejecting without a word', { ...reject(), comment: '' }],
    ])('%s is not allowed', async (_, action) => {
      expect(await refused(aHubClaim(), action)).toEqual(conflict('not_allowed'))
    })

    it('telling the partner who else claims of its customer is not allowed, to colleagues it is', async () => {
      const rival = aHubClaim({ claimId: 'C-2' })
      const named = { mpnId: '5550123', partnerCompanyName: 'Tarn & Beck Advisory GmbH' }
      const claim = aHubClaim()
      await hub().put(claim, { ...rival, form: { ...rival.form, ...named } })
      const text = 'TARN & BECK says that the work is theirs.'
      const said = { kind: 'comment', text, inReplyTo: null } as const
      const told = { ...said, visibility: 'partner_visible' } as const
      for (const action of [requestInfo(text), { ...reject(), comment: text }, hold(text), told])
        expect(await hub().operate('reviewer', 'C-1', anOperation(claim, action))).toEqual(
          conflict('not_allowed'),
        )
      const internal = { ...said, visibility: 'internal' } as const
      expect(await hub().operate('reviewer', 'C-1', anOperation(claim, internal))).toMatchObject({
        outcome: 'applied',
      })
    })

    it('commenting on a draft is not allowed', async () => {
      expect(await refused(aHubClaim({ state: 'editing' }), comment())).toEqual(conflict('not_allowed'))
    })
  })

  it('an id that is taken cannot be put in again, under no tenant', async () => {
    await hub().put(aHubClaim())
    const put = (tenantId: string) =>
      transact(hub().ports.db, (tx) => bringClaims(tx, [aHubClaim({ tenantId })], hub().ports.rules.basisOf))
    await expect(put(TENANT_A)).rejects.toThrow()
    await expect(put('33333333-3333-4333-8333-333333333333')).rejects.toThrow()
  })
}
