import { afterAll, describe, expect, it } from 'vitest'
import { judge } from '../../../src-main/poe/judge.ts'
import { MADE_CASES } from '../../accuracy/madeCases.ts'
import { aClaimForm } from '../../builders/poe/claimForm.ts'
import { aReader, readBytes } from '../../builders/poe/readers.ts'

const reader = aReader()
afterAll(() => reader.close())

describe('made papers through the real reader', () => {
  it.for(MADE_CASES)('judges $title', async ({ form = aClaimForm(), bytes, must, flags }) => {
    const facts = await readBytes(reader, await bytes())
    const report = judge({
      caseId: null,
      form,
      policy: { id: 'seed-2020', version: 1 },
      documents: [{ file: 'paper.pdf', addedAt: null, facts }],
    })
    const whole = report.findings.filter(({ item }) => item === null)
    const said = Object.fromEntries(
      whole
        .filter(({ criterion }) => criterion in must)
        .map(({ criterion, verdict }) => [criterion, verdict]),
    )
    expect(said).toEqual(must)
    // A sentence with a gap left open would name a value that the finding did not give.
    expect(report.findings.filter(({ sentence }) => /[{}]/u.test(sentence))).toEqual([])
    if (flags) expect(report.flags.map(({ kind }) => kind)).toEqual(flags)
  })
})
