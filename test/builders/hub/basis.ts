import type { ClockBasis } from '../../../src-main/hub/claims/clockBasis.ts'
import { CalendarFile } from '../../../src-main/hub/policy/calendarFile.ts'
import { readJsonFile } from '../../../src-main/hub/policy/jsonFile.ts'
import { SEED_2020 } from '../policy.ts'

/** The default profile and the team's calendar, as shipped. */
export async function shippedBasis(): Promise<ClockBasis> {
  return {
    policy: SEED_2020,
    calendar: await readJsonFile('resources/calendars/review-team.json', CalendarFile),
  }
}
