import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHECKLIST } from '../trust/checklist/index.ts'
import type { ProvingTests } from '../trust/trustRow.ts'

const GROUPS = { E: 20, B: 8, D: 11, L: 6, K: 6, R: 6, P: 8, Y: 9, T: 3, H: 5 } as const
const TRICKS = 50

const proving = CHECKLIST.flatMap(({ id, proofs }) =>
  proofs
    .filter((proof): proof is ProvingTests => proof.by === 'vitest' || proof.by === 'browser')
    .map((proof) => ({ id, proof })),
)

/** A suite that several files run stands beside them. */
const sources = new Map<string, string>()
function sourceAround(file: string): string {
  const folder = dirname(file)
  const known = sources.get(folder)
  if (known !== undefined) return known
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  sources.set(folder, text)
  return text
}

/** What stands in the file of a title whose end is filled in when it runs. */
const written = (title: string, text: string): boolean =>
  text.includes(title) || /^(?:flags|says nothing of) \w+: $/.test(title)

describe('the list of promises about trust', () => {
  it('has every one of them once, in order', () => {
    const ids = [
      ...Object.entries(GROUPS).flatMap(([group, count]) =>
        Array.from({ length: count }, (_, at) => `${group}${at + 1}`),
      ),
      ...Array.from({ length: TRICKS }, (_, at) => `C${String(at + 1).padStart(2, '0')}`),
    ]
    expect(CHECKLIST.map(({ id }) => id)).toEqual(ids)
  })

  it.each(proving)('$id names tests that exist in $proof.file', ({ proof: { file, titles } }) => {
    const text = sourceAround(file)
    expect(titles.filter((title) => !written(title, text))).toEqual([])
  })
})
