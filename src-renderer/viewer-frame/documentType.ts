/** What the bytes are, whatever their name says. */
export type DocumentType = 'pdf' | 'png' | 'jpeg' | 'webp' | 'unknown'

/** Readers accept a PDF header anywhere in here (ISO 32000, Annex on implementation notes). */
const HEADER_WITHIN_BYTES = 1024

export function documentType(bytes: Uint8Array): DocumentType {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'webp'
  return textAt(bytes, 0, HEADER_WITHIN_BYTES).includes('%PDF-') ? 'pdf' : 'unknown'
}

/** Whether it is several pictures that follow each other: each is shown as a page then, since a still one would hide the others. */
export function isAnimated(bytes: Uint8Array, type: 'png' | 'jpeg' | 'webp'): boolean {
  if (type === 'webp') return textAt(bytes, 12, 4) === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0
  if (type === 'jpeg') return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // The chunk that says so stands ahead of the first pixels.
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const chunk = textAt(bytes, at + 4, 4)
    if (chunk === 'acTL' || chunk === 'IDAT') return chunk === 'acTL'
  }
  return false
}

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Reads the size off the header, before anything is decoded; undefined when the header makes no sense. */
export function pictureSize(bytes: Uint8Array, type: 'png' | 'jpeg' | 'webp'): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const size = type === 'png' ? pngSize(view) : type === 'jpeg' ? jpegSize(view) : webpSize(view, bytes)
    return size && size.width > 0 && size.height > 0 ? size : undefined
  } catch (error) {
    // DataView throws past the end: the header is cut off.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function pngSize(view: DataView): PictureSize {
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Walks the segments to the frame header (SOF0 to SOF15 without DHT, JPG and DAC). */
function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    } else {
      const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
      at += alone ? 2 : 2 + view.getUint16(at + 2)
    }
  }
  return undefined
}

function webpSize(view: DataView, bytes: Uint8Array): PictureSize | undefined {
  const chunk = textAt(bytes, 12, 4)
  if (chunk === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (chunk !== 'VP8X') return undefined
  const uint24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  return { width: uint24(24) + 1, height: uint24(27) + 1 }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}
