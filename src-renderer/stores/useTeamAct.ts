import { useRef, useState } from 'react'
import type { CommandOutcome } from '../../src-preload/contract/claims.ts'
import type { Block } from '../../src-preload/contract/vocabulary/blockShape.ts'
import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { TeamAct } from '../../src-preload/contract/vocabulary/words.ts'
import { type BridgeError, failureOf } from '../bridge/bridgeError.ts'
import { attemptIds } from './attemptIds.ts'
import { useStores } from './Stores.tsx'

/** A claim as it was shown when somebody acted on it. */
export interface ActedOn {
  readonly claimId: ClaimId
  readonly claimName: string
  readonly revision: number
  /** Of a hand-over; null otherwise. */
  readonly toUserId: UserId | null
}

/** What an act was not done to after all. `why`: null = the claim is gone, or it changed meanwhile. */
export interface NotDone {
  readonly claim: ActedOn
  readonly why: readonly Block[] | 'stale' | 'gone'
}

/** How an act on the team went. */
export type ActResult =
  | { readonly kind: 'done'; readonly notDone: readonly NotDone[] }
  | { readonly kind: 'failed'; readonly error: BridgeError }

/** Does a lead's act on one or many claims, and offers to take all of it back. */
export function useTeamAct() {
  const { client, undo } = useStores()
  const attempts = useRef(attemptIds())
  const [isBusy, setBusy] = useState(false)
  const send = async (act: TeamAct, reason: string, claims: readonly ActedOn[]): Promise<ActResult> => {
    const tried = claims.map((claim) => ({ claim, attempt: attempts.current.of(act, reason, claim) }))
    const { outcomes } = await client.call('team.act', {
      act,
      reason,
      claims: tried.map(({ claim: { claimId, revision, toUserId }, attempt }) => {
        return { claimId, revision, toUserId, commandId: attempt.id }
      }),
    })
    for (const { attempt } of tried) attempts.current.forget(attempt)
    const answered = claims.map((claim, at) => ({ claim, outcome: outcomes[at]?.outcome ?? null }))
    const [first, ...also] = answered.flatMap(({ claim, outcome }) =>
      outcome?.outcome === 'accepted' ? [{ claim, ...outcome }] : [],
    )
    if (first !== undefined)
      undo.getState().show({
        operationId: first.operationId,
        also: also.map(({ operationId }) => operationId),
        claimId: first.claim.claimId,
        claimName: first.claim.claimName,
        act,
        holdUntil: first.holdUntil,
      })
    return { kind: 'done', notDone: answered.flatMap(notDoneOf) }
  }
  const run = async (...asked: Parameters<typeof send>): Promise<ActResult> => {
    setBusy(true)
    try {
      return await send(...asked)
    } catch (thrown) {
      return { kind: 'failed', error: failureOf(thrown) }
    } finally {
      setBusy(false)
    }
  }
  return { run, isBusy }
}

function notDoneOf({
  claim,
  outcome,
}: {
  readonly claim: ActedOn
  readonly outcome: CommandOutcome | null
}): NotDone[] {
  if (outcome?.outcome === 'accepted') return []
  return [{ claim, why: outcome === null ? 'gone' : outcome.outcome === 'stale' ? 'stale' : outcome.blocks }]
}
