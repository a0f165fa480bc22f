import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ClaimId, type UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { HubPort } from '../../../src-main/workstation/ports.ts'

const Next = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('taken'), claimId: ClaimId }),
  z.object({ outcome: z.literal('none') }),
])

/** Asks the hub for the claim that is due first. `unknown`: this hub gives none, people choose themselves. */
export async function askForNext(hub: HubPort, who: UserId): Promise<ClaimId | null | 'unknown'> {
  const body = JSON.stringify({ requestId: randomUUID() })
  const answer = await hub.request(who, '/v1.0/assignments/next', { method: 'POST', body })
  if (answer.status === 404 || answer.status === 405) {
    await answer.body?.cancel()
    return 'unknown'
  }
  if (!answer.ok) throw new Error(`The next claim was answered ${answer.status}`)
  const next = Next.parse(await answer.json())
  return next.outcome === 'taken' ? next.claimId : null
}
