import { expect, test } from 'vitest'
import {
  blocksFor,
  indexOfClaim,
  type QueueBlocks,
  rowAt,
  withPage,
} from '../../../../../src-renderer/features/queue/queueBlocks.ts'
import { aSummary } from '../../../../builders/renderer/aClaim.ts'

const NOTHING: QueueBlocks = { total: 0, isMore: false, blocks: new Map(), isNewestOnly: false }
const page = (offset: number, total: number) => ({
  total,
  isMore: false,
  offset,
  isNewestOnly: false,
  rows: Array.from({ length: Math.min(100, total - offset) }, (_, at) =>
    aSummary({ claimId: `c${offset + at}` }),
  ),
})

test('a view needs its own blocks first and then one neighbour on each side', () => {
  expect(blocksFor(0, 30, 100_000)).toEqual([0, 1])
  expect(blocksFor(250, 290, 100_000)).toEqual([2, 3, 1])
  expect(blocksFor(290, 320, 100_000)).toEqual([2, 3, 4, 1])
})

test('never asks for rows behind the end', () => {
  expect(blocksFor(80, 120, 90)).toEqual([0])
  expect(blocksFor(0, 40, 0)).toEqual([0])
})

test('finds a row by its place and a claim by its id', () => {
  const blocks = withPage(withPage(NOTHING, page(0, 250), 0), page(100, 250), 0)
  expect(rowAt(blocks, 137)?.claimId).toBe('c137')
  expect(rowAt(blocks, 210)).toBeUndefined()
  expect(indexOfClaim(blocks, 'c137')).toBe(137)
  expect(indexOfClaim(blocks, 'c210')).toBe(-1)
})

test('forgets rows behind a new end', () => {
  const before = withPage(withPage(NOTHING, page(0, 250), 0), page(200, 250), 2)
  const after = withPage(before, page(0, 60), 0)
  expect([...after.blocks.keys()]).toEqual([0])
  expect(after.total).toBe(60)
})

test('keeps the blocks near the view when there are many', () => {
  let blocks = NOTHING
  for (let block = 0; block < 200; block += 1) blocks = withPage(blocks, page(block * 100, 100_000), block)
  expect(blocks.blocks.size).toBe(60)
  expect(Math.min(...blocks.blocks.keys())).toBe(140)
})
