import { describe, expect, it } from 'vitest'
import { judge } from '../../../../../src-main/poe/judge.ts'
import type { PageFacts } from '../../../../../src-main/poe/facts/documentFacts.ts'
import type { Finding } from '../../../../../src-preload/contract/vocabulary/checkShape.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { documentOf } from '../../../../builders/poe/factsOf.ts'

const LINES = [
  ['Work order between Ottermill Paper GmbH and Larkfield Systems Ltd', 60, 80],
  ['Larkfield deploys Microsoft Teams for both mills and trains 25 key users on site.', 60, 210],
  ['For Ottermill Paper GmbH', 60, 560],
  ['Signature', 60, 637],
] as const

/** Signed by the customer, with no date anywhere. */
function datesOf(ocr: PageFacts['ocr']): Finding | undefined {
  const document = documentOf([{ lines: LINES, pen: [[70, 595, 110, 26]] }])
  const pages = document.facts.pages.map((page) => ({ ...page, ocr }))
  const report = judge({
    caseId: null,
    form: aClaimForm(),
    policy: { id: 'seed-2020', version: 1 },
    documents: [{ ...document, facts: { ...document.facts, pages } }],
  })
  return report.findings.find(({ criterion }) => criterion === 'dates')
}

describe('a signature without a date that was read', () => {
  it('is undated where the page is text', () => {
    expect(datesOf(null)).toMatchObject({ verdict: 'not_met', say: { code: 'dates_none' } })
  })

  it('stays open on a picture, where a date by hand would not have been read, and shows the signature', () => {
    const finding = datesOf({ confidence: 0.95, languages: 'eng' })
    expect(finding).toMatchObject({ verdict: 'cannot_tell', say: { code: 'dates_not_read' } })
    expect(finding?.evidence).toHaveLength(1)
  })
})
