import { describe, expect, it } from 'vitest'
import { latePausesOf } from '../../../../src-main/domain/clocks/latePauses.ts'
import { HistoryEntry } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { HistoryKind, HistorySide } from '../../../../src-preload/contract/vocabulary/words.ts'

const SUBMITTED = '2026-11-02T09:00:00.000Z'
const at = (day: number, hour = 9) =>
  `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`

const entry = (side: HistorySide, kind: HistoryKind, when: string, toState: string | null = null) =>
  HistoryEntry.parse({
    entryId: `${kind} ${when}`,
    at: when,
    side,
    kind,
    actorName: side,
    fromState: null,
    toState,
    detail: null,
  })

const submitted = entry('partner', 'submitted', SUBMITTED)
const begun = entry('reviewer', 'review_started', at(3))
const asked = entry('reviewer', 'information_requested', at(4))
const answered = entry('partner', 'resubmitted', at(6))
const flagged = (...more: HistoryEntry[]) =>
  latePausesOf(SUBMITTED, [submitted, begun, asked, answered, ...more])

describe('a pause that began after the partner had answered', () => {
  it('is one that was begun before anybody took the answer up', () => {
    expect(flagged(entry('reviewer', 'information_requested', at(9)))).toEqual([
      { pausedAt: Date.parse(at(9)), answeredAt: Date.parse(at(6)), answer: 'resubmitted' },
    ])
  })

  it('is none once a reviewer took the claim up in between', () => {
    for (const kind of ['review_started', 'taken', 'commented'] as const)
      expect(
        flagged(entry('reviewer', kind, at(7)), entry('reviewer', 'information_requested', at(9))),
      ).toEqual([])
  })

  it('is one still where the claim only went from hand to hand', () => {
    const moves = [entry('reviewer', 'handed_over', at(7)), entry('system', 'lease_ended', at(8))]
    expect(flagged(...moves, entry('reviewer', 'information_requested', at(9)))).toHaveLength(1)
  })

  it('is one where the partner wrote while the claim was under review and nobody had answered', () => {
    const wrote = entry('partner', 'commented', at(3, 15))
    expect(latePausesOf(SUBMITTED, [submitted, begun, wrote, asked])).toEqual([
      { pausedAt: Date.parse(at(4)), answeredAt: Date.parse(at(3, 15)), answer: 'commented' },
    ])
  })

  it('is none where the papers came before the first review, nor while the pause was on already', () => {
    const paper = entry('partner', 'document_added', at(2, 12))
    expect(latePausesOf(SUBMITTED, [submitted, paper, begun, asked])).toEqual([])
    const again = entry('reviewer', 'information_requested', at(5, 12))
    expect(
      latePausesOf(SUBMITTED, [submitted, begun, asked, entry('partner', 'commented', at(5)), again]),
    ).toEqual([])
  })

  it('is one by a question of a case too, unless the party keeps its association', () => {
    const question = (toState: string | null) => entry('reviewer', 'party_asked', at(9), toState)
    expect(flagged(question('partner_action_required'))).toHaveLength(1)
    expect(flagged(question(null))).toEqual([])
  })

  it('does not depend on the order in which entries come', () => {
    const again = entry('reviewer', 'information_requested', at(9))
    expect(latePausesOf(SUBMITTED, [again, answered, asked, begun, submitted])).toHaveLength(1)
  })
})
