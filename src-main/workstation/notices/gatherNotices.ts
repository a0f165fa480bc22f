import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  CROSSED_SHARES,
  type Crossing,
  type NoticeContent,
} from '../../../src-preload/contract/vocabulary/noticeShape.ts'
import { gravestOf, marksOf } from '../../domain/notices/crossings.ts'
import { toInstant } from '../../store/instants.ts'
import { listNudges, noteTold, type WatchedClaim } from '../../store/noticesRepo.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { listRaised } from '../../store/teamRepo.ts'
import type { Core } from '../core.ts'

/** For whom one looks, from when on, and when. Epoch milliseconds by the hub's clock. */
export interface Look {
  readonly userId: UserId
  readonly isLead: boolean
  readonly after: number
  readonly now: number
}

/** Marks that were passed and that the person was not told of; they count as told from here on. */
export function newCrossings(store: WriteStore, claims: readonly WatchedClaim[], look: Look): Crossing[] {
  const { userId, after, now } = look
  return claims.flatMap(({ claimId, claimName, clocks }) =>
    clocks.flatMap((clock) => {
      const startedAt = Date.parse(clock.startedAt)
      return marksOf(clock)
        .filter(({ at }) => at > after && at <= now)
        .filter(({ share }) =>
          noteTold(store, { userId, claimId, timer: clock.timer, startedAt, share }, now),
        )
        .map(({ share, at }) => ({ claimId, claimName, timer: clock.timer, share, at: toInstant(at) }))
    }),
  )
}

/** The next mark of these claims; infinity = none. */
export function nextMark(claims: readonly WatchedClaim[], now: number): number {
  let next = Number.POSITIVE_INFINITY
  for (const { clocks } of claims)
    for (const clock of clocks) for (const { at } of marksOf(clock)) if (at > now && at < next) next = at
  return next
}

/** A list that somebody still reads; the counts have them all. */
const MOST_NAMED = 100

/** Null = nothing was crossed. */
export function digestOf(crossings: readonly Crossing[]): Extract<NoticeContent, { kind: 'digest' }> | null {
  const gravest = gravestOf(crossings)
  if (gravest.length === 0) return null
  const counts = CROSSED_SHARES.flatMap((share) => {
    const claims = new Set(gravest.filter((one) => one.share === share).map(({ claimId }) => claimId)).size
    return claims === 0 ? [] : [{ share, claims }]
  })
  return { kind: 'digest', crossings: gravest.slice(0, MOST_NAMED), counts }
}

/** Words of a lead to this person, and of others to a lead, of which they were not told. */
export function newWords(core: Core, store: WriteStore, look: Look): NoticeContent[] {
  const { userId, isLead, now } = look
  const people = [core.session.user(), ...core.session.colleagues()]
  const nameOf = (id: UserId) => people.find((one) => one.userId === id)?.name ?? id
  const isNew = (claimId: ClaimId, timer: string, at: string) =>
    noteTold(store, { userId, claimId, timer, startedAt: Date.parse(at), share: 0 }, now)
  const nudges = listNudges(store, userId)
    .filter(({ nudge, claimId }) => nudge.toUserId === userId && isNew(claimId, 'nudge', nudge.at))
    .map(({ claimId, claimName, nudge }): NoticeContent => {
      return { kind: 'nudge', claimId, claimName, byName: nameOf(nudge.byUserId), reason: nudge.reason }
    })
  if (!isLead) return nudges
  const raised = listRaised(store)
    .filter(({ escalation, claimId }) => {
      return escalation.byUserId !== userId && isNew(claimId, 'escalation', escalation.at)
    })
    .map(({ claimId, claimName, escalation: { byUserId, reason } }): NoticeContent => {
      return { kind: 'escalation', claimId, claimName, byName: nameOf(byUserId), reason }
    })
  return [...nudges, ...raised]
}
