import { createMiddleware } from 'hono/factory'
import type { CallerRole } from '../api/people.ts'
import type { TokenAnswer } from '../identity/verifyToken.ts'
import { teamMember } from '../store/peopleRepo.ts'
import type { HubEnv } from './hubPorts.ts'
import { problem } from './problem.ts'

/** Lets through who sends a good token, and says who it is. */
export const requireCaller = (verify: (token: string) => Promise<TokenAnswer>) =>
  createMiddleware<HubEnv>(async (context, next) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(context.req.header('authorization') ?? '')?.[1]
    const caller = token === undefined ? 'unauthenticated' : await verify(token)
    if (caller === 'unauthenticated') return problem(caller, { headers: { 'www-authenticate': 'Bearer' } })
    if (typeof caller === 'string') return problem(caller)
    context.set('caller', caller)
    return next()
  })

/** Lets these roles through; of the team it says who it is. */
export const requireRole = (roles: readonly CallerRole[]) =>
  createMiddleware<HubEnv>(async (context, next) => {
    const { caller } = context.var
    if (!roles.includes(caller.role)) return problem('forbidden')
    const user = teamMember(caller)
    if (user !== undefined) context.set('user', user)
    return next()
  })
