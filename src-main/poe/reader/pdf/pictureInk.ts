import { inkHash } from '../../../domain/evidence/inkHash.ts'
import { flattened, type Plane } from '../recognition/pixels.ts'
import { inkMask } from '../recognition/threshold.ts'
import type { Picture } from './marks.ts'
import { type DecodedPicture, BITS, pixelsOf, RGBA } from './picturePixels.ts'
import type { PDFPageProxy } from './pdfjs.ts'

/** On the page, in points: no smaller or larger picture is somebody's signature. */
const SIZE = { width: [24, 330], height: [8, 150] } as const
const MOST_PIXELS = 4_000_000
const MOST_PICTURES = 24
/** Pictures with more ink than this are photographs and logos. */
const DENSEST = 0.45

/** The look of the ink in pictures that may be signatures; those that show none are missing. */
export async function inkOfPictures(
  page: PDFPageProxy,
  pictures: readonly Picture[],
): Promise<ReadonlyMap<Picture, string>> {
  const hashes = new Map<Picture, string>()
  for (const picture of pictures.filter(hasSize).slice(0, MOST_PICTURES)) {
    const decoded = await pixelsOf(page, picture)
    const hash = decoded === null ? null : hashOf(decoded)
    if (hash !== null) hashes.set(picture, hash)
  }
  return hashes
}

function hasSize({ box: [x0, y0, x1, y1] }: Picture): boolean {
  const [w, h] = [x1 - x0, y1 - y0]
  return w >= SIZE.width[0] && w <= SIZE.width[1] && h >= SIZE.height[0] && h <= SIZE.height[1]
}

function hashOf(decoded: DecodedPicture): string | null {
  if (decoded.width * decoded.height > MOST_PIXELS) return null
  const { width, height, data } = inkMask(flattened(greyOfPicture(decoded)))
  const ink: { x: number[]; y: number[] } = { x: [], y: [] }
  for (let at = 0; at < data.length; at += 1) {
    if (data[at] !== 1) continue
    ink.x.push(at % width)
    ink.y.push(Math.floor(at / width))
  }
  return ink.x.length > width * height * DENSEST ? null : inkHash(ink)
}

/** Brightness as it shows on white paper. */
function greyOfPicture({ width, height, kind, data }: DecodedPicture): Plane {
  const grey = new Uint8Array(width * height)
  const bytes = kind === RGBA ? 4 : 3
  const rowBytes = (width + 7) >> 3
  for (let at = 0; at < grey.length; at += 1) {
    if (kind === BITS) {
      const [x, y] = [at % width, Math.floor(at / width)]
      grey[at] = ((data[y * rowBytes + (x >> 3)] ?? 0xff) >> (7 - (x & 7))) & 1 ? 255 : 0
      continue
    }
    const [r = 255, g = 255, b = 255] = [data[at * bytes], data[at * bytes + 1], data[at * bytes + 2]]
    const alpha = kind === RGBA ? (data[at * bytes + 3] ?? 255) : 255
    grey[at] = 255 - ((255 - ((r * 77 + g * 151 + b * 28) >> 8)) * alpha) / 255
  }
  return { width, height, data: grey }
}
