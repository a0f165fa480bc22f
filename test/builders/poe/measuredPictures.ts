import { crc32, deflateSync } from 'node:zlib'
import { sharp } from './forgeries/pictureFiles.ts'

/** Makes a picture file whose head tells this size, whatever there is of pixels behind it. */
export type MeasuredPicture = (width: number, height: number) => Promise<Uint8Array>

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

export interface PngParts {
  /** Bits of a sample and kind of pixel, as the head has them: 8 and 0 are grey, 16 and 6 are deep with alpha. */
  readonly bits?: number
  readonly kind?: number
  readonly interlaced?: boolean
  /** Chunks ahead of the pixels. */
  readonly ahead?: readonly (readonly [string, Uint8Array])[]
  readonly pixels?: Uint8Array
}

function pngHead(
  width: number,
  height: number,
  { bits = 8, kind = 0, interlaced = false }: PngParts,
): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([bits, kind, 0, 0, interlaced ? 1 : 0], 8)
  return head
}

/** With sums that hold. */
export function measuredPng(width: number, height: number, parts: PngParts = {}): Buffer {
  const { ahead = [], pixels = deflateSync(new Uint8Array(64)) } = parts
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', pngHead(width, height, parts)),
    ...ahead.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', pixels),
    chunk('IEND', new Uint8Array()),
  ])
}

/** Another head behind the first one. */
export const secondHead = (width: number, height: number): readonly [string, Uint8Array] => [
  'IHDR',
  pngHead(width, height, {}),
]

/** An animated PNG of so many frames of one pixel. */
export function framedPng(frames: number): Buffer {
  const pixel = deflateSync(Buffer.from([0, 0x80]))
  const order = (value: number): Buffer => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  }
  const control = (at: number): Buffer =>
    Buffer.concat([order(at), order(1), order(1), order(0), order(0), Buffer.from([0, 1, 0, 10, 0, 0])])
  const ahead: [string, Uint8Array][] = [
    ['acTL', Buffer.concat([order(frames), order(0)])],
    ['fcTL', control(0)],
  ]
  const png = measuredPng(1, 1, { ahead, pixels: pixel })
  const others = Array.from({ length: frames - 1 }, (_, i) => [
    chunk('fcTL', control(2 * i + 1)),
    chunk('fdAT', Buffer.concat([order(2 * i + 2), pixel])),
  ]).flat()
  return Buffer.concat([png.subarray(0, -12), ...others, png.subarray(-12)])
}

const dot = () => sharp(Buffer.alloc(16 * 16 * 3, 0x80), { raw: { width: 16, height: 16, channels: 3 } })

/** `marker`: which way of coding the frame's head names. */
export const measuredJpeg =
  (marker: 0xc0 | 0xc1 | 0xc2): MeasuredPicture =>
  async (width, height) => {
    const bytes = await dot()
      .jpeg({ progressive: marker === 0xc2 })
      .toBuffer()
    const frame = bytes.indexOf(Buffer.from([0xff, marker === 0xc2 ? 0xc2 : 0xc0]))
    bytes[frame + 1] = marker
    bytes.writeUInt16BE(height, frame + 5)
    bytes.writeUInt16BE(width, frame + 7)
    return bytes
  }

/** The size of the screen and that of its frame may differ. */
export function measuredGif(width: number, height: number, frame = { width, height }): Buffer {
  const bytes = Buffer.alloc(13 + 6 + 10)
  bytes.write('GIF89a', 'latin1')
  bytes.writeUInt16LE(width, 6)
  bytes.writeUInt16LE(height, 8)
  // A table of two colours.
  bytes[10] = 0x80
  bytes.set([0, 0, 0, 255, 255, 255, 0x2c], 13)
  bytes.writeUInt16LE(frame.width, 24)
  bytes.writeUInt16LE(frame.height, 26)
  return Buffer.concat([bytes, Buffer.from([2, 2, 0x44, 0x01, 0, 0x3b])])
}

