import { expect, it } from 'vitest'
import { rangesOf } from '../../../../src-renderer/features/claim/decide/UnseenNotice.tsx'
import { pageKey } from '../../../../src-renderer/stores/claimViewStore.ts'
import { coverageOf, isSeen } from '../../../../src-renderer/stores/coverage.ts'
import { aDetail, SHA } from '../../../builders/renderer/aClaim.ts'

const paper = (more: object) => ({
  file: 'sow.pdf',
  sha256: SHA,
  type: 'pdf',
  pages: 2,
  status: 'read',
  reason: null,
  ...more,
})

it('counts a page as seen when all but its margin stood in the window', () => {
  const detail = aDetail({ report: { documents: [paper({})] } })
  const pages = coverageOf(detail, { [pageKey('d1', 1)]: 0.92, [pageKey('d1', 2)]: 0.5 })
  expect(pages.map((page) => [page.page, isSeen(page)])).toEqual([
    [1, true],
    [2, false],
  ])
})

it('counts the pages of files inside, and text without pages as one', () => {
  const inner = [
    { inside: [0], name: 'annex.pdf', pages: 2 },
    { inside: [1], name: 'locked.zip', pages: null },
  ]
  const detail = aDetail({ report: { documents: [paper({ type: 'eml', pages: null, inner })] } })
  const pages = coverageOf(detail, {})
  expect(pages.map(({ documentId, page }) => `${documentId} ${page}`)).toEqual([
    'd1 1',
    'd1/in/0 1',
    'd1/in/0 2',
  ])
})

it('measures nothing where a file could not be opened', () => {
  const locked = paper({ pages: null, status: 'could_not_check', reason: 'encrypted' })
  expect(coverageOf(aDetail({ report: { documents: [locked] } }), {})).toEqual([])
})

it('names pages that follow each other as one stretch', () => {
  expect(rangesOf([1, 2, 3, 7, 9, 10])).toBe('1–3, 7, 9–10')
})
