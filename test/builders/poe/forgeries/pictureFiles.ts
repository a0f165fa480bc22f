import { createRequire } from 'node:module'
import { crc32 } from 'node:zlib'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type sharpModule from 'sharp'

const library = createRequire(import.meta.url)('sharp') as typeof sharpModule

/** The reader in this process lets in no decoder but that of the paper it reads; what makes papers needs them all. */
export function sharp(...given: Parameters<typeof sharpModule>): ReturnType<typeof sharpModule> {
  library.unblock({ operation: ['VipsForeignLoad'] })
  return library(...given)
}

export const SIZE = { width: 640, height: 480 } as const

/** A part of a paper as it lies under a camera, with these lines. */
export function painted(
  lines: readonly string[],
  ink = '#111111',
  ground: string | null = '#ffffff',
): Canvas {
  const canvas = createCanvas(SIZE.width, SIZE.height)
  const context = canvas.getContext('2d')
  if (ground !== null) {
    context.fillStyle = ground
    context.fillRect(0, 0, SIZE.width, SIZE.height)
  }
  context.fillStyle = ink
  context.font = '28px Helvetica'
  lines.forEach((line, i) => context.fillText(line, 40, 70 + i * 46))
  return canvas
}

export interface Pixels {
  readonly data: Uint8Array
}

/** The same with the noise of a sensor; the same seed, the same noise. */
export function photographed(lines: readonly string[], seed = 1): Pixels {
  const { data } = painted(lines, '#202020', '#dcdcdc')
    .getContext('2d')
    .getImageData(0, 0, SIZE.width, SIZE.height)
  const grey = new Uint8Array(SIZE.width * SIZE.height)
  let state = seed
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  for (let i = 0; i < grey.length; i += 1) {
    const noise = (random() + random() + random() + random() - 2) * 14
    grey[i] = Math.max(0, Math.min(255, Math.round((data[i * 4] ?? 0) + noise)))
  }
  return { data: grey }
}

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Copies an area of the picture over another place of it, as a retouching program does. */
export function cloned({ data }: Pixels, from: Area, to: { readonly x: number; readonly y: number }): Pixels {
  const out = Uint8Array.from(data)
  for (let row = 0; row < from.height; row += 1) {
    const start = (from.y + row) * SIZE.width + from.x
    out.set(data.subarray(start, start + from.width), (to.y + row) * SIZE.width + to.x)
  }
  return { data: out }
}

export const asSharp = ({ data }: Pixels) => sharp(data, { raw: { ...SIZE, channels: 1 } })

/** An animated PNG of frames of one size, which sharp can't write. */
export async function animatedPng(frames: readonly Canvas[]): Promise<Uint8Array> {
  const chunks: Buffer[] = [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')]
  let order = 0
  for (const [i, frame] of frames.entries()) {
    const parts = chunksOf(await frame.encode('png'))
    if (i === 0)
      chunks.push(
        written('IHDR', parts.get('IHDR')?.[0] ?? Buffer.alloc(0)),
        written('acTL', words(frames.length, 0)),
      )
    const control = Buffer.concat([
      words(order++, SIZE.width, SIZE.height, 0, 0),
      Buffer.from([0, 1, 0, 10, 0, 0]),
    ])
    chunks.push(written('fcTL', control))
    for (const data of parts.get('IDAT') ?? [])
      chunks.push(i === 0 ? written('IDAT', data) : written('fdAT', Buffer.concat([words(order++), data])))
  }
  return Buffer.concat([...chunks, written('IEND', Buffer.alloc(0))])
}

function words(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4)
  values.forEach((value, i) => buffer.writeUInt32BE(value, i * 4))
  return buffer
}

function chunksOf(png: Buffer): Map<string, Buffer[]> {
  const found = new Map<string, Buffer[]>()
  for (let at = 8; at + 12 <= png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8)
    found.set(type, [...(found.get(type) ?? []), png.subarray(at + 8, at + 8 + png.readUInt32BE(at))])
  }
  return found
}

