/** How many answers the offset is taken from: one that was long on its way does not count for much among them. */
const SAMPLES = 5
/** An answer that took longer says too little of when it was written. */
const LONGEST_TRIP_MS = 10_000
/** `Date` has whole seconds, cut off: half a second is missing on average. */
const CUT_OFF_MS = 500
/** A smaller change is not worth telling a window. */
const WORTH_TELLING_MS = 10_000

/** What is known of the hub's clock (trust.md T1, T3). It is kept with operations and shown; it orders nothing. */
export interface HubClock {
  /** Milliseconds that the hub's clock is ahead of this machine's; null = no answer has told it yet. */
  offsetMs(): number | null
  /** @param date the `Date` header of an answer. @param sentAt and @param receivedAt by this machine's clock, epoch milliseconds. */
  learn(date: string | null, sentAt: number, receivedAt: number): void
}

export function createHubClock(onMoved: () => void): HubClock {
  const samples: number[] = []
  let told: number | null = null
  const offsetMs = () => medianOf(samples)
  return {
    offsetMs,
    learn(date, sentAt, receivedAt) {
      const tripMs = receivedAt - sentAt
      const writtenAt = Date.parse(date ?? '')
      // This machine's clock was set while the answer was on its way, or the answer says nothing.
      if (Number.isNaN(writtenAt) || tripMs < 0 || tripMs > LONGEST_TRIP_MS) return
      samples.push(Math.round(writtenAt + CUT_OFF_MS - (sentAt + tripMs / 2)))
      if (samples.length > SAMPLES) samples.shift()
      const now = offsetMs()
      if (now === null || (told !== null && Math.abs(now - told) < WORTH_TELLING_MS)) return
      told = now
      onMoved()
    },
  }
}

function medianOf(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
}
