import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { IntakeResult } from '../../../../src-main/hub/api/intakeResult.ts'
import { aHubClaim, TENANT_A } from '../../../builders/hub/hubClaim.ts'
import { statedClaim } from '../../../builders/hub/partnerSide.ts'
import type { TestCaller, TestHub } from '../../../builders/hub/testHub.ts'

const CLAIMS = '/v1.0/intake/claims'

export function describeOwnSide(hub: () => TestHub): void {
  describe('a partner or customer in their own name', () => {
    const post = (who: TestCaller, path: string, body: unknown, requestId: string = randomUUID()) =>
      hub().post(who, `${CLAIMS}${path}`, body, { 'ms-requestid': requestId })
    const status = async (asked: Promise<Response>) => (await asked).status

    it('begins claims of their own location, and none that is taken over from before', async () => {
      expect(await status(post('partner', '', { claim: statedClaim() }))).toBe(200)
      expect(await status(post('partner', '', { claim: statedClaim({ mpnId: '4712' }) }))).toBe(403)
      expect(await status(post('partner', '', { claim: statedClaim({ mpnId: null }) }))).toBe(403)
      expect(await status(post('partner', '', { claim: 'no claim' }))).toBe(403)
      expect(await status(post('partner', '', { claim: statedClaim(), isMigrated: true }))).toBe(403)
    })

    it('learns nothing of a claim of another, whatever they ask about its id', async () => {
      const claim = statedClaim({ mpnId: '4712' })
      expect(await status(post('partner-2', '', { claim, claimId: 'P-2' }))).toBe(200)
      expect(await status(post('partner', '', { claim: statedClaim(), claimId: 'P-2' }))).toBe(404)
      const check = { claims: [{ claim: statedClaim(), claimId: 'P-2' }] }
      expect(await status(hub().post('partner', '/v1.0/intake/checks', check))).toBe(404)
      expect(await status(hub().get('partner', `${CLAIMS}/P-2`))).toBe(404)
      expect(await status(hub().get('partner-2', `${CLAIMS}/P-2`))).toBe(200)
    })

    it('keeps its claim: another location’s it does not become', async () => {
      await hub().put(aHubClaim({ state: 'partner_action_required', subState: 'open' }))
      const edit = (mpnId: string) => post('partner', '/C-1/edit', { claimRevision: 3, changes: { mpnId } })
      expect(await status(edit('4712'))).toBe(403)
      expect((await hub().record('C-1')).form.mpnId).toBe('4711')
    })

    it('gets the same answer for the same request, and nobody else gets it', async () => {
      await hub().put(aHubClaim())
      const id = randomUUID()
      const body = { text: 'Good morning.' }
      const first: unknown = await (await post('partner', '/C-1/comments', body, id)).json()
      expect(await (await post('partner', '/C-1/comments', body, id)).json()).toEqual(first)
      expect(await status(post('intake', '/C-1/comments', body, id))).toBe(422)
    })

    it('as a customer declines a claim on their tenant, and on no other', async () => {
      await hub().put(aHubClaim({ tenantId: TENANT_A }))
      const decline = { decision: 'declined', note: 'We know nobody there.' }
      expect(await status(post('customer-2', '/C-1/customer-answer', decline))).toBe(404)
      const answer = await post('customer', '/C-1/customer-answer', decline)
      expect(IntakeResult.parse(await answer.json())).toMatchObject({ outcome: 'done', state: 'rejected' })
    })
  })
}
