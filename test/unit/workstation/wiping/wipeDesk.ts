import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { Wipes } from '../../../../src-main/hub/api/wipes.ts'
import { actingAs, JOBS } from '../../../../src-main/hub/store/callerContext.ts'
import { carriedOperations, operations, workstations } from '../../../../src-main/hub/store/schema.ts'
import { aHubClaim } from '../../../builders/hub/hubClaim.ts'
import { wayTo } from '../../../builders/hub/hubOfTest.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'
import { everythingMet } from '../../../fakes/syncedStation.ts'
import { aCommandId, startWorkstation, type WorkstationWishes } from '../../../fakes/workstation.ts'

export const CLAIM_ID = ClaimId.parse('C-1')

/** A claim at the hub, for everything that is said here. */
export const putClaim = (hub: TestHub) => hub.put(aHubClaim())

/** A reviewer's workstation that has the claim, on the way to a real hub. */
export async function aStation(hub: TestHub, wishes: Omit<WorkstationWishes, 'hub'> = {}) {
  const way = wayTo(hub)
  const record = await hub.record(CLAIM_ID)
  const station = await startWorkstation({
    poe: everythingMet([record]),
    user: 'reviewer',
    ...wishes,
    hub: way,
  })
  /** A round begins; whoever waits for its end looks at what it brought. */
  const sync = () => station.clock.advance(60_000)
  station.clock.advance(0)
  const isHere = async () => {
    const { rows } = await station.call('claims.list', { filter: { text: '' }, offset: 0, limit: 9 })
    return rows.length > 0
  }
  const comment = async (text: string): Promise<string> => {
    const { claim } = await station.call('claims.open', { claimId: CLAIM_ID })
    const said = await station.call('claims.comment', {
      claimId: CLAIM_ID,
      revision: claim.revision,
      commandId: aCommandId(),
      text,
      visibility: 'internal',
      inReplyTo: null,
    })
    if (said.outcome !== 'accepted') throw new Error(`The comment was ${said.outcome}`)
    return said.operationId
  }
  const isWiped = async () => (await station.call('vault.state', {})).state === 'wiped'
  const clientId = async () => (await stationsAt(hub)).at(-1) ?? ''
  return { ...station, way, sync, isHere, comment, isWiped, clientId }
}
export type WipeStation = Awaited<ReturnType<typeof aStation>>

/** Names of the workstations that were ever at the hub, as they came. */
export async function stationsAt(hub: TestHub): Promise<string[]> {
  const rows = await hub.ports.db.select().from(workstations).orderBy(workstations.seenAt)
  return rows.map(({ clientId }) => clientId)
}

export const putWipe = (hub: TestHub, clientId: string, act: 'ordered' | 'taken_back') =>
  hub.ask('team_lead', 'PUT', `/v1.0/workstations/${clientId}/wipe`, { act, reason: 'Left in a train.' })

export async function order(hub: TestHub, clientId: string): Promise<void> {
  expect((await putWipe(hub, clientId, 'ordered')).status).toBe(200)
}

export async function stepsOf(hub: TestHub, clientId: string): Promise<string[]> {
  const { wipes } = Wipes.parse(await (await hub.get('auditor', '/v1.0/wipes')).json())
  return wipes.find((one) => one.clientId === clientId)?.steps.map(({ act }) => act) ?? []
}

/** Ids of all acts that the hub has answered, and of those that were carried to it. */
export const actsAt = (hub: TestHub) =>
  actingAs(JOBS, async () => {
    const answered = await hub.ports.db
      .select({ id: operations.operationId })
      .from(operations)
      .where(eq(operations.claimId, CLAIM_ID))
    const carried = await hub.ports.db.select({ id: carriedOperations.operationId }).from(carriedOperations)
    return { answered: answered.map(({ id }) => id), carried: carried.map(({ id }) => id) }
  })
