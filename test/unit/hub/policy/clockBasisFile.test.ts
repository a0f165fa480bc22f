import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { basisName } from '../../../../src-main/hub/claims/clockBasis.ts'
import { readClockBasis } from '../../../../src-main/hub/policy/clockBasisFile.ts'

const POLICY = 'resources/policy/seed-2020.json'
const CALENDAR = 'resources/calendars/review-team.json'

describe('readClockBasis', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-basis-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const changed = async (file: string, change: Record<string, unknown>): Promise<string> => {
    const path = join(folder, 'changed.json')
    await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...change }))
    return path
  }

  it('reads the policy and calendar that the product brings and names them', async () => {
    const basis = await readClockBasis(POLICY, CALENDAR)
    expect(basisName(basis)).toBe('seed-2020@1 review-team@1')
    expect(basis.lengths.disputeWindowCalendarDays).toBe(30)
  })

  it.each([
    ['a weekend of seven days', { weekend: [1, 2, 3, 4, 5, 6, 7] }],
    ['a zone that is none', { zone: 'Europe/Atlantis' }],
    ['a holiday that is no day', { holidays: ['2026-02-30'] }],
  ])('refuses %s', async (_, change) => {
    await expect(readClockBasis(POLICY, await changed(CALENDAR, change))).rejects.toThrow('cannot be used')
  })

  it('refuses a policy without a clock, and a file that is not there', async () => {
    await expect(readClockBasis(await changed(POLICY, { clocks: {} }), CALENDAR)).rejects.toThrow(
      'cannot be used',
    )
    await expect(readClockBasis(join(folder, 'none.json'), CALENDAR)).rejects.toThrow('none.json')
  })

  it('refuses a dispute window in business days, which the clocks cannot count', async () => {
    const { clocks } = JSON.parse(await readFile(POLICY, 'utf8'))
    const business = { ...clocks, disputeWindow: { length: 20, unit: 'business_days' } }
    await expect(readClockBasis(await changed(POLICY, { clocks: business }), CALENDAR)).rejects.toThrow(
      'counts the dispute window in business days',
    )
  })
})
