import { describe, expect, it } from 'vitest'
import { reportChanges } from '../../../../src-main/domain/checks/reportChanges.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'

const since = Instant.parse('2026-11-05T09:00:00.000Z')
const paper = (documentId: string) => ({ documentId, bytes: new TextEncoder().encode(documentId) })
const first = aClaimRecord({ documents: [paper('d1')] })
const second = aClaimRecord({ documents: [paper('d1'), paper('d2')] })
const before = aReport(first, 'met', { customerAcknowledgment: 'not_met' })

describe('what a new check says otherwise', () => {
  it('names the criterion, both verdicts and the place in the new paper', () => {
    const after = aReport(second)
    const findings = after.findings.map((finding) =>
      finding.criterion === 'customerAcknowledgment'
        ? {
            ...finding,
            evidence: ['d1.pdf', 'd2.pdf'].map((document) => ({
              document,
              page: 3,
              rects: [],
              quads: [],
              text: null,
              method: 'vector' as const,
            })),
          }
        : finding,
    )
    expect(reportChanges(before, { ...after, findings }, since)).toEqual({
      since,
      added: ['d2.pdf'],
      removed: [],
      changes: [
        {
          criterion: 'customerAcknowledgment',
          item: null,
          before: 'not_met',
          after: 'met',
          document: 'd2.pdf',
          page: 3,
          isNewDocument: true,
        },
      ],
    })
  })

  it('says that nothing changed where nothing did, and takes a new item for no change of verdict', () => {
    const items = [
      { id: 'i1', name: 'Microsoft Teams' },
      { id: 'i2', name: 'Intune' },
    ]
    const more = aReport(aClaimRecord({ documents: [paper('d1')], items }), 'met', {
      customerAcknowledgment: 'not_met',
    })
    expect(reportChanges(before, before, since).changes).toEqual([])
    expect(reportChanges(before, more, since).changes).toEqual([])
  })

  it('names papers that went', () => {
    expect(reportChanges(aReport(second), aReport(first), since).removed).toEqual(['d2.pdf'])
  })
})
