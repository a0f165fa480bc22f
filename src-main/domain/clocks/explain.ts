import type { ClockSegment } from '../../../src-preload/contract/vocabulary/clockShape.ts'
import { pausesOf } from './businessTime.ts'
import { type Calendar, daysOf, type Span } from './calendar.ts'
import { type ClaimTimer, courseOfTimer } from './claimTimer.ts'

type Piece = Omit<ClockSegment, 'phase'>

/**
 * Where a clock's time went and goes, from its event on: half open, in order, without a gap, so that the lengths up to `at` are
 * exactly the wall time since the event.
 *
 * A weekend or holiday stays one while the partner is asked: *waiting* is the business time that the partner took, and *running* is
 * the business time that counts, so that the elapsed running pieces are exactly the time used. Reaches to the due instant or,
 * where that is past, to `at`. While a request is open nothing lies ahead, since there is no due instant.
 */
export function explainClock(timer: ClaimTimer, calendar: Calendar, at: number): ClockSegment[] {
  const { dueAt, frozenAt } = courseOfTimer(timer, calendar)
  // A request that came after the due instant no longer moves it.
  const due = frozenAt === null || frozenAt > dueAt ? dueAt : null
  const end = due === null ? at : Math.max(at, due)
  const pieces =
    timer.unit === 'business_days' ? businessPieces(timer, calendar, end) : throughout(timer, end)
  const phased = pieces
    .flatMap((piece) => cut(piece, at))
    .flatMap((piece) => (due === null ? [piece] : cut(piece, due)))
    .map((piece) => ({ ...piece, phase: phaseOf(piece, at, due) }))
  return merged(phased)
}

function phaseOf({ from }: Span, at: number, due: number | null): ClockSegment['phase'] {
  if (from >= at) return 'ahead'
  return due !== null && from >= due ? 'overdue' : 'elapsed'
}

function throughout({ startedAt }: ClaimTimer, end: number): Piece[] {
  return startedAt < end ? [{ kind: 'running', name: null, from: startedAt, to: end }] : []
}

function businessPieces({ startedAt, waits }: ClaimTimer, calendar: Calendar, end: number): Piece[] {
  const days = daysOf(calendar)
  const { pauses, frozenAt } = pausesOf(waits)
  const open = frozenAt === null ? [] : [{ from: frozenAt, to: Number.POSITIVE_INFINITY }]
  const pieces: Piece[] = []
  for (let day = days.dayAt(startedAt); days.startOf(day) < end; day += 1) {
    const from = Math.max(days.startOf(day), startedAt)
    const to = Math.min(days.startOf(day + 1), end)
    // Of a day that the zone skipped nothing is left.
    if (from >= to) continue
    const closure = days.closureOf(day)
    if (closure === null) pieces.push(...workPieces({ from, to }, [...pauses, ...open]))
    else pieces.push({ ...closure, from, to })
  }
  return pieces
}

/** A piece of a business day, cut where pauses begin and end. */
function workPieces(span: Span, pauses: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let from = span.from
  for (const pause of pauses) {
    if (pause.to <= from || pause.from >= span.to) continue
    if (from < pause.from) pieces.push({ kind: 'running', name: null, from, to: pause.from })
    const to = Math.min(pause.to, span.to)
    pieces.push({ kind: 'waiting_for_partner', name: null, from: Math.max(from, pause.from), to })
    from = to
  }
  if (from < span.to) pieces.push({ kind: 'running', name: null, from, to: span.to })
  return pieces
}

function cut(piece: Piece, at: number): Piece[] {
  if (at <= piece.from || at >= piece.to) return [piece]
  return [
    { ...piece, to: at },
    { ...piece, from: at },
  ]
}

function merged(segments: readonly ClockSegment[]): ClockSegment[] {
  const whole: ClockSegment[] = []
  for (const segment of segments) {
    const before = whole.at(-1)
    const isSame =
      before?.kind === segment.kind && before.name === segment.name && before.phase === segment.phase
    if (isSame) whole.splice(-1, 1, { ...before, to: segment.to })
    else whole.push(segment)
  }
  return whole
}
