import { z } from 'zod'
import { Instant, OperationId, UserId } from './idShapes.ts'
import { DETAIL_CHECKS, READ_FACTS } from './words.ts'

const said = { byUserId: UserId, byName: z.string(), at: Instant }

/** What a person verified of an association where the machine could not, or denies (S-126). */
export const DetailWord = z.strictObject({
  check: z.enum(DETAIL_CHECKS),
  verdict: z.enum(['met', 'not_met']),
  /** How it was verified. */
  note: z.string().trim().min(1).max(2000),
  ...said,
})
export type DetailWord = z.infer<typeof DetailWord>

const day = z.iso.date().nullable()

/**
 * Days that a person read on the papers. It is no verdict: whether a date counts is said of its criterion. Null = the papers do not say
 * it. A statement is about one item, which it names.
 */
export const DayReading = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('acknowledged'), day }),
  z.strictObject({ what: z.literal('statement'), item: z.string().min(1).max(64), day }),
  z
    .strictObject({ what: z.literal('engagement'), start: day, end: day })
    .refine(({ start, end }) => start === null || end === null || start <= end),
])
export type DayReading = z.infer<typeof DayReading>

/** Which of them: what a person takes back. */
export const ReadFact = z.strictObject({
  what: z.enum(READ_FACTS),
  /** The item of a statement; null otherwise. */
  item: z.string().min(1).max(64).nullable(),
})
export type ReadFact = z.infer<typeof ReadFact>

export const ReadDays = z.strictObject({
  reading: DayReading,
  /** The place that a reviewer marked for it; null = none. */
  evidenceId: OperationId.nullable(),
  ...said,
})
export type ReadDays = z.infer<typeof ReadDays>
