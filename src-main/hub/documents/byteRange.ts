/** Both ends count, from 0. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/**
 * The one range that a `Range` header asks for. `whole` where there is none, it is not understood, or it asks for several: a
 * server may then send all (RFC 9110, 14.2). `unsatisfiable` where it lies beyond the end.
 */
export function byteRangeOf(
  header: string | undefined,
  sizeBytes: number,
): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  const [, start = '', end = ''] = match ?? []
  if (match === null || (start === '' && end === '')) return 'whole'
  if (start === '') {
    const length = Number(end)
    if (length === 0 || sizeBytes === 0) return 'unsatisfiable'
    return { first: Math.max(0, sizeBytes - length), last: sizeBytes - 1 }
  }
  const first = Number(start)
  if (end !== '' && Number(end) < first) return 'whole'
  if (first >= sizeBytes) return 'unsatisfiable'
  return { first, last: end === '' ? sizeBytes - 1 : Math.min(Number(end), sizeBytes - 1) }
}
