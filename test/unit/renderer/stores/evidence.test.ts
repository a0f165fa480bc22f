import { expect, test } from 'vitest'
import {
  documentIdsByFile,
  indexEvidence,
  locateFlags,
  markIdOf,
  numberOfMark,
} from '../../../../src-renderer/stores/evidence.ts'
import { aDetail, aFinding, aPlace, SHA } from '../../../builders/renderer/aClaim.ts'

const shared = aPlace(1, 'Teams Phone')
const nearest = aPlace(2, 'Microsoft 365 E5', 300)
const detail = aDetail({
  findings: [
    aFinding('usablePoe', 'met', { evidence: [aPlace(1, 'Harrow Point', 50), shared] }),
    aFinding('products', 'not_met', {
      evidence: [shared],
      absence: { pagesSearched: 3, pagesInAll: 3, nearest: [nearest] },
    }),
  ],
  report: {
    claimChecks: [
      {
        check: 'domain_tenant',
        verdict: 'met',
        sentence: 's',
        say: { code: 'c', values: {} },
        evidence: [aPlace(3, 'harrowpoint.example')],
      },
    ],
    flags: [
      { kind: 'invisible_text', document: 'sow.pdf', page: 1, quads: [], text: 'x', severity: 'high' },
      { kind: 'wrong_type', document: 'gone.pdf', page: null, quads: [], text: null, severity: 'low' },
    ],
  },
})

test('numbers places in the order of the panel: criteria, their nearest candidates, claim checks', () => {
  const { all } = indexEvidence(detail)
  expect(all.map(({ number, tone, evidence }) => [number, tone, evidence.text])).toEqual([
    [1, 'evidence', 'Harrow Point'],
    [2, 'evidence', 'Teams Phone'],
    [3, 'nearest', 'Microsoft 365 E5'],
    [4, 'evidence', 'harrowpoint.example'],
  ])
})

test('two findings that rest on one place share its number', () => {
  const index = indexEvidence(detail)
  expect(index.numberOf(detail.criteria[0]?.machine?.evidence[1] ?? nearest)).toBe(2)
  expect(index.numberOf(detail.criteria[1]?.machine?.evidence[0] ?? nearest)).toBe(2)
})

test('knows nothing of a place of another report', () => {
  expect(indexEvidence(detail).numberOf(aPlace(9, 'elsewhere'))).toBeUndefined()
})

test('finds documents by their bytes, whatever the checker calls them', () => {
  expect([...documentIdsByFile(detail)]).toEqual([['sow.pdf', 'd1']])
  expect(indexEvidence(detail).all[0]?.documentId).toBe('d1')
})

test('keeps evidence of a document that left the claim, without a place to show', () => {
  const moved = { ...detail, documents: [] }
  expect(indexEvidence(moved).all[0]?.documentId).toBeNull()
})

test('gives every flag a mark of its own', () => {
  expect(
    locateFlags(detail.report, documentIdsByFile(detail)).map(({ markId, documentId }) => [
      markId,
      documentId,
    ]),
  ).toEqual([
    ['flag-0', 'd1'],
    ['flag-1', null],
  ])
})

test('a mark leads back to its number, a flag to none', () => {
  expect(numberOfMark(markIdOf(12))).toBe(12)
  expect(numberOfMark('flag-1')).toBeNull()
})

test('what a reviewer found comes last, so that the numbers of the others stay, and is walked like them', () => {
  const own = {
    evidenceId: '00000000-0000-4000-8000-000000000001',
    criterion: 'dates',
    item: null,
    sha256: SHA,
    inside: [1],
    page: 3,
    quads: [[0, 0, 1, 0, 1, 1, 0, 1]],
    text: '14 April 2026',
    note: '',
    byUserId: 'u-reviewer',
    byName: 'Marta Ginevri',
    at: '2026-11-22T10:00:00.000Z',
  }
  const findings = [aFinding('usablePoe', 'met', { evidence: [aPlace(1, 'Harrow Point')] })]
  const index = indexEvidence(aDetail({ findings, over: { ownEvidence: [own] } }))
  expect(
    index.all.map(({ number, tone, documentId, shown }) => [number, tone, documentId, shown?.page]),
  ).toEqual([
    [1, 'evidence', 'd1', 1],
    [2, 'own', 'd1/in/1', 3],
  ])
  expect(index.numberOfOwn(own.evidenceId)).toBe(2)
})
