import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readSource, ROOT } from './sourceFiles.ts'

const FILE = 'src-renderer/CONVENTIONS.md'
const lines = readSource(FILE).trimEnd().split('\n')
const rows = lines.flatMap((line) => {
  const [, number, name, held] = /^\| (\d+) \| ([^|]+) \| ([^|]+) \|$/.exec(line) ?? []
  return number === undefined ? [] : [{ number: Number(number), name, held: held ?? '' }]
})
const testsIn = (held: string) => [...held.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path)

it('all forty conventions are answered, in their order and within sixty lines', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
  expect(lines.length).toBeLessThanOrEqual(60)
})

it('every test that is said to hold a convention exists', () => {
  const named = rows.flatMap(({ held }) => testsIn(held))
  expect(named.filter((path) => !/\.(test|spec)\.tsx?$/.test(path) || !existsSync(join(ROOT, path)))).toEqual(
    [],
  )
})

it('a convention that no test holds says why', () => {
  const silent = rows.filter(
    ({ held }) => testsIn(held).length === 0 && !/^(not there yet|otherwise): .{20,}/.test(held),
  )
  expect(silent).toEqual([])
})
