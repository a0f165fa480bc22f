import type { Context } from 'hono'
import { z } from 'zod'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { PutCapacity, PutWorkstation } from '../api/team.ts'
import { isStorable } from '../operations/storableText.ts'
import { findTeamMember } from '../store/peopleRepo.ts'
import { listCapacities, listWorkstations, putCapacity, putWorkstation } from '../store/teamRepo.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

/** `GET /v1.0/team/capacities` */
export const serveCapacities =
  ({ db }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> =>
    context.json({ capacities: await listCapacities(db) })

/** `PUT /v1.0/people/{userId}/capacity` */
export const servePutCapacity =
  ({ db, now }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const body = PutCapacity.safeParse(await readJson(context))
    if (!body.success || !body.data.room.absences.every(({ note }) => isStorable(note)))
      return problem('bad_request')
    const userId = UserId.refine(isStorable).safeParse(context.req.param('userId'))
    const person = userId.success ? await findTeamMember(db, userId.data) : undefined
    if (person === undefined) return problem('not_found')
    const { userId: byUserId } = context.var.user
    const wish = { ...body.data, userId: person.userId, byUserId, at: new Date(now()) }
    return context.json(await putCapacity(db, wish))
  }

/** `PUT /v1.0/workstations/{clientId}` */
export const servePutWorkstation =
  ({ db, now }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const clientId = z.uuid().safeParse(context.req.param('clientId'))
    const body = PutWorkstation.safeParse(await readJson(context))
    if (!clientId.success) return problem('not_found')
    if (!body.success || !isStorable(body.data.version)) return problem('bad_request')
    const { userId } = context.var.user
    await putWorkstation(db, { ...body.data, clientId: clientId.data, userId, seenAt: new Date(now()) })
    return context.json({ outcome: 'noted' })
  }

/** A workstation that nobody has opened for so long is no longer of the team's. */
const FORGOTTEN_AFTER_MS = 60 * 86_400_000

/** `GET /v1.0/workstations` */
export const serveWorkstations =
  ({ db, now }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> =>
    context.json({ workstations: await listWorkstations(db, new Date(now() - FORGOTTEN_AFTER_MS)) })
