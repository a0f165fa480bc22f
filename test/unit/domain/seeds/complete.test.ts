import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const HERE = import.meta.dirname
const README = readFileSync(join(HERE, '../../../../src-main/domain/README.md'), 'utf8')
const ALL = Array.from({ length: 131 }, (_, index) => index + 1)
const CAPABILITIES = ['checks', 'desk', 'arbitration', 'lead']

interface Placed {
  readonly seed: number
  /** `test`, `information`, or the name of the capability that will build it. */
  readonly as: string
}

/** What a title says: a test of today, or a promise with the name of who keeps it. */
function titlesIn(source: string): Placed[] {
  return [...source.matchAll(/^ *it(\.todo)?\(\s*['"`]S-(\d+): ([^\n]*?)['"`][,)]/gm)].map(
    ([, todo, seed, title = '']) => {
      const builder = /\(built by (\w+)\)$/.exec(title)?.[1]
      return { seed: Number(seed), as: todo === undefined ? 'test' : (builder ?? 'nobody') }
    },
  )
}

/** Rows of the table: numbers and ranges (`S-31 to S-35`), then where they are. */
function rowsIn(readme: string): Placed[] {
  return [...readme.matchAll(/^\| (S-\d[^|]*) \| ([^|]*) \|$/gm)].flatMap(([, numbers = '', where = '']) => {
    const as = /^built by (\w+)/.exec(where)?.[1] ?? /^(information|here)/.exec(where)?.[1] ?? 'nowhere'
    return [...numbers.matchAll(/S-(\d+)(?: to S-(\d+))?/g)].flatMap(([, from, to = from]) =>
      ALL.slice(Number(from) - 1, Number(to)).map((seed) => ({ seed, as: as === 'here' ? 'test' : as })),
    )
  })
}

const titles = readdirSync(HERE)
  .filter((name) => name.endsWith('.test.ts') && name !== 'complete.test.ts')
  .flatMap((name) => titlesIn(readFileSync(join(HERE, name), 'utf8')))
const rows = rowsIn(README)
const bySeed = (a: Placed, b: Placed) => a.seed - b.seed

describe('the checklist of the field', () => {
  it('has each of its numbers once: as a test, as a promise of a capability, or as information', () => {
    const information = rows.filter(({ as }) => as === 'information')
    expect([...titles, ...information].toSorted(bySeed).map(({ seed }) => seed)).toEqual(ALL)
  })

  it('names who builds what has no test yet', () => {
    const strangers = titles.filter(({ as }) => as !== 'test' && !CAPABILITIES.includes(as))
    expect(strangers).toEqual([])
  })

  it('stands in the README as it stands here', () => {
    expect(rows.map(({ seed }) => seed).toSorted((a, b) => a - b)).toEqual(ALL)
    expect(rows.filter(({ as }) => as !== 'information').toSorted(bySeed)).toEqual(titles.toSorted(bySeed))
  })

  it('is read off real titles alone', () => {
    const source = [
      "  it('S-01: does', () => {",
      "  // it('S-02: was', () => {",
      "  it.skip('S-03: sleeps', () => {",
      "  it.todo(\n    'S-04: will (built by desk)',\n  )",
      "  it.todo('S-05: will')",
    ].join('\n')
    expect(titlesIn(source)).toEqual([
      { seed: 1, as: 'test' },
      { seed: 4, as: 'desk' },
      { seed: 5, as: 'nobody' },
    ])
  })
})
