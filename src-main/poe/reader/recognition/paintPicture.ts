import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { default as SharpModule, Sharp } from 'sharp'
import type { DocumentType } from '../../facts/factWords.ts'
import type { Paintable } from './painterProcess.ts'

/** trust.md D7: sizes are looked at before a pixel is decoded. */
const MOST_PIXELS = 50_000_000
const MOST_FRAMES = 100
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
}

/** Opens a picture file; each frame is a page, set upright as the file says, on white. */
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
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const
  const { pages = 1 } = await sharp(bytes, options).metadata()
  if (pages > MOST_FRAMES) throw new Error('Too many frames')
  return {
    // Only the frames of a TIFF are pages; those of an animation are not.
    pages: type === 'tiff' ? pages : 1,
    paint: (page) => paint(sharp(bytes, { ...options, page: page - 1 })),
  }
}

async function paint(picture: Sharp): ReturnType<Paintable['paint']> {
  const { autoOrient } = await picture.metadata()
  const long = Math.max(autoOrient.width, autoOrient.height)
  const wanted =
    long > LONG_SIDE_PX ? LONG_SIDE_PX : long < LEAST_LONG_SIDE_PX ? Math.min(LONG_SIDE_PX, long * 2) : long
  const share = wanted / long
  const { data, info } = await picture
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(Math.round(autoOrient.width * share), Math.round(autoOrient.height * share), { fit: 'fill' })
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
