import { z } from 'zod'
import type { User } from '../../../src-preload/contract/session.ts'
import { type ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { NO_ROOM_SET, Room } from '../../../src-preload/contract/vocabulary/roomShape.ts'
import { type Calendar, daysOf } from '../../domain/clocks/calendar.ts'
import { type MadeDecision, type Member, paceWindow } from '../../domain/forecast/pace.ts'
import type { OpenWork } from '../../domain/forecast/forecast.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { listWaiting } from '../../store/outboxRepo.ts'
import { findValue } from '../../store/profileRepo.ts'
import { findTeamCalendar, listMadeDecisions, listOpenWork } from '../../store/teamRepo.ts'
import type { Core } from '../core.ts'
import { readAction } from '../sync/operationRequest.ts'

const KeptRooms = z.array(z.object({ userId: UserId, revision: z.int(), room: Room }))
export type KeptRoom = z.infer<typeof KeptRooms>[number]

/** As the hub said last. */
export const keptRooms = (store: ReadStore): KeptRoom[] => findValue(store, 'rooms', KeptRooms) ?? []

/** Everybody of the team who decides claims, in the order of their names. */
export function reviewersOf({ session }: Pick<Core, 'session'>): User[] {
  return [session.user(), ...session.colleagues()]
    .filter(({ role }) => roleMay(role, 'take'))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.userId < b.userId ? -1 : 1))
}

/** A reviewer with what a lead has set. */
export interface Colleague {
  readonly user: User
  readonly revision: number
  readonly room: Room
}

export function colleaguesOf(core: Core, store: ReadStore): Colleague[] {
  const rooms = keptRooms(store)
  return reviewersOf(core).map((user) => {
    const kept = rooms.find(({ userId }) => userId === user.userId)
    return { user, revision: kept?.revision ?? 0, room: kept?.room ?? NO_ROOM_SET }
  })
}

export const memberOf = ({ user, room }: Colleague): Member => ({
  userId: user.userId,
  name: user.name,
  claimsADay: room.claimsADay,
  absences: room.absences,
})

/** Everything that forecast, load and balance rest on. */
export interface AtWork {
  readonly calendar: Calendar
  /** By the hub's clock, by which claims are due. */
  readonly now: number
  readonly colleagues: readonly Colleague[]
  readonly decisions: readonly MadeDecision[]
  /** @param until epoch milliseconds. */
  workUntil(until: number): OpenWork[]
}

/** Later than everything that is due, and before what has no due instant. */
export const ANY_TIME = Number.MAX_SAFE_INTEGER - 2

/** Null = no calendar is here yet. */
export function teamAtWork(core: Core, store: ReadStore): AtWork | null {
  const calendar = findTeamCalendar(store)
  if (calendar === null) return null
  const now = core.ports.clock.now() + (core.hubClock.offsetMs() ?? 0)
  const window = paceWindow(calendar, now)
  return {
    calendar,
    now,
    colleagues: colleaguesOf(core, store),
    decisions: listMadeDecisions(store, window.from, window.to),
    workUntil: (until) => withOwnHandOvers(store, listOpenWork(store, until, now)),
  }
}

/** What was handed over here and has not reached the hub yet shows already: a lead who moves claims sees what that changes. */
function withOwnHandOvers(store: ReadStore, work: OpenWork[]): OpenWork[] {
  const handed = new Map<ClaimId, UserId>()
  for (const { claimId, kind, content } of listWaiting(store, null)) {
    const action = kind === 'hand_over' ? readAction(content) : null
    if (action?.kind === 'hand_over') handed.set(claimId, action.toUserId)
  }
  if (handed.size === 0) return work
  return work.map((one) => ({ ...one, heldBy: handed.get(one.claimId) ?? one.heldBy }))
}

const DAY_MS = 86_400_000

/** The last instant of a day of the team. @param day ISO date. */
export function endOfDay(calendar: Calendar, day: string): number {
  return daysOf(calendar).startOf(Date.parse(day) / DAY_MS + 1)
}

/** Today as the team's calendar counts days. */
export const dayNow = ({ calendar, now }: Pick<AtWork, 'calendar' | 'now'>): number =>
  daysOf(calendar).dayAt(now)
