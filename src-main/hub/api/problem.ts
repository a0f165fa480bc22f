import { z } from 'zod'

/** Codes of `application/problem+json` answers (RFC 9457). */
export const PROBLEM_CODES = [
  'bad_request',
  'unauthenticated',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'schema_too_old',
  'sequence_gap',
  'sequence_reused',
  'precondition_failed',
  'operation_differs',
  'too_large',
  'too_many_requests',
  'sync_state_not_found',
  'internal',
] as const

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  /** What to do about it; never echoes what was sent. */
  detail: z.string(),
})
export type Problem = z.infer<typeof Problem>
