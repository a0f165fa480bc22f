import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { policyForDay } from '../../../../src-main/domain/policy/policyForDay.ts'
import { readAssignments } from '../../../../src-main/hub/policy/assignmentFile.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const KNOWN = [
  { id: 'seed-2020', version: 1 },
  { id: 'docs-2023', version: 1 },
]
const [SEED, DOCS] = KNOWN

async function read(content: unknown) {
  const file = join(aTempFolder(), 'assignments.json')
  await writeFile(file, JSON.stringify(content))
  return readAssignments(file, KNOWN)
}

describe('the file of assignments', () => {
  it('ships the profile of 2020 for every day, and the one of 2023 for none', async () => {
    const assignments = await readAssignments('resources/policy/assignments.json', KNOWN)
    expect(assignments).toEqual([{ profile: SEED, fromDay: '2019-10-01', toDay: null }])
    const days = ['2019-10-01', '2023-10-10', '2026-11-21', '2099-12-31']
    expect(days.map((day) => policyForDay(assignments, day))).toEqual(Array(4).fill(SEED))
  })

  it.each([
    [[], 'The whole must not be empty.'],
    [[{ profile: SEED, fromDay: '2026-02-30', toDay: null }], '[0].fromDay must be a day, as in 2026-01-31.'],
    [[{ profile: SEED, fromDay: '2019-10-01' }], '[0].toDay is missing.'],
    [
      [{ profile: { ...SEED, note: '' }, fromDay: '2019-10-01', toDay: null }],
      '[0].profile.note is not known.',
    ],
    [
      [{ profile: { id: 'seed-2020', version: 7 }, fromDay: '2019-10-01', toDay: null }],
      'There is no version 7 of a profile seed-2020.',
    ],
    [
      [{ profile: SEED, fromDay: '2026-05-02', toDay: '2026-05-01' }],
      'An assignment begins on 2026-05-02 and ends before that, on 2026-05-01.',
    ],
    [
      [
        { profile: SEED, fromDay: '2019-10-01', toDay: null },
        { profile: DOCS, fromDay: '2027-01-01', toDay: '2027-12-31' },
      ],
      'Two profiles are assigned to the days from 2027-01-01 to 2027-12-31.',
    ],
    [
      [{ profile: SEED, fromDay: '2019-10-01', toDay: '2026-12-31' }],
      'No profile is assigned to the days from 2027-01-01 on.',
    ],
  ])('is refused in plain words: %j', async (content, sentence) => {
    await expect(read(content)).rejects.toThrow(sentence)
  })
})
