import { z } from 'zod'
import { CaseId, ClaimId } from './vocabulary/idShapes.ts'

/** Events name what to read again; they are not the data. `ids` null = too many to name: re-read all. */
export const events = {
  'claims.changed': z.strictObject({ ids: z.array(ClaimId).max(200).nullable() }),
  'arbitration.changed': z.strictObject({ ids: z.array(CaseId).max(200).nullable() }),
  /** More of the past of claims was told: weeks and late pauses of a board. */
  'lead.changed': z.strictObject({}),
  'sync.changed': z.strictObject({}),
  'session.changed': z.strictObject({}),
  /** Somebody signed in or out, the browser is waited for or no longer, or the time of work offline ends. */
  'signIn.changed': z.strictObject({}),
  'settings.changed': z.strictObject({}),
  'views.changed': z.strictObject({}),
  /** A dry run went on. */
  'policy.changed': z.strictObject({}),
  /** The person who works here has a new message, or has read some. */
  'notices.changed': z.strictObject({}),
  /** Who is of the team with how much room. */
  'team.changed': z.strictObject({}),
  /** A sample was drawn, or something said of a decision. */
  'quality.changed': z.strictObject({}),
  /** A link from outside names this claim; the window shows it, or says that it is not here. */
  'link.followed': z.strictObject({ claimId: ClaimId }),
  /** The menu of the shell was used; the window runs the command of that name. */
  'menu.command': z.strictObject({ command: z.string() }),
} as const
export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>

/** `seq` counts up by one per connection; a gap means that something was missed: re-read all. */
export const EventFrame = z.strictObject({
  event: z.enum(Object.keys(events) as [EventName, ...EventName[]]),
  seq: z.int().min(1),
  payload: z.unknown(),
})
export type EventFrame = z.infer<typeof EventFrame>
