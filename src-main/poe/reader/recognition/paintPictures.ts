import type { DrawnPicture } from '../../facts/documentLook.ts'
import { PICTURE_TYPES } from '../pictures/pictureTypes.ts'
import { sniffType } from '../sniffType.ts'
import { startReader } from '../startReader.ts'
import { BoundWorker } from './boundWorker.ts'
import { pngOf } from './png.ts'
import { Opened, Painted } from './recognitionAnswers.ts'
import type { RecognitionLimits } from './recognitionLimits.ts'
import type { RecognitionPlace } from './recognitionPlace.ts'

/** Twice the pixels that a made-up page has across at 100 %. */
const LONG_SIDE_PX = 1300
/** Of all pictures of one mail: what somebody waits for who opens it, and what the window has to hold. */
const ALL_MS = 20_000
const MOST_BYTES = 60 * 1024 * 1024

/**
 * Has the pictures of a mail decoded, in their order, by processes of their own: one that a picture brings down takes no other picture with
 * it. Null = not decoded within the limits. Never rejects because of a picture.
 */
export async function paintPictures(
  { painter, painterRole }: RecognitionPlace,
  limits: RecognitionLimits,
  pictures: readonly Uint8Array[],
): Promise<DrawnPicture[]> {
  const start = (): BoundWorker =>
    new BoundWorker(startReader(painter, painterRole, true), {
      startMs: limits.startMs,
      residentBytes: limits.painterBytes,
    })
  const until = performance.now() + ALL_MS
  const drawn: DrawnPicture[] = []
  let worker: BoundWorker | null = null
  let room = MOST_BYTES
  try {
    for (const bytes of pictures) {
      const left = until - performance.now()
      if (!PICTURE_TYPES.has(sniffType(bytes)) || left <= 0) {
        drawn.push(null)
        continue
      }
      if (!worker?.isAlive) worker = start()
      const one = await paintOne(worker, bytes, Math.min(limits.pageMs, left))
      room -= one?.png.byteLength ?? 0
      drawn.push(room < 0 ? null : one)
    }
    return drawn
  } finally {
    worker?.kill()
  }
}

async function paintOne(worker: BoundWorker, bytes: Uint8Array, limitMs: number): Promise<DrawnPicture> {
  const type = sniffType(bytes)
  const opened = Opened.safeParse(await worker.ask({ kind: 'open', bytes, type }, limitMs))
  if (!opened.success || opened.data.pages < 1) return null
  const order = { kind: 'paint', page: 1, most: LONG_SIDE_PX }
  const painted = Painted.safeParse(await worker.ask(order, limitMs))
  if (!painted.success) return null
  return { png: await pngOf(painted.data.page), frames: opened.data.pages }
}
