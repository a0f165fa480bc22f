import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { ClockBasis } from '../claims/clockBasis.ts'
import { readPolicy } from './policyFile.ts'

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
  const { profile } = await readPolicy(policyFile)
  return {
    policy: { id: profile.id, version: profile.version },
    lengths: lengthsOf(profile),
    calendar: await readJsonFile(calendarFile, CalendarFile),
  }
}

function lengthsOf({ id, clocks, consent }: PolicyProfile): ClockBasis['lengths'] {
  const { disputeWindow, ...lengths } = clocks
  if (disputeWindow.unit !== 'calendar_days')
    throw new Error(`${id} counts the dispute window in business days, which the clocks cannot do`)
  return {
    ...lengths,
    consent: { length: consent.length, unit: consent.unit },
    disputeWindowCalendarDays: disputeWindow.length,
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
