import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CATALOGUE, MADE_ELSEWHERE, variantsOf } from '../../../builders/poe/forgeries/allForgeries.ts'
import { raisedKinds } from '../../../builders/poe/forgeries/raisedKinds.ts'

const FEWEST_HOSTILE = 3
const FEWEST_CLEAN = 2

describe('tricks of the catalogue', () => {
  it.for(variantsOf('hostile'))('flags $kind: $title', async ({ kind, forgery, bytes }) => {
    expect(await raisedKinds(forgery, await bytes())).toContain(kind)
  })

  it.for(variantsOf('clean'))('says nothing of $kind: $title', async ({ forgery, bytes }) => {
    expect(await raisedKinds(forgery, await bytes())).toEqual([])
  })

  it.for(Object.entries(CATALOGUE))('has papers with and without row %s, %s', ([, kind]) => {
    const elsewhere = MADE_ELSEWHERE[kind]
    if (elsewhere !== undefined) {
      expect(existsSync(fileURLToPath(new URL(`../../../../${elsewhere}`, import.meta.url)))).toBe(true)
      return
    }
    const count = (part: 'hostile' | 'clean'): number =>
      variantsOf(part).filter((variant) => variant.kind === kind).length
    expect(count('hostile')).toBeGreaterThanOrEqual(FEWEST_HOSTILE)
    expect(count('clean')).toBeGreaterThanOrEqual(FEWEST_CLEAN)
  })
})