function written(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([words(data.length), body, words(crc32(body))])
}

/** An EXIF block with the program that wrote the file and its small picture, put into a JPEG. */
export function withExif(jpeg: Uint8Array, parts: { software?: string; thumbnail?: Uint8Array }): Uint8Array {
  const text = Buffer.from(`${parts.software ?? 'Camera 1.0'}\0`)
  const small = Buffer.from(parts.thumbnail ?? [])
  const first = 8
  const second = first + 2 + 12 + 4
  const textAt = second + 2 + 24 + 4
  const list = (entries: readonly (readonly number[])[], next: number): Buffer =>
    Buffer.concat([
      Buffer.from([0, entries.length]),
      ...entries.map(([tag = 0, type = 0, count = 0, value = 0]) =>
        Buffer.concat([Buffer.from([tag >> 8, tag & 255, 0, type]), words(count, value)]),
      ),
      words(next),
    ])
  const tiff = Buffer.concat([
    Buffer.from('MM\0*'),
    words(first),
    list([[0x0131, 2, text.length, textAt]], small.length > 0 ? second : 0),
    list(
      [
        [0x0201, 4, 1, textAt + text.length],
        [0x0202, 4, 1, small.length],
      ],
      0,
    ),
    text,
    small,
  ])
  const block = Buffer.concat([Buffer.from('Exif\0\0'), tiff])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(block.length + 2)
  const file = Buffer.from(jpeg)
  return Buffer.concat([file.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, block, file.subarray(2)])
}

/** A colour profile of three like curves over the primaries of sRGB; `curve` in 16 bits from dark to bright. */
export function profileOf(curve: readonly number[]): Buffer {
  const s15 = (value: number): number => Math.round(value * 65536) >>> 0
  const xyz = (x: number, y: number, z: number): Buffer =>
    Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), words(s15(x), s15(y), s15(z))])
  const table = Buffer.alloc(12 + curve.length * 2 + ((curve.length * 2) % 4))
  table.write('curv', 0, 'latin1')
  table.writeUInt32BE(curve.length, 8)
  curve.forEach((value, i) => table.writeUInt16BE(value, 12 + i * 2))
  const text = Buffer.concat([Buffer.from('text\0\0\0\0none', 'latin1')])
  const desc = Buffer.alloc(96)
  desc.write('desc', 0, 'latin1')
  desc.writeUInt32BE(2, 8)
  desc.write('x\0', 12, 'latin1')
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', desc],
    ['cprt', text],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.4361, 0.2225, 0.0139)],
    ['gXYZ', xyz(0.3851, 0.7169, 0.0971)],
    ['bXYZ', xyz(0.1431, 0.0606, 0.7141)],
    ['rTRC', table],
    ['gTRC', table],
    ['bTRC', table],
  ]
  let at = 128 + 4 + tags.length * 12
  const rows = tags.map(([name, data]) => {
    const row = Buffer.concat([Buffer.from(name, 'latin1'), words(at, data.length)])
    at += data.length
    return row
  })
  const head = Buffer.alloc(128)
  head.writeUInt32BE(at, 0)
  head.writeUInt32BE(0x02100000, 8)
  head.write('mntrRGB XYZ ', 12, 'latin1')
  head.write('acsp', 36, 'latin1')
  words(s15(0.9642), s15(1), s15(0.8249)).copy(head, 68)
  return Buffer.concat([head, words(tags.length), ...rows, ...tags.map(([, data]) => data)])
}

/** Puts a profile into a PNG as it stands, without touching its pixels. */
export async function withProfile(picture: Canvas, profile: Buffer): Promise<Uint8Array> {
  const { deflateSync } = await import('node:zlib')
  const png = await picture.encode('png')
  const body = Buffer.concat([Buffer.from('own\0\0', 'latin1'), deflateSync(profile)])
  const end = 8 + 12 + png.readUInt32BE(8)
  return Buffer.concat([png.subarray(0, end), written('iCCP', body), png.subarray(end)])
}
