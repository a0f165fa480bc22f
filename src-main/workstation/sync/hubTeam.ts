import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  Capacities,
  CapacityAnswer,
  type PutCapacity,
  type PutWorkstation,
  Workstations,
} from '../../hub/api/team.ts'
import { ask, asJson, type Asking, json } from './asking.ts'
import { HubUnavailable } from './hubUnavailable.ts'

/** Null where the hub does not say. */
export async function fetchCapacities(asking: Asking): Promise<Capacities['capacities'] | null> {
  const response = await ask(asking, '/v1.0/team/capacities')
  if (!response.ok) return null
  return Capacities.safeParse(await json(response)).data?.capacities ?? null
}

/** Null = this person may not set it. */
export async function sendCapacity(
  asking: Asking,
  userId: UserId,
  capacity: PutCapacity,
): Promise<CapacityAnswer | null> {
  const path = `/v1.0/people/${encodeURIComponent(userId)}/capacity`
  const response = await ask(asking, path, asJson('PUT', capacity))
  if (response.status === 403 || response.status === 404) return null
  const answer = response.ok ? CapacityAnswer.safeParse(await json(response)).data : undefined
  if (answer === undefined) throw new HubUnavailable(`The capacity was answered ${response.status}.`)
  return answer
}

/** False = the hub takes none: one of before, or nobody of the team asks. */
export async function sendPresence(asking: Asking, clientId: string, said: PutWorkstation): Promise<boolean> {
  const path = `/v1.0/workstations/${encodeURIComponent(clientId)}`
  const response = await ask(asking, path, asJson('PUT', said))
  await response.body?.cancel()
  return response.ok
}

/** Null = this person may not read them. */
export async function fetchWorkstations(asking: Asking): Promise<Workstations['workstations'] | null> {
  const response = await ask(asking, '/v1.0/workstations')
  if (response.status === 403 || response.status === 404) return null
  const answer = response.ok ? Workstations.safeParse(await json(response)).data : undefined
  if (answer === undefined) throw new HubUnavailable(`The workstations were answered ${response.status}.`)
  return answer.workstations
}
