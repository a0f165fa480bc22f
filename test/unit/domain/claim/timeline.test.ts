import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timelineOf } from '../../../../src-main/domain/claim/timeline.ts'
import { HistoryEntry } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { HistoryKind } from '../../../../src-preload/contract/vocabulary/words.ts'

const SUBMITTED = '2026-11-02T09:00:00.000Z'
const entry = (kind: HistoryKind, day: number): HistoryEntry =>
  HistoryEntry.parse({
    entryId: `${kind}-${day}`,
    at: `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`,
    side: 'system',
    kind,
    actorName: 'somebody',
    fromState: null,
    toState: null,
    detail: null,
  })
const ms = (day: number) => Date.parse(`2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`)

describe('the timeline of a claim', () => {
  it('ends a wait for the partner with the resubmission, not with a comment', () => {
    const history = [entry('information_requested', 4), entry('commented', 5), entry('resubmitted', 7)]
    expect(timelineOf(SUBMITTED, history).partnerWaits).toEqual([{ from: ms(4), to: ms(7) }])
  })

  it('keeps an open wait open', () => {
    expect(timelineOf(SUBMITTED, [entry('information_requested', 4)]).partnerWaits).toEqual([
      { from: ms(4), to: null },
    ])
  })

  it('counts a new round from its resubmission and keeps the first submission', () => {
    const timeline = timelineOf(SUBMITTED, [entry('submitted', 2), entry('resubmitted', 9)])
    expect([timeline.firstSubmittedAt, timeline.lastSubmittedAt]).toEqual([Date.parse(SUBMITTED), ms(9)])
  })

  it('does not depend on the order in which entries come', () => {
    const history = [
      entry('submitted', 2),
      entry('review_started', 3),
      entry('information_requested', 4),
      entry('resubmitted', 6),
      entry('information_requested', 8),
      entry('resubmitted', 11),
      entry('approved', 12),
    ]
    const expected = timelineOf(SUBMITTED, history)
    fc.assert(
      fc.property(fc.shuffledSubarray(history, { minLength: history.length }), (shuffled) => {
        expect(timelineOf(SUBMITTED, shuffled)).toEqual(expected)
      }),
    )
  })
})
