import { z } from 'zod'

/** Codes of `application/problem+json` answers (RFC 9457). */
export const PROBLEM_CODES = [
  'bad_request',
  'unauthenticated',
  'code_refused',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'schema_too_old',
  'sequence_gap',
  'sequence_reused',
  'sync_state_not_found',
  'precondition_failed',
  'too_large',
  'unsupported_media_type',
  'range_not_satisfiable',
  'operation_differs',
  'too_many_requests',
  'internal',
  'unavailable',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  /** What to do about it; never echoes what was sent. */
  detail: z.string(),
  /** With `sequence_gap`: the number that the next operation of this client has. */
  expected: z.int().min(1).optional(),
})
export type Problem = z.infer<typeof Problem>
