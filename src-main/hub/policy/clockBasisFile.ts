import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { ClockBasis } from '../claims/clockBasis.ts'

const Days = z.int().min(1).max(400)

/** The part of a policy profile that the hub goes by (domain.md section 2.4). */
const PolicyFile = z.object({
  id: z.string().min(1).max(64),
  version: z.int().min(1),
  clocks: z.strictObject({
    pickupBusinessDays: Days,
    reviewBusinessDays: Days,
    decisionTargetBusinessDays: Days,
    partnerResponseBusinessDays: Days,
    disputeReviewBusinessDays: Days,
    consent: z.strictObject({ length: Days, unit: z.enum(['calendar_days', 'business_days']) }),
    disputeWindowCalendarDays: Days,
  }),
})

const CalendarFile = z.strictObject({
  id: z.string().min(1).max(64),
  version: z.int().min(1),
  zone: z.string().refine(isZone, 'no time zone of this name'),
  // Seven days of weekend would leave no day to count, and counting would never end.
  weekend: z.array(z.int().min(1).max(7)).refine((days) => new Set(days).size < 7, 'no working day is left'),
  holidays: z.array(z.iso.date()),
})

/** Reads what clocks are computed with. Rejects, naming the file, when one is missing or says something impossible. */
export async function readClockBasis(policyFile: string, calendarFile: string): Promise<ClockBasis> {
  const { id, version, clocks } = await readJsonFile(policyFile, PolicyFile)
  return {
    policy: { id, version },
    lengths: clocks,
    calendar: await readJsonFile(calendarFile, CalendarFile),
  }
}

export async function readJsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw new Error(`${path} cannot be used`, { cause: error })
  }
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}
