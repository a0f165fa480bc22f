import type { Quad, Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { DocumentType } from '../../facts/factWords.ts'
import { startReader } from '../startReader.ts'
import { BoundWorker } from './boundWorker.ts'
import { pngOf } from './png.ts'
import { Cut, Opened } from './recognitionAnswers.ts'
import type { RecognitionLimits } from './recognitionLimits.ts'
import type { PaintOrder } from './recognitionMessages.ts'
import type { RecognitionPlace } from './recognitionPlace.ts'

/** A place on a page, in PDF space. */
export interface PagePlace {
  readonly page: number
  readonly quads: readonly Quad[]
}

/** The strip of a page on which a place stands, as a picture that a browser decodes. */
export interface PageCut {
  readonly png: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Points on the page. */
  readonly points: readonly [number, number]
  /** The place itself, in 0..1 of the strip. */
  readonly marks: readonly Rect[]
}

/** About a page at 150 dpi: what is larger comes coarser. */
const MOST_PIXELS = 2_200_000

/**
 * Has places of a document drawn by a process of its own, in their order; null where a page cannot be drawn. Never rejects because of a
 * document.
 */
export async function cutPlaces(
  { painter, painterRole }: RecognitionPlace,
  limits: RecognitionLimits,
  { bytes, type }: { readonly bytes: Uint8Array; readonly type: DocumentType },
  places: readonly PagePlace[],
): Promise<(PageCut | null)[]> {
  const worker = new BoundWorker(startReader(painter, painterRole, true), {
    startMs: limits.startMs,
    residentBytes: limits.painterBytes,
  })
  const ask = (order: PaintOrder): Promise<unknown> => worker.ask(order, limits.pageMs)
  try {
    const opened = Opened.safeParse(await ask({ kind: 'open', bytes, type }))
    const pages = opened.success ? opened.data.pages : 0
    const cuts: (PageCut | null)[] = []
    for (const { page, quads } of places) {
      const mayBe = page <= pages && quads.length > 0 && worker.isAlive
      const answer = mayBe ? await ask({ kind: 'cut', page, quads, most: MOST_PIXELS }) : null
      cuts.push(await pictureOf(Cut.safeParse(answer)))
    }
    return cuts
  } finally {
    worker.kill()
  }
}

async function pictureOf({ data }: ReturnType<typeof Cut.safeParse>): Promise<PageCut | null> {
  if (data === undefined || data.page.width * data.page.height > MOST_PIXELS) return null
  const { rgb, ...rest } = data.page
  return { ...rest, png: await pngOf({ ...rest, rgb }) }
}
