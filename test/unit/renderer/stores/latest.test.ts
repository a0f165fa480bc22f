import { expect, test } from 'vitest'
import { latest } from '../../../../src-renderer/stores/latest.ts'

test('a storm of questions costs two reads: the one under way and one afterwards', async () => {
  let reads = 0
  let open: () => void = () => undefined
  const read = latest(async () => {
    reads += 1
    await new Promise<void>((resolve) => {
      open = resolve
    })
  })
  const first = read()
  const others = [read(), read(), read()]
  expect(reads).toBe(1)
  open()
  await Promise.resolve()
  await Promise.resolve()
  expect(reads).toBe(2)
  open()
  await Promise.all([first, ...others])
  expect(reads).toBe(2)
})

test('reads anew once the last read has ended', async () => {
  let reads = 0
  const read = latest(async () => {
    reads += 1
  })
  await read()
  await read()
  expect(reads).toBe(2)
})
