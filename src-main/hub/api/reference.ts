import { z } from 'zod'
import { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import { PolicyAssignment, PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { ASSIGN_PROBLEMS, Because } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { AdvisoryCheck } from '../../../src-preload/contract/vocabulary/qualityShape.ts'

/**
 * `GET /v1.0/reference`: what claims are judged and timed by. Every state of a profile that some claim still names is here, so that
 * a workstation can judge and explain it offline. Has an entity tag: 304 when nothing changed.
 */
export const Reference = z.object({
  policies: z.array(PolicyProfile),
  assignments: z.array(PolicyAssignment),
  calendars: z.array(Calendar),
  /** Their figures stand elsewhere: they change with every decision, and this goes to every workstation whenever it changes. */
  advisoryChecks: z.array(AdvisoryCheck),
})
export type Reference = z.infer<typeof Reference>

const wish = { profile: PolicyVersion, fromDay: z.iso.date() }

/**
 * `POST /v1.0/policyAssignments`: from this submission day on (ISO, UTC) this profile is to be in force. One lead proposes it and says
 * why; another one, naming the same, puts it in force.
 */
export const AssignPolicy = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('propose'), ...wish, because: Because }),
  z.strictObject({ act: z.literal('put_in_force'), ...wish }),
])
export type AssignPolicy = z.infer<typeof AssignPolicy>

export const AssignmentAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['proposed', 'assigned']), assignments: z.array(PolicyAssignment) }),
  z.object({
    outcome: z.literal('refused'),
    problems: z.array(z.enum(ASSIGN_PROBLEMS)),
  }),
])
export type AssignmentAnswer = z.infer<typeof AssignmentAnswer>
