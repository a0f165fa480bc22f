/** The caller asked wrongly; the message says what to do. Ends with exit code 2. */
export class UsageError extends Error {
  /** How it is asked rightly, where a part of a command has its own way; undefined = the command's. */
  readonly usage: string | undefined

  constructor(message: string, { usage, cause }: { usage?: string; cause?: unknown } = {}) {
    super(message, { cause })
    this.usage = usage
  }
}
