import { describe, expect, it } from 'vitest'
import { channelCounts, fitsMatrix, MATRIX, programOf } from '../../../../src-main/domain/intake/matrix.ts'
import { ACTIVITIES } from '../../../../src-preload/contract/vocabulary/words.ts'
import {
  dynamicsClaim,
  laterRules,
  m365Claim,
  notesOf,
  revenueClaim,
  seedRules,
} from '../../../builders/intake.ts'
import { fc } from '../../../builders/hub/property.ts'
import { aPolicy, PROFILE_IDS } from '../../../builders/policy.ts'

const seed = aPolicy('seed-2020')
const later = aPolicy('docs-2023')

describe('activity and solution area', () => {
  it('S-01: a claim says what the partner influenced: purchase, usage or selection', () => {
    expect(MATRIX.map(({ program, influences }) => [program, influences])).toEqual([
      ['OSA_SELL', 'purchase'],
      ['OSU_BIZAPPS', 'usage'],
      ['REVENUE_ASSOCIATION', 'selection'],
      ['OSU_M365', 'usage'],
    ])
  })

  it('S-90: the programme follows from solution area and activity, in both profiles', () => {
    for (const policy of [seed, later]) {
      expect(MATRIX.map(({ area, activity }) => programOf(area, [activity], policy))).toEqual(
        MATRIX.map(({ program }) => program),
      )
    }
  })

  it('S-113: an activity that the area does not know is refused, with those that it does', () => {
    const claim = { ...m365Claim, activities: ['Pre-sales'] }
    expect(notesOf(claim)).toEqual(['refuse activity_not_for_area activities'])
    expect(programOf('MICROSOFT_365', ['PRESALES'], seed)).toBeNull()
  })

  it('S-72: a claim without an activity, and one with an activity that nobody knows, are refused', () => {
    expect(notesOf({ ...m365Claim, activities: [] })).toEqual(['refuse field_missing activities'])
    expect(notesOf({ ...m365Claim, activities: ['Co-sell'] })).toEqual([
      'refuse activity_not_for_area activities',
    ])
  })

  it('S-91: revenue association is never combined, whatever the policy', () => {
    for (const other of ['Pre-sales', 'Usage']) {
      const claim = { ...revenueClaim, activities: ['Revenue association', other] }
      for (const rules of [seedRules, laterRules])
        expect(notesOf(claim, rules)).toContain('refuse activities_not_together activities')
    }
    expect(programOf('BUSINESS_APPLICATIONS', ['REVENUE_ASSOCIATION', 'USAGE'], seed)).toBeNull()
  })

  it('C-11: presales and usage stand together in 2020, led by OSA-Sell, and not in 2023', () => {
    const claim = { ...dynamicsClaim, activities: ['Usage', 'Pre-sales'] }
    expect(notesOf(claim, seedRules)).toEqual([])
    expect(programOf('BUSINESS_APPLICATIONS', ['USAGE', 'PRESALES'], seed)).toBe('OSA_SELL')
    expect(notesOf(claim, laterRules)).toContain('refuse activities_not_together activities')
    expect(programOf('BUSINESS_APPLICATIONS', ['USAGE', 'PRESALES'], later)).toBeNull()
  })

  it('S-05: a programme that the activities do not belong to is refused; either of a combined claim is well', () => {
    expect(notesOf({ ...dynamicsClaim, program: 'OSA-Sell' })).toEqual(['refuse program_differs program'])
    const combined = { ...dynamicsClaim, activities: ['Usage', 'Pre-sales'] }
    for (const program of ['OSA-Sell', 'OSU-Business Applications'])
      expect(notesOf({ ...combined, program })).toEqual([])
  })

  it('a programme is derived for legal combinations and for no others', () => {
    const legal = (area: string, activities: readonly string[]) =>
      area === 'MICROSOFT_365'
        ? activities.every((one) => one === 'USAGE')
        : new Set(activities).size === 1 || !activities.includes('REVENUE_ASSOCIATION')
    fc.assert(
      fc.property(
        fc.constantFrom('MICROSOFT_365', 'BUSINESS_APPLICATIONS'),
        fc.subarray([...ACTIVITIES], { minLength: 1 }),
        (area, activities) => (programOf(area, activities, seed) !== null) === legal(area, activities),
      ),
    )
  })
})

describe('the purchase channel', () => {
  it.each([
    ['S-114', ['Pre-sales']],
    ['S-115', ['Usage']],
    ['S-116', ['Revenue association']],
  ])('%s: Business Applications count through Volume Licensing and Web-Direct only', (_, activities) => {
    const claim = activities[0] === 'Revenue association' ? revenueClaim : { ...dynamicsClaim, activities }
    for (const purchaseChannel of ['Volume Licensing', 'VL', 'web direct'])
      expect(notesOf({ ...claim, purchaseChannel })).toEqual([])
    expect(notesOf({ ...claim, purchaseChannel: 'CSP' })).toEqual([
      'refuse channel_not_eligible purchaseChannel',
    ])
  })

  it('S-117: Microsoft 365 does not ask how it was bought', () => {
    expect(notesOf({ ...m365Claim, purchaseChannel: 'CSP' })).toEqual([])
    expect(channelCounts('MICROSOFT_365', 'CSP')).toBe(true)
  })

  it('S-114: a channel that nobody knows is for a person to look at', () => {
    expect(notesOf({ ...dynamicsClaim, purchaseChannel: null })).toEqual([
      'warn channel_unknown purchaseChannel',
    ])
    expect(notesOf({ ...dynamicsClaim, purchaseChannel: 'Bazaar' })).toEqual([
      'warn channel_unknown purchaseChannel',
    ])
  })

  it('S-03: every way of claiming but the revenue association may pay, which the program guide says', () => {
    expect(MATRIX.filter(({ neverPays }) => neverPays).map(({ program }) => program)).toEqual([
      'REVENUE_ASSOCIATION',
    ])
  })
})

describe('a claim that came in, held against the matrix', () => {
  const claim = { solutionArea: 'MICROSOFT_365', program: 'OSU_M365', activities: ['USAGE'] } as const

  it('fits with one row, or with presales and usage together', () => {
    expect(fitsMatrix({ ...claim, activities: ['USAGE'] })).toBe(true)
    const combined = { solutionArea: 'BUSINESS_APPLICATIONS', program: 'OSA_SELL' } as const
    expect(fitsMatrix({ ...combined, activities: ['PRESALES', 'USAGE'] })).toBe(true)
    expect(fitsMatrix({ ...combined, activities: ['PRESALES', 'REVENUE_ASSOCIATION'] })).toBe(false)
    expect(fitsMatrix({ ...combined, activities: ['USAGE'] })).toBe(false)
    expect(fitsMatrix({ ...claim, activities: ['PRESALES'] })).toBe(false)
  })

  it('cannot be told where a word of it is unknown', () => {
    expect(fitsMatrix({ ...claim, solutionArea: 'UNKNOWN', activities: ['USAGE'] })).toBeNull()
    expect(fitsMatrix({ ...claim, program: 'UNKNOWN', activities: ['USAGE'] })).toBeNull()
    expect(fitsMatrix({ ...claim, activities: [] })).toBeNull()
  })

  it('both profiles exist and say what may be combined', () => {
    expect(PROFILE_IDS.map((id) => aPolicy(id).form.mayCombineActivities)).toEqual([true, false])
  })
})
