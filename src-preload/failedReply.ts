import type { ErrorCode, Reply } from './contract/errors.ts'

const FAILURES = {
  bad_request: { message: 'The call holds something that is not plain JSON.', retryable: false },
  contract_mismatch: { message: 'The window and the core speak different contracts.', retryable: false },
  forbidden: { message: 'The call did not come from our own window.', retryable: false },
  offline: { message: 'The connection to the core broke before the answer came.', retryable: true },
} as const satisfies Partial<Record<ErrorCode, { message: string; retryable: boolean }>>

/** The envelope for what goes wrong at a door, before or after the router. Holds nothing of the call. */
export function failedReply(code: keyof typeof FAILURES): Reply {
  return { ok: false, error: { code, ...FAILURES[code], incident: null } }
}
