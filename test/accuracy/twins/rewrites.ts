import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib'

export interface Rewrite {
  readonly name: string
  readonly apply: (bytes: Uint8Array) => Promise<Uint8Array>
}

/** Changes that nobody sees who looks at the paper: no verdict may change by them. */
export const REWRITES: readonly Rewrite[] = [
  { name: 'saved again', apply: (bytes) => changed(bytes, () => undefined) },
  { name: 'saved again with object streams, in another order', apply: (bytes) => repacked(bytes) },
  ...[90, 180, 270].map((turn) => ({
    name: `turned by ${turn}°`,
    apply: (bytes: Uint8Array) =>
      changed(bytes, (document) => {
        for (const page of document.getPages())
          page.setRotation(degrees((page.getRotation().angle + turn) % 360))
      }),
  })),
  {
    name: 'with a blank page at the end',
    apply: (bytes) => changed(bytes, (document) => void document.addPage([595, 842])),
  },
  {
    name: 'with other metadata',
    apply: (bytes) =>
      changed(bytes, (document) => {
        document.setTitle('Scan 0001')
        document.setProducer('A maker')
        document.setKeywords(['Signed', 'Microsoft Teams', 'SharePoint Online'])
      }),
  },
  {
    name: 'moved into a larger sheet',
    apply: (bytes) =>
      changed(bytes, (document) => {
        for (const page of document.getPages())
          page.setMediaBox(-40, -60, page.getWidth() + 80, page.getHeight() + 120)
      }),
  },
]

/** A layer of unseen words over the paper: it may raise flags, and no verdict. */
export async function withUnseenWords(bytes: Uint8Array, words: string): Promise<Uint8Array> {
  return changed(bytes, async (document) => {
    const font = await document.embedFont(StandardFonts.Helvetica)
    document.getPages()[0]?.drawText(words, { x: 60, y: 60, size: 9, font, opacity: 0 })
  })
}

async function changed(
  bytes: Uint8Array,
  change: (document: PDFDocument) => void | Promise<void>,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  await change(document)
  return document.save({ useObjectStreams: false })
}

async function repacked(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'repacked-'))
  try {
    writeFileSync(join(folder, 'in.pdf'), bytes)
    execFileSync('qpdf', [
      '--object-streams=generate',
      '--linearize',
      join(folder, 'in.pdf'),
      join(folder, 'out.pdf'),
    ])
    return await Promise.resolve(readFileSync(join(folder, 'out.pdf')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
