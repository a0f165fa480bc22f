import type { Context } from 'hono'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { PartnerLinks, type TeamPeople } from '../api/people.ts'
import { isStorable } from '../operations/storableText.ts'
import { listPartnerLinks, putPartnerLinks } from '../store/partnerLinksRepo.ts'
import { findTeamMember, listTeam } from '../store/peopleRepo.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

/** `GET /v1.0/me` */
export const serveMe = (context: Context<HubEnv>): Response => context.json(context.var.user)

/** `GET /v1.0/people` */
export const servePeople =
  ({ db, hasDemo }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const answer: TeamPeople = { people: await listTeam(db, hasDemo) }
    return context.json(answer)
  }

/** `GET /v1.0/people/{userId}/partnerLinks` */
export const readLinks =
  ({ db }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const userId = await teamMemberIn(context, db)
    return userId === undefined
      ? problem('not_found')
      : context.json({ links: await listPartnerLinks(db, userId) })
  }

/** `PUT /v1.0/people/{userId}/partnerLinks` */
export const writeLinks =
  ({ db }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const body = PartnerLinks.safeParse(await readJson(context))
    if (!body.success) return problem('bad_request')
    const userId = await teamMemberIn(context, db)
    if (userId === undefined) return problem('not_found')
    await putPartnerLinks(db, userId, body.data.links)
    return context.json({ links: await listPartnerLinks(db, userId) })
  }

/** The person of the team that the address names. */
async function teamMemberIn(context: Context<HubEnv>, db: HubPorts['db']): Promise<UserId | undefined> {
  const userId = UserId.refine(isStorable).safeParse(context.req.param('userId'))
  return userId.success ? (await findTeamMember(db, userId.data))?.userId : undefined
}
