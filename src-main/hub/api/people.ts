import { z } from 'zod'
import { TenantId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { ROLES } from '../../../src-preload/contract/vocabulary/words.ts'

/** The roles of the team; a partner and a customer themselves; `intake`: the service that speaks for both (Partner Center). */
export const CALLER_ROLES = [...ROLES, 'partner', 'customer', 'intake'] as const
export type CallerRole = (typeof CALLER_ROLES)[number]

/** PartnerID of a location, digits. */
export const MpnId = z.string().regex(/^\d{1,10}$/)

export const HubUser = z.object({ userId: UserId, name: z.string().min(1), role: z.enum(ROLES) })
export type HubUser = z.infer<typeof HubUser>

/** Somebody who may ask the hub. */
export const HubCaller = HubUser.extend({
  role: z.enum(CALLER_ROLES),
  /** Of a partner: the location that they act for; null for everybody else. */
  mpnId: MpnId.nullable().default(null),
  /** Of a customer: their own tenant; null for everybody else. */
  customerTenantId: TenantId.nullable().default(null),
})
export type HubCaller = z.infer<typeof HubCaller>

/** `GET /v1.0/people`: who is of the team. */
export const TeamPeople = z.object({ people: z.array(HubUser) })
export type TeamPeople = z.infer<typeof TeamPeople>

/** `POST /v1.0/sign-in`: a code that the hub printed when it started; good once, for thirty minutes. */
export const CodeSignIn = z.strictObject({ code: z.string().min(8).max(64) })

/** `POST /v1.0/demo/sign-in`: served only by a hub that lets its demo people in without a code, on this machine alone. */
export const DemoSignIn = z.strictObject({ userId: UserId })

/** The answer to either sign-in. The token is a JWT that is good for seven days. */
export const DemoSignedIn = z.object({ user: HubCaller, token: z.string().min(32) })
export const DemoPeople = z.object({ users: z.array(HubUser) })

/** The partners with whom a person of the team has dealings, each with why: they get none of these partners' claims (trust.md R4). */
export const PartnerLinks = z.strictObject({
  links: z
    .array(z.strictObject({ mpnId: MpnId, reason: z.string().trim().min(1).max(2000) }))
    .max(1000)
    .refine((links) => new Set(links.map(({ mpnId }) => mpnId)).size === links.length),
})
export type PartnerLinks = z.infer<typeof PartnerLinks>
