import { createHash, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { beforeEach, describe, expect, it } from 'vitest'
import { Sha256 } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { DocumentDamaged, type DocumentStore } from '../../../../src-main/hub/documents/documentStore.ts'
import { sha256Of } from '../../../builders/hub/hubClaim.ts'

/** A store and a way to its bytes behind its back. */
export interface OpenStore {
  readonly documents: DocumentStore
  /** Names of everything that it keeps. */
  names(): Promise<string[]>
  replace(sha256: Sha256, text: string): Promise<void>
  remove(sha256: Sha256): Promise<void>
}

const nameOf = (bytes: Uint8Array) => Sha256.parse(createHash('sha256').update(bytes).digest('hex'))

/** What every place for documents promises. */
export function describeDocumentStore(name: string, open: () => Promise<OpenStore>): void {
  describe(name, () => {
    let store: OpenStore
    let documents: DocumentStore
    beforeEach(async () => {
      store = await open()
      documents = store.documents
    })
    const put = (text: string) => documents.put(Buffer.from(text))
    const found = async (sha256: Sha256) => {
      const bytes = await documents.find(sha256)
      return bytes === undefined ? undefined : Buffer.from(bytes).toString()
    }
    const read = (sha256: Sha256, first: number, last: number) =>
      buffer(documents.read(sha256, { first, last }))

    it('gives back what was put, by its hash, and keeps nothing else', async () => {
      const sha256 = await put('text')
      expect(sha256).toBe(sha256Of('text'))
      expect(await found(sha256)).toBe('text')
      expect(await documents.size(sha256)).toBe(4)
      expect(await store.names()).toEqual([`${sha256.slice(0, 2)}/${sha256}`])
    })

    it('knows nothing of what was never put', async () => {
      expect(await documents.find(sha256Of('text'))).toBeUndefined()
      expect(await documents.size(sha256Of('text'))).toBeUndefined()
      await expect(read(sha256Of('text'), 0, 1)).rejects.toThrow(DocumentDamaged)
    })

    it('keeps a document without bytes', async () => {
      const sha256 = await put('')
      expect([await found(sha256), await documents.size(sha256)]).toEqual(['', 0])
    })

    it('takes the same document from many at once, and again later', async () => {
      const bytes = Buffer.alloc(100_000, 7)
      const names = await Promise.all(Array.from({ length: 20 }, () => documents.put(bytes)))
      expect(new Set([...names, await documents.put(bytes)]).size).toBe(1)
      expect(await store.names()).toHaveLength(1)
      expect(await documents.find(nameOf(bytes))).toEqual(bytes)
    })

    it('reads any stretch alone, the same bytes as the whole has there', async () => {
      const bytes = randomBytes(9_000_000)
      const sha256 = await documents.put(bytes)
      expect(Buffer.from((await documents.find(sha256)) ?? []).equals(bytes)).toBe(true)
      for (const [first, last] of [
        [0, 0],
        [0, 8_999_999],
        [8_999_999, 8_999_999],
        [4_194_303, 8_388_609],
      ] as const) {
        const part = await read(sha256, first, last)
        expect(part.equals(bytes.subarray(first, last + 1)), `${first}-${last}`).toBe(true)
      }
    })

    it('lets go of a stretch that nobody reads to its end', async () => {
      const sha256 = await documents.put(randomBytes(1_000_000))
      for await (const part of documents.read(sha256, { first: 0, last: 999_999 })) {
        expect(part.length).toBeGreaterThan(0)
        break
      }
      await store.remove(sha256)
      expect(await documents.size(sha256)).toBeUndefined()
    })

    it('never gives out other bytes as the whole document', async () => {
      const sha256 = await put('text')
      await store.replace(sha256, 'TEXT')
      await expect(documents.find(sha256)).rejects.toThrow(DocumentDamaged)
      await store.replace(sha256, '')
      await expect(documents.find(sha256)).rejects.toThrow(DocumentDamaged)
    })

    it('breaks off a stretch that the stored bytes do not reach, and says nothing of changed ones inside it', async () => {
      const sha256 = await put('text')
      await store.replace(sha256, 'TEX')
      await expect(read(sha256, 1, 3)).rejects.toThrow(DocumentDamaged)
      await expect(read(sha256, 3, 3)).rejects.toThrow(DocumentDamaged)
      expect((await read(sha256, 0, 1)).toString()).toBe('TE')
    })

    it('never says that a document is kept while a part of it stands there in its place', async () => {
      const sha256 = await put('text')
      await store.replace(sha256, 'tex')
      const kept = await put('text').then(
        () => found(sha256),
        (error: unknown) => error,
      )
      expect(kept instanceof DocumentDamaged || kept === 'text').toBe(true)
    })
  })
}
