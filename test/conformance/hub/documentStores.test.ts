import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContainerClient } from '@azure/storage-blob'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { openBlobDocuments } from '../../../src-main/hub/documents/blobDocuments.ts'
import { DocumentDamaged } from '../../../src-main/hub/documents/documentStore.ts'
import { folderDocuments } from '../../../src-main/hub/documents/folderDocuments.ts'
import { anEmbeddedDatabase } from '../../builders/hub/embeddedDatabase.ts'
import { openDocuments } from '../../../src-main/hosts/hub/openDocuments.ts'
import { describeAzurite } from '../../builders/hub/azuriteServer.ts'
import { sha256Of } from '../../builders/hub/hubClaim.ts'
import { openTestHub, type TestHub } from '../../builders/hub/testHub.ts'
import { describeDocuments } from './suite/documentSuite.ts'
import { describeDocumentStore, type OpenStore } from './suite/documentStoreSuite.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-stores-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const pathOf = (sha256: Sha256) => `${sha256.slice(0, 2)}/${sha256}`

describeDocumentStore('documents in a folder', () => {
  const place = join(folder, randomUUID(), 'made on the way')
  return Promise.resolve({
    documents: folderDocuments(place),
    names: async () => {
      const entries = await readdir(place, { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(place.length + 1))
    },
    replace: (sha256, text) => writeFile(join(place, pathOf(sha256)), text),
    remove: (sha256) => rm(join(place, pathOf(sha256))),
  })
})

describeAzurite((connectionOf) => {
  async function open(): Promise<OpenStore & { readonly container: ContainerClient }> {
    const place = { connection: connectionOf(), container: `documents-${randomUUID()}` }
    const container = new ContainerClient(place.connection, place.container)
    return {
      documents: await openBlobDocuments(place),
      container,
      names: async () => {
        const names: string[] = []
        for await (const { name } of container.listBlobsFlat()) names.push(name)
        return names
      },
      replace: async (sha256, text) => {
        await container.getBlockBlobClient(pathOf(sha256)).upload(text, text.length)
      },
      remove: async (sha256) => {
        await container.deleteBlob(pathOf(sha256))
      },
    }
  }
  describeDocumentStore('documents as blobs', open)

  it('never writes over a blob: the one that was there first stays', async () => {
    const { documents, container } = await open()
    const sha256 = await documents.put(Buffer.from('text'))
    const blob = container.getBlobClient(pathOf(sha256))
    const before = await blob.getProperties()
    await documents.put(Buffer.from('text'))
    expect((await blob.getProperties()).etag).toBe(before.etag)
  })

  it('says that a blob of another length stands there instead of passing it off as kept', async () => {
    const { documents, replace } = await open()
    const sha256 = await documents.put(Buffer.from('text'))
    await replace(sha256, 'tex')
    await expect(documents.put(Buffer.from('text'))).rejects.toThrow(DocumentDamaged)
  })

  it('does not take a container that is gone for documents that are missing', async () => {
    const { documents, container } = await open()
    await container.delete()
    await expect(documents.size(sha256Of('text'))).rejects.toThrow()
    await expect(documents.find(sha256Of('text'))).rejects.toThrow()
    await expect(documents.put(Buffer.from('text'))).rejects.toThrow()
  })

  it('is where a hub keeps documents whose environment names it, and a folder is where others do', async () => {
    const container = `named-${randomUUID()}`
    const env = { PROOFDESK_BLOB_CONNECTION: connectionOf(), PROOFDESK_BLOB_CONTAINER: container }
    const place = join(folder, randomUUID())
    const sha256 = await (await openDocuments(env, place)).put(Buffer.from('text'))
    const again = await openBlobDocuments({ connection: connectionOf(), container })
    expect(await again.size(sha256)).toBe(4)
    await (await openDocuments({}, place)).put(Buffer.from('text'))
    expect(await readdir(join(place, sha256.slice(0, 2)))).toEqual([sha256])
  })

  describe('behind a hub', () => {
    let store: OpenStore | undefined
    let hub: TestHub | undefined
    const opened = <T>(value: T | undefined): T => {
      if (value === undefined) throw new Error('The hub is not open yet')
      return value
    }
    beforeAll(async () => {
      store = await open()
      hub = await openTestHub(await anEmbeddedDatabase(), store.documents)
    })
    beforeEach(() => opened(hub).clear())
    // Each test damages what it likes.
    afterEach(async () => {
      for (const name of await opened(store).names()) await opened(store).remove(name.slice(3) as Sha256) // a store names everything by its hash
    })
    afterAll(() => hub?.close())
    describeDocuments(
      () => opened(hub),
      () => opened(store),
    )
  })
})
