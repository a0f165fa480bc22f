import type { OpenDispute } from '../../../src-preload/contract/related.ts'
import { decidersOf, isOwnDispute } from '../../domain/claim/secondPerson.ts'
import { listDisputes, type StoredDispute } from '../../store/disputesRepo.ts'
import { toInstantOrNull } from '../../store/instants.ts'
import { findPolicy } from '../../store/referenceRepo.ts'
import type { Core } from '../core.ts'

/** Every dispute that waits for an answer, and who may give it: the guard's own rule, before anybody runs into it. */
export function openDisputes({ store, session }: Pick<Core, 'store' | 'session'>): OpenDispute[] {
  const { userId } = session.user()
  const others = session.colleagues()
  return store.read((s) =>
    listDisputes(s).flatMap((stored) => {
      const { dispute } = stored.matters
      if (dispute === null) return []
      const policy = findPolicy(s, stored.policy)
      return [
        {
          ...shownDispute(stored),
          openedAt: dispute.openedAt,
          isBarred: policy !== null && isOwnDispute(stored, userId, policy),
          deciders: policy === null ? [] : decidersOf(stored, others, policy),
        },
      ]
    }),
  )
}

type Told = Omit<OpenDispute, 'openedAt' | 'isBarred' | 'deciders'>

function shownDispute(stored: StoredDispute): Told {
  const { claimId, claimName, customerName, partnerName, state, subState, revision, newPapers } = stored
  const { assigned, clocks, matters, rejectedBy } = stored
  const { rejection } = matters
  const byUserId = rejection?.byUserId ?? null
  return {
    claimId,
    claimName,
    customerName,
    partnerName,
    state,
    subState,
    revision,
    newPapers,
    clock: clocks[0] ?? null,
    reasons: rejection?.reasons ?? [],
    rejectedAt: rejection?.at ?? null,
    firstDecider: byUserId === null ? null : { userId: byUserId, name: rejectedBy ?? byUserId },
    assignedTo: assigned === null ? null : { ...assigned, until: toInstantOrNull(assigned.until) },
  }
}
