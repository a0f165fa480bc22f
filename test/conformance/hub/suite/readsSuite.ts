import { describe, expect, it } from 'vitest'
import { ClaimReads, ReadsKept, type SentRead } from '../../../../src-main/hub/api/reads.ts'
import { sayFinding } from '../../../../src-main/hub/audit/findings.ts'
import { verifyLog } from '../../../../src-main/hub/audit/verifyLog.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aHubClaim, at, sha256Of } from '../../../builders/hub/hubClaim.ts'
import type { TestCaller, TestHub } from '../../../builders/hub/testHub.ts'

const aRead = (name: string, more: Partial<SentRead> = {}): SentRead => ({
  readId: sha256Of(name),
  claimId: ClaimId.parse('C-1'),
  act: 'document_opened',
  sha256: sha256Of('proof'),
  pages: null,
  at: at(-30),
  ...more,
})

/** Who looked at what, as the hub learns and tells it. */
export function describeReads(hub: () => TestHub): void {
  describe('what was read', () => {
    const send = async (who: TestCaller, ...reads: SentRead[]) =>
      ReadsKept.parse(await (await hub().post(who, '/v1.0/reads', { reads })).json()).kept
    const listed = async (who: TestCaller = 'auditor', claimId = 'C-1') =>
      ClaimReads.parse(await (await hub().get(who, `/v1.0/claims/${claimId}/reads`)).json()).value
    // A paper of its own: a hub remembers whom it served what on a day.
    const fetchPaper = (who: TestCaller, headers = {}) =>
      hub().get(who, `/v1.0/claims/C-1/documents/${sha256Of('a paper of reads')}`, headers)

    it('is kept once, however often it is sent, with who, what and when and nothing else', async () => {
      await hub().put(aHubClaim())
      const reads = [aRead('one'), aRead('two', { act: 'pages_seen', pages: '1-3,7', at: at(-29) })]
      expect(await send('reviewer', ...reads)).toBe(2)
      expect(await send('reviewer', ...reads, aRead('three', { at: at(-28) }))).toBe(1)
      expect((await listed()).map(({ act, userId, pages }) => [act, userId, pages])).toEqual([
        ['document_opened', 'reviewer', null],
        ['pages_seen', 'reviewer', '1-3,7'],
        ['document_opened', 'reviewer', null],
      ])
      expect(Object.keys((await listed())[0] ?? {}).sort()).toEqual(
        ['act', 'at', 'claimId', 'pages', 'readId', 'receivedAt', 'sha256', 'userId'].sort(),
      )
    })

    it('is kept for claims of several customers, and of none that never was here', async () => {
      const tenantId = '33333333-3333-4333-8333-333333333333'
      await hub().put(aHubClaim(), aHubClaim({ claimId: 'C-2', tenantId }))
      const [here, there, nowhere] = ['C-1', 'C-2', 'C-9'].map((id) =>
        aRead(id, { claimId: ClaimId.parse(id) }),
      )
      expect(await send('reviewer', here ?? aRead(''), there ?? aRead(''), nowhere ?? aRead(''))).toBe(2)
      expect(await listed('team_lead', 'C-2')).toHaveLength(1)
    })

    it('at the hub itself, where bytes are fetched: once for a person and day, whatever the ranges', async () => {
      await hub().ports.documents.put(new TextEncoder().encode('a paper of reads'))
      await hub().put(aHubClaim({ documents: ['a paper of reads'] }))
      for (const range of ['bytes=0-1', 'bytes=2-3'])
        await (await fetchPaper('reviewer', { range })).arrayBuffer()
      await (await fetchPaper('reviewer-2')).arrayBuffer()
      hub().clock.now += 86_400_000
      await (await fetchPaper('reviewer')).arrayBuffer()
      expect((await listed()).map(({ userId, act }) => [userId, act])).toEqual([
        ['reviewer', 'document_served'],
        ['reviewer', 'document_served'],
        ['reviewer-2', 'document_served'],
      ])
    })

    it('stands in a chain of its own, so that what is taken away is missed', async () => {
      await hub().put(aHubClaim())
      await send('reviewer', aRead('one'))
      const { ports, owner } = hub()
      expect((await verifyLog(ports.db, null)).findings.map(sayFinding)).toEqual([])
      for (const db of [ports.db, owner]) {
        await expect(db.execute('delete from claim_reads')).rejects.toThrow()
        await expect(db.execute(`update claim_reads set user_id = 'x'`)).rejects.toThrow()
      }
    })

    it('is refused where it is malformed', async () => {
      for (const reads of [
        [],
        [{ ...aRead('one'), pages: 'all' }],
        [{ ...aRead('one'), act: 'document_served' }],
      ])
        expect((await hub().post('reviewer', '/v1.0/reads', { reads })).status).toBe(400)
    })
  })
}
