import type { Input, Output } from '../../../src-preload/contract/index.ts'
import { maySnoozeUntil, seenOf } from '../../domain/queue/wake.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import { toMs } from '../../store/instants.ts'
import { putSnooze, removeSnooze } from '../../store/snoozesRepo.ts'
import type { Core } from '../core.ts'
import { tellOf } from '../sync/tellOf.ts'

/** Puts claims off, or brings them back. Everybody may: it changes what one person sees, not the claim. */
export function snooze(core: Core, { claimIds, until }: Input<'claims.snooze'>): Output<'claims.snooze'> {
  const at = core.ports.clock.now()
  const untilAt = until === null ? null : toMs(until)
  if (untilAt !== null && !maySnoozeUntil(untilAt, at)) return { outcome: 'no_such_time', claims: 0 }
  const { userId } = core.session.user()
  const changed = core.store.write((store) =>
    [...new Set(claimIds)].filter((claimId) => {
      const claim = findClaim(store, claimId)
      if (claim === null) return false
      if (untilAt === null) {
        if (!removeSnooze(store, userId, claimId)) return false
      } else putSnooze(store, { userId, claimId, untilAt, snoozedAt: at, seen: seenOf(claim.record) })
      const act = untilAt === null ? 'snooze ended' : 'claim snoozed'
      appendAudit(store, { at, actor: userId, act, claimId, facts: { until } })
      return true
    }),
  )
  tellOf(core, { claims: changed, cases: [] })
  return { outcome: 'done', claims: changed.length }
}
