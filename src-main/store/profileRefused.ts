/** Why a profile cannot be opened. Nothing was changed, nothing is deleted. */
export type RefusalCode = 'newer' | 'locked' | 'corrupt' | 'unwritable' | 'broken_migrations' | 'no_key'

/** Thrown before the first query; `message` is for a person and says what to do. */
export class ProfileRefused extends Error {
  override readonly name = 'ProfileRefused'
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
