import type { Core } from '../core.ts'
import { learnReviews } from '../quality/ownReviews.ts'
import { askingAs } from './asking.ts'
import { compareStates } from './compareStates.ts'
import { heedOrder } from './heedOrder.ts'
import { fetchDemoPeople, fetchMe, fetchTeam } from './hubClient.ts'
import { renewLeases } from './leases.ts'
import { pull } from './pull.ts'
import { pullReference } from './pullReference.ts'
import { push } from './push.ts'
import { sendReads } from './sendReads.ts'
import type { SyncMemory } from './syncMemory.ts'
import { learnRooms, reportPresence } from './teamNews.ts'

/** How long what the hub said of people holds. It checks every role anew whatever is known here. */
const PEOPLE_MS = 5 * 60_000
/** How often states are compared while nothing else happens. The hub reads every claim for it, so seldom enough for many of us. */
const COMPARE_MS = 4 * 3_600_000

/**
 * One round with the hub: who is there, what leaves, whose work goes on, what claims are judged by, what is new, whether both have
 * the same. Gives back how many claims came. Rejects with HubUnavailable, and with WipeBegun before anything else is asked.
 */
export async function exchange(core: Core, memory: SyncMemory, shouldStop: () => boolean): Promise<number> {
  await heedOrder(core)
  // Who is of the team must not keep back what was said, nor an operation that the hub cannot take now the news.
  const learned = await Promise.allSettled([learnPeople(core, memory)])
  const pushed = await Promise.allSettled([push(core, shouldStop)])
  const told = await Promise.allSettled([reportPresence(core, memory)])
  await renewLeases(core, memory)
  await learnOwnReviews(core, memory, pushed[0].status === 'fulfilled' ? pushed[0].value : 0)
  await pullReference(core)
  const { claims } = await pull(core, shouldStop)
  for (const result of [...learned, ...pushed, ...told]) if (result.status === 'rejected') throw result.reason
  // Last, so that no decision and no news stands behind it.
  if (!shouldStop()) await sendReads(core, memory)
  if (!shouldStop() && isTimeToCompare(core, memory, claims)) await compare(core, memory, shouldStop)
  return claims
}

function isTimeToCompare(core: Core, { shouldCompare, comparedAt }: SyncMemory, claims: number): boolean {
  return shouldCompare || (claims === 0 && core.ports.clock.now() - comparedAt >= COMPARE_MS)
}

async function compare(core: Core, memory: SyncMemory, shouldStop: () => boolean): Promise<void> {
  // Before the work: who asks while it goes on asks for another one.
  memory.shouldCompare = false
  memory.comparedAt = core.ports.clock.now()
  await compareStates(core, shouldStop)
}

/** Whoever has just said a word may know what the first one was. @param settled how many operations were answered in this round. */
async function learnOwnReviews(core: Core, memory: SyncMemory, settled: number): Promise<void> {
  const { userId } = core.session.user()
  const now = core.ports.clock.now()
  const { reviews } = memory
  if (settled === 0 && reviews?.as === userId && now - reviews.askedAt < PEOPLE_MS) return
  await learnReviews(core)
  memory.reviews = { askedAt: now, as: userId }
}

async function learnPeople(core: Core, memory: SyncMemory): Promise<void> {
  const { userId } = core.session.user()
  const now = core.ports.clock.now()
  const { people } = memory
  if (people !== null && people.as === userId && now - people.askedAt < PEOPLE_MS) return
  const asking = askingAs(core)
  const demo = await fetchDemoPeople(asking)
  const team = (await fetchTeam(asking)) ?? demo
  const isNamed = [...team, ...demo].some((person) => person.userId === userId)
  const me = isNamed ? null : await fetchMe(asking)
  core.session.learn({ people: demo, team: me === null ? team : [...team, me] })
  await learnRooms(core)
  memory.people = { askedAt: now, as: userId }
}
