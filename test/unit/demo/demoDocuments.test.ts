import { describe, expect, it } from 'vitest'
import { DEMO_MESSAGES, DEMO_PAPERS } from '../../builders/demo/demoPapers.ts'
import { readDemoQueue, storedDocuments } from '../../builders/demo/demoQueue.ts'
import { workPaperPdf } from '../../builders/demo/workPaper.ts'

const { claims } = readDemoQueue()
const stored = storedDocuments()
const used = claims.flatMap(({ documents }) => documents)

const isZip = (head: Buffer) => head.readUInt32BE() === 0x504b0304

/** How a file of each media type begins. */
const BEGINS: Readonly<Record<string, (head: Buffer) => boolean>> = {
  'application/pdf': (head) => head.toString('latin1').startsWith('%PDF-'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': isZip,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': isZip,
  'message/rfc822': (head) => /^[A-Z][\w-]+: /.test(head.toString('latin1')),
  'image/jpeg': (head) => head.readUIntBE(0, 3) === 0xffd8ff,
  'image/png': (head) => head.readUInt32BE() === 0x89504e47,
  'image/tiff': (head) => [0x49492a00, 0x4d4d002a].includes(head.readUInt32BE()),
}

describe('the demo documents', () => {
  it('are exactly those that the claims name', () => {
    const names = [...new Set(used.map(({ file }) => file))].sort()
    expect(stored.map(({ file }) => file).sort()).toEqual(names)
  })

  it('are stored once each, in less than seven megabytes', () => {
    expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(stored.length)
    expect(stored.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(7_000_000)
  })

  it('stand only once on one claim', () => {
    for (const { form, documents } of claims) {
      expect(new Set(documents.map(({ file }) => file)).size, form.claimId).toBe(documents.length)
      expect(new Set(documents.map(({ fileName }) => fileName)).size, form.claimId).toBe(documents.length)
    }
  })

  it('are of the type that the claim says, by their first bytes', () => {
    const bytesOf = new Map(stored.map(({ file, bytes }) => [file, bytes]))
    for (const { file, mediaType } of used) {
      expect(BEGINS[mediaType]?.(bytesOf.get(file) ?? Buffer.alloc(8)), file).toBe(true)
    }
  })

  it('are of every kind that partners send', () => {
    expect([...new Set(used.map(({ mediaType }) => mediaType))].sort()).toEqual(Object.keys(BEGINS).sort())
  })

  it.each(DEMO_PAPERS)('include $file as the builder makes it', async (paper) => {
    const made = Buffer.from(await workPaperPdf(paper))
    const kept = stored.find(({ file }) => file === paper.file)?.bytes
    expect(kept?.equals(made), 'run test/builders/demo/makeDemoPapers.ts').toBe(true)
  })

  it.each(DEMO_MESSAGES)('include $file as the builder writes it', ({ file, source }) => {
    const kept = stored.find((one) => one.file === file)?.bytes
    expect(kept?.toString(), 'run test/builders/demo/makeDemoPapers.ts').toBe(source)
  })
})
