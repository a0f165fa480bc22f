import { expect, test } from 'vitest'
import {
  letterOf,
  papersSince,
  thenAndNow,
  wordsSince,
} from '../../../../../src-renderer/features/disputes/firstDecision.ts'
import { aDetail, aFinding, instantAt, SHA, someMatters } from '../../../../builders/renderer/aClaim.ts'

const REJECTED = instantAt(-48)
const comment = (
  commentId: string,
  side: string,
  hours: number,
  text: string,
  visibility = 'partner_visible',
) => ({
  commentId,
  side,
  authorName: side,
  at: instantAt(hours),
  text,
  visibility,
})
const paper = (documentId: string, hours: number) => ({
  documentId,
  sha256: SHA,
  fileName: `${documentId}.pdf`,
  mediaType: 'application/pdf',
  sizeBytes: 1,
  addedAt: instantAt(hours),
})

const detail = aDetail({
  findings: [aFinding('usablePoe', 'met'), aFinding('dates', 'cannot_tell'), aFinding('products', 'met')],
  claim: {
    documents: [paper('before', -96), paper('with it, long before', -96), paper('after', -2)],
    comments: [
      comment('k0', 'partner', -90, 'Here is the proof.'),
      comment('k1', 'reviewer', -48, 'Hopeless.', 'internal'),
      comment('k2', 'reviewer', -48, 'We could not approve it.'),
      comment('k4', 'partner', -1, 'And page 3.'),
      comment('k3', 'partner', -24, 'It was signed.'),
    ],
    matters: someMatters({
      rejection: {
        at: REJECTED,
        reasons: [],
        byUserId: 'u-lead',
        judged: [
          { criterion: 'dates', item: null, verdict: 'not_met' },
          { criterion: 'products', item: 'i1', verdict: 'met' },
          { criterion: 'products', item: 'i9', verdict: null },
        ],
      },
      dispute: {
        openedAt: instantAt(-24),
        justification: 'It was signed.',
        documentIds: ['with it, long before'],
        decidedAt: null,
      },
    }),
  },
})

test('each criterion stands as it was judged beside how it stands now, told apart from what was not kept; what left the claim follows', () => {
  const rows = thenAndNow(detail).map(({ criterion, item, before, isKept, now }) => [
    criterion,
    item,
    before,
    isKept,
    now,
  ])
  expect(rows).toEqual([
    ['usablePoe', null, null, false, 'met'],
    ['dates', null, 'not_met', true, 'cannot_tell'],
    ['products', 'i1', 'met', true, 'met'],
    ['products', 'i9', null, true, null],
  ])
})

test('the letter of the rejection is what the partner was told in that moment, never the internal note', () => {
  expect(letterOf(detail.claim)?.text).toBe('We could not approve it.')
  expect(letterOf(aDetail().claim)).toBeNull()
})

test('what the partner wrote since comes in its order, and its justification is not said twice', () => {
  expect(wordsSince(detail.claim).map(({ text }) => text)).toEqual(['And page 3.'])
})

test('papers are new that came with the dispute or after the rejection', () => {
  expect(papersSince(detail.claim).map(({ documentId }) => documentId)).toEqual([
    'with it, long before',
    'after',
  ])
})
