import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Core } from '../core.ts'
import type { Clock, HubPort, HubRequest } from '../ports.ts'
import type { HubClock } from './hubClock.ts'
import { HubUnavailable } from './hubUnavailable.ts'

/** Longer than any page should take, short enough that a dead connection is noticed. */
const PATIENCE_MS = 30_000

/** Who asks, and the signal that ends it. */
export interface Asking {
  readonly hub: HubPort
  readonly user: UserId
  readonly ending: AbortSignal
  readonly clock: Clock
  readonly hubClock: HubClock
}

/** Asks as the person who works here, or as the one who made an operation. */
export function askingAs(core: Core, user: UserId = core.session.user().userId): Asking {
  const { ports, ending, hubClock } = core
  return { hub: ports.hub, user, ending, clock: ports.clock, hubClock }
}

/** One request. Rejects with HubUnavailable where asking again may bring more: no answer, no sign-in, too many, a broken hub. */
export async function ask(
  asking: Asking,
  path: string,
  init: Omit<HubRequest, 'signal'> = {},
): Promise<Response> {
  const { hub, user, ending, clock, hubClock } = asking
  const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ending])
  const sentAt = clock.now()
  const response = await hub.request(user, path, { ...init, signal }).catch((cause: unknown) => {
    throw new HubUnavailable('The hub cannot be reached.', { cause })
  })
  hubClock.learn(response.headers.get('date'), sentAt, clock.now())
  if (response.status === 401 || response.status === 429 || response.status >= 500) {
    await response.body?.cancel().catch(() => undefined)
    throw new HubUnavailable(`The hub answered ${response.status}.`, { retryAfterMs: retryAfter(response) })
  }
  return response
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds * 1000 : null
}

export async function json(response: Response): Promise<unknown> {
  return response.json().catch((cause: unknown) => {
    throw new HubUnavailable('The answer of the hub was cut off.', { cause })
  })
}

/** A question in JSON. */
export const asJson = (method: 'POST' | 'PUT', body: unknown) => ({ method, body: JSON.stringify(body) })

export const claimPath = (claimId: string): string => `/v1.0/claims/${encodeURIComponent(claimId)}`
