import { readFileSync } from 'node:fs'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Paintable } from '../../../../../src-main/poe/reader/recognition/painterProcess.ts'
import { openPicture } from '../../../../../src-main/poe/reader/recognition/paintPicture.ts'
import { recognitionPlace } from '../../../../../src-main/poe/reader/recognition/recognitionPlace.ts'
import { isWrongType, sniffType } from '../../../../../src-main/poe/reader/sniffType.ts'
import { startReader } from '../../../../../src-main/poe/reader/startReader.ts'
import { sharp } from '../../../../builders/poe/forgeries/pictureFiles.ts'
import {
  framedPng,
  measuredGif,
  measuredJpeg,
  type MeasuredPicture,
  measuredPng,
  measuredTiff,
  measuredWebp,
  secondHead,
  wellPackedPng,
} from '../../../../builders/poe/measuredPictures.ts'
import { PDFJS_DIR } from '../../../../builders/poe/pdfjsDir.ts'
import { aReader, readBytes, READER_ENTRY, READER_FOLDERS } from '../../../../builders/poe/readers.ts'

const opened = (bytes: Uint8Array): Promise<Paintable> =>
  openPicture(bytes, sniffType(bytes), dirname(PDFJS_DIR))
const tiff =
  (order: 'II' | 'MM', big: boolean): MeasuredPicture =>
  async (width, height) =>
    measuredTiff([{ width, height }], { order, big })

const KINDS: readonly (readonly [string, MeasuredPicture])[] = [
  ['PNG', async (width, height) => measuredPng(width, height)],
  ['plain JPEG', measuredJpeg(0xc0)],
  ['extended JPEG', measuredJpeg(0xc1)],
  ['progressive JPEG', measuredJpeg(0xc2)],
  ['GIF', async (width, height) => measuredGif(width, height)],
  ['WebP with losses', measuredWebp.VP8],
  ['WebP without losses', measuredWebp.VP8L],
  ['WebP with a head of its own', measuredWebp.VP8X],
  ['TIFF from the small end', tiff('II', false)],
  ['TIFF from the large end', tiff('MM', false)],
  ['BigTIFF from the small end', tiff('II', true)],
  ['BigTIFF from the large end', tiff('MM', true)],
]

describe('a picture of as many pixels as there may be', () => {
  it.for(KINDS)('is opened at 50 million and refused past it, by its head alone: %s', async ([, made]) => {
    expect((await opened(await made(10_000, 5000))).pages).toBe(1)
    await expect(opened(await made(10_000, 5001))).rejects.toThrow('Too many pixels')
  })

  it.for(KINDS)('is refused with the longest sides its kind knows: %s', async ([, made]) => {
    await expect(opened(await made(16_383, 16_383))).rejects.toThrow('Too many pixels')
  })
})

/** Black and white in turn: frames that are alike are made one. */
async function frames(count: number, kind: 'gif' | 'webp'): Promise<Uint8Array> {
  const raw = { width: 2, height: 2, channels: 3 } as const
  const pngs = await Promise.all(
    Array.from({ length: count }, (_, i) =>
      sharp(Buffer.alloc(12, i % 2 === 0 ? 0 : 255), { raw })
        .png()
        .toBuffer(),
    ),
  )
  const joined = sharp(pngs, { join: { animated: true } })
  return kind === 'gif'
    ? joined.gif({ keepDuplicateFrames: true }).toBuffer()
    : joined.webp({ lossless: true }).toBuffer()
}
const pagesOf = (count: number): Buffer =>
  measuredTiff(
    Array.from({ length: count }, () => ({ width: 8, height: 8 })),
    { order: 'II', big: false },
  )

describe('a picture of as many frames as there may be', () => {
  it.for([
    ['GIF', (count: number) => frames(count, 'gif')],
    ['WebP', (count: number) => frames(count, 'webp')],
    ['animated PNG', async (count: number) => framedPng(count)],
    ['TIFF', async (count: number) => pagesOf(count)],
  ] as const)('is opened with a hundred and refused with one more: %s', async ([, made]) => {
    const hundred = await opened(await made(100))
    expect(hundred.pages).toBe(100)
    expect((await hundred.paint(100)).raster.width).toBeGreaterThan(0)
    await expect(opened(await made(101))).rejects.toThrow('Too many frames')
  })
})

/** What comes of it: pixels as its head tells, or nothing. */
async function paintedSides(bytes: Uint8Array, page = 1): Promise<readonly [number, number] | 'refused'> {
  try {
    const [width = 0, height = 0] = (await (await opened(bytes)).paint(page)).view.slice(2)
    return [width, height]
  } catch {
    return 'refused'
  }
}

