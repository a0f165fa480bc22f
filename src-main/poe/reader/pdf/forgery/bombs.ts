import { constants, inflateSync } from 'node:zlib'
import type { FactFlag } from '../../../facts/documentFacts.ts'
import { fileFlag } from '../factFlags.ts'
import { filtersOf, LARGEST_DECODED } from '../objects/decodeStream.ts'
import type { FileState } from '../objects/fileState.ts'
import { pageTree } from '../objects/pageTree.ts'
import type { RawFile } from '../objects/rawFile.ts'
import { dictOf, itemsOf, nameOf, type PdfStream } from '../objects/values.ts'

/** Deflate can't shrink by more than some 1030; smaller streams can't become too large. */
const HIGHEST_RATIO = 1030
/** Larger page sides than this, in points, no paper has; 200 inches is what the format's first limit was. */
const LARGEST_SIDE = 14_400 * 4
const MOST_FILTERS = 3

/** What would cost a reader time or memory without end (trust.md row 30). */
export function bombFlags(file: RawFile, now: FileState): FactFlag[] {
  const { pages, isCircular } = pageTree(now)
  const found = [
    ...(isCircular ? ['a page tree in a circle'] : []),
    ...(file.whole ? [] : ['too many objects']),
    ...(pages.some(({ dict }) => isGiant(itemsOf(now.get(dict.entries.get('MediaBox')).value)?.map(Number)))
      ? ['a giant page']
      : []),
    ...(formsInCircle(file, now) ? ['a form that draws itself'] : []),
    ...(file.objects.some(
      ({ value }) => typeof value === 'object' && value?.kind === 'stream' && isBomb(file, value),
    )
      ? ['a stream that grows beyond measure']
      : []),
  ]
  return found.length > 0 ? [fileFlag('resource_bomb', 'medium', found.join(', '))] : []
}

const isGiant = ([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[] = []): boolean =>
  Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) > LARGEST_SIDE

function isBomb({ bytes }: RawFile, { dict, start, end }: PdfStream): boolean {
  const filters = filtersOf(dict)
  if (filters.length > MOST_FILTERS) return true
  const flates = filters.filter((filter) => filter === 'FlateDecode' || filter === 'Fl').length
  if (flates > 1) return true
  // Pictures say their size; the parser drops those that are too large.
  if (filters[0] !== 'FlateDecode' || nameOf(dict.entries.get('Subtype')) === 'Image') return false
  return (end - start) * HIGHEST_RATIO > LARGEST_DECODED && growsBeyond(bytes.subarray(start, end))
}

/** First a piece: only what shrank very much is unpacked at length. */
function growsBeyond(packed: Uint8Array): boolean {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LARGEST_DECODED }
  try {
    const piece = packed.subarray(0, 8192)
    if (inflateSync(piece, options).length < piece.length * 100) return false
    inflateSync(packed, options)
    return false
  } catch (error) {
    return Reflect.get(Object(error), 'code') === 'ERR_BUFFER_TOO_LARGE'
  }
}

/** Form XObjects that use themselves, directly or over others. */
function formsInCircle(file: RawFile, now: FileState): boolean {
  const state = new Map<number, 'open' | 'done'>()
  const visit = (num: number, depth: number): boolean => {
    if (state.get(num) === 'open') return true
    if (state.has(num) || depth > 60) return depth > 60
    state.set(num, 'open')
    const resources = dictOf(now.get(dictOf(now.object(num))?.entries.get('Resources')).value)
    const objects = dictOf(now.get(resources?.entries.get('XObject')).value)
    const circle = [...(objects?.entries.values() ?? [])].some((value) => {
      const { num: inner } = now.get(value)
      return inner !== null && isForm(now, inner) && visit(inner, depth + 1)
    })
    state.set(num, 'done')
    return circle
  }
  return file.objects.some(({ num }) => isForm(now, num) && visit(num, 0))
}

const isForm = (now: FileState, num: number): boolean => {
  const value = now.object(num)
  return (
    typeof value === 'object' &&
    value?.kind === 'stream' &&
    nameOf(value.dict.entries.get('Subtype')) === 'Form'
  )
}
