import { describe, expect, it } from 'vitest'
import { FeedPage } from '../../../../src-main/hub/api/feed.ts'
import { operations } from '../../../../src-main/hub/store/schema.ts'
import { linkedPartners } from '../../../../src-main/hub/store/partnerLinksRepo.ts'
import { Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aHubClaim, anOperation, comment, sha256Of } from '../../../builders/hub/hubClaim.ts'
import type { TestCaller, TestHub } from '../../../builders/hub/testHub.ts'

const LINKS = '/v1.0/people/reviewer/partnerLinks'
const link = (mpnId: string) => ({ mpnId, reason: 'Worked there until last year.' })

export function describeDealings(hub: () => TestHub): void {
  describe('a reviewer who has dealings with a partner', () => {
    const put = (links: unknown, who: TestCaller = 'team_lead') => hub().ask(who, 'PUT', LINKS, { links })
    const pageAt = async (path: string, who: TestCaller = 'reviewer') => {
      const answer = await hub().get(who, path)
      return answer.status === 200 ? FeedPage.parse(await answer.json()) : answer
    }
    const claim = aHubClaim()

    it('is named by a team lead, who sees and changes it', async () => {
      expect(await (await hub().get('team_lead', LINKS)).json()).toEqual({ links: [] })
      const links = [link('4711'), link('4712')]
      expect(await (await put(links)).json()).toEqual({ links })
      expect(await (await hub().get('team_lead', LINKS)).json()).toEqual({ links })
      expect(await linkedPartners(hub().ports.db, UserId.parse('reviewer'))).toEqual(['4711', '4712'])
      expect((await put([link('4711'), link('4711')])).status).toBe(400)
      const nobody = await hub().ask('team_lead', 'PUT', '/v1.0/people/intake/partnerLinks', { links })
      expect(nobody.status).toBe(404)
    })

    it('gets the claims of that partner as removed, and those of others as they are', async () => {
      const other = aHubClaim({ claimId: 'C-2', products: ['m365.intune'] })
      await hub().put(claim, { ...other, form: { ...other.form, mpnId: '4712' } })
      await put([link('4711')])
      const page = await pageAt('/v1.0/claims/delta')
      expect(page).toMatchObject({
        value: expect.arrayContaining([
          { claimId: 'C-1', '@removed': { reason: 'conflict_of_interest' } },
          expect.objectContaining({ form: expect.objectContaining({ claimId: 'C-2' }) as unknown }),
        ]) as unknown,
      })
      expect(page).toMatchObject({ value: { length: 2 } })
      expect(JSON.stringify(page)).not.toContain('Teams for C-1')
      expect(JSON.stringify(await pageAt('/v1.0/claims/delta', 'auditor'))).toContain('Teams for C-1')
    })

    it('reads everything anew when their dealings change, and nothing anew when they do not', async () => {
      await hub().put(claim)
      const linkOf = (page: unknown) => (page as { '@odata.deltaLink': string })['@odata.deltaLink']
      const before = linkOf(await pageAt('/v1.0/claims/delta'))
      expect(await pageAt(before)).toMatchObject({ value: expect.any(Array) as unknown })
      await put([link('4711')])
      expect(await pageAt(before)).toMatchObject({ status: 410 })
      const linked = linkOf(await pageAt('/v1.0/claims/delta'))
      await put([link('4711')])
      expect(await pageAt(linked)).toMatchObject({ value: expect.any(Array) as unknown })
      await put([])
      expect(await pageAt(linked)).toMatchObject({ status: 410 })
    })

    it('finds neither the claim nor its documents', async () => {
      await hub().put(claim)
      await hub().ports.documents.put(Buffer.from('proof'))
      const paths = ['/v1.0/claims/C-1', `/v1.0/claims/C-1/documents/${sha256Of('proof')}`]
      const statuses = async () =>
        Promise.all(paths.map(async (path) => (await hub().get('reviewer', path)).status))
      expect(await statuses()).toEqual([200, 200])
      await put([link('4711')])
      expect(await statuses()).toEqual([404, 404])
      await put([link('4712')])
      expect(await statuses()).toEqual([200, 200])
    })

    it('is refused every operation, and the refusal stays', async () => {
      await hub().put(claim)
      await put([link('4711')])
      const request = anOperation(claim, comment())
      const refused = { outcome: 'conflict', reason: 'conflict_of_interest', currentRevision: 3 }
      expect(await hub().operate('reviewer', 'C-1', request)).toEqual(refused)
      expect(await hub().ports.db.select({ result: operations.result }).from(operations)).toEqual([
        { result: refused },
      ])
      await put([])
      expect(await hub().operate('reviewer', 'C-1', request)).toEqual(refused)
      expect((await hub().record('C-1')).comments).toEqual([])
    })

    it('is handed no claim of that partner', async () => {
      const until = Instant.parse(new Date(hub().clock.now + 60_000).toISOString())
      const held = aHubClaim({
        assignedTo: { userId: UserId.parse('reviewer-2'), name: 'The reviewer-2', until },
      })
      await hub().put(held)
      await put([link('4711')])
      const handOver = (toUserId: string) =>
        anOperation(held, { kind: 'hand_over', toUserId: UserId.parse(toUserId), toName: 'x', note: '' })
      expect(await hub().operate('reviewer-2', 'C-1', handOver('reviewer'))).toMatchObject({
        outcome: 'conflict',
        reason: 'conflict_of_interest',
      })
      expect((await hub().record('C-1')).assignedTo).toMatchObject({ userId: 'reviewer-2' })
      expect(await hub().operate('reviewer-2', 'C-1', handOver('arbitration_lead'))).toMatchObject({
        outcome: 'applied',
      })
    })
  })
}
