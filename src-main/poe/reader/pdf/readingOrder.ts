import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'

/**
 * Reading order by recursive cuts: first across, where a free strip runs over the whole width, then down. So a table reads
 * row by row and two columns of prose read one after the other.
 */
export function cutBlocks<B>(blocks: readonly B[], boxOf: (block: B) => Rect, depth = 0): B[] {
  if (blocks.length < 2 || depth > 60) return [...blocks].toSorted((a, b) => compare(boxOf(a), boxOf(b)))
  for (const axis of [1, 0] as const) {
    const groups = split(blocks, boxOf, axis)
    if (groups.length > 1) return groups.flatMap((group) => cutBlocks(group, boxOf, depth + 1))
  }
  return [...blocks].toSorted((a, b) => compare(boxOf(a), boxOf(b)))
}

const compare = (a: Rect, b: Rect): number => a[1] - b[1] || a[0] - b[0]

/** Descenders and accents of neighbouring lines overlap a little. */
const SLACK = 1.5

function split<B>(blocks: readonly B[], boxOf: (block: B) => Rect, axis: 0 | 1): B[][] {
  const sorted = blocks.toSorted((a, b) => boxOf(a)[axis] - boxOf(b)[axis])
  const groups: B[][] = []
  let reach = -Infinity
  for (const block of sorted) {
    const box = boxOf(block)
    const group = groups.at(-1)
    if (group && box[axis] < reach - SLACK) group.push(block)
    else groups.push([block])
    reach = Math.max(reach, box[axis === 0 ? 2 : 3])
  }
  return groups
}
