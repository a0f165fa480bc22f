import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type LocalPaper,
  missingPapers,
  noPapers,
  openPaperFolder,
} from '../../../../../src-main/hosts/cli/import/paperFolder.ts'
import { Sha256 } from '../../../../../src-preload/contract/vocabulary/idShapes.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papers-'))
  await mkdir(join(folder, 'in/below'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'in/sow.pdf'), 'proof')
  await writeFile(join(folder, 'in/empty.pdf'), '')
  await writeFile(join(folder, 'in/below/annex.docx'), 'annex')
  await symlink(join(folder, 'secret.txt'), join(folder, 'in/link.pdf'))
})
afterAll(() => rm(folder, { recursive: true }))

const find = async (file: string) => (await openPaperFolder(join(folder, 'in'))).find({ file, kind: null })
const found = async (file: string): Promise<LocalPaper> => {
  const one = await find(file)
  if ('problem' in one) throw new Error(one.problem)
  return one.value
}

describe('a folder of papers', () => {
  it('gives what lies in it, with its type and size', async () => {
    expect(await find('sow.pdf')).toMatchObject({
      value: { meta: { fileName: 'sow.pdf', mediaType: 'application/pdf' }, sizeBytes: 5 },
    })
    expect(await find('below/annex.docx')).toMatchObject({ value: { meta: { fileName: 'annex.docx' } } })
  })

  it.each([
    '../secret.txt',
    'below/../../secret.txt',
    '/etc/hostname',
    '..\\secret.txt',
    'C:\\secret.txt',
    'link.pdf',
    'a\0b',
  ])('does not give %j, which leads out of it', async (file) => {
    expect(await find(file)).toEqual({ problem: expect.stringContaining('leads out of the folder') })
  })

  it('says what is missing, empty or no file', async () => {
    expect(await find('other.pdf')).toEqual({ problem: '"other.pdf" is not in the folder of papers.' })
    expect(await find('empty.pdf')).toEqual({ problem: '"empty.pdf" is empty.' })
    expect(await find('below')).toEqual({ problem: '"below" is no file.' })
    expect(await noPapers.find({ file: 'a.pdf', kind: null })).toEqual({
      problem: expect.stringContaining('--documents DIR'),
    })
    await expect(openPaperFolder(join(folder, 'absent'))).rejects.toThrow('cannot be read')
    await expect(openPaperFolder(join(folder, 'secret.txt'))).rejects.toThrow('is no folder')
  })

  it('knows a paper again by its bytes, or by its name and size', async () => {
    const papers = [await found('sow.pdf'), await found('below/annex.docx')]
    const sha256 = Sha256.parse(createHash('sha256').update('annex').digest('hex'))
    const other = Sha256.parse('0'.repeat(64))
    expect(await missingPapers(papers, [])).toEqual(papers)
    expect(await missingPapers(papers, [{ fileName: 'renamed.docx', sizeBytes: 5, sha256 }])).toEqual([
      papers[0],
    ])
    expect(await missingPapers(papers, [{ fileName: 'sow.pdf', sizeBytes: 5, sha256: other }])).toEqual([
      papers[1],
    ])
    expect(await missingPapers(papers, [{ fileName: 'sow.pdf', sizeBytes: 6, sha256: other }])).toEqual(
      papers,
    )
  })
})
