import type { Canvas } from '@napi-rs/canvas'
import type { Forgery } from './forgery.ts'
import {
  animatedPng,
  asSharp,
  cloned,
  painted,
  photographed,
  profileOf,
  sharp,
  withExif,
  withProfile,
} from './pictureFiles.ts'

const PAPER = ['Work order 17', 'Ottermill Paper GmbH', '50 seats of Teams', 'Accepted: Karin Vogt']
const OTHER = ['Work order 17', 'Ottermill Paper GmbH', '500 seats of Teams', 'Accepted: Karin Vogt']

/** Pictures one after the other, written by this program. */
const moving =
  (kind: 'gif' | 'webp', ...papers: readonly (readonly string[])[]) =>
  async (): Promise<Uint8Array> => {
    const frames = await Promise.all(papers.map((lines) => painted(lines).encode('png')))
    const joined = frames.length > 1 ? sharp(frames, { join: { animated: true } }) : sharp(frames[0])
    return kind === 'gif' ? joined.gif().toBuffer() : joined.webp({ lossless: true }).toBuffer()
  }
const movingPng =
  (...papers: readonly (readonly string[])[]) =>
  () =>
    animatedPng(papers.map((lines) => painted(lines)))

const encoded = (canvas: Canvas) => (): Promise<Uint8Array> => canvas.encode('png')

/** Tones as they should be, 16 bits. */
const honestCurve = Array.from({ length: 256 }, (_, i) => Math.round((i / 255) ** 2.2 * 65535))

const jpeg = (lines: readonly string[], quality = 90): Promise<Uint8Array> =>
  asSharp(photographed(lines)).jpeg({ quality }).toBuffer()
const thumbnail = async (lines: readonly string[]): Promise<Uint8Array> =>
  sharp(await jpeg(lines))
    .resize(160, 120, { fit: 'fill' })
    .jpeg()
    .toBuffer()
const exif = (parts: { software?: string; small?: readonly string[] }) => async (): Promise<Uint8Array> =>
  withExif(await jpeg(PAPER), {
    ...(parts.software === undefined ? {} : { software: parts.software }),
    ...(parts.small === undefined ? {} : { thumbnail: await thumbnail(parts.small) }),
  })
const twice = (first: number, second: number) => async (): Promise<Uint8Array> =>
  sharp(await jpeg(PAPER, first))
    .jpeg({ quality: second })
    .toBuffer()

const LINE = { x: 30, y: 140, width: 300, height: 48 } as const
const copy = (x: number, y: number) => cloned(photographed(PAPER), LINE, { x, y })

/** Tricks of picture files. */
export const PICTURE_FORGERIES: readonly Forgery[] = [
  {
    kind: 'image_frames',
    hostile: {
      'a GIF whose second picture says more': moving('gif', PAPER, OTHER),
      'a WebP whose third picture says more': moving('webp', PAPER, PAPER, OTHER),
      'an animated PNG': movingPng(PAPER, OTHER),
      'white letters on nothing': encoded(painted(PAPER, '#ffffff', null)),
      'white letters on nothing beside black ones': async () => {
        const canvas = painted([], '#000000', null)
        const context = canvas.getContext('2d')
        context.drawImage(painted(PAPER.slice(0, 2), '#111111', null), 0, 0)
        context.drawImage(painted(['500 seats of Teams'], '#fdfdfd', null), 0, 240)
        return canvas.encode('png')
      },
      'a profile that turns dark into light': () => withProfile(painted(PAPER), profileOf([65535, 0])),
      'a profile that whitens grey letters': () =>
        withProfile(painted(PAPER, '#808080'), profileOf([0, 65535, 65535, 65535])),
    },
    clean: {
      'a GIF that stands still': moving('gif', PAPER),
      'a GIF whose pictures are all the same': moving('gif', PAPER, PAPER),
      'an animated PNG whose pictures are all the same': movingPng(PAPER, PAPER),
      'a fax of two pages': async () => {
        const pages = await Promise.all([PAPER, OTHER].map((lines) => painted(lines).encode('png')))
        return sharp(pages, { join: { animated: true } })
          .tiff({ compression: 'lzw' })
          .toBuffer()
      },
      'black letters on nothing': encoded(painted(PAPER, '#111111', null)),
      'a paper with clear edges': async () => {
        const canvas = painted([], '#000000', null)
        canvas.getContext('2d').drawImage(painted(PAPER), 40, 40, 500, 380)
        return canvas.encode('png')
      },
      'a profile as monitors have it': () => withProfile(painted(PAPER), profileOf(honestCurve)),
    },
  },
  {
    kind: 'image_edited',
    hostile: {
      'a program for retouching': exif({ software: 'Adobe Photoshop 25.1 (Windows)' }),
      'a small picture of another paper': exif({ small: ['Invoice', '1'] }),
      'a small picture from before a line was put in': exif({ small: [...PAPER.slice(0, 2), '', ''] }),
      'a line that stands twice': async () => asSharp(copy(30, 320)).png().toBuffer(),
      'a line that stands twice, moved by odd steps': async () =>
        asSharp(copy(217, 333)).tiff({ compression: 'lzw' }).toBuffer(),
      'a patch of the ground over a line': async () =>
        asSharp(cloned(photographed(PAPER), { x: 30, y: 300, width: 320, height: 60 }, { x: 30, y: 130 }))
          .png()
          .toBuffer(),
      'saved coarsely before': twice(40, 95),
      'saved more coarsely before': twice(55, 97),
    },
    clean: {
      'as the camera wrote it': exif({ software: 'Camera 1.0', small: PAPER }),
      'saved once': () => jpeg(PAPER),
      'saved once in high quality': () => jpeg(PAPER, 97),
      'a noisy scan': async () => asSharp(photographed(PAPER)).png().toBuffer(),
      'the same words twice in a noisy scan': async () =>
        asSharp(photographed([...PAPER, ...PAPER]))
          .png()
          .toBuffer(),
      'the same words twice on a drawn page': encoded(painted([...PAPER, ...PAPER])),
    },
  },
]
