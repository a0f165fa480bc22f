import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { default as SharpModule, Metadata, Sharp } from 'sharp'
import type { DocumentType } from '../../facts/factWords.ts'
import { pngFrames, type PngFrame } from '../pictures/animatedPng.ts'
import { examinePicture } from '../pictures/examinePicture.ts'
import { PICTURE_MAX_PIXELS } from '../pictures/pictureTypes.ts'
import type { Paintable } from './painterProcess.ts'
import { PictureTooLarge } from './pictureTooLarge.ts'

const MOST_FRAMES = 100
/** Of pixels that are held all at once; the process has 512 MB for everything. */
const MOST_HELD_BYTES = 320 * 1024 * 1024
/** A sheet of A4 at 200 dpi. */
const LONG_SIDE_PX = 2339
const LONG_SIDE_PT = 842
/** Smaller pictures are read better when they are enlarged. */
const LEAST_LONG_SIDE_PX = 1700

/** The only decoders that are let in, each for its own type. */
const LOADERS: Partial<Record<DocumentType, string>> = {
  png: 'VipsForeignLoadPng',
  jpeg: 'VipsForeignLoadJpeg',
  webp: 'VipsForeignLoadWebp',
  tiff: 'VipsForeignLoadTiff',
  gif: 'VipsForeignLoadNsgif',
}

/** What the head tells. The library holds it to the most pixels there may be, and says so in words alone. */
async function measured(picture: Sharp, type: DocumentType): Promise<Metadata> {
  const metadata = await picture.metadata().catch((error: unknown) => {
    if (error instanceof Error && /exceeds pixel limit/iu.test(error.message))
      throw new PictureTooLarge('Too many pixels')
    throw error
  })
  if (heldBytes(metadata, type) > MOST_HELD_BYTES) throw new PictureTooLarge('Too much to hold at once')
  return metadata
}

/** PNG and JPEG come row by row, unless they come in passes: then all is held, of a JPEG its coefficients. */
function heldBytes({ width, height, channels, depth, isProgressive }: Metadata, type: DocumentType): number {
  if ((type === 'png' || type === 'jpeg') && !isProgressive) return 0
  const sample = type === 'jpeg' || depth.endsWith('short') ? 2 : /^u?char$/u.test(depth) ? 1 : 8
  return width * height * channels * sample
}

/** Opens a picture file; each frame is a page, set upright as the file says, on white. Throws `PictureTooLarge`. */
export async function openPicture(
  bytes: Uint8Array,
  type: DocumentType,
  modules: string,
): Promise<Paintable> {
  const loader = LOADERS[type]
  if (loader === undefined) throw new Error(`No decoder for ${type}`)
  const sharp: typeof SharpModule = createRequire(join(modules, 'package.json'))('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: [loader] })
  sharp.cache(false)
  sharp.concurrency(1)
  const options = { limitInputPixels: PICTURE_MAX_PIXELS, failOn: 'error' } as const
  const decode = (file: Uint8Array, isBare = false): Sharp => sharp(file, { ...options, ignoreIcc: isBare })
  const metadata = await measured(decode(bytes), type)
  const layers = type === 'png' ? pngFrames(bytes, MOST_FRAMES) : []
  const pages = Math.max(metadata.pages ?? 1, layers.length)
  if (pages > MOST_FRAMES) throw new PictureTooLarge('Too many frames')
  const frame = async (page: number): Promise<Sharp> => {
    const layer = layers[page - 1]
    if (layer) return decode(await onWhole(decode, layer, metadata))
    return type === 'tiff' || pages > 1 ? sharp(bytes, { ...options, page: page - 1 }) : decode(bytes)
  }
  return {
    pages,
    paint: async (page, most = null) => paint(await frame(page), most),
    examine: () => examinePicture({ bytes, type, pages, frame, decode }),
  }
}

/** A frame that covers a part, on a sheet of the whole picture's size. */
async function onWhole(
  decode: (file: Uint8Array) => Sharp,
  { png, left, top }: PngFrame,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  const own = await decode(png).metadata()
  const [right, bottom] = [width - left - own.width, height - top - own.height]
  if (Math.min(left, top, right, bottom) < 0) throw new Error('A frame lies beside the picture')
  const background = { r: 255, g: 255, b: 255, alpha: 0 }
  return decode(png).ensureAlpha().extend({ left, top, right, bottom, background }).png().toBuffer()
}

async function paint(picture: Sharp, most: number | null): ReturnType<Paintable['paint']> {
  const { autoOrient } = await picture.metadata()
  const long = Math.max(autoOrient.width, autoOrient.height)
  const asRead =
    long > LONG_SIDE_PX ? LONG_SIDE_PX : long < LEAST_LONG_SIDE_PX ? Math.min(LONG_SIDE_PX, long * 2) : long
  const wanted = most === null ? asRead : Math.min(long, most)
  const share = wanted / long
  const { data, info } = await picture
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(sideOf(autoOrient.width * share), sideOf(autoOrient.height * share), { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const points = LONG_SIDE_PT / Math.max(width, height)
  return {
    raster: { width, height, data, channels },
    view: [0, 0, width * points, height * points],
    rotate: 0,
    userUnit: 1,
  }
}

const sideOf = (pixels: number): number => Math.max(1, Math.round(pixels))
