import { z } from 'zod'
import type { ClaimId, Sha256, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { FeedPage } from '../../hub/api/feed.ts'
import { type OperationRequest, OperationResult } from '../../hub/api/operations.ts'
import { DemoPeople, HubUser } from '../../hub/api/people.ts'
import type { ConflictReason } from '../../../src-preload/contract/vocabulary/words.ts'
import type { Core } from '../core.ts'
import type { HubPort, HubRequest } from '../ports.ts'
import { HubUnavailable } from './hubUnavailable.ts'

export const FIRST_PAGE = '/v1.0/claims/delta?$top=250'

/** Longer than any page should take, short enough that a dead connection is noticed. */
const PATIENCE_MS = 30_000

/** Who asks, and the signal that ends it. */
export interface Asking {
  readonly hub: HubPort
  readonly user: UserId
  readonly ending: AbortSignal
}

/** Asks as the person who works here, or as the one who made an operation. */
export function askingAs(core: Core, user: UserId = core.session.user().userId): Asking {
  return { hub: core.ports.hub, user, ending: core.ending }
}

async function ask(
  { hub, user, ending }: Asking,
  path: string,
  init: Omit<HubRequest, 'signal'> = {},
): Promise<Response> {
  const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ending])
  const response = await hub.request(user, path, { ...init, signal }).catch((cause: unknown) => {
    throw new HubUnavailable('The hub cannot be reached.', { cause })
  })
  if (response.status === 401 || response.status === 429 || response.status >= 500)
    throw new HubUnavailable(`The hub answered ${response.status}.`, { retryAfterMs: retryAfter(response) })
  return response
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds * 1000 : null
}

async function json(response: Response): Promise<unknown> {
  return response.json().catch((cause: unknown) => {
    throw new HubUnavailable('The answer of the hub was cut off.', { cause })
  })
}

/** Null = the hub has forgotten this link (410): read everything anew. Items are not parsed yet. */
export async function fetchPage(asking: Asking, link: string): Promise<FeedPage | null> {
  const response = await ask(asking, link)
  if (response.status === 410) return null
  if (!response.ok) throw new HubUnavailable(`The feed answered ${response.status}.`)
  const page = FeedPage.safeParse(await json(response))
  if (!page.success) throw new HubUnavailable('The feed page does not have the form of one.')
  return page.data
}

/** Policies and calendars as the hub gives them out; each is parsed on its own, so that a strange one spoils no other. */
const GivenReference = z.object({ policies: z.array(z.unknown()), calendars: z.array(z.unknown()) })
export interface GivenReference extends z.infer<typeof GivenReference> {
  /** Names this state of it; null where the hub gave no entity tag. */
  readonly tag: string | null
}

/** Null = nothing is newer than what `tag` names. */
export async function fetchReference(asking: Asking, tag: string | null): Promise<GivenReference | null> {
  const response = await ask(asking, '/v1.0/reference', tag === null ? {} : { ifNoneMatch: tag })
  if (response.status === 304) return null
  if (!response.ok) throw new HubUnavailable(`The reference answered ${response.status}.`)
  const given = GivenReference.safeParse(await json(response))
  if (!given.success) throw new HubUnavailable('The reference does not have the form of one.')
  return { ...given.data, tag: response.headers.get('etag') }
}

/** Who may work here: everybody of an open demo, else the one who is signed in. */
export async function fetchPeople(asking: Asking): Promise<HubUser[]> {
  const response = await ask(asking, '/v1.0/demo/users')
  if (!response.ok) {
    const answer = await ask(asking, '/v1.0/me')
    const me = answer.ok ? HubUser.safeParse(await json(answer)) : null
    return me?.success === true ? [me.data] : []
  }
  const people = DemoPeople.safeParse(await json(response))
  return people.success ? people.data.users : []
}

/** Null = the hub does not give this document out: gone, or not this user's claim. */
export async function fetchDocument(
  asking: Asking,
  claimId: ClaimId,
  sha256: Sha256,
): Promise<Uint8Array | null> {
  const response = await ask(asking, `/v1.0/claims/${encodeURIComponent(claimId)}/documents/${sha256}`)
  if (!response.ok) return null
  const bytes = await response.arrayBuffer().catch((cause: unknown) => {
    throw new HubUnavailable('The document was cut off.', { cause })
  })
  return new Uint8Array(bytes)
}

/** Refusals that no retry can mend, as the conflict that the reviewer will see. */
const REFUSALS: Readonly<Record<number, ConflictReason>> = {
  400: 'schema_too_old',
  403: 'role_lost',
  404: 'claim_deleted',
  413: 'schema_too_old',
  422: 'not_allowed',
}

/** Rejects with HubUnavailable when it is not known whether the operation arrived: sending it again is safe. */
export async function sendOperation(
  asking: Asking,
  claimId: ClaimId,
  request: OperationRequest,
): Promise<OperationResult> {
  const response = await ask(asking, `/v1.0/claims/${encodeURIComponent(claimId)}/operations`, {
    method: 'POST',
    body: JSON.stringify(request),
  })
  const refusal = REFUSALS[response.status]
  if (refusal !== undefined) return { outcome: 'conflict', reason: refusal, currentRevision: null }
  if (!response.ok) throw new HubUnavailable(`The operation was answered ${response.status}.`)
  const result = OperationResult.safeParse(await json(response))
  if (!result.success) throw new HubUnavailable('The result of the operation does not have the form of one.')
  return result.data
}
