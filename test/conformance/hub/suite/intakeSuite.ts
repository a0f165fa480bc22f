import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { IntakeResult } from '../../../../src-main/hub/api/intakeResult.ts'
import {
  aHubClaim,
  anOperation,
  approve,
  comment,
  requestInfo,
  startReview,
} from '../../../builders/hub/hubClaim.ts'
import { partnerSide, statedClaim } from '../../../builders/hub/partnerSide.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'

const codes = (result: IntakeResult) =>
  'notes' in result
    ? result.notes.filter(({ severity }) => severity === 'refuse').map(({ code }) => code)
    : []
const blocks = (result: IntakeResult) =>
  result.outcome === 'refused' ? result.blocks.map(({ reason }) => reason) : []

export function describeIntake(hub: () => TestHub): void {
  describe('partners and customers', () => {
    const side = () => partnerSide(hub())
    const operate = async (
      claimId: string,
      action: Parameters<typeof anOperation>[1],
      who = 'reviewer' as const,
    ) => hub().operate(who, claimId, anOperation(await hub().record(claimId), action))

    it('act through their service alone; the team may not, and the service sees nothing of the team’s', async () => {
      const path = '/v1.0/intake/claims'
      const asTeam = await hub().post(
        'reviewer',
        path,
        { claim: statedClaim() },
        { 'ms-requestid': randomUUID() },
      )
      expect(asTeam.status).toBe(403)
      for (const own of ['/v1.0/claims/delta', '/v1.0/me', '/v1.0/reference'])
        expect((await hub().get('intake', own)).status).toBe(403)
      expect((await hub().get(null, `${path}/P-1`)).status).toBe(401)
    })

    it('S-93: begin a claim as a draft, whose id the hub gives', async () => {
      const made = await side().create()
      expect(made).toMatchObject({ outcome: 'done', state: 'editing', subState: null, revision: 1 })
      if (made.outcome !== 'done') return
      expect(made.claimId).toMatch(/^CPR-\d{7}$/)
      expect(await hub().record(made.claimId)).toMatchObject({
        form: {
          program: 'OSU_M365',
          items: [{ id: 'i1', productId: 'm365.teams', name: 'Microsoft Teams' }],
        },
        policy: { id: 'seed-2020', version: 1 },
        history: [{ kind: 'created', side: 'partner' }],
      })
    })

    it('S-06: are sent elsewhere with a claim of the co-op programmes, in plain words', async () => {
      const made = await side().create(statedClaim({ program: 'CSP' }))
      expect(codes(made)).toEqual(['coop_program'])
      expect(JSON.stringify(made)).toContain('co-op claims process')
    })

    it('hear everything that is wrong with a claim at once', async () => {
      const made = await side().create(statedClaim({ mpnId: 'x', items: [], customerContact: null }))
      expect(codes(made)).toEqual(
        expect.arrayContaining(['field_malformed', 'item_missing', 'contact_missing']),
      )
    })

    it('bring a claim under its own id once: again it is left as it is', async () => {
      await side().create(statedClaim(), { claimId: 'P-7' })
      const again = await side().create(statedClaim({ claimName: 'Another name' }), { claimId: 'P-7' })
      expect(again).toMatchObject({ outcome: 'exists', claimId: 'P-7', revision: 1 })
      expect((await hub().record('P-7')).form.claimName).toBe('Teams for Example')
    })

    it('get the same answer to the same request, and 422 when it says something else', async () => {
      const requestId = randomUUID()
      const first = await side().post('', { claim: statedClaim() }, requestId)
      const made = IntakeResult.parse(await first.json())
      expect(await (await side().post('', { claim: statedClaim() }, requestId)).json()).toEqual(made)
      if (made.outcome !== 'done') throw new Error('The claim was not made.')
      const say = (text: string) => side().post(`/${made.claimId}/comments`, { text }, requestId)
      expect((await say('Hello.')).status).toBe(422)
      const other = randomUUID()
      const said = await side().post(`/${made.claimId}/comments`, { text: 'Hello.' }, other)
      expect(
        await (await side().post(`/${made.claimId}/comments`, { text: 'Hello.' }, other)).json(),
      ).toEqual(await said.json())
      expect((await hub().record(made.claimId)).comments).toHaveLength(1)
      expect((await side().post(`/${made.claimId}/comments`, { text: 'Hm.' }, other)).status).toBe(422)
    })

    it('S-25, S-45: submit a claim with its proof, and not without', async () => {
      await side().create(statedClaim(), { claimId: 'P-1' })
      const bare = await side().now('P-1', 'submit')
      expect(codes(bare)).toEqual(['poe_missing'])
      await side().addDocument('P-1')
      expect(await side().now('P-1', 'submit')).toMatchObject({
        outcome: 'done',
        state: 'submitted',
        subState: 'queued',
      })
      const after = await hub().record('P-1')
      expect(after.documents).toMatchObject([{ fileName: 'sow.pdf', addedBy: 'Paolo Partner', sizeBytes: 5 }])
      expect(after.clocks.map(({ timer }) => timer)).toEqual(['pickup', 'decision_target'])
      expect(after.lookups.partner).toMatchObject({ mpnId: '4711', isKnown: expect.any(Boolean) })
    })

    it('choose no day for their submission, unless the claim is taken over from before', async () => {
      const submittedAt = '2026-10-02T09:00:00.000Z'
      await side().create(statedClaim(), { claimId: 'P-1' })
      await side().addDocument('P-1')
      expect(codes(await side().now('P-1', 'submit', { submittedAt }))).toEqual(['field_malformed'])
      const other = statedClaim({ items: [{ productId: 'm365.intune' }] })
      await side().create(other, { claimId: 'P-2', isMigrated: true })
      await side().addDocument('P-2')
      expect(await side().now('P-2', 'submit', { submittedAt })).toMatchObject({ outcome: 'done' })
      expect((await hub().record('P-2')).form.submittedAt).toBe(submittedAt)
    })

    it('T5: are not refused on the way back for what was taken in once', async () => {
      const claim = aHubClaim({ state: 'partner_action_required', subState: 'open' })
      const dynamics = { ...claim.form, mpnId: '9999999', customer: { ...claim.form.customer, domains: [] } }
      await hub().put({ ...claim, form: dynamics })
      const back = await side().now('C-1', 'resubmit')
      expect(back).toMatchObject({ outcome: 'done', subState: 'resubmitted' })
      expect(JSON.stringify(back)).toContain('mpn_unknown')
    })

    it('C-12: are told of a duplicate of their own, and not who else asks', async () => {
      await side().submitted(statedClaim(), 'P-1')
      await side().create(statedClaim(), { claimId: 'P-2' })
      await side().addDocument('P-2')
      expect(codes(await side().now('P-2', 'submit'))).toEqual(['duplicate_claim'])
      const rival = statedClaim({ mpnId: '4712', partnerCompanyName: 'Rival & Sons' })
      await side().create(rival, { claimId: 'P-3' })
      await side().addDocument('P-3')
      const result = await side().now('P-3', 'submit')
      expect(result).toMatchObject({ outcome: 'done' })
      expect(JSON.stringify(result)).toContain('SUB_ALREADY_CLAIMED')
      expect(JSON.stringify(result)).not.toContain('Example Partner')
      expect((await hub().record('P-1')).competingClaims).toBe(1)
    })

    it('S-29, S-58: answer a request with a paper and a resubmission; the review’s clock goes on', async () => {
      await side().submitted()
      await operate('P-1', startReview)
      await operate('P-1', requestInfo())
      await side().act('/P-1/comments', { text: 'It is on its way.' })
      expect(await hub().record('P-1')).toMatchObject({
        state: 'partner_action_required',
        subState: 'commented_not_resubmitted',
      })
      hub().clock.now += 86_400_000
      await side().addDocument('P-1', 'signed page')
      expect(await side().now('P-1', 'resubmit', { comment: 'Signed.' })).toMatchObject({
        state: 'under_review',
        subState: 'resubmitted',
      })
      const after = await hub().record('P-1')
      expect(after.matters.infoRequest?.answeredAt).toBe(new Date(hub().clock.now).toISOString())
      expect(after.clocks.map(({ timer, dueAt }) => [timer, dueAt !== null])).toEqual([
        ['review', true],
        ['pickup', true],
        ['decision_target', true],
      ])
    })

    it('S-52, S-54: edit what they may, while they may; the history keeps before and after', async () => {
      await side().submitted()
      const edit = (changes: Record<string, unknown>) => side().now('P-1', 'edit', { changes })
      expect(await edit({ mpnId: '4712' })).toMatchObject({ outcome: 'done' })
      expect((await hub().record('P-1')).history.at(-1)).toMatchObject({
        kind: 'edited',
        changes: [{ field: 'mpnId', before: '4711', after: '4712' }],
      })
      expect(blocks(await edit({ claimName: 'Other' }))).toEqual(['field_not_editable'])
      await operate('P-1', startReview)
      expect(blocks(await edit({ mpnId: '4713' }))).toEqual(['not_in_this_state'])
    })

    it('change who competes when they change their items', async () => {
      await side().submitted(statedClaim(), 'P-1')
      await side().submitted(statedClaim({ mpnId: '4712', items: [{ productId: 'm365.intune' }] }), 'P-2')
      expect((await hub().record('P-1')).competingClaims).toBe(0)
      await side().now('P-2', 'edit', { changes: { items: [{ productId: 'm365.teams' }] } })
      expect((await hub().record('P-1')).competingClaims).toBe(1)
      expect((await hub().record('P-2')).competingClaims).toBe(1)
    })

    it('S-42: ask for a rejection, which a reviewer carries out', async () => {
      await side().submitted()
      await side().now('P-1', 'rejection-request', { reason: 'WRONG_MPN', comment: 'Please reject it.' })
      const asked = await hub().record('P-1')
      expect(asked.matters.partnerRequest).toMatchObject({
        reason: 'WRONG_MPN',
        commentId: asked.comments[0]?.commentId,
      })
      const rejected = await operate('P-1', {
        kind: 'reject',
        verdicts: [],
        reasons: ['REJ_PARTNER_REQUEST'],
        partnerRequestReason: 'WRONG_MPN',
        note: '',
        comment: 'Rejected as you asked.',
      })
      expect(rejected).toMatchObject({ outcome: 'applied' })
      expect(await hub().record('P-1')).toMatchObject({ state: 'rejected', subState: 'final' })
    })

    it('S-39: dispute with papers that come with it', async () => {
      await side().submitted()
      await operate('P-1', startReview)
      await operate('P-1', {
        kind: 'reject',
        verdicts: [],
        reasons: ['REJ_INSUFFICIENT_POE'],
        partnerRequestReason: null,
        note: 'Beyond mending.',
        comment: 'Not signed.',
      })
      expect(blocks(await side().dispute('P-1', {}))).toEqual(['dispute_empty'])
      const disputed = await side().dispute('P-1', { justification: 'Page 9 is signed.' }, ['page nine'])
      expect(disputed).toMatchObject({ state: 'under_review', subState: 'dispute_review' })
      const after = await hub().record('P-1')
      expect(after.assignedTo).toBeNull()
      expect(after.documents.at(-1)).toMatchObject({ fileName: 'page nine.pdf' })
      expect(after.matters.dispute?.documentIds).toEqual([after.documents.at(-1)?.documentId])
      expect(after.clocks).toMatchObject([{ timer: 'dispute_review' }])
    })

    it('S-44: a customer denies in the window, and the workload is free again', async () => {
      await side().submitted(statedClaim(), 'P-1')
      await operate('P-1', startReview)
      await operate('P-1', approve(await hub().record('P-1')))
      await side().submitted(statedClaim({ mpnId: '4712' }), 'P-2')
      expect((await hub().record('P-2')).competingClaims).toBe(1)
      expect(await side().act('/P-1/customer-answer', { note: 'We did not ask for this.' })).toMatchObject({
        state: 'rejected',
        subState: 'final',
      })
      expect(await hub().record('P-1')).toMatchObject({
        matters: { consent: { decision: 'declined', inWindow: true } },
      })
      expect((await hub().record('P-2')).competingClaims).toBe(0)
    })

    it('may not end an association or cancel a draft where the profile does not know that', async () => {
      await side().create(statedClaim(), { claimId: 'P-1' })
      expect(blocks(await side().now('P-1', 'cancel'))).toEqual(['not_under_this_policy'])
    })

    it('are told when the claim changed since they looked at it', async () => {
      await side().submitted()
      const stale = await side().act('/P-1/edit', { claimRevision: 1, changes: { mpnId: '4712' } })
      expect(stale).toMatchObject({ outcome: 'stale', currentRevision: 3 })
    })

    it('S-60: never see what reviewers say among themselves', async () => {
      await side().submitted()
      await operate('P-1', comment('Looks forged to me.'))
      await operate('P-1', {
        kind: 'comment',
        text: 'Which page?',
        visibility: 'partner_visible',
        inReplyTo: null,
      })
      const seen = await (await hub().get('intake', '/v1.0/intake/claims/P-1')).text()
      expect(seen).toContain('Which page?')
      expect(seen).not.toContain('forged')
      expect(seen).not.toContain('assignedTo')
    })

    it('are answered with a problem when they send nonsense, and nothing is changed', async () => {
      await side().submitted()
      const before = await hub().record('P-1')
      const asks = [
        side().post('/P-1/comments', { text: '' }),
        side().post('/P-1/comments', '{'),
        side().post('/P-1/submit', { claimRevision: 'one' }),
        side().post('/P-1/documents?fileName=', new Uint8Array([1])),
        side().post('/P-1/documents?fileName=a.pdf&mediaType=x', new Uint8Array()),
        side().post('/P-1/dispute', { justification: 'no form' }),
        side().post('/P-1/comments', { text: 'no id' }, 'not a guid'),
      ]
      expect((await Promise.all(asks)).map(({ status }) => status)).toEqual(asks.map(() => 400))
      expect((await side().post('/P-9/comments', { text: 'Hello.' })).status).toBe(404)
      expect(await hub().record('P-1')).toEqual(before)
    })
  })
}
