import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../../src-main/hosts/launcher/ensureBuilt.ts'
import { CONTRADICTIONS } from '../../../../src-main/hosts/cli/policy/contradictions.ts'
import { fieldReference, REFERENCE_COMMAND } from '../../../../src-main/hosts/cli/policy/fieldReference.ts'
import { sectionsOf } from '../../../../src-preload/contract/vocabulary/schemaSections.ts'
import { PRECISION_BY_DEFAULT } from '../../../../src-main/domain/quality/precisionPolicy.ts'
import { ARBITRATION_BY_DEFAULT } from '../../../../src-main/domain/arbitration/arbitrationPolicy.ts'
import { checksumOf } from '../../../../src-main/hub/policy/policyFile.ts'
import { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

const root = resolve(import.meta.dirname, '../../../..')
/** As it is shipped. */
const CLI = join(root, 'out/main/cli.js')

beforeAll(() => ensureBuilt({ root, parts: ['main'], say: () => undefined }), 120_000)

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}
const proofdesk = (...args: readonly string[]): Promise<Ended> =>
  promisify(execFile)(process.execPath, ['--no-warnings', CLI, ...args]).then(
    (ended) => ({ code: 0, ...ended }),
    (error: Ended) => error,
  )

const fields = sectionsOf(PolicyProfile, { title: '', description: '' }).flatMap((section) => section.fields)
/** Every single value that a profile states; lists and tables of data are one. */
const pathsOf = (value: object, above: string[] = []): string[] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const path = [...above, key]
    const isField = fields.some((field) => field.path.join('.') === path.join('.'))
    return isField || typeof inner !== 'object' || inner === null ? [path.join('.')] : pathsOf(inner, path)
  })

describe('proofdesk policy-fields', () => {
  it('prints what resources/policy/README.md holds', async () => {
    const { code, stdout, stderr } = await proofdesk('policy-fields')
    const readme = readFileSync('resources/policy/README.md', 'utf8')
    expect([code, stderr]).toEqual([0, ''])
    expect(readme, `The reference is out of date. Make it with: ${REFERENCE_COMMAND}`).toBe(stdout)
  })

  it('has a field for everything that a profile says', () => {
    // Left out where it says nothing: released versions do not change.
    const leftOut = {
      blindFirstPercent: 0,
      closedClaimDays: 120,
      checkPrecision: PRECISION_BY_DEFAULT,
      arbitration: ARBITRATION_BY_DEFAULT,
    }
    expect(pathsOf({ ...SEED_2020, ...leftOut }).sort()).toEqual(
      fields.map(({ path }) => path.join('.')).sort(),
    )
  })

  it('says of every field what it means and which number of the sources it goes back to', () => {
    const named = fields.filter(({ description }) => /\b(C-\d+|S-\d+|T\d+)\b/.test(description))
    const rest = fields.filter((field) => !named.includes(field)).map(({ path }) => path.join('.'))
    expect(rest).toEqual([
      'id',
      'version',
      'title',
      'basis',
      'blindFirstPercent',
      'closedClaimDays',
      'checkPrecision.levelPercent',
      'checkPrecision.least',
    ])
    expect(fields.filter(({ description, allowed }) => description === '' || allowed === '')).toEqual([])
  })

  it('settles every contradiction from C-1 to C-22 in some field, and knows no other', () => {
    const numbers = Array.from({ length: 22 }, (_, i) => `C-${i + 1}`)
    const settled = fields.flatMap(({ description }) => description.match(/\bC-\d+\b/g) ?? [])
    expect(Object.keys(CONTRADICTIONS)).toEqual(numbers)
    expect(numbers.filter((number) => !settled.includes(number))).toEqual([])
    expect(settled.filter((number) => !numbers.includes(number))).toEqual([])
  })

  it('sets fields in bold in which the profiles differ', () => {
    const other = { ...SEED_2020, id: 'other', poe: { ...SEED_2020.poe, maxAgeMonths: 18 } }
    const policies = [SEED_2020, other].map((profile) => ({
      profile,
      sha256: checksumOf(profile),
      file: `${profile.id}.json`,
    }))
    const assignments = [{ profile: { id: 'other', version: 1 }, fromDay: '2019-10-01', toDay: '2020-01-31' }]
    const text = fieldReference(policies, assignments)
    expect(text.match(/\*\*`[^`]+`\*\*/g)).toEqual(['**`id`**', '**`poe.maxAgeMonths`**'])
    expect(text).toContain('| **`poe.maxAgeMonths`** | `12` | `18` | whole number, 1 to 120 |')
    expect(text).toContain('`other` version 1 from 2019-10-01 to 2020-01-31')
  })
})

describe('proofdesk policy-diff', () => {
  it('prints a line a field: what it said and what it says', async () => {
    const { code, stdout } = await proofdesk('policy-diff', 'seed-2020', 'docs-2023@1')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^clocks\.reviewBusinessDays +5 → 14$/mu)
    expect(stdout).toMatch(/^statusNames\.editing +none → Draft$/mu)
    expect(stdout).not.toContain('clocks.pickupBusinessDays')
  })

  it('says so when there is no difference', async () => {
    const { stdout } = await proofdesk('policy-diff', 'seed-2020', 'seed-2020@1')
    expect(stdout).toBe('They say the same.\n')
  })

  it.for([
    [['policy-diff', 'seed-2020'], 'Name two profiles.'],
    [['policy-diff', 'seed-2020', 'docs-2024'], 'Known: seed-2020@1, docs-2023@1.'],
    [['policy-fields', 'seed-2020'], 'takes nothing more'],
  ] as const)('asked wrongly with %j it says what to do and ends with 2', async ([args, message]) => {
    const { code, stderr } = await proofdesk(...args)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})
