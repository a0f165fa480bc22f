import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import { pageSpace } from '../pdf/pageSpace.ts'
import type { DocumentType } from '../../facts/factWords.ts'
import { startReader } from '../startReader.ts'
import { BoundWorker } from './boundWorker.ts'
import { Opened, Painted } from './recognitionAnswers.ts'
import type { RecognitionLimits } from './recognitionLimits.ts'
import type { PaintOrder } from './recognitionMessages.ts'
import type { RecognitionPlace } from './recognitionPlace.ts'

/** One page as a picture that a browser decodes. */
export interface PaintedSheet {
  /** From 1. */
  readonly number: number
  /** Points, as quads on it count. */
  readonly width: number
  readonly height: number
  readonly png: Uint8Array
}

/** As many pages of a fax as somebody looks at; more would fill the window's memory. */
const MOST_SHEETS = 40
const deflated = promisify(deflate)

/** Has a document's pages painted by a process of its own. Never rejects because of a document; pages that fail are left out. */
export async function paintPages(
  { painter, painterRole }: RecognitionPlace,
  limits: RecognitionLimits,
  { bytes, type }: { readonly bytes: Uint8Array; readonly type: DocumentType },
): Promise<readonly PaintedSheet[]> {
  const worker = new BoundWorker(startReader(painter, painterRole, true), {
    startMs: limits.startMs,
    residentBytes: limits.painterBytes,
  })
  const ask = (order: PaintOrder): Promise<unknown> => worker.ask(order, limits.pageMs)
  try {
    const opened = Opened.safeParse(await ask({ kind: 'open', bytes, type }))
    const pages = opened.success ? Math.min(opened.data.pages, MOST_SHEETS) : 0
    const sheets: PaintedSheet[] = []
    for (let number = 1; number <= pages && worker.isAlive; number += 1) {
      const painted = Painted.safeParse(await ask({ kind: 'paint', page: number }))
      if (painted.success) sheets.push(await sheetOf(number, painted.data.page))
    }
    return sheets
  } finally {
    worker.kill()
  }
}

async function sheetOf(number: number, page: Painted['page']): Promise<PaintedSheet> {
  const { width, height } = pageSpace(page.view, page.rotate, page.userUnit)
  return { number, width, height, png: await pngOf(page) }
}

type Painted = ReturnType<typeof Painted.parse>

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const EIGHT_BIT_RGB = [8, 2, 0, 0, 0]

/** The least of a PNG: one header, one stretch of unfiltered rows, one end. */
async function pngOf({ width, height, rgb }: Pick<Painted['page'], 'width' | 'height' | 'rgb'>) {
  const row = width * 3
  const rows = Buffer.alloc((row + 1) * height)
  for (let y = 0; y < height; y += 1) rows.set(rgb.subarray(y * row, (y + 1) * row), y * (row + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set(EIGHT_BIT_RGB, 8)
  const data = await deflated(rows, { level: 3 })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  out.set(body, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
