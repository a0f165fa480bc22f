import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { BlockReason } from '../../../src-preload/contract/vocabulary/words.ts'

export const block = (reason: BlockReason, item: string | null = null): Block => ({
  reason,
  criterion: null,
  item,
})

/** The reasons whose condition holds, in the order given. */
export function blocksWhere(...conditions: readonly (readonly [boolean, BlockReason])[]): Block[] {
  return conditions.filter(([holds]) => holds).map(([, reason]) => block(reason))
}
