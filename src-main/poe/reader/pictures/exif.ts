/** What a camera or program wrote beside a picture. */
export interface Exif {
  readonly software: string | null
  /** The small picture beside the large one, as a JPEG file. */
  readonly thumbnail: Uint8Array | null
}

const SOFTWARE = 0x0131
const THUMBNAIL_AT = 0x0201
const THUMBNAIL_LENGTH = 0x0202
const MOST_ENTRIES = 1000

/** Reads the two lists of an EXIF block ("Exif\0\0", then a TIFF). What makes no sense is left out. */
export function readExif(block: Uint8Array): Exif {
  const start = Buffer.from(block.subarray(0, 6)).toString('latin1') === 'Exif\0\0' ? 6 : 0
  const tiff = block.subarray(start)
  try {
    const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
    const isLittle = view.getUint16(0) === 0x4949
    const first = listAt(view, view.getUint32(4, isLittle), isLittle)
    const second = first.next === 0 ? null : listAt(view, first.next, isLittle)
    return { software: textOf(tiff, first.entries.get(SOFTWARE)), thumbnail: thumbnailOf(tiff, second) }
  } catch (error) {
    // DataView throws past the end: the block is cut off.
    if (error instanceof RangeError) return { software: null, thumbnail: null }
    throw error
  }
}

interface Entry {
  readonly count: number
  /** The value itself, or where it stands. */
  readonly value: number
  readonly valueAt: number
}

interface List {
  readonly entries: ReadonlyMap<number, Entry>
  /** 0 = there is no other list. */
  readonly next: number
}

function listAt(view: DataView, at: number, isLittle: boolean): List {
  const count = Math.min(view.getUint16(at, isLittle), MOST_ENTRIES)
  const entries = new Map<number, Entry>()
  for (let i = 0; i < count; i += 1) {
    const entry = at + 2 + i * 12
    entries.set(view.getUint16(entry, isLittle), {
      count: view.getUint32(entry + 4, isLittle),
      value: view.getUint32(entry + 8, isLittle),
      valueAt: entry + 8,
    })
  }
  return { entries, next: view.getUint32(at + 2 + count * 12, isLittle) }
}

function textOf(tiff: Uint8Array, entry: Entry | undefined): string | null {
  if (!entry) return null
  const at = entry.count > 4 ? entry.value : entry.valueAt
  const text = Buffer.from(tiff.subarray(at, at + Math.min(entry.count, 200))).toString('latin1')
  return text.split('\0')[0]?.trim() || null
}

function thumbnailOf(tiff: Uint8Array, list: List | null): Uint8Array | null {
  const [at, length] = [list?.entries.get(THUMBNAIL_AT), list?.entries.get(THUMBNAIL_LENGTH)]
  if (!at || !length) return null
  const bytes = tiff.subarray(at.value, at.value + length.value)
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? bytes : null
}
