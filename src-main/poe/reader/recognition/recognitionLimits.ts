/** What recognition of one document may cost (design.md, "Untrusted documents"). What was read by then counts as partly. */
export interface RecognitionLimits {
  readonly startMs: number
  readonly pageMs: number
  readonly allMs: number
  readonly painterBytes: number
  readonly recogniserBytes: number
  /** Recognisers at the same time for one document. */
  readonly recognisers: number
  readonly pages: number
}

export const RECOGNITION_LIMITS: RecognitionLimits = {
  startMs: 15_000,
  pageMs: 10_000,
  allMs: 120_000,
  painterBytes: 512 * 1024 * 1024,
  recogniserBytes: 420 * 1024 * 1024,
  recognisers: 2,
  pages: 200,
}
