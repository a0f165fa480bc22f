import { crc32, deflateRawSync } from 'node:zlib'
import type { ZipPart } from './forgeries/zipWriter.ts'

/** Bytes that no packing makes shorter; the same each time. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = 1
  for (let i = 0; i < length; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    bytes[i] = state >>> 24
  }
  return bytes
}

/** A part of this length that packs to about one in `ratio`, not more where that can be. */
export function partOfRatio(
  name: string,
  length: number,
  ratio: number,
): ZipPart & { readonly packed: Buffer } {
  const zeros = Buffer.alloc(length)
  let [least, most] = [0, Math.ceil(length / ratio)]
  let packed = deflateRawSync(zeros)
  // Fewer bytes of noise, a higher ratio: the fewest that keep it at or below what is asked.
  while (least < most) {
    const middle = Math.floor((least + most) / 2)
    const tried = deflateRawSync(withNoise(zeros, middle))
    if (length / tried.length > ratio) least = middle + 1
    else {
      most = middle
      packed = tried
    }
  }
  return { name, data: withNoise(zeros, most), packed }
}

function withNoise(zeros: Buffer, length: number): Buffer {
  const bytes = Buffer.from(zeros)
  noise(length).copy(bytes)
  return bytes
}

/** One of noise and zeros that packs some sixty to one, packed once: what it says of itself is true. */
export function largePart(name: string, length: number): ZipPart {
  const data = Buffer.alloc(length)
  noise(Math.ceil(length / 80)).copy(data)
  return {
    name,
    data: '',
    packed: deflateRawSync(data, { level: 1 }),
    saysSize: length,
    saysSum: crc32(data),
  }
}
