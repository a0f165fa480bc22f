import type { ErrorCode } from '../../src-preload/contract/errors.ts'

/** A failure that the window can name. Thrown inside, enveloped by the router. Never carries what was sent. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly retryable: boolean

  constructor(code: ErrorCode, message: string, options: ErrorOptions & { retryable?: boolean } = {}) {
    super(message, options)
    this.code = code
    this.retryable = options.retryable ?? false
  }
}
