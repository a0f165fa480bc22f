import type { Wrapping } from './wrappedKey.ts'

/**
 * `gone`: there is no file with the key, or its keyring has no such entry; `broken`: the file cannot be read; `refused`: the system does
 * not give it out now; `other`: there is a key, and it is not that of this profile; the passphrase is wanted, or was not the one.
 */
export const KEY_TROUBLES = [
  'gone',
  'broken',
  'refused',
  'other',
  'passphrase_wanted',
  'passphrase_wrong',
] as const
export type KeyTrouble = (typeof KEY_TROUBLES)[number]

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
