import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderDocuments } from '../../../../src-main/hub/documents/folderDocuments.ts'

// What a folder does like any other place for documents is in test/conformance/hub/documentStores.test.ts.
describe('folderDocuments', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-folder-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('mends a file that was cut short', async () => {
    const documents = folderDocuments(folder)
    const sha256 = await documents.put(Buffer.from('text'))
    const path = join(folder, sha256.slice(0, 2), sha256)
    await writeFile(path, 'tex')
    await documents.put(Buffer.from('text'))
    expect(await readFile(path, 'utf8')).toBe('text')
  })
})
