/** What one document may cost (design.md, "Untrusted documents"). Past a limit: could not check, once, no retry. */
export interface ReaderLimits {
  /** Processor time where the system tells it. */
  readonly parseMs: number
  /** Until the process says that it is ready. */
  readonly startMs: number
  readonly residentBytes: number
  readonly inputBytes: number
  readonly pages: number
}

export const READER_LIMITS: ReaderLimits = {
  parseMs: 20_000,
  startMs: 15_000,
  residentBytes: 512 * 1024 * 1024,
  inputBytes: 100 * 1024 * 1024,
  pages: 400,
}

/** Documents read at the same time. */
export const MOST_READERS = 2

/** Files inside files: a mail in a mail in a mail is as deep as papers go. */
export const INNER_LIMITS = { depth: 3, files: 100 } as const