const webpChunk = (bytes: Buffer, type: string): number => bytes.indexOf(type, 12, 'latin1') + 8

export const measuredWebp: Readonly<Record<'VP8' | 'VP8L' | 'VP8X', MeasuredPicture>> = {
  VP8: async (width, height) => {
    const bytes = await dot().webp().toBuffer()
    const at = webpChunk(bytes, 'VP8 ')
    bytes.writeUInt16LE(width, at + 6)
    bytes.writeUInt16LE(height, at + 8)
    return bytes
  },
  VP8L: async (width, height) => {
    const bytes = await dot().webp({ lossless: true }).toBuffer()
    const at = webpChunk(bytes, 'VP8L') + 1
    bytes.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, at)
    return bytes
  },
  VP8X: async (width, height) => {
    const inner = await measuredWebp.VP8(width, height)
    const head = Buffer.alloc(18)
    head.write('VP8X', 'latin1')
    head.writeUInt32LE(10, 4)
    head.writeUIntLE(width - 1, 12, 3)
    head.writeUIntLE(height - 1, 15, 3)
    const whole = Buffer.concat([inner.subarray(0, 12), head, inner.subarray(12)])
    whole.writeUInt32LE(whole.length - 8, 4)
    return whole
  },
}

export interface TiffPage {
  readonly width: number
  readonly height: number
}

/** Grey pages without packing, of which no more than a row is there. `big`: places and lengths of 64 bits. */
export function measuredTiff(
  pages: readonly TiffPage[],
  { order, big }: { order: 'II' | 'MM'; big: boolean },
): Buffer {
  const isLittle = order === 'II'
  const wide = big ? 8 : 4
  const number = (value: number, size: number): Buffer => {
    const bytes = Buffer.alloc(size)
    if (size === 8) bytes[isLittle ? 'writeBigUInt64LE' : 'writeBigUInt64BE'](BigInt(value))
    else bytes[isLittle ? 'writeUIntLE' : 'writeUIntBE'](value, 0, size)
    return bytes
  }
  const entry = (tag: number, type: 3 | 4, value: number): Buffer => {
    const own = number(value, type === 3 ? 2 : 4)
    return Buffer.concat([
      number(tag, 2),
      number(type, 2),
      number(1, wide),
      own,
      Buffer.alloc(wide - own.length),
    ])
  }
  const head = big
    ? Buffer.concat([Buffer.from(order), number(43, 2), number(8, 2), number(0, 2), number(16, 8)])
    : Buffer.concat([Buffer.from(order), number(42, 2), number(8, 4)])
  const listLength = (big ? 8 : 2) + 9 * (big ? 20 : 12) + wide
  const lists = pages.map(({ width, height }, i) => {
    const at = head.length + i * (listLength + 64)
    const entries = [
      entry(256, 4, width),
      entry(257, 4, height),
      entry(258, 3, 8),
      entry(259, 3, 1),
      entry(262, 3, 1),
      entry(273, 4, at + listLength),
      entry(277, 3, 1),
      entry(278, 4, height),
      entry(279, 4, Math.min(64, width * height)),
    ]
    const next = i + 1 < pages.length ? at + listLength + 64 : 0
    return Buffer.concat([
      number(entries.length, big ? 8 : 2),
      ...entries,
      number(next, wide),
      Buffer.alloc(64, 0xee),
    ])
  })
  return Buffer.concat([head, ...lists])
}

/** Real pixels of four channels and one tone, packed as well as they may be: a small file that is large in memory. */
export function wellPackedPng(
  width: number,
  height: number,
  parts: { readonly bits: 8 | 16; readonly interlaced: boolean },
): Buffer {
  // Whatever the order of the pixels, their rows add up to a little more than this; what is too much is not read.
  const bytes = (width * (parts.bits / 2) + 1) * height + height * 8
  return measuredPng(width, height, { ...parts, kind: 6, pixels: deflateSync(Buffer.alloc(bytes)) })
}
