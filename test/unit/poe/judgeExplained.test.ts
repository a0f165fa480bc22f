import { describe, expect, it } from 'vitest'
import { trailTable } from '../../../src-main/hosts/cli/check/trailTable.ts'
import { judge, judgeExplained, type JudgeInput } from '../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../builders/poe/claimForm.ts'
import { documentOf, type PlainPage } from '../../builders/poe/factsOf.ts'

const LINES = [
  ['Statement of Work', 50, 60, 16],
  ['between Larkfield Systems Ltd and Ottermill Paper GmbH', 50, 90],
  ['Larkfield configures Microsoft Teams for the mills and trains the administrators.', 50, 120],
  ['For Larkfield Systems Ltd', 50, 500],
  ['Signature:', 50, 540],
  ['For Ottermill Paper GmbH', 330, 500],
  ['Signature:', 330, 540],
  ['Date: 5 May 2026', 330, 570],
] as const
const inputOf = (page: PlainPage, more: readonly PlainPage[] = []): JudgeInput => ({
  caseId: null,
  form: aClaimForm(),
  policy: { id: 'seed-2020', version: 1 },
  documents: [documentOf([page, ...more], more.length > 0 ? { status: 'partly', reason: 'scan' } : {})],
})
const partnerOnly = inputOf({ lines: LINES, pen: [[110, 515, 100, 28]] })

describe('the explanation of a report', () => {
  it('is made by the judging itself: the same report, and a trail for every finding', () => {
    const { report, trails } = judgeExplained(partnerOnly)
    expect(report).toEqual(judge(partnerOnly))
    expect(trails.map(({ criterion, item }) => [criterion, item])).toEqual(
      report.findings.map(({ criterion, item }) => [criterion, item]),
    )
  })

  it('ends every trail with one rule that decided and the verdict that the finding gives', () => {
    const { report, trails } = judgeExplained(partnerOnly)
    trails.forEach(({ steps }, i) => {
      expect(steps.filter(({ kind }) => kind === 'decided')).toHaveLength(1)
      expect(steps.at(-1)).toMatchObject({ kind: 'settled', what: report.findings[i]?.verdict })
    })
  })

  it('names what was found where, what was passed over and what decided', () => {
    const { report, trails } = judgeExplained(partnerOnly)
    const text = trailTable(report, trails)
    expect(text).toContain('drawn in paper.pdf p. 1: partner, by "For Larkfield Systems Ltd"')
    expect(text).toContain('- drawn, pictured or sealed: does not apply')
    expect(text).toMatch(/> nothing of the customer: not_met: ack_\w+/u)
    expect(text).toMatch(/"5 May 2026" in paper\.pdf p\. 1: document: 2026-05-05 in /u)
  })

  it('says why a verdict was held back', () => {
    const { report, trails } = judgeExplained(inputOf({ lines: LINES }, [{ textClass: 'scan' }]))
    expect(trailTable(report, trails)).toContain(
      '= cannot_tell: rests on absence, and not all was read: scan',
    )
  })
})
