import { z } from 'zod'
import { query } from './method.ts'
import { AUDIT_GROUPS, LOG_SOURCES } from './vocabulary/auditWords.ts'
import { Block } from './vocabulary/blockShape.ts'
import { ClaimId, Instant, UserId } from './vocabulary/idShapes.ts'
import { HISTORY_SIDES } from './vocabulary/words.ts'

/** What of the log is wanted. Empty texts and nulls leave nothing out. */
export const LogFilter = z.strictObject({
  source: z.enum(LOG_SOURCES),
  /** Of this workstation's acts; passed over at the hub's. */
  group: z.enum(AUDIT_GROUPS).nullable(),
  /** Who did it: an id here, the name as the history has it at the hub's. */
  person: z.string().max(255),
  claimId: z.string().max(64),
  /** Whole days in UTC, both included; null = open. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  /** Anywhere in the act, its details, the claim's id or name; any case. */
  text: z.string().max(200),
})
export type LogFilter = z.infer<typeof LogFilter>

/** One line of the log. */
export const LogRow = z.strictObject({
  key: z.string(),
  at: Instant,
  /** Null = nobody of the team: a partner, a customer, a clock. */
  userId: UserId.nullable(),
  name: z.string(),
  /** Null = of this workstation. */
  side: z.enum(HISTORY_SIDES).nullable(),
  /** A word of `AUDIT_ACTS` or `HISTORY_KINDS`, or of a version that is not this one. */
  act: z.string(),
  claimId: ClaimId.nullable(),
  /** Null = it is about no claim, or the claim is not here. */
  claimName: z.string().nullable(),
  facts: z.array(z.strictObject({ name: z.string(), value: z.string() })),
})
export type LogRow = z.infer<typeof LogRow>

/** Who did, saw and took what. */
export const audit = {
  /** The youngest first. */
  'audit.list': query(
    z.strictObject({ filter: LogFilter, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('listed'), total: z.int().min(0), rows: z.array(LogRow) }),
      z.strictObject({ outcome: z.literal('blocked'), blocks: z.array(Block) }),
    ]),
  ),
  /** Everybody who stands in the log of this workstation. */
  'audit.people': query(
    z.strictObject({}),
    z.strictObject({ people: z.array(z.strictObject({ userId: UserId, name: z.string() })) }),
  ),
}
