import { randomUUID } from 'node:crypto'
import { Instant, OperationId, type UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { OperationRequest, OperationResult } from '../../../src-main/hub/api/operations.ts'
import type { HubPort } from '../../../src-main/workstation/ports.ts'
import type { Seen } from './feedReader.ts'
import type { Traffic } from './traffic.ts'

export interface Sent {
  readonly request: OperationRequest
  readonly claimId: string
  readonly result: OperationResult
}

export interface PusherWishes {
  readonly hub: HubPort
  readonly who: UserId
  readonly traffic: Traffic
  /** Epoch milliseconds of the swarm's time. */
  readonly now: () => number
  readonly pause: (ms: number) => Promise<void>
}

const AGAIN_MS = 1_000

/** Numbers operations without a gap and sends each until it is answered, as an outbox does. */
export function createPusher({ hub, who, traffic, now, pause }: PusherWishes) {
  const clientId = randomUUID()
  const sent: Sent[] = []
  let sequence = 0
  const requestOf = (claim: Seen, action: OperationRequest['action']): OperationRequest =>
    OperationRequest.parse({
      operationId: OperationId.parse(randomUUID()),
      clientId,
      sequence: (sequence += 1),
      claimRevision: claim.revision,
      policy: claim.policy,
      documentHashes: claim.documents.map(({ sha256 }) => sha256).sort(),
      madeAt: Instant.parse(new Date(now()).toISOString()),
      action,
    })
  /** Null = it is not known whether it arrived. */
  const ask = async (claimId: string, request: OperationRequest): Promise<OperationResult | null> => {
    const from = performance.now()
    const path = `/v1.0/claims/${claimId}/operations`
    const answer = await hub
      .request(who, path, { method: 'POST', body: JSON.stringify(request) })
      .catch(() => null)
    if (answer === null || answer.status === 429 || answer.status >= 500) return null
    if (!answer.ok) throw new Error(`An operation was answered ${answer.status}: ${await answer.text()}`)
    const result = OperationResult.parse(await answer.json())
    traffic.pushed(performance.now() - from)
    return result
  }
  return {
    sent,
    async push(claim: Seen, action: OperationRequest['action']): Promise<OperationResult> {
      const request = requestOf(claim, action)
      const { claimId } = claim.form
      for (;;) {
        const result = await ask(claimId, request)
        if (result === null) {
          await pause(AGAIN_MS)
          continue
        }
        if (result.outcome === 'applied') traffic.committed(claimId, result.revision, Date.now())
        sent.push({ request, claimId, result })
        return result
      }
    },
  }
}
