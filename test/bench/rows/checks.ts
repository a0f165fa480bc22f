import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PDFDocument } from '@cantoo/pdf-lib'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { judge } from '../../../src-main/poe/judge.ts'
import { createNodeReader, type NodeReader } from '../../../src-main/poe/reader/nodeReader.ts'
import { aClaimForm } from '../../builders/poe/claimForm.ts'
import { A4, drawnBytes, type PageArtist } from '../../builders/poe/drawnPdf.ts'
import type { Bench, BenchContext, Contest } from '../measure/row.ts'
import { compare } from '../measure/row.ts'

const run = promisify(execFile)
const SCANS = 'test/accuracy/corpus/scans/docs'

/** The built reader; `recognisers`: how many may read pages at the same time. */
const readerOf = (root: string, recognisers = 2): NodeReader =>
  createNodeReader({
    entry: join(root, 'out/main/reader.js'),
    pdfjsDir: join(root, 'node_modules/pdfjs-dist'),
    ocrDir: join(root, 'resources/ocr'),
    recognitionLimits: { recognisers },
    standsBy: true,
  })

/** Longer than a spare process takes to stand ready. */
const WARM_MS = 4_000
const untilWarm = () => new Promise((resolve) => void setTimeout(resolve, WARM_MS))

/** A document's facts, and the milliseconds from bytes in hand to them while a spare process waits warm. */
async function readWarm(reader: NodeReader, bytes: Uint8Array) {
  const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
  await untilWarm()
  const startedAt = performance.now()
  const facts = await reader.read({ bytes, sha256, isAwaited: true })
  const ms = performance.now() - startedAt
  if (facts.status !== 'read') throw new Error(`The paper was ${facts.status}: ${facts.reason}`)
  return { facts, ms }
}

const timeToRead = async (reader: NodeReader, bytes: Uint8Array): Promise<number> =>
  (await readWarm(reader, bytes)).ms

async function timeOf(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  const startedAt = performance.now()
  await run(command, args, { env: { ...process.env, ...env }, maxBuffer: 1 << 28 })
  return performance.now() - startedAt
}

async function contest({ say }: BenchContext, reader: NodeReader, one: Contest) {
  try {
    return await compare(one, say)
  } finally {
    reader.close()
  }
}

const LINE = 'Larkfield configures meeting policies, guest access and retention for the teams of the mills.'

export const checkText: Bench = {
  id: 'check-text',
  async run(context) {
    const file = join(context.scratch, 'long.pdf')
    const pages = Array.from({ length: 300 }, (_, page) => (artist: PageArtist) => {
      for (let line = 0; line < 45; line += 1)
        artist.text(`${page + 1}.${line + 1} ${LINE}`, 50, 60 + line * 16)
    })
    const bytes = await drawnBytes(pages)
    writeFileSync(file, bytes)
    const reader = readerOf(context.root)
    return contest(context, reader, {
      id: 'check-text',
      what: 'text with positions, rules, flags and order of a PDF of 300 pages, warm reader',
      baseline: 'pdftotext -bbox',
      must: 3,
      aim: 1.2,
      rounds: 5,
      ours: () => timeToRead(reader, bytes),
      theirs: () => timeOf('pdftotext', ['-bbox', file, '/dev/null']),
    })
  },
}

const TWO_PAGES = [
  'D-003-poe-form.pdf',
  'D-019-contratto.pdf',
  'D-022-projektauftrag.pdf',
  'D-039-contrato.pdf',
]

export const checkTwoPages: Bench = {
  id: 'check-two-pages',
  async run(context) {
    const files = TWO_PAGES.map((name) => join(context.root, 'resources/demo/documents', name))
    const papers = files.map((file) => readFileSync(file))
    const reader = readerOf(context.root)
    const form = aClaimForm()
    const ours = async () => {
      let total = 0
      for (const bytes of papers) {
        const { facts, ms } = await readWarm(reader, bytes)
        const startedAt = performance.now()
        const documents = [{ file: 'paper.pdf', addedAt: null, facts }]
        judge({ caseId: null, form, policy: { id: 'bench', version: 1 }, documents })
        total += ms + performance.now() - startedAt
      }
      return total
    }
    const theirs = async () => {
      let total = 0
      for (const file of files) total += await timeOf('pdftotext', ['-bbox', file, '/dev/null'])
      return total
    }
    return contest(context, reader, {
      id: 'check-two-pages',
      what: `${TWO_PAGES.length} proofs of two pages, each read and judged by all criteria, warm reader`,
      baseline: 'pdftotext -bbox',
      must: 10,
      aim: 5,
      rounds: 7,
      ours,
      theirs,
    })
  },
}

export const checkOcr: Bench = {
  id: 'check-ocr',
  async run(context) {
    const file = join(context.root, SCANS, 'D-127-leistungsnachweis.png')
    const bytes = readFileSync(file)
    const reader = readerOf(context.root)
    return contest(context, reader, {
      id: 'check-ocr',
      what: 'a scanned page to words, rules, boxes and ink, warm reader',
      baseline: 'OMP_THREAD_LIMIT=1 tesseract -l deu',
      must: 2,
      aim: 1.1,
      rounds: 5,
      ours: () => timeToRead(reader, bytes),
      theirs: () => timeOf('tesseract', [file, 'stdout', '-l', 'deu'], { OMP_THREAD_LIMIT: '1' }),
    })
  },
}

const SCANNED_PAGES = 8

/** A PDF whose every page is this picture. */
async function scannedPdf(picture: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const image = await document.embedPng(picture)
  for (let page = 0; page < SCANNED_PAGES; page += 1) {
    const sheet = document.addPage([A4.height, A4.width])
    sheet.drawImage(image, { x: 0, y: 0, width: A4.height, height: A4.width })
  }
  return document.save({ useObjectStreams: false })
}

export const checkOcrTwo: Bench = {
  id: 'check-ocr-two',
  async run(context) {
    const bytes = await scannedPdf(readFileSync(join(context.root, SCANS, 'D-127-leistungsnachweis.png')))
    const [two, one] = [readerOf(context.root, 2), readerOf(context.root, 1)]
    try {
      return await contest(context, two, {
        id: 'check-ocr-two',
        what: `${SCANNED_PAGES} scanned pages by two recognisers`,
        baseline: 'by one recogniser',
        must: 1 / 1.8,
        aim: 1 / 1.9,
        rounds: 3,
        ours: () => timeToRead(two, bytes),
        theirs: () => timeToRead(one, bytes),
      })
    } finally {
      one.close()
    }
  },
}
