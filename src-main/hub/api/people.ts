import { z } from 'zod'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { ROLES } from '../../../src-preload/contract/vocabulary/words.ts'

/** The roles of the team; a partner and a customer themselves; `intake`: the service that speaks for both (Partner Center). */
export const CALLER_ROLES = [...ROLES, 'partner', 'customer', 'intake'] as const
export type CallerRole = (typeof CALLER_ROLES)[number]

export const HubUser = z.object({ userId: UserId, name: z.string().min(1), role: z.enum(ROLES) })
export type HubUser = z.infer<typeof HubUser>

/** `POST /v1.0/demo/sign-in`: served only by a hub with demo people, which listens on this machine alone. */
export const HubCaller = HubUser.extend({ role: z.enum(CALLER_ROLES) })
export type HubCaller = z.infer<typeof HubCaller>

export const DemoSignIn = z.strictObject({ userId: UserId })
export const DemoSignedIn = z.object({ user: HubCaller, token: z.string().min(32) })
export const DemoPeople = z.object({ users: z.array(HubUser) })
