import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  type OperationAction,
  type OperationRequest,
  OperationResult,
} from '../../../src-main/hub/api/operations.ts'
import type { HubClaim } from '../../../src-main/hub/claims/hubClaim.ts'
import type { Chances } from '../../../src-main/hub/demo/traffic/chances.ts'
import type { HubPort } from '../../../src-main/workstation/ports.ts'
import {
  anOperation,
  approve,
  comment,
  reject,
  requestInfo,
  startReview,
} from '../../builders/hub/hubClaim.ts'

/** One operation, and every answer that a copy of it got. */
export interface SentOperation {
  readonly claimId: string
  readonly request: OperationRequest
  /** Said by nothing else; null where it has no words. */
  readonly words: string | null
  readonly answers: OperationResult[]
}

export interface SenderWishes {
  readonly name: string
  readonly user: string
  readonly hub: HubPort
  readonly claims: readonly HubClaim[]
  readonly chances: Chances
}

/** How far a copy may fall behind its turn, and how many are under way at once. */
const WINDOW = 12
const AT_ONCE = 3
const MOST_COPIES = 5
const MOST_TRIES = 200

/** What is done to each claim: a review, words, a decision, words. */
export const STEPS = 4

const Problem = z.object({ code: z.string() })

/**
 * Sends every operation of these claims one to five times, out of turn, several at once, and each until it was answered. Resolves
 * when all are; what was answered otherwise than an operation should be is told to `onWrong`.
 */
export async function sendAll(
  wishes: SenderWishes,
  onWrong: (wrong: string) => void,
): Promise<SentOperation[]> {
  const { name, chances, hub, user } = wishes
  const sent = operationsOf(wishes)
  const copies = sent
    .flatMap((operation, at) => {
      const times = 1 + Math.floor(chances.share(name, 'copies', at) * MOST_COPIES)
      return Array.from({ length: times }, (_, copy) => ({
        operation,
        turn: at + chances.share(name, 'turn', at, copy) * WINDOW,
      }))
    })
    .sort((a, b) => a.turn - b.turn)
  const tries = new Map<SentOperation, number>()
  const sendOne = async (operation: SentOperation): Promise<void> => {
    const path = `/v1.0/claims/${operation.claimId}/operations`
    const body = JSON.stringify(operation.request)
    const answer = await hub.request(UserId.parse(user), path, { method: 'POST', body }).catch(() => null)
    const said: unknown = await answer?.json().catch(() => null)
    if (answer?.ok && said !== null) return void operation.answers.push(OperationResult.parse(said))
    const code = Problem.safeParse(said).data?.code ?? null
    if (code !== null && code !== 'sequence_gap')
      onWrong(`${operation.request.operationId} was answered ${code}`)
    if (operation.answers.length > 0) return
    // Lost, or too early: an operation that nobody answered is sent again.
    const times = (tries.get(operation) ?? 0) + 1
    tries.set(operation, times)
    if (times < MOST_TRIES) copies.push({ operation, turn: 0 })
    else onWrong(`${operation.request.operationId} was not answered in ${times} tries`)
  }
  const work = async () => {
    for (let next = copies.shift(); next !== undefined; next = copies.shift()) await sendOne(next.operation)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return sent
}

/** Numbered in turn, each made as if all before it had been applied. */
function operationsOf({ name, claims, chances }: SenderWishes): SentOperation[] {
  const clientId = randomUUID()
  const made: SentOperation[] = []
  for (let block = 0; block < claims.length; block += WINDOW)
    for (let step = 0; step < STEPS; step += 1)
      for (const claim of claims.slice(block, block + WINDOW)) {
        const words = `${name} ${made.length} ${randomUUID()}`
        const action = actionOf(claim, step, words, chances)
        const request = anOperation(claim, action, {
          clientId,
          sequence: made.length + 1,
          claimRevision: claim.revision + step,
        })
        const isWorded = 'text' in action || ('comment' in action && action.comment !== '')
        made.push({ claimId: claim.form.claimId, request, words: isWorded ? words : null, answers: [] })
      }
  return made
}

function actionOf(claim: HubClaim, step: number, words: string, chances: Chances): OperationAction {
  if (step === 0) return startReview
  if (step !== 2) return comment(words)
  const decisions = [approve(claim), requestInfo(words), { ...reject(), comment: words }]
  return chances.pick(decisions, 'decision', claim.form.claimId)
}
