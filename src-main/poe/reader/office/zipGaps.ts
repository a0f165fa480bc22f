import type { ZipEntry } from './zipEntries.ts'
import { ZipRefused } from './zipRefused.ts'

const DESCRIPTOR = 0x08074b50

/** Parts stand one behind the other from the first byte on; what stands between them, or in two of them, some programs would read. */
export function refuseGaps(entries: readonly ZipEntry[], view: DataView, listStart: number): void {
  const sorted = entries.toSorted((a, b) => a.head - b.head)
  if ((sorted[0]?.head ?? 0) > 0) throw new ZipRefused('anomaly', 'something stands before the archive')
  sorted.forEach((entry, i) => {
    const gap = (sorted[i + 1]?.head ?? listStart) - entry.end
    if (gap < 0) throw new ZipRefused('anomaly', 'parts overlap')
    const isDescribed = (entry.flags & 8) !== 0 && describes(view, entry, gap)
    if (gap > 0 && !isDescribed) throw new ZipRefused('anomaly', 'something stands between the parts')
  })
}

/** Whether this many bytes behind a part are its sum and lengths, as in the list: with or without a mark, of 32 or 64 bits. */
function describes(view: DataView, { end, sum, compressed, size }: ZipEntry, gap: number): boolean {
  const isMarked = gap % 8 === 0
  const isWide = gap > 16
  if (![12, 16, 20, 24].includes(gap)) return false
  if (isMarked && view.getUint32(end, true) !== DESCRIPTOR) return false
  const at = end + (isMarked ? 4 : 0)
  const length = (from: number): number =>
    isWide ? Number(view.getBigUint64(from, true)) : view.getUint32(from, true)
  const lengths = [length(at + 4), length(at + (isWide ? 12 : 8))]
  return view.getUint32(at, true) === sum && lengths[0] === compressed && lengths[1] === size
}
