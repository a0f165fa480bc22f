import { z } from 'zod'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ConflictReason } from '../../../src-preload/contract/vocabulary/words.ts'
import { FeedPage } from '../../hub/api/feed.ts'
import { type OperationRequest, OperationResult } from '../../hub/api/operations.ts'
import { DemoPeople, HubUser, TeamPeople } from '../../hub/api/people.ts'
import { ask, asJson, type Asking, claimPath, json } from './asking.ts'
import { HubUnavailable, ShutOut } from './hubUnavailable.ts'

export const FIRST_PAGE = '/v1.0/claims/delta?$top=250'

/** Null = the hub has forgotten this link (410): read everything anew. Items are not parsed yet. */
export async function fetchPage(asking: Asking, link: string): Promise<FeedPage | null> {
  const response = await ask(asking, link)
  if (response.status === 410) return null
  if (response.status === 403) throw new ShutOut('The feed is not for this person.')
  if (!response.ok) throw new HubUnavailable(`The feed answered ${response.status}.`)
  const page = FeedPage.safeParse(await json(response))
  if (!page.success) throw new HubUnavailable('The feed page does not have the form of one.')
  return page.data
}

/** One claim as the hub has it now, not parsed yet; null = it is not there, or not for this person. */
export async function fetchClaim(asking: Asking, claimId: ClaimId): Promise<unknown> {
  const response = await ask(asking, claimPath(claimId))
  return response.ok ? json(response) : null
}

/** Policies and calendars as the hub gives them out; each is parsed on its own, so that a strange one spoils no other. */
const GivenReference = z.object({
  policies: z.array(z.unknown()),
  calendars: z.array(z.unknown()),
  /** Older hubs do not reckon it. */
  advisoryChecks: z.array(z.unknown()).default([]),
})
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

/** Who may change places here: the people of a demo hub; none where people sign in themselves. */
export async function fetchDemoPeople(asking: Asking): Promise<HubUser[]> {
  const response = await ask(asking, '/v1.0/demo/users')
  if (!response.ok) return []
  const people = DemoPeople.safeParse(await json(response))
  return people.success ? people.data.users : []
}

/** Everybody of the team; null where the hub does not say. */
export async function fetchTeam(asking: Asking): Promise<HubUser[] | null> {
  const response = await ask(asking, '/v1.0/people')
  if (!response.ok) return null
  const team = TeamPeople.safeParse(await json(response))
  return team.success ? team.data.people : null
}

/** The person who asks, as the hub knows them; null where it does not say. */
export async function fetchMe(asking: Asking): Promise<HubUser | null> {
  const response = await ask(asking, '/v1.0/me')
  if (!response.ok) return null
  return HubUser.safeParse(await json(response)).data ?? null
}

/** What became of an operation at the hub. */
export type SentOperation =
  /** Looked at and answered for good; its number is used up. */
  | { readonly answer: 'result'; readonly result: OperationResult }
  /** Refused without a look at the claim. No retry can mend it, and its number is still free. */
  | { readonly answer: 'refused'; readonly reason: ConflictReason }
  /** The hub counts this client's operations otherwise (409): begin at 1 under another name. */
  | { readonly answer: 'out_of_step' }

/** Refusals that no retry can mend, as the conflict that the reviewer will see. */
const REFUSALS: Readonly<Record<number, ConflictReason>> = {
  400: 'schema_too_old',
  403: 'role_lost',
  404: 'claim_deleted',
  412: 'claim_changed',
  413: 'schema_too_old',
  // The id belongs to another operation: these words were never read there.
  422: 'not_allowed',
}

const OUT_OF_STEP = z.object({ code: z.enum(['sequence_gap', 'sequence_reused']) })

/** Rejects with HubUnavailable when it is not known whether the operation arrived: sending it again is safe. */
export async function sendOperation(
  asking: Asking,
  claimId: ClaimId,
  request: OperationRequest,
): Promise<SentOperation> {
  const response = await ask(asking, `${claimPath(claimId)}/operations`, asJson('POST', request))
  const refusal = REFUSALS[response.status]
  if (refusal !== undefined) {
    await response.body?.cancel()
    return { answer: 'refused', reason: refusal }
  }
  const said = await json(response)
  if (response.status === 409 && OUT_OF_STEP.safeParse(said).success) return { answer: 'out_of_step' }
  if (!response.ok) throw new HubUnavailable(`The operation was answered ${response.status}.`)
  const result = OperationResult.safeParse(said)
  if (!result.success) throw new HubUnavailable('The result of the operation does not have the form of one.')
  return { answer: 'result', result: result.data }
}
