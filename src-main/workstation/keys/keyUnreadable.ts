import type { KeyTrouble, Wrapping } from '../../../src-preload/contract/vocabulary/keyWords.ts'

/** The key of a profile cannot be had. Nothing is changed by it, and nothing may be deleted because of it. */
export class KeyUnreadable extends Error {
  override readonly name = 'KeyUnreadable'
  readonly trouble: KeyTrouble
  /** Null = it is not known how it was kept. */
  readonly keptBy: Wrapping | null

  constructor(trouble: KeyTrouble, keptBy: Wrapping | null, options?: ErrorOptions) {
    super(`The key of this data folder cannot be read: ${trouble}.`, options)
    this.trouble = trouble
    this.keptBy = keptBy
  }
}
