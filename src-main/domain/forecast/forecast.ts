import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { type Slots, slotsOf } from './slots.ts'
import type { WorkDays, WorkSpan } from './workDays.ts'

/** A claim that waits for a reviewer, with the first clock that the team can miss. */
export interface OpenWork {
  readonly claimId: ClaimId
  /** Epoch milliseconds. */
  readonly dueAt: number
  /** Null = whoever is free next takes it. */
  readonly heldBy: UserId | null
}

/** Somebody who decides claims. */
export interface Worker {
  readonly userId: UserId
  /** Decisions a business day. */
  readonly perDay: number
  /** When they do not work, in business days from now on. */
  readonly away: readonly WorkSpan[]
}

export interface Breach {
  readonly claimId: ClaimId
  readonly dueAt: number
  readonly heldBy: UserId | null
}

/** Of one reviewer, or of what nobody holds (`userId` null). */
export interface Share {
  readonly userId: UserId | null
  readonly open: number
  /** Among the open ones, past their due instant now. */
  readonly overdue: number
  readonly breaching: number
}

export interface Forecast {
  /** Due by the day that was asked for, or overdue now. */
  readonly open: number
  readonly overdue: number
  /** What will be overdue then and is not now, in the order of the queue. */
  readonly breaching: readonly Breach[]
  /** Those who hold something, in the order in which they were given, then what nobody holds. */
  readonly shares: readonly Share[]
}

export interface Asked {
  /** In the order of the queue: due first. What is due after `until` cannot stand in the way of anything and may be left out. */
  readonly work: readonly OpenWork[]
  readonly workers: readonly Worker[]
  readonly days: WorkDays
  readonly now: number
  readonly until: number
}

/**
 * What breaches by `until` when each reviewer goes on at their pace: they work down what they hold and what nobody holds together, due
 * first; a claim is done when its reviewer's pace has brought them there. Claims that wait for a partner or an arbitration are no work, and
 * their clocks stand still or are not the reviewers'; whoever asks leaves them out. What is not submitted yet is not known.
 */
export function forecastOf(asked: Asked): Forecast {
  const { work, now, until } = asked
  const queues = queuesOf(work, until)
  const doneAt = workDown(queues, asked)
  const breaching: Breach[] = []
  const counts = new Map<UserId | null, { open: number; overdue: number; breaching: number }>()
  let overdue = 0
  for (const [at, { claimId, dueAt, heldBy }] of queues.due.entries()) {
    const count = counts.get(heldBy) ?? { open: 0, overdue: 0, breaching: 0 }
    counts.set(heldBy, count)
    count.open += 1
    if (dueAt <= now) {
      overdue += 1
      count.overdue += 1
    } else if ((doneAt[at] ?? Number.POSITIVE_INFINITY) > asked.days.until(dueAt) + ROUNDING) {
      count.breaching += 1
      breaching.push({ claimId, dueAt, heldBy })
    }
  }
  return { open: queues.due.length, overdue, breaching, shares: sharesOf(counts, asked.workers) }
}

/** The tenth of ten claims a day is done at the end of the day, also where ten tenths are not quite one. */
const ROUNDING = 1e-9

interface Queues {
  readonly due: readonly OpenWork[]
  /** Places in `due`. */
  readonly free: readonly number[]
  readonly held: ReadonlyMap<UserId, readonly number[]>
}

function queuesOf(work: readonly OpenWork[], until: number): Queues {
  const due: OpenWork[] = []
  const free: number[] = []
  const held = new Map<UserId, number[]>()
  for (const one of work) {
    if (one.dueAt > until) continue
    const at = due.push(one) - 1
    if (one.heldBy === null) free.push(at)
    else {
      const own = held.get(one.heldBy)
      if (own === undefined) held.set(one.heldBy, [at])
      else own.push(at)
    }
  }
  return { due, free, held }
}

/**
 * When each claim is done, in business days from now on; infinity = not by then. Each decision of each reviewer, in the order of time,
 * goes to what is due first of what they hold and what nobody holds: so one reviewer more, or a faster one, never makes a claim later.
 */
function workDown({ due, free, held }: Queues, { workers, days, until }: Asked): Float64Array {
  const doneAt = new Float64Array(due.length).fill(Number.POSITIVE_INFINITY)
  const nextOwn = new Map<UserId, number>()
  let nextFree = 0
  const slots: Slots = slotsOf(workers, days.until(until))
  for (let slot = slots.next(); slot !== null; slot = slots.next()) {
    const { userId } = slot.worker
    const ownPlace = nextOwn.get(userId) ?? 0
    const own = held.get(userId)?.[ownPlace]
    const freeOne = free[nextFree]
    if (own === undefined && freeOne === undefined) {
      slots.dismiss()
      continue
    }
    const isOwn = freeOne === undefined || (own !== undefined && own < freeOne)
    if (isOwn) nextOwn.set(userId, ownPlace + 1)
    else nextFree += 1
    doneAt[(isOwn ? own : freeOne) ?? 0] = slot.at
  }
  return doneAt
}

function sharesOf(
  counts: ReadonlyMap<UserId | null, Omit<Share, 'userId'>>,
  workers: readonly Worker[],
): Share[] {
  const known = workers.map(({ userId }) => userId)
  const gone = [...counts.keys()].filter((userId) => userId !== null && !known.includes(userId))
  return [...known, ...gone.sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1)), null].flatMap((userId) => {
    const count = counts.get(userId)
    return count === undefined ? [] : [{ userId, ...count }]
  })
}
