/** How the key of a profile is kept: by Electron and the system, in the system's keyring, under a passphrase, in a file in the open. */
export const WRAPPINGS = ['safe_storage', 'keyring', 'passphrase', 'file'] as const
export type Wrapping = (typeof WRAPPINGS)[number]

/**
 * Why it cannot be had. `gone`: there is no file with it, or its keyring has no such entry; `broken`: the file cannot be read;
 * `refused`: the system does not give it out now; `other`: there is a key, and it is not that of this profile; the passphrase is
 * wanted, or was not the one.
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
