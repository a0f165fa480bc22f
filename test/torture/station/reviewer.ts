import { randomUUID } from 'node:crypto'
import type { CommandOutcome } from '../../../src-preload/contract/claims.ts'
import type { Reply } from '../../../src-preload/contract/errors.ts'
import type { DecisionDraft } from '../../../src-preload/contract/vocabulary/draftShape.ts'
import { type ClaimId, OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Chances } from '../../../src-main/hub/demo/traffic/chances.ts'
import type { RealStation } from './realStation.ts'
import { THE_CLAIMS } from './smallHub.ts'

/** What was said to be done, after it was answered. */
export type Acknowledged =
  | { readonly did: 'operation'; readonly operationId: string; readonly kind: string; readonly text: string }
  | { readonly did: 'undo'; readonly operationId: string }
  | { readonly did: 'draft'; readonly claimId: string; readonly text: string }

/** How often a refused command is tried again under the same id, as a person does who reads that the disk is full. */
const TRIES = 200

const draftOf = (comment: string): DecisionDraft => ({
  act: 'reject',
  reasons: [],
  comment,
  isCommentOwn: true,
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
})

/** Comments, decides, undoes and drafts as chances will; gives every act to `say` once it was accepted, and nothing before. */
export function createReviewer(station: RealStation, chances: Chances, say: (act: Acknowledged) => void) {
  const held = new Map<ClaimId, OperationId>()
  let refusals = 0
  /** Until it is taken; a refusal must be one of storage. */
  const insist = async (work: () => Promise<Reply>): Promise<unknown> => {
    for (let n = 0; n < TRIES; n += 1) {
      const reply = await work()
      if (reply.ok) return reply.value
      if (reply.error.code !== 'storage') throw new Error(`A command was answered ${reply.error.code}.`)
      refusals += 1
    }
    throw new Error(`A command was refused ${TRIES} times.`)
  }

  async function operate(claimId: ClaimId, kind: 'comment' | 'decide', text: string): Promise<void> {
    const { claim } = (await insist(() => station.dispatch('claims.open', { claimId }))) as {
      claim: { revision: number }
    }
    const on = { claimId, revision: claim.revision, commandId: OperationId.parse(randomUUID()) }
    const outcome = (await insist(() =>
      kind === 'comment'
        ? station.dispatch('claims.comment', { ...on, text, visibility: 'internal', inReplyTo: null })
        : station.dispatch('claims.decide', { ...on, ...decisionOf(text) }),
    )) as CommandOutcome
    if (outcome.outcome !== 'accepted') return
    if (kind === 'decide') held.set(claimId, outcome.operationId)
    const named = kind === 'comment' ? 'comment' : 'request_info'
    say({ did: 'operation', operationId: outcome.operationId, kind: named, text })
  }

  async function undo(claimId: ClaimId, operationId: OperationId): Promise<void> {
    held.delete(claimId)
    const said = (await insist(() => station.dispatch('sync.undo', { operationId }))) as { outcome: string }
    if (said.outcome === 'undone') say({ did: 'undo', operationId })
  }

  async function draft(claimId: ClaimId, text: string): Promise<void> {
    await insist(() => station.dispatch('claims.keepDraft', { claimId, draft: draftOf(text) }))
    say({ did: 'draft', claimId, text })
  }

  return {
    /** How often storage refused so far. */
    refusals: () => refusals,
    async act(n: number): Promise<void> {
      const { claimId } = chances.pick(THE_CLAIMS, 'claim', n).form
      const text = `Words ${n} ${'so to speak '.repeat(Math.floor(chances.share('length', n) * 60))}`.trim()
      const pending = held.get(claimId)
      const what = chances.share('act', n)
      if (what < 0.2) return draft(claimId, text)
      if (what < 0.5) return operate(claimId, 'comment', text)
      return pending === undefined ? operate(claimId, 'decide', text) : undo(claimId, pending)
    },
  }
}

const decisionOf = (comment: string) => ({
  decision: 'request_info' as const,
  reasons: ['POE_MISSING_PRODUCTS' as const],
  comment,
  items: ['i1'],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
})
