import { constants, inflateSync } from 'node:zlib'
import { dictOf, itemsOf, nameOf, type PdfDict, type PdfStream, type PdfValue } from './values.ts'

export type Decoded = { readonly bytes: Uint8Array } | { readonly failed: 'filter' | 'damaged' | 'too_large' }

/** Larger ones are no object stream, cross-reference or page content of an honest paper. */
export const LARGEST_DECODED = 48 * 1024 * 1024

const asList = (value: PdfValue | undefined): readonly PdfValue[] => itemsOf(value) ?? (value ? [value] : [])

export function filtersOf(dict: PdfDict): (string | null)[] {
  return asList(dict.entries.get('Filter') ?? dict.entries.get('F')).map(nameOf)
}

/** Data of a stream without its filters. Only what structure and text are packed with; pictures keep theirs. */
export function decodeStream(file: Uint8Array, { dict, start, end }: PdfStream): Decoded {
  const parameters = asList(dict.entries.get('DecodeParms') ?? dict.entries.get('DP')).map(dictOf)
  let bytes = file.subarray(start, end)
  for (const [i, filter] of filtersOf(dict).entries()) {
    const step = unpack(bytes, filter)
    if ('failed' in step) return step
    const plain = withoutPredictor(step.bytes, parameters[i] ?? null)
    if (plain === null) return { failed: 'damaged' }
    bytes = plain
  }
  return { bytes }
}

function unpack(bytes: Uint8Array, filter: string | null): Decoded {
  if (filter === 'FlateDecode' || filter === 'Fl') return inflate(bytes)
  if (filter === 'ASCIIHexDecode' || filter === 'AHx') {
    const digits = Buffer.from(bytes).toString('latin1').split('>')[0]?.replace(/\s/gu, '') ?? ''
    return { bytes: Buffer.from(digits, 'hex') }
  }
  if (filter === 'ASCII85Decode' || filter === 'A85') return { bytes: ascii85(bytes) }
  return { failed: 'filter' }
}

function inflate(bytes: Uint8Array): Decoded {
  try {
    const options = { maxOutputLength: LARGEST_DECODED, finishFlush: constants.Z_SYNC_FLUSH }
    return { bytes: inflateSync(bytes, options) }
  } catch (error) {
    const tooLarge =
      error instanceof RangeError || Reflect.get(Object(error), 'code') === 'ERR_BUFFER_TOO_LARGE'
    return { failed: tooLarge ? 'too_large' : 'damaged' }
  }
}

function ascii85(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  let group: number[] = []
  const flush = (count: number): void => {
    const value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0)
    out.push(...[24, 16, 8, 0].slice(0, count).map((shift) => Math.floor(value / 2 ** shift) & 255))
    group = []
  }
  for (const byte of bytes) {
    if (byte === 0x7e) break
    if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0)
    else if (byte >= 33 && byte <= 117) group.push(byte - 33)
    if (group.length === 5) flush(4)
  }
  if (group.length > 1) flush(group.length - 1)
  return Uint8Array.from(out)
}

/** Takes PNG's row filters off (ISO 32000 7.4.4.4), which cross-reference streams carry. Null for what is not known. */
function withoutPredictor(bytes: Uint8Array, parameters: PdfDict | null): Uint8Array | null {
  const number = (key: string, usual: number): number => {
    const value = parameters?.entries.get(key)
    return typeof value === 'number' ? value : usual
  }
  const predictor = number('Predictor', 1)
  if (predictor === 1) return bytes
  if (predictor < 10) return null
  const bits = number('Colors', 1) * number('BitsPerComponent', 8)
  const step = Math.max(1, Math.ceil(bits / 8))
  const width = Math.ceil((bits * number('Columns', 1)) / 8)
  if (width < 1 || width > 1_000_000) return null
  const rows = Math.ceil(bytes.length / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row += 1) unfilterRow(bytes, out, row, width, step)
  return out
}

function unfilterRow(bytes: Uint8Array, out: Uint8Array, row: number, width: number, step: number): void {
  const from = row * (width + 1)
  const to = row * width
  for (let i = 0; i < width; i += 1) {
    const left = i >= step ? (out[to + i - step] ?? 0) : 0
    const above = row > 0 ? (out[to + i - width] ?? 0) : 0
    const corner = i >= step && row > 0 ? (out[to + i - width - step] ?? 0) : 0
    out[to + i] = (bytes[from + 1 + i] ?? 0) + guess(bytes[from] ?? 0, left, above, corner)
  }
}

function guess(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return Math.floor((left + above) / 2)
  if (filter !== 4) return 0
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(left + above - corner - value))
  if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left
  return (b ?? 0) <= (c ?? 0) ? above : corner
}
