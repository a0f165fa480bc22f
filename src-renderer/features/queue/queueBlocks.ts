import type { ClaimPage, ClaimSummary } from '../../../src-preload/contract/claims.ts'

/** Rows are fetched in blocks of this many: one call of claims.list each. */
export const BLOCK_ROWS = 100
/** Blocks that are kept; further away from the view they are dropped first. */
const KEPT_BLOCKS = 60

/** What is known of the filtered queue. A row that is not here yet is fetched when the view comes near it. */
export interface QueueBlocks {
  /** Claims that match, and whether there are more, which do not stand in the list. */
  readonly total: number
  readonly isMore: boolean
  readonly blocks: ReadonlyMap<number, readonly ClaimSummary[]>
  /** A word of the filter stands in more comments and documents than were looked at. */
  readonly isNewestOnly: boolean
}

export const NO_ROWS: QueueBlocks = { total: 0, isMore: false, blocks: new Map(), isNewestOnly: false }

export function blockOf(index: number): number {
  return Math.floor(index / BLOCK_ROWS)
}

/** Undefined while the row's block is not here. */
export function rowAt({ blocks }: QueueBlocks, index: number): ClaimSummary | undefined {
  return blocks.get(blockOf(index))?.[index % BLOCK_ROWS]
}

/** -1 when the claim is not among the rows that are here. */
export function indexOfClaim({ blocks }: QueueBlocks, claimId: string): number {
  for (const [block, rows] of blocks) {
    const at = rows.findIndex((row) => row.claimId === claimId)
    if (at >= 0) return block * BLOCK_ROWS + at
  }
  return -1
}

/** The blocks that a view of these rows needs, nearest first: its own, then one neighbour on each side. */
export function blocksFor(first: number, last: number, total: number): readonly number[] {
  const from = blockOf(Math.max(0, first))
  const to = blockOf(Math.max(0, Math.min(last, total - 1)))
  const own = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  return [...own, to + 1, from - 1].filter((block) => block >= 0 && block * BLOCK_ROWS < Math.max(total, 1))
}

/** Takes a page in, forgets rows behind the new end and blocks far from the view. */
export function withPage(before: QueueBlocks, page: ClaimPage, viewBlock: number): QueueBlocks {
  const blocks = new Map(before.blocks)
  blocks.set(blockOf(page.offset), page.rows)
  for (const block of blocks.keys()) {
    if (block * BLOCK_ROWS >= page.total) blocks.delete(block)
  }
  const byDistance = [...blocks.keys()].toSorted((a, b) => Math.abs(a - viewBlock) - Math.abs(b - viewBlock))
  for (const block of byDistance.slice(KEPT_BLOCKS)) blocks.delete(block)
  return { total: page.total, isMore: page.isMore, blocks, isNewestOnly: page.isNewestOnly }
}
