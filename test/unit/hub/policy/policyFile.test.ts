import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checksumOf, readPolicies, readPolicy } from '../../../../src-main/hub/policy/policyFile.ts'
import { SEED_2020, seedWith } from '../../../builders/policy.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const SHIPPED = 'resources/policy'

/** What the versions said when they were released. */
const CHECKSUMS: Readonly<Record<string, string>> = {
  'docs-2023@1': 'd7b4cbf80e05288b4d8fe3f8ada01dde08ac1e78956900697e6b841a7f2f3ecc',
  'seed-2020@1': '781fd79ebb8bc41f1cfe50285a7cd5627fe93cd4020ae27c396e55e611f8f5c9',
}

async function fileWith(content: string, name = 'changed.json', folder = aTempFolder()): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}
const refusalOf = async (path: string, value: unknown): Promise<string> => {
  const file = await fileWith(JSON.stringify(seedWith(path, value)))
  return readPolicy(file).then(
    () => 'taken',
    (error: unknown) => (error instanceof Error ? error.message.replace(file, 'FILE') : String(error)),
  )
}

describe('a policy file', () => {
  it('has a checksum of what it says, however it is written', async () => {
    const [asShipped, turned] = await Promise.all([
      readPolicy(join(SHIPPED, 'seed-2020.json')),
      readPolicy(await fileWith(JSON.stringify(Object.fromEntries(Object.entries(SEED_2020).toReversed())))),
    ])
    expect(turned.sha256).toBe(asShipped.sha256)
    expect(asShipped.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(checksumOf({ ...SEED_2020, title: 'Another' })).not.toBe(asShipped.sha256)
  })

  it.each([
    ['clocks.reviewBusinessDays', -5, 'clocks.reviewBusinessDays must be at least 1.'],
    ['clocks.reviewBusinessDays', 1000, 'clocks.reviewBusinessDays must be at most 400.'],
    ['clocks.reviewBusinessDays', 2.5, 'clocks.reviewBusinessDays must be a whole number.'],
    ['clocks.reviewBusinessDays', '5', 'clocks.reviewBusinessDays must be a number.'],
    ['clocks.reviewBusinessDays', undefined, 'clocks.reviewBusinessDays is missing.'],
    ['clocks', [], 'clocks must be a group of fields.'],
    ['consent.unit', 'weeks', 'consent.unit must be one of: calendar_days, business_days.'],
    ['draft.mayCancel', 'no', 'draft.mayCancel must be true or false.'],
    ['exclusivity.SURFACE', 'none', 'exclusivity.SURFACE is not known.'],
    ['title', '', 'title must not be empty.'],
    ['displayName', 'x'.repeat(81), 'displayName must have at most 80 characters.'],
    ['id', 'Seed 2020', 'id may hold small letters, digits and single hyphens only.'],
    ['poe.requiredFor', 'all', 'poe.requiredFor must be a list.'],
    ['poe.requiredFor', ['HOSTING'], 'poe.requiredFor[0] must be one of: OSA_SELL, OSU_M365, '],
    ['submitterRoles', ['global_admin', 'global_admin'], 'submitterRoles names something twice.'],
    ['catalogueFlags', { 'pp.powerbi': 'no' }, 'catalogueFlags["pp.powerbi"] must be check_program_guide.'],
    ['edit.states', [], 'edit.states is empty although fields may be edited; for no edits'],
  ])('is refused, with the file and the field in plain words: %s %j', async (path, value, sentence) => {
    const refusal = await refusalOf(path, value)
    expect(refusal).toMatch(/^FILE cannot be used:\n {2}/)
    expect(refusal).toContain(sentence)
  })

  it('is refused with every fault at once', async () => {
    const faults = { ...SEED_2020.dispute, max: 0, fourEyes: undefined, often: 1 }
    expect(await refusalOf('dispute', faults)).toBe(
      [
        'FILE cannot be used:',
        'dispute.max must be at least 1.',
        'dispute.fourEyes is missing.',
        'dispute.often is not known.',
      ].join('\n  '),
    )
  })

  it('is refused when it is not there, is no JSON or no profile at all', async () => {
    const absent = join(aTempFolder(), 'absent.json')
    await expect(readPolicy(absent)).rejects.toThrow(`${absent} cannot be used:\n  It is missing`)
    await expect(readPolicy(await fileWith('{'))).rejects.toThrow('It is not JSON')
    await expect(readPolicy(await fileWith('3'))).rejects.toThrow('The whole must be a group of fields.')
  })
})

describe('a folder of policy files', () => {
  it('gives the shipped profiles by id, and leaves the assignments and the reference aside', async () => {
    const policies = await readPolicies(SHIPPED)
    expect(policies.map(({ profile: { id, version } }) => `${id}@${version}`)).toEqual([
      'docs-2023@1',
      'seed-2020@1',
    ])
  })

  it('says what it said when it was released: a change needs a new version, and a line here', async () => {
    const policies = await readPolicies(SHIPPED)
    const now = policies.map(({ profile: { id, version }, sha256 }) => [`${id}@${version}`, sha256])
    expect(Object.fromEntries(now)).toEqual(CHECKSUMS)
  })

  it('gives versions of one profile in their order', async () => {
    const folder = aTempFolder()
    for (const version of [10, 2, 1])
      await fileWith(JSON.stringify(seedWith('version', version)), `${version}.json`, folder)
    const policies = await readPolicies(folder)
    expect(policies.map(({ profile }) => profile.version)).toEqual([1, 2, 10])
  })

  it('is refused when two files are the same version of the same profile', async () => {
    const folder = aTempFolder()
    const text = await readFile(join(SHIPPED, 'seed-2020.json'), 'utf8')
    const [one, two] = [await fileWith(text, 'a.json', folder), await fileWith(text, 'b.json', folder)]
    const refusal = await readPolicies(folder).then(() => 'taken', String)
    expect(refusal).toContain('version 1 of seed-2020 as well')
    expect([refusal.includes(one), refusal.includes(two)]).toEqual([true, true])
  })

  it('is refused when it holds none', async () => {
    await expect(readPolicies(aTempFolder())).rejects.toThrow('It holds no policy profile.')
  })
})
