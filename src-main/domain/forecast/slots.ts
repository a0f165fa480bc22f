import type { Worker } from './forecast.ts'
import type { WorkSpan } from './workDays.ts'

/** A decision that a reviewer's pace allows, and when it is made, in business days from now on. */
export interface Slot {
  readonly worker: Worker
  readonly at: number
}

export interface Slots {
  /** The next one of all reviewers; of those at the same moment, that of the one given first. Null = none before the end. */
  next(): Slot | null
  /** Whose slot was given last has nothing to do: no more of theirs. */
  dismiss(): void
}

interface Turn {
  readonly worker: Worker
  readonly place: number
  readonly spans: readonly WorkSpan[]
  made: number
  at: number
}

/** All decisions of all reviewers up to a moment, in the order of time. */
export function slotsOf(workers: readonly Worker[], end: number): Slots {
  const heap: Turn[] = []
  for (const [place, worker] of workers.entries()) {
    if (worker.perDay <= 0) continue
    const turn = { worker, place, spans: spansAtWork(worker.away, end), made: 0, at: 0 }
    if (moveOn(turn)) push(heap, turn)
  }
  let last: Turn | null = null
  return {
    next() {
      if (last !== null && moveOn(last)) push(heap, last)
      last = pop(heap)
      return last === null ? null : { worker: last.worker, at: last.at }
    },
    dismiss() {
      last = null
    },
  }
}

/** What is left of the time up to the end when somebody is away, in order. */
function spansAtWork(away: readonly WorkSpan[], end: number): WorkSpan[] {
  const spans: WorkSpan[] = []
  let from = 0
  for (const span of [...away].sort((a, b) => a.from - b.from)) {
    if (span.from > from) spans.push({ from, to: Math.min(span.from, end) })
    from = Math.max(from, span.to)
  }
  if (from < end) spans.push({ from, to: end })
  return spans.filter((span) => span.from < span.to)
}

/** A hair more than a whole decision is one. */
const ROUNDING = 1e-9

/** To the reviewer's next decision; false = they make none any more. */
function moveOn(turn: Turn): boolean {
  turn.made += 1
  let worked = turn.made / turn.worker.perDay
  for (const { from, to } of turn.spans) {
    if (worked <= to - from + ROUNDING) {
      turn.at = from + worked
      return true
    }
    worked -= to - from
  }
  return false
}

const isBefore = (a: Turn, b: Turn): boolean => a.at < b.at || (a.at === b.at && a.place < b.place)

function push(heap: Turn[], turn: Turn): void {
  let at = heap.push(turn) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = heap[parent]
    if (above === undefined || !isBefore(turn, above)) break
    heap[at] = above
    at = parent
  }
  heap[at] = turn
}

function pop(heap: Turn[]): Turn | null {
  const first = heap[0]
  const last = heap.pop()
  if (first === undefined || last === undefined) return null
  if (heap.length > 0) sink(heap, last)
  return first
}

function sink(heap: Turn[], turn: Turn): void {
  let at = 0
  for (;;) {
    const left = heap[2 * at + 1]
    const right = heap[2 * at + 2]
    const isRight = left !== undefined && right !== undefined && isBefore(right, left)
    const child = isRight ? right : left
    if (child === undefined || !isBefore(child, turn)) break
    heap[at] = child
    at = 2 * at + (isRight ? 2 : 1)
  }
  heap[at] = turn
}
