import { describe, expect, it } from 'vitest'
import { judge } from '../../../../../src-main/poe/judge.ts'
import type { ClaimCheck } from '../../../../../src-preload/contract/vocabulary/checkShape.ts'
import { aClaimForm, TENANT } from '../../../../builders/poe/claimForm.ts'
import { documentOf, type PlainPage } from '../../../../builders/poe/factsOf.ts'

const DISCLOSURE =
  'Customer acknowledges that Microsoft may pay fees to Partner in connection with this work.'
type Lines = NonNullable<PlainPage['lines']>
type Pen = NonNullable<PlainPage['pen']>

const customer = {
  companyName: 'Ottermill County',
  tenantId: TENANT,
  domains: ['ottermill.example'],
  country: 'USA',
  isPublicSector: true,
}
const head: Lines = [
  ['Statement of Work', 50, 60, 16],
  ['between Larkfield Systems Ltd and Ottermill County', 50, 90],
  ['Larkfield deploys Microsoft Teams for the county.', 50, 110],
]
const signature: Lines = [
  ['For Ottermill County', 50, 600],
  ['Signature:', 50, 640],
  ['Karin Vogt, 5 May 2026', 50, 670],
]
const pen: Pen = [[110, 615, 120, 30]]
const said = (text: string, y = 200): Lines => [[text, 50, y]]

function psd(
  pages: readonly PlainPage[],
  more: readonly PlainPage[] = [],
  of = customer,
): ClaimCheck | undefined {
  const documents = [
    documentOf(pages),
    ...(more.length > 0 ? [{ ...documentOf(more), file: 'annex.pdf' }] : []),
  ]
  const policy = { id: 'seed-2020', version: 1 }
  const report = judge({ caseId: null, form: aClaimForm({ customer: of }), policy, documents })
  return report.claimChecks.find(({ check }) => check === 'psd')
}
const signedPaper = (text: string): PlainPage => ({ lines: [...head, ...said(text), ...signature], pen })

describe('the disclosure for the public sector', () => {
  it.each([
    DISCLOSURE,
    'The parties understand that Larkfield may receive incentives from Microsoft for these services.',
    'Supplier is eligible for a commission paid by Microsoft Corporation.',
    'El cliente reconoce que Microsoft podrá pagar honorarios o incentivos al socio por este trabajo.',
    'Public Sector Disclosure: Microsoft provides funding to the contractor for this engagement.',
  ])('is met where it stands in what the customer signed, in whatever words: %s', (text) => {
    const check = psd([signedPaper(text)])
    expect(check).toMatchObject({ verdict: 'met', say: { code: 'check_psd_acknowledged' } })
    expect(check?.evidence[0]).toMatchObject({ document: 'paper.pdf', page: 1 })
  })

  it('is met in Puerto Rico and does not apply elsewhere or to private customers', () => {
    const verdict = (of: typeof customer) => psd([signedPaper(DISCLOSURE)], [], of)?.verdict
    expect(verdict({ ...customer, country: 'PRI' })).toBe('met')
    expect(verdict({ ...customer, country: 'CAN' })).toBe('not_applicable')
    expect(verdict({ ...customer, isPublicSector: false })).toBe('not_applicable')
  })

  it('is not met without a signature of the customer, and without the words', () => {
    expect(psd([{ lines: [...head, ...said(DISCLOSURE), ...signature] }])).toMatchObject({
      verdict: 'not_met',
      say: { code: 'check_psd_unsigned' },
    })
    expect(psd([signedPaper('The work takes six weeks.')])?.verdict).toBe('not_met')
  })

  it('stays open where the words follow the signature or stand on another paper', () => {
    const after = { lines: [...head, ...signature, ...said(DISCLOSURE, 740)], pen }
    expect(psd([after])?.verdict).toBe('cannot_tell')
    const behind = [{ lines: [...head, ...signature], pen }, { lines: said(DISCLOSURE) }]
    expect(psd(behind)?.verdict).toBe('cannot_tell')
    expect(psd([{ lines: [...head, ...signature], pen }], [{ lines: said(DISCLOSURE) }])?.verdict).toBe(
      'cannot_tell',
    )
  })

  it.each([
    'Microsoft will not pay any fees to Partner for this work.',
    'Partner receives no payments from Microsoft.',
  ])('is not taken from its contrary: %s', (text) => {
    expect(psd([signedPaper(text)])?.verdict).toBe('not_met')
  })

  it.each([
    'Customer pays the fees of Partner within 30 days. Microsoft Teams is configured.',
    'Partner configures Microsoft Teams; payment terms follow clause 4.',
    'Partner is paid for each licence of Microsoft Teams by the customer; other fees are excluded.',
    'Fees are payable to Partner for services provided by Microsoft Teams engineers.',
  ])('is not taken from other talk of money: %s', (text) => {
    expect(psd([signedPaper(text)])?.verdict).not.toBe('met')
  })

  it('stays open under an empty box and for a heading alone', () => {
    expect(psd([signedPaper(`☐ ${DISCLOSURE}`)])?.verdict).toBe('cannot_tell')
    expect(psd([signedPaper('Public Sector Disclosure')])?.verdict).toBe('cannot_tell')
  })

  it('stays open while pages are unread', () => {
    const check = psd([signedPaper('The work takes six weeks.')], [{ lines: [], textClass: 'scan' }])
    expect(['not_met', 'cannot_tell']).toContain(check?.verdict)
  })
})
