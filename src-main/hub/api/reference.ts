import { z } from 'zod'
import { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import { PolicyAssignment, PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'

/**
 * `GET /v1.0/reference`: what claims are judged and timed by. Every state of a profile that some claim still names is here, so that
 * a workstation can judge and explain it offline. Has an entity tag: 304 when nothing changed.
 */
export const Reference = z.object({
  policies: z.array(PolicyProfile),
  assignments: z.array(PolicyAssignment),
  calendars: z.array(Calendar),
})
export type Reference = z.infer<typeof Reference>
