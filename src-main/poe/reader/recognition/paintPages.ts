import { pageSpace } from '../pdf/pageSpace.ts'
import type { DocumentType } from '../../facts/factWords.ts'
import { startReader } from '../startReader.ts'
import { BoundWorker } from './boundWorker.ts'
import { pngOf } from './png.ts'
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
