import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { aHubClaim, sha256Of, TENANT_B } from '../../../builders/hub/hubClaim.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'

const TEXT = 'proof of execution'
const ETAG = `"${sha256Of(TEXT)}"`
const path = (claimId: string, sha256: string) => `/v1.0/claims/${claimId}/documents/${sha256}`

export function describeDocuments(hub: () => TestHub): void {
  describe('documents', () => {
    const ask = (headers: Record<string, string> = {}) =>
      hub().get('auditor', path('C-1', sha256Of(TEXT)), headers)
    const asked = async (headers: Record<string, string>) => {
      const answer = await ask(headers)
      return [answer.status, await answer.text(), answer.headers.get('content-range')]
    }

    beforeEach(async () => {
      await hub().put(
        aHubClaim({ claimId: 'C-1', documents: [TEXT] }),
        aHubClaim({ claimId: 'C-2', documents: ['of another customer'], tenantId: TENANT_B }),
      )
      await hub().ports.documents.put(Buffer.from(TEXT))
      await hub().ports.documents.put(Buffer.from('of another customer'))
      await hub().ports.documents.put(Buffer.from('of no claim'))
    })

    it('are bytes and nothing else to whoever gets them', async () => {
      const answer = await ask()
      expect([answer.status, await answer.text()]).toEqual([200, TEXT])
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-length': `${TEXT.length}`,
        'x-content-type-options': 'nosniff',
        'accept-ranges': 'bytes',
        etag: ETAG,
      })
    })

    it('come in ranges', async () => {
      expect(await asked({ range: 'bytes=0-4' })).toEqual([206, 'proof', 'bytes 0-4/18'])
      expect(await asked({ range: 'bytes=9-' })).toEqual([206, 'execution', 'bytes 9-17/18'])
      expect(await asked({ range: 'bytes=-3' })).toEqual([206, 'ion', 'bytes 15-17/18'])
      expect(await asked({ range: 'bytes=15-99' })).toEqual([206, 'ion', 'bytes 15-17/18'])
      expect(await asked({ range: 'bytes=0-1,4-5' })).toEqual([200, TEXT, null])
      const beyond = await ask({ range: 'bytes=18-' })
      expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */18'])
    })

    it('are not sent again to whoever has them, and not in part to whoever began with others', async () => {
      expect(await asked({ 'if-none-match': ETAG })).toEqual([304, '', null])
      expect(await asked({ range: 'bytes=0-4', 'if-range': ETAG })).toEqual([206, 'proof', 'bytes 0-4/18'])
      expect(await asked({ range: 'bytes=0-4', 'if-range': '"other"' })).toEqual([200, TEXT, null])
    })

    it('are given out by the claim that they belong to alone', async () => {
      const status = async (claimId: string, sha256: string) =>
        (await hub().get('reviewer', path(claimId, sha256))).status
      expect(await status('C-1', sha256Of('of another customer'))).toBe(404)
      expect(await status('C-2', sha256Of(TEXT))).toBe(404)
      expect(await status('C-1', sha256Of('of no claim'))).toBe(404)
      expect(await status('C-9', sha256Of(TEXT))).toBe(404)
      expect(await status('C-1', 'ABC')).toBe(404)
      expect(await status('C-1', '..%2f..%2fetc%2fpasswd')).toBe(404)
      expect(await status('C-1%00', sha256Of(TEXT))).toBe(404)
    })

    it('that are damaged or missing at the hub are never passed off as the document', async () => {
      const part = join(hub().documentsFolder, sha256Of(TEXT).slice(0, 2))
      const file = join(part, sha256Of(TEXT))
      expect(await readdir(part)).toContain(sha256Of(TEXT))
      await writeFile(file, 'proof of exeCution')
      const damaged = await ask()
      expect(damaged.status).toBe(500)
      expect(hub().logged.join('\n')).toContain('DocumentDamaged')
      await rm(file)
      expect((await ask()).status).toBe(404)
      expect(hub().logged.join('\n')).toContain('document bytes were missing')
    })
  })
}
