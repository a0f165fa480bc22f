import { z } from 'zod'
import { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import { PolicyAssignment, PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
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

/** `POST /v1.0/policyAssignments`: from this submission day on (ISO, UTC) this profile is in force. */
export const AssignPolicy = z.strictObject({ profile: PolicyVersion, fromDay: z.iso.date() })

export const AssignmentAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('assigned'), assignments: z.array(PolicyAssignment) }),
  z.object({
    outcome: z.literal('refused'),
    problems: z.array(
      z.enum([
        'nothing_assigned',
        'unknown_profile',
        'ends_before_it_begins',
        'overlap',
        'gap',
        'changes_the_past',
      ]),
    ),
  }),
])
export type AssignmentAnswer = z.infer<typeof AssignmentAnswer>
