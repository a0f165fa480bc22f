import { describe, expect, it } from 'vitest'
import SEED_2020 from '../../../../resources/policy/seed-2020.json' with { type: 'json' }
import { criteriaViews } from '../../../../src-main/workstation/checks/criteriaViews.ts'
import { draftLetter } from '../../../../src-main/workstation/letters/draftLetter.ts'
import { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { DISPUTE_ENDS_AT, DUE_AT } from '../../../builders/letters.ts'

const POLICY = PolicyProfile.parse(SEED_2020)
const record = aClaimRecord({
  items: [
    { id: 'i1', name: 'Microsoft Teams' },
    { id: 'i2', name: 'Exchange Online' },
  ],
})
const report = aReport(record)
const [dates] = report.findings.filter(({ criterion }) => criterion === 'dates')
const found = {
  ...report,
  findings: report.findings.map((finding) =>
    finding === dates
      ? {
          ...finding,
          verdict: 'not_met' as const,
          say: { code: 'dates_too_old', values: { date: '2025-08-01', from: '2025-11-02' } },
          evidence: [
            {
              document: 'scope.pdf',
              page: 3,
              rects: [],
              quads: [],
              text: '1 August 2025',
              method: 'text' as const,
            },
          ],
        }
      : finding,
  ),
}

const source = (partnerLanguage = 'en') => ({
  record: { ...record, partnerLanguage },
  criteria: criteriaViews(record.form, found, []),
  checks: found.claimChecks,
  policy: POLICY,
  zone: 'Europe/Rome',
  due: {
    partnerResponse: DUE_AT,
    consent: DUE_AT,
    disputeWindow: DISPUTE_ENDS_AT,
    arbitrationAnswer: null,
  },
})
const choice = {
  decision: 'request_info',
  reasons: ['POE_MISSING_OR_OLD_DATES'],
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
} as const

describe('a drafted letter', () => {
  it('S-33: is made of the claim, what the checker found and what the reviewer chose', () => {
    const { text } = draftLetter(source(), choice)
    expect(text).toContain('Missing or Old Dates\nThe customer’s acknowledgment is dated 1 August 2025.')
    expect(text).toContain('See scope.pdf, page 3.')
    expect(text).toContain('by 27 November 2026, 23:59 (Europe/Rome)')
    expect(text).toContain('– Microsoft Teams\n– Exchange Online')
  })

  it('is in the partner’s language', () => {
    const { language, text } = draftLetter(source('it'), choice)
    expect(language).toBe('it')
    expect(text).toContain('Date mancanti o non recenti (Missing or Old Dates)')
    expect(text).toContain('1º agosto 2025')
  })

  it('is in English for a partner whose language has no templates, and says so', () => {
    expect(draftLetter(source('ja'), choice)).toEqual(draftLetter(source('en'), choice))
    expect(draftLetter(source('ja'), choice).language).toBe('en')
  })

  it('S-28: an approval is written even where a criterion was found unmet and overruled', () => {
    const { text } = draftLetter(source(), { ...choice, decision: 'approve', reasons: [] })
    expect(text).toContain('has been approved')
    expect(text).not.toContain('1 August 2025')
  })

  it('S-36: a rejection may be disputed within the days of the profile', () => {
    const { text } = draftLetter(source(), {
      ...choice,
      decision: 'reject',
      reasons: ['REJ_INSUFFICIENT_POE'],
    })
    expect(text).toContain('until 27 December 2026, 23:59 (Europe/Rome) (30 days from the rejection)')
    expect(text).toContain('The customer’s acknowledgment is dated 1 August 2025.')
  })
})