describe('a picture that is larger than its head tells', () => {
  it('is never decoded past its head: a second head in a PNG', async () => {
    const bytes = measuredPng(16, 16, { ahead: [secondHead(20_000, 20_000)] })
    expect(await paintedSides(bytes)).toBe('refused')
  })

  it('is never decoded past its head: a frame wider than the screen of a GIF', async () => {
    const bytes = measuredGif(16, 16, { width: 30_000, height: 30_000 })
    const sides = await paintedSides(bytes)
    expect(sides === 'refused' || sides[0] === sides[1]).toBe(true)
  })

  it('is never decoded past its head: another picture within the head of a WebP', async () => {
    const whole = Buffer.from(await measuredWebp.VP8X(16, 16))
    whole.writeUInt16LE(16_000, whole.indexOf('VP8 ', 12, 'latin1') + 14)
    expect(await paintedSides(whole)).toBe('refused')
  })

  it('is never decoded past its head: a second frame in a JPEG', async () => {
    const [first, second] = await Promise.all([
      measuredJpeg(0xc0)(16, 16),
      measuredJpeg(0xc0)(20_000, 20_000),
    ])
    const at = (bytes: Uint8Array): number => Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc0]))
    const frame = second.subarray(at(second), at(second) + 19)
    const bytes = Buffer.concat([first.subarray(0, at(first) + 19), frame, first.subarray(at(first) + 19)])
    expect(await paintedSides(bytes)).toBe('refused')
  })

  it('leaves out the page of a TIFF that is, and paints the others', async () => {
    const bytes = measuredTiff(
      [
        { width: 8, height: 8 },
        { width: 30_000, height: 30_000 },
      ],
      { order: 'MM', big: false },
    )
    expect((await opened(bytes)).pages).toBe(2)
    expect(await paintedSides(bytes, 1)).toEqual([842, 842])
    expect(await paintedSides(bytes, 2)).toBe('refused')
  })

  it('is painted where it is as its head tells', async () => {
    const honest = await sharp(Buffer.alloc(768, 0x80), { raw: { width: 16, height: 16, channels: 3 } })
      .png()
      .toBuffer()
    expect(await paintedSides(honest)).toEqual([842, 842])
  })
})

describe('a picture’s kind', () => {
  it.for(KINDS)('is told by its content, whatever its name says: %s', async ([what, made]) => {
    const type = sniffType(await made(16, 16))
    expect(what.toLowerCase().replace('-', '')).toContain(type)
    expect(isWrongType(`paper.${type}`, type)).toBe(false)
    expect(isWrongType('paper.pdf', type)).toBe(true)
  })

  it.for([
    ['BMP', Buffer.from('BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0', 'latin1'), 'unknown'],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'heic'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'txt'],
  ] as const)('has no decoder where it needs none: %s', async ([, bytes, type]) => {
    expect(sniffType(bytes)).toBe(type)
    await expect(opened(bytes)).rejects.toThrow(`No decoder for ${type}`)
  })

  it('lets in no decoder but its own', async () => {
    const png = measuredPng(16, 16)
    await expect(openPicture(png, 'jpeg', dirname(PDFJS_DIR))).rejects.toThrow()
  })
})

const reader = aReader()
afterAll(() => reader.close())

describe('a small file of a giant picture', () => {
  it('is said to be too large', async () => {
    expect(await readBytes(reader, measuredPng(30_000, 30_000))).toMatchObject({
      status: 'could_not_check',
      reason: 'too_large',
      pages: [],
      flags: [],
    })
  })

  it('names no such reason where it is merely broken', async () => {
    const broken = measuredPng(300, 300).subarray(0, 60)
    expect(await readBytes(reader, broken)).toMatchObject({ status: 'could_not_check', reason: 'scan' })
  })

  it('is too large as well where all of it would be held at once', async () => {
    const png = (bits: 8 | 16): Uint8Array =>
      measuredPng(7000, 7000, { bits, kind: 6, interlaced: true, pixels: deflateSync(new Uint8Array(64)) })
    await expect(opened(png(16))).rejects.toThrow('Too much to hold at once')
    expect((await opened(png(8))).pages).toBe(1)
  })

  const ON_LINUX = it.runIf(process.platform === 'linux')
  ON_LINUX.for([
    ['deep ones row by row', { bits: 16, interlaced: false }],
    ['plain ones in seven passes', { bits: 8, interlaced: true }],
  ] as const)('keeps its process below 512 MB with 49 million pixels: %s', async ([, parts]) => {
    const bytes = wellPackedPng(7000, 7000, parts)
    expect(bytes.length).toBeLessThan(600_000)
    const place = recognitionPlace({ entry: READER_ENTRY, ...READER_FOLDERS })
    const child = startReader(place.painter, place.painterRole, true)
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child, 'message')
    const ask = async (order: object): Promise<unknown> => {
      child.send(order)
      return (await once(child, 'message'))[0]
    }
    expect(await ask({ kind: 'open', bytes, type: 'png' })).toEqual({ kind: 'opened', pages: 1 })
    expect(await ask({ kind: 'scan', page: 1 })).toMatchObject({ kind: 'scanned' })
    const most = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    expect(Number(most) / 1024).toBeLessThan(512)
  })
})
