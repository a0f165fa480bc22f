/** The hub could not be reached, is busy, or answered nonsense: try again later. */
export class HubUnavailable extends Error {
  override readonly name = 'HubUnavailable'
  /** What the hub asked for; null = our own back-off. */
  readonly retryAfterMs: number | null

  constructor(message: string, options: ErrorOptions & { retryAfterMs?: number | null } = {}) {
    super(message, options)
    this.retryAfterMs = options.retryAfterMs ?? null
  }
}

/** The hub answered, and gives this person nothing. */
export class ShutOut extends HubUnavailable {}
