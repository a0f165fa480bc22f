import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DocumentDamaged } from '../../../../src-main/hub/documents/documentStore.ts'
import { aHubClaim, sha256Of, TENANT_B } from '../../../builders/hub/hubClaim.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'
import type { OpenStore } from './documentStoreSuite.ts'

const TEXT = 'proof of execution'
const ETAG = `"${sha256Of(TEXT)}"`
const path = (claimId: string, sha256: string) => `/v1.0/claims/${claimId}/documents/${sha256}`

type Tampering = Pick<OpenStore, 'replace' | 'remove'>

/** Behind the back of a hub that keeps its documents in a folder. */
function inFolder({ documentsFolder }: TestHub): Tampering {
  const fileOf = (sha256: string) => join(documentsFolder, sha256.slice(0, 2), sha256)
  return {
    replace: (sha256, text) => writeFile(fileOf(sha256), text),
    remove: (sha256) => rm(fileOf(sha256)),
  }
}

export function describeDocuments(
  hub: () => TestHub,
  tampering: () => Tampering = () => inFolder(hub()),
): void {
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
      await tampering().replace(sha256Of(TEXT), 'proof of exeCution')
      expect((await ask()).status).toBe(500)
      await tampering().replace(sha256Of(TEXT), 'proof')
      expect((await ask()).status).toBe(500)
      expect((await ask({ range: 'bytes=0-4' })).status).toBe(500)
      expect(hub().logged.filter((line) => line.includes('DocumentDamaged'))).toHaveLength(3)
      await tampering().remove(sha256Of(TEXT))
      expect((await ask()).status).toBe(404)
      expect((await ask({ range: 'bytes=0-4' })).status).toBe(404)
      expect(hub().logged.join('\n')).toContain('document bytes were missing')
    })

    it('tell their length without being read', async () => {
      await tampering().replace(sha256Of(TEXT), 'proof of exeCution')
      const answer = await hub().ask('auditor', 'HEAD', path('C-1', sha256Of(TEXT)), undefined, {
        range: 'bytes=0-4',
      })
      expect([answer.status, await answer.text(), answer.headers.get('content-length')]).toEqual([
        200,
        '',
        '18',
      ])
    })

    it('that break off on the way end the answer instead of shortening it', async () => {
      const { documents } = hub().ports
      const shortened = vi.spyOn(documents, 'read').mockImplementation(async function* (_sha256, range) {
        yield Buffer.alloc(range.last - range.first)
        await Promise.resolve()
        throw new DocumentDamaged('gone in the middle')
      })
      try {
        await expect(ask({ range: 'bytes=0-4' }).then((answer) => answer.text())).rejects.toThrow()
        expect(hub().logged.join('\n')).toContain('document bytes broke off')
      } finally {
        shortened.mockRestore()
      }
    })
  })
}
