import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DocumentDamaged } from '../../../../src-main/hub/documents/documentStore.ts'
import { folderDocuments } from '../../../../src-main/hub/documents/folderDocuments.ts'
import { sha256Of } from '../../../builders/hub/hubClaim.ts'

describe('folderDocuments', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-folder-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('gives back what was put, by its hash, and leaves no other file', async () => {
    const documents = folderDocuments(join(folder, 'made', 'on the way'))
    const sha256 = await documents.put(Buffer.from('text'))
    expect(sha256).toBe(sha256Of('text'))
    expect(Buffer.from((await documents.find(sha256)) ?? []).toString()).toBe('text')
    expect(await readdir(join(folder, 'made', 'on the way', sha256.slice(0, 2)))).toEqual([sha256])
  })

  it('knows nothing of what was never put', async () => {
    expect(await folderDocuments(folder).find(sha256Of('text'))).toBeUndefined()
  })

  it('takes the same document from many at once', async () => {
    const documents = folderDocuments(folder)
    const bytes = Buffer.alloc(100_000, 7)
    const names = await Promise.all(Array.from({ length: 20 }, () => documents.put(bytes)))
    expect(new Set(names).size).toBe(1)
    expect(await readdir(join(folder, (names[0] ?? '').slice(0, 2)))).toEqual([names[0]])
  })

  it('mends a file that was cut short, and never gives out a changed one', async () => {
    const documents = folderDocuments(folder)
    const sha256 = await documents.put(Buffer.from('text'))
    const path = join(folder, sha256.slice(0, 2), sha256)
    await writeFile(path, 'tex')
    await expect(documents.find(sha256)).rejects.toThrow(DocumentDamaged)
    await documents.put(Buffer.from('text'))
    expect(await readFile(path, 'utf8')).toBe('text')
    await writeFile(path, 'TEXT')
    await expect(documents.find(sha256)).rejects.toThrow(DocumentDamaged)
  })
})
