import { describe, expect, it } from 'vitest'
import { applyClaim, removeClaim } from '../../../src-main/store/feedRepo.ts'
import { findCalendar, findPolicy, putReference } from '../../../src-main/store/referenceRepo.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCalendar } from '../../builders/calendar.ts'
import { aClaimRecord } from '../../builders/claimRecord.ts'
import { DOCS_2023, SEED_2020 } from '../../builders/policy.ts'
import { aStore } from '../../builders/store.ts'

const version = (profile: PolicyProfile, at: number): PolicyProfile => ({ ...profile, version: at })
const named = (at: number) => ({ id: 'seed-2020', version: at })

describe('policies and calendars at hand', () => {
  it('come back as they went in, and only under the very version that was asked for', () => {
    const store = aStore()
    const given = { policies: [SEED_2020, DOCS_2023], calendars: [aCalendar()] }
    expect(store.write((s) => putReference(s, given))).toBe(true)
    expect(store.read((s) => findPolicy(s, DOCS_2023))).toEqual(DOCS_2023)
    expect(store.read((s) => findCalendar(s, { id: 'review-team', version: 1 }))).toEqual(aCalendar())
    expect(store.read((s) => findPolicy(s, named(2)))).toBe(null)
    expect(store.read((s) => findCalendar(s, { id: 'review-team', version: 2 }))).toBe(null)
  })

  it('say whether anything new came', () => {
    const store = aStore()
    const give = (title: string) =>
      store.write((s) => putReference(s, { policies: [{ ...SEED_2020, title }], calendars: [aCalendar()] }))
    expect([give('First'), give('First'), give('Second')]).toEqual([true, false, true])
  })

  it('keep an old version for as long as a claim here names it, and no longer', () => {
    const store = aStore()
    const give = (at: number) =>
      store.write((s) =>
        putReference(s, { policies: [version(SEED_2020, at)], calendars: [aCalendar({ version: at })] }),
      )
    give(1)
    store.write((s) => applyClaim(s, aClaimRecord()))
    give(2)
    give(3)
    const kept = () =>
      [1, 2, 3].map((at) =>
        store.read((s) => [
          findPolicy(s, named(at)) !== null,
          findCalendar(s, { id: 'review-team', version: at }) !== null,
        ]),
      )
    expect(kept()).toEqual([
      [true, true],
      [false, false],
      [true, true],
    ])
    store.write((s) => removeClaim(s, ClaimId.parse('208417')))
    give(3)
    expect(kept()[0]).toEqual([false, false])
  })
})
