import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Program } from '../../../src-preload/contract/vocabulary/words.ts'
import type { Breach, OpenWork, Worker } from './forecast.ts'
import { AS_IT_IS, type TeamForecast } from './teamForecast.ts'

/** Why a claim should go to somebody else. */
export type MoveCause = 'holder_absent' | 'holder_full' | 'holder_unknown' | 'nobody_free'

export interface Move {
  readonly claimId: ClaimId
  readonly from: UserId | null
  readonly to: UserId
  readonly cause: MoveCause
  /** Decisions that whoever gets it makes before it is due, and how many of what they hold is due no later; this claim is not among them. */
  readonly room: { readonly decisions: number; readonly held: number }
}

/** What a lead may set of a person beside their pace. */
export interface Receiver {
  readonly userId: UserId
  /** Empty = all of them. */
  readonly programs: readonly Program[]
}

export interface Balancing {
  readonly forecast: TeamForecast
  readonly work: readonly OpenWork[]
  readonly programOf: (claimId: ClaimId) => Program
  readonly receivers: readonly Receiver[]
  /** How many moves a lead would still look at. */
  readonly atMost: number
}

export interface Proposal {
  readonly moves: readonly Move[]
  readonly before: number
  readonly after: number
}

/** Each try is a forecast of its own, so with more claims there are fewer: whoever asks waits for a second, not for a minute. */
const MOST_TRIES = 400
const CLAIMS_LOOKED_AT = 3_000_000

/**
 * Moves after which fewer claims breach, each of them at least one fewer than before it: those due first are looked at first, and offered
 * to who has most room before they are due, of those present who take their programme; of equals to the one given first. The same
 * claims, people and instant give the same proposal.
 */
export function balance(balancing: Balancing): Proposal {
  const { forecast, atMost, work } = balancing
  const mostTries = Math.min(MOST_TRIES, Math.ceil(CLAIMS_LOOKED_AT / Math.max(1, work.length)))
  const moves: Move[] = []
  const given = new Map<ClaimId, UserId>()
  const before = forecast.of()
  let present = before
  let late = idsOf(before.breaching)
  let tries = 0
  for (const breach of before.breaching) {
    if (moves.length >= atMost || tries >= mostTries) break
    if (!late.has(breach.claimId)) continue
    for (const { userId, room } of offersOf(breach, given, balancing)) {
      tries += 1
      const tried = forecast.of({ ...AS_IT_IS, moves: new Map([...given, [breach.claimId, userId]]) })
      if (tried.breaching.length >= present.breaching.length) continue
      given.set(breach.claimId, userId)
      present = tried
      late = idsOf(tried.breaching)
      const { claimId, heldBy: from } = breach
      moves.push({ claimId, from, to: userId, cause: causeOf(breach, forecast), room })
      break
    }
  }
  return { moves, before: before.breaching.length, after: present.breaching.length }
}

const idsOf = (breaches: readonly Breach[]) => new Set(breaches.map(({ claimId }) => claimId))

/** Nobody is asked after so many who have more room. */
const MOST_OFFERS = 3

function offersOf(
  breach: Breach,
  given: ReadonlyMap<ClaimId, UserId>,
  { forecast, work, programOf, receivers }: Balancing,
): { userId: UserId; room: Move['room'] }[] {
  const program = programOf(breach.claimId)
  const dueAt = forecast.days.until(breach.dueAt)
  return receivers
    .filter(({ userId, programs }) => {
      return userId !== breach.heldBy && (programs.length === 0 || programs.includes(program))
    })
    .flatMap(({ userId }) => {
      const worker = forecast.workers.find((one) => one.userId === userId)
      if (worker === undefined) return []
      const held = work.filter((one) => {
        return (given.get(one.claimId) ?? one.heldBy) === userId && one.dueAt <= breach.dueAt
      }).length
      return [{ userId, room: { decisions: Math.floor(decisionsBy(worker, dueAt) + 1e-9), held } }]
    })
    .filter(({ room }) => room.decisions > room.held)
    .sort((a, b) => b.room.decisions - b.room.held - (a.room.decisions - a.room.held))
    .slice(0, MOST_OFFERS)
}

/** How many decisions somebody makes until a moment. */
export function decisionsBy({ away, perDay }: Worker, until: number): number {
  const sorted = [...away].sort((a, b) => a.from - b.from)
  let at = 0
  let worked = 0
  for (const span of sorted) {
    worked += Math.max(0, Math.min(span.from, until) - at)
    at = Math.max(at, span.to)
  }
  return (worked + Math.max(0, until - at)) * perDay
}

function causeOf({ heldBy, dueAt }: Breach, { workers, days }: TeamForecast): MoveCause {
  if (heldBy === null) return 'nobody_free'
  const holder = workers.find(({ userId }) => userId === heldBy)
  if (holder === undefined) return 'holder_unknown'
  return isAwayUntil(holder, days.until(dueAt)) ? 'holder_absent' : 'holder_full'
}

const isAwayUntil = (worker: Worker, until: number): boolean =>
  worker.away.length > 0 && decisionsBy({ ...worker, perDay: 1 }, until) < until / 2

/**
 * The claims of one reviewer that a lead would move first: those that breach with them, then what is due first; as many as asked for. Null
 * = what nobody holds.
 */
export function firstToMove(
  work: readonly OpenWork[],
  breaching: readonly Breach[],
  from: UserId | null,
  count: number,
): ClaimId[] {
  const urgent = breaching.filter(({ heldBy }) => heldBy === from).map(({ claimId }) => claimId)
  const isUrgent = new Set(urgent)
  const rest = work.filter(({ claimId, heldBy }) => heldBy === from && !isUrgent.has(claimId))
  return [...urgent, ...rest.map(({ claimId }) => claimId)].slice(0, count)
}
