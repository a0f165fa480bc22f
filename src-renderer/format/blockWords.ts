import type { Block } from '../../src-preload/contract/vocabulary/blockShape.ts'
import type { ClaimItem } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { Say } from './useText.ts'

/** Says what stands in the way: open criteria in one phrase, the rest one by one. Empty text for no blocks. */
export function wordsOfBlocks(
  blocks: readonly Block[],
  items: readonly Pick<ClaimItem, 'id' | 'name'>[],
  locale: string,
  say: Say,
): string {
  const list = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' })
  const open = blocks.flatMap(({ reason, criterion, item }) => {
    if (reason !== 'criterion_open' || criterion === null) return []
    const name = say(`criterion.${criterion}`)
    const itemName = items.find(({ id }) => id === item)?.name
    return [itemName === undefined || items.length === 1 ? name : itemName]
  })
  const rest = blocks
    .filter(({ reason }) => reason !== 'criterion_open')
    .map(({ reason }) => say(`block.${reason}`))
  const first = open.length === 0 ? [] : [say('block.criterion_open', { criteria: list.format(open) })]
  return [...rest, ...first].join('. ')
}
