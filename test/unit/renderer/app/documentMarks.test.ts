import { expect, test } from 'vitest'
import { marksOf } from '../../../../src-renderer/app/documentMarks.ts'
import { pageCountsOf, shownDocuments } from '../../../../src-renderer/app/shownDocuments.ts'
import { indexEvidence } from '../../../../src-renderer/stores/evidence.ts'
import { ViewerMark } from '../../../../src-renderer/viewer-frame/messages.ts'
import { aDetail, aFinding, aPlace } from '../../../builders/renderer/aClaim.ts'

const words = { say: (id: string) => id, flagWords: (kind: string) => kind }

test('every place on a page becomes a mark with its number, flags carry none', () => {
  const detail = aDetail({
    findings: [
      aFinding('usablePoe', 'met', { evidence: [aPlace(1, 'Harrow Point')] }),
      aFinding('dates', 'not_met', {
        absence: { pagesSearched: 1, pagesInAll: 1, nearest: [aPlace(2, '2019', 300)] },
      }),
    ],
    report: {
      flags: [
        {
          kind: 'tiny_text',
          document: 'sow.pdf',
          page: 1,
          quads: aPlace(1, null).quads,
          text: 'x',
          severity: 'high',
        },
      ],
    },
  })
  const marks = marksOf(detail, indexEvidence(detail), words)
  expect(marks['d1']?.map(({ id, number, page, tone }) => [id, number, page, tone])).toEqual([
    ['evidence-1', 1, 1, 'evidence'],
    ['evidence-2', 2, 2, 'nearest'],
    ['flag-0', null, 1, 'hidden'],
  ])
})

test('marks fit the messages of the viewer, however much the checker found', () => {
  const long = {
    ...aPlace(1, 'x'.repeat(5000)),
    quads: Array.from({ length: 3000 }, () => aPlace(1, null).quads[0] ?? []),
  }
  const detail = aDetail({ findings: [aFinding('usablePoe', 'met', { evidence: [long] })] })
  const say = (id: string, values: Readonly<Record<string, string | number>> = {}) =>
    `${id} ${Object.values(values).join(' ')}`
  for (const mark of marksOf(detail, indexEvidence(detail), { ...words, say })['d1'] ?? []) {
    expect(ViewerMark.safeParse(mark).success).toBe(true)
  }
})

test('a place without a page has no mark', () => {
  const mail = { ...aPlace(1, 'we confirm'), page: null }
  const detail = aDetail({ findings: [aFinding('usablePoe', 'met', { evidence: [mail] })] })
  expect(marksOf(detail, indexEvidence(detail), words)).toEqual({})
})

test('a place in a file inside a mail has its mark on that file, as one on text without pages has on its laid page', () => {
  const quad = aPlace(1, null).quads[0] ?? []
  const laid = (inside: number[]) => ({
    ...aPlace(1, 'we confirm'),
    page: null,
    quads: [],
    rects: [],
    laid: { inside, page: 2, quads: [quad] },
  })
  const detail = aDetail({
    findings: [aFinding('usablePoe', 'met', { evidence: [laid([]), laid([0, 1])] })],
  })
  const marks = marksOf(detail, indexEvidence(detail), words)
  expect(Object.keys(marks)).toEqual(['d1', 'd1/in/0.1'])
  expect(marks['d1/in/0.1']?.map(({ number, page, quads }) => [number, page, quads])).toEqual([
    [2, 2, [quad]],
  ])
})

test('files inside a document stand behind it, with their pages and an address of their own', () => {
  const detail = aDetail({ findings: [] })
  const report = {
    ...detail.report,
    documents: (detail.report?.documents ?? []).map((document) => ({
      ...document,
      inner: [{ inside: [0], name: 'annex.pdf', pages: 4 }],
    })),
  }
  const changed = { ...detail, report } as typeof detail
  const [outer, inner] = shownDocuments(changed)
  expect(inner).toMatchObject({ fileName: 'annex.pdf', isInside: outer?.fileName, url: `${outer?.url}/in/0` })
  expect(pageCountsOf(changed)).toMatchObject({ 'd1/in/0': 4 })
})

test('a warning about something that shows is no hidden text', () => {
  const flag = {
    kind: 'homoglyph',
    document: 'sow.pdf',
    page: 1,
    quads: aPlace(1, null).quads,
    text: 'x',
    severity: 'high',
  }
  const detail = aDetail({ findings: [], report: { flags: [flag] } })
  expect(marksOf(detail, indexEvidence(detail), words)['d1']?.map(({ tone }) => tone)).toEqual(['flag'])
})
