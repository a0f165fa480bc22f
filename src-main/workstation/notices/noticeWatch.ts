import { z } from 'zod'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Crossing, NoticeContent } from '../../../src-preload/contract/vocabulary/noticeShape.ts'
import { mayLead } from '../../domain/claim/roles.ts'
import { quietMinutesLeft } from '../../domain/notices/quietHours.ts'
import {
  addNotice,
  forgetToldBefore,
  listHeldBack,
  listOwnClocks,
  listTeamClocks,
  markTold,
  removeNotice,
  type WatchedClaim,
} from '../../store/noticesRepo.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import type { Core } from '../core.ts'
import { createWorker, type Worker } from '../worker.ts'
import { digestOf, type Look, newCrossings, newWords, nextMark } from './gatherNotices.ts'
import { showNotices } from './showNotices.ts'

/** What came while a feed was behind is told late rather than never: a claim may be handed over just before a mark of it. */
const LATE_MS = 10 * 60_000
/** Looks are no nearer to one another and no farther apart, whatever the clocks say. */
const SOONEST_MS = 1_000
const LATEST_MS = 15 * 60_000
/** Changes come in bursts: looking at them takes one part in so many of the time. */
const PATIENCE = 20
/** No clock runs as long. */
const FORGOTTEN_AFTER_MS = 400 * 86_400_000
/** Claims of a team are read in pieces: between two of them whoever waits for rows gets their turn. */
const PIECE = 2_000

const ToldUntil = z.record(z.string(), z.int())

/**
 * Looks at the clocks of the claims that whoever works here holds (a lead: of the team) when the next of them reaches a mark, and tells what
 * was passed since the last look as one message: after a sleep or a restart that is all of it, and none of it twice. `kick`: something may
 * be new.
 */
export function createNoticeWatch(core: Core): Worker {
  const { clock, log } = core.ports
  let callOff: () => void = () => undefined
  let isGathering = false
  let tookMs = 0
  const worker: Worker = createWorker('looking at clocks', log, async () => {
    isGathering = false
    const startedAt = clock.now()
    const wait = await lookAtClocks(core)
    tookMs = Math.max(0, clock.now() - startedAt)
    if (!isGathering) alarm(wait)
  })
  const alarm = (ms: number) => {
    callOff()
    if (!core.ending.aborted) callOff = clock.after(ms, worker.kick)
  }
  core.ending.addEventListener('abort', () => callOff(), { once: true })
  worker.kick()
  return {
    kick() {
      if (isGathering) return
      isGathering = true
      alarm(Math.max(SOONEST_MS, PATIENCE * tookMs))
    },
    rest: () => worker.rest(),
  }
}

/** Tells what is to be told, and gives back after how many milliseconds there may be more. */
export async function lookAtClocks(core: Core): Promise<number> {
  const { userId, role } = core.session.user()
  const local = core.ports.clock.now()
  const now = local + (core.hubClock.offsetMs() ?? 0)
  const until = core.store.read((s) => findValue(s, 'told_until', ToldUntil)) ?? {}
  // The first look tells nothing of what was before it.
  const after = (until[userId] ?? now + LATE_MS) - LATE_MS
  const look: Look = { userId, isLead: mayLead(role), after, now }
  const crossings: Crossing[] = []
  let next = Number.POSITIVE_INFINITY
  for await (const claims of watchedClaims(core, look)) {
    crossings.push(...core.store.write((s) => newCrossings(s, claims, look)))
    next = Math.min(next, nextMark(claims, now))
  }
  const quietMs = quietMinutesLeft(core.session.settings().quietHours, minuteOfDay(local)) * 60_000
  const told = core.store.write((store) => {
    const words = newWords(core, store, look)
    putValue(store, 'told_until', { ...until, [userId]: now })
    forgetToldBefore(store, now - FORGOTTEN_AFTER_MS)
    return settle(store, { userId, now, isQuiet: quietMs > 0 }, crossings, words)
  })
  if (told.length > 0) {
    core.emit('notices.changed', {})
    await showNotices(core, told)
  }
  const wait = Math.min(next - now, quietMs > 0 ? quietMs : Number.POSITIVE_INFINITY)
  return Math.min(LATEST_MS, Math.max(SOONEST_MS, wait))
}

/** By the wall of whoever sits here. */
const minuteOfDay = (ms: number): number => {
  const at = new Date(ms)
  return at.getHours() * 60 + at.getMinutes()
}

async function* watchedClaims(core: Core, { userId, isLead }: Look): AsyncGenerator<readonly WatchedClaim[]> {
  if (!isLead) {
    yield core.store.read((s) => listOwnClocks(s, userId))
    return
  }
  let from: { dueSort: number; claimId: string } | null = { dueSort: 0, claimId: '' }
  while (from !== null && !core.ending.aborted) {
    const place: { dueSort: number; claimId: string } = from
    const piece = core.store.read((s) => listTeamClocks(s, place, PIECE))
    yield piece.claims
    from = piece.next
    await new Promise((resolve) => setImmediate(resolve))
  }
}

interface Telling {
  readonly userId: UserId
  readonly now: number
  readonly isQuiet: boolean
}

/** What is told now. In quiet hours everything waits, and of all that was crossed one message is made in the end. */
function settle(
  store: WriteStore,
  { userId, now, isQuiet }: Telling,
  crossings: readonly Crossing[],
  words: readonly NoticeContent[],
): NoticeContent[] {
  const waiting = listHeldBack(store, userId)
  const earlier = waiting.flatMap(({ content }) => (content.kind === 'digest' ? content.crossings : []))
  const digest = crossings.length === 0 && isQuiet ? null : digestOf([...earlier, ...crossings])
  const toldAt = isQuiet ? null : now
  const told: NoticeContent[] = []
  for (const { noticeId, content } of waiting) {
    if (content.kind === 'digest') {
      if (digest !== null) removeNotice(store, noticeId)
    } else if (!isQuiet) {
      markTold(store, noticeId, now)
      told.push(content)
    }
  }
  const fresh = digest === null ? [...words] : [...words, digest]
  for (const content of fresh) addNotice(store, { userId, madeAt: now, toldAt, content })
  return isQuiet ? [] : [...told, ...fresh]
}
