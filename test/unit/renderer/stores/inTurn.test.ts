import { expect, test } from 'vitest'
import { inTurn } from '../../../../src-renderer/stores/inTurn.ts'

function gate() {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  return { run: () => promise, open: () => resolve('done'), fail: () => reject(new Error('no')) }
}

test('the second act waits for the first', async () => {
  const turn = inTurn()
  const first = gate()
  const done: string[] = []
  const one = turn('a', first.run)?.then(() => done.push('a'))
  const two = turn('b', async () => done.push('b'))
  await Promise.resolve()
  expect(done).toEqual([])
  first.open()
  await Promise.all([one, two])
  expect(done).toEqual(['a', 'b'])
})

test('the same act is one act while it waits or runs, and may come again afterwards', async () => {
  const turn = inTurn()
  const first = gate()
  const one = turn('a', first.run)
  expect(turn('a', first.run)).toBeNull()
  first.open()
  expect(await one).toBe('done')
  expect(turn('a', first.run)).not.toBeNull()
})

test('a failed act keeps nobody from their turn', async () => {
  const turn = inTurn()
  const first = gate()
  const one = turn('a', first.run)
  const two = turn('b', async () => 'b')
  first.fail()
  await expect(one).rejects.toThrow('no')
  expect(await two).toBe('b')
})
