import { KeyUnreadable } from '../../../workstation/keys/keyUnreadable.ts'
import type { WrappedKey } from '../../../workstation/keys/wrappedKey.ts'
import type { KeyPort, UnwrappedKey } from '../../../workstation/ports.ts'
import { ProfileRefused } from '../../../store/profileRefused.ts'
import type { PassphraseSource } from './askPassphrase.ts'
import type { KeyKeeper } from './keyKeeper.ts'
import { systemKeyring } from './keyring.ts'
import { unwrapUnder, wrapUnder } from './passphrase.ts'

export interface KeyPortOptions {
  readonly keeper: KeyKeeper
  readonly passphrases: PassphraseSource
  /** A key may lie in a file in the open: the sample workspace, or a person who said so. */
  readonly mayLieOpen: boolean
  /** A sentence for the terminal. */
  readonly say: (sentence: string) => void
}

const NO_KEEPER =
  'This system keeps no keys (no keyring, no keychain), and nobody is there to choose a passphrase. Start from a terminal, name a file with a passphrase in PROOFDESK_PASSPHRASE_FILE, or, on a machine whose disk is encrypted, set PROOFDESK_KEY=file to keep the key in a file.'

const IN_THE_OPEN =
  'This system keeps no keys: the key of the data folder lies in a file beside it, for its owner alone. It keeps nothing from whoever gets the disk.\n'

/** The system's own way first; where it has none, a passphrase, or for the sample workspace a file. */
export function createKeyPort({ keeper, passphrases, mayLieOpen, say }: KeyPortOptions): KeyPort {
  const give = (wrapped: WrappedKey, typed: string | null): Promise<UnwrappedKey> => {
    if (wrapped.kind === 'file') return Promise.resolve(fromFile(wrapped, mayLieOpen))
    if (wrapped.kind === 'passphrase') return fromPassphrase(wrapped, typed, passphrases)
    if (wrapped.kind === keeper.kind) return keeper.give(wrapped)
    // Kept by the host in a browser's window: the keyring is the same for all.
    if (wrapped.kind === 'keyring') return systemKeyring.give(wrapped)
    // What Electron sealed only Electron opens.
    return Promise.reject(new KeyUnreadable('refused', wrapped.kind))
  }
  return {
    async wrap(key, keyId, typed) {
      const kept = await keeper.keep(key, keyId)
      if (kept !== null) return kept
      if (mayLieOpen) {
        say(IN_THE_OPEN)
        return { kind: 'file', key: Buffer.from(key).toString('base64') }
      }
      const passphrase = typed ?? (await passphrases.chosen())
      if (passphrase === null) throw new ProfileRefused('no_key', NO_KEEPER)
      return wrapUnder(key, passphrase)
    },
    unwrap: give,
    async forget(wrapped) {
      // What is sealed or wrapped in the file goes with the file.
      if (wrapped.kind === 'keyring') await (keeper.forget ?? systemKeyring.forget)?.(wrapped)
    },
  }
}

/** A sample workspace that became a team's is kept in a better way from then on. */
function fromFile({ key }: Extract<WrappedKey, { kind: 'file' }>, mayLieOpen: boolean): UnwrappedKey {
  return { key: Buffer.from(key, 'base64'), shallRewrap: !mayLieOpen }
}

async function fromPassphrase(
  wrapped: Extract<WrappedKey, { kind: 'passphrase' }>,
  typed: string | null,
  passphrases: PassphraseSource,
): Promise<UnwrappedKey> {
  const passphrase = typed ?? (await passphrases.known())
  if (passphrase === null) throw new KeyUnreadable('passphrase_wanted', 'passphrase')
  return { key: await unwrapUnder(wrapped, passphrase), shallRewrap: false }
}
