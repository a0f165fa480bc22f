import type { ErrorCode, WireError } from '../../src-preload/contract/errors.ts'

/** A call that got no business answer. Screens translate `code`; the message is English and for the log. */
export class BridgeError extends Error {
  readonly code: ErrorCode
  /** Sending the same call again, with the same command id, may help and cannot act twice. */
  readonly retryable: boolean
  /** Names the log entry of a bug; null otherwise. */
  readonly incident: string | null

  constructor(error: WireError) {
    super(error.message)
    this.name = 'BridgeError'
    this.code = error.code
    this.retryable = error.retryable
    this.incident = error.incident
  }
}

/** What to show of anything that was thrown: a fault of our own code counts as an internal error without an incident. */
export function failureOf(thrown: unknown): BridgeError {
  if (thrown instanceof BridgeError) return thrown
  const message = thrown instanceof Error ? thrown.message : 'Something other than an error was thrown.'
  return new BridgeError({ code: 'internal', message, retryable: false, incident: null })
}
