/** The hub did not do what it was asked for another reason than the rules of the field. One plain line; exit code 1. */
export class HubFailed extends Error {
  override readonly name = 'HubFailed'
  /** Of the answer to what was asked; null = it was not answered, or nobody got so far. */
  readonly status: number | null

  constructor(message: string, { status = null, cause }: { status?: number | null; cause?: unknown } = {}) {
    super(message, { cause })
    this.status = status
  }
}
