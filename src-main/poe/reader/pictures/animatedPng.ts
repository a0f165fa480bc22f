import { crc32 } from 'node:zlib'
import { PictureTooLarge } from '../recognition/pictureTooLarge.ts'

/** One picture of an animated PNG, and where on the whole it lies, in pixels. */
export interface PngFrame {
  readonly png: Uint8Array
  readonly left: number
  readonly top: number
}

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
/** What the pixels of every frame need to be understood. */
const SHARED: readonly string[] = ['PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT']

/** The frames of an animated PNG, each as a file of its own; [] for one that stands still. Decoders show only its first picture. Throws `PictureTooLarge` past the most. */
export function pngFrames(bytes: Uint8Array, most: number): PngFrame[] {
  const chunks = chunksOf(bytes)
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  if (!header || header.length < 13 || !chunks.some(({ type }) => type === 'acTL')) return []
  // Each frame is made a file: they are counted before.
  if (chunks.filter(({ type }) => type === 'fcTL').length > most) throw new PictureTooLarge('Too many frames')
  const shared = chunks.filter(({ type }) => SHARED.includes(type))
  const frames: { control: Buffer; data: Buffer[] }[] = []
  for (const { type, data } of chunks) {
    if (type === 'fcTL' && data.length >= 26) frames.push({ control: data, data: [] })
    // Picture data ahead of the first frame is for programs that know no frames: another picture.
    if (type === 'IDAT') frames.at(-1)?.data.push(data)
    if (type === 'fdAT') frames.at(-1)?.data.push(data.subarray(4))
  }
  const still = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)
  const isApart = frames[0] !== undefined && frames[0].data[0] !== still[0]
  const first = isApart ? [{ png: fileOf(header, shared, still), left: 0, top: 0 }] : []
  return [...first, ...frames.map(({ control, data }) => frameOf(header, shared, control, data))]
}

function frameOf(
  header: Buffer,
  shared: readonly Chunk[],
  control: Buffer,
  data: readonly Buffer[],
): PngFrame {
  const own = Buffer.from(header)
  own.writeUInt32BE(control.readUInt32BE(4), 0)
  own.writeUInt32BE(control.readUInt32BE(8), 4)
  return {
    png: fileOf(own, shared, data),
    left: control.readUInt32BE(12),
    top: control.readUInt32BE(16),
  }
}

const fileOf = (header: Buffer, shared: readonly Chunk[], data: readonly Buffer[]): Buffer =>
  Buffer.concat([
    SIGNATURE,
    written('IHDR', header),
    ...shared.map((chunk) => written(chunk.type, chunk.data)),
    written('IDAT', Buffer.concat(data)),
    written('IEND', Buffer.alloc(0)),
  ])

function written(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function chunksOf(bytes: Uint8Array): Chunk[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  let at = 8
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at)
    if (at + 12 + length > file.length) break
    chunks.push({
      type: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    })
    at += 12 + length
  }
  return chunks
}
