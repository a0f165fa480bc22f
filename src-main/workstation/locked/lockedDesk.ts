import type { Reply } from '../../../src-preload/contract/errors.ts'
import type { Handlers } from '../../../src-preload/contract/index.ts'
import { signIn } from '../../../src-preload/contract/signIn.ts'
import { vault } from '../../../src-preload/contract/vault.ts'
import { AppError } from '../appError.ts'
import { ProfileRefused } from '../../store/profileRefused.ts'
import type { KeyUnreadable } from '../keys/keyUnreadable.ts'
import { newKeys } from '../keys/openKeys.ts'
import { type KeyFile, writeKeyFile } from '../keys/wrappedKey.ts'
import type { WorkstationPorts } from '../ports.ts'
import { createRouter } from '../router.ts'
import { closedSignIn, NOBODY_SIGNS_IN } from '../signIn/signInHandlers.ts'
import { setLockedAside } from './setLockedAside.ts'
import { unsentIn } from './unsentIn.ts'

/** What of the workstation works while the key of the profile cannot be had. */
export interface LockedDesk {
  dispatch(method: string, input: unknown): Promise<Reply>
}

export interface LockedActs {
  readonly ports: WorkstationPorts
  readonly why: KeyUnreadable
  /** Opens the profile; null = it is open, else why not. */
  open(passphrase: string | null): Promise<KeyUnreadable | null>
}

/** Nothing of the profile is touched but by setting it aside, which a person asks for. */
export function createLockedDesk({ ports, why, open }: LockedActs): LockedDesk {
  let trouble = why
  const handlers: Pick<Handlers, keyof typeof vault | keyof typeof signIn> = {
    // Whoever is signed in may give the place to somebody else, whose profile has another key.
    ...(ports.signIn === undefined ? NOBODY_SIGNS_IN : closedSignIn(ports.signIn)),
    'vault.state': () => ({
      state: 'locked',
      trouble: trouble.trouble,
      keptBy: trouble.keptBy,
      unsent: unsentIn(ports.paths.profile),
    }),
    'vault.unlock': async ({ passphrase }) => {
      const still = await open(passphrase)
      if (still === null) return { outcome: 'opened' }
      trouble = still
      return { outcome: 'still_locked', trouble: still.trouble }
    },
    'vault.setAside': async ({ passphrase }) => {
      // Made before anything moves: where it could not be kept, the locked profile stays where it is.
      const file = await newKeyFile(ports, passphrase)
      if (file === null) return { outcome: 'passphrase_wanted' }
      const keptAs = setLockedAside(ports.paths.profile, ports.clock.now())
      writeKeyFile(ports.paths.profile, file)
      ports.log({ level: 'warn', event: 'a locked profile was set aside', facts: { keptAs } })
      const still = await open(passphrase)
      if (still !== null) throw still
      return { outcome: 'set_aside', keptAs }
    },
    'vault.beginAnew': () => ({ outcome: 'not_wiped' }),
    'vault.takeIn': () => ({ profiles: 0, operations: 0, left: 0 }),
  }
  const refuse = () => Promise.reject(new AppError('locked', 'The key of this data folder cannot be read.'))
  return { dispatch: createRouter({ methods: { ...vault, ...signIn }, handlers }, refuse, ports) }
}

async function newKeyFile({ keys }: WorkstationPorts, passphrase: string | null): Promise<KeyFile | null> {
  try {
    return (await newKeys(keys, passphrase)).file
  } catch (error) {
    if (error instanceof ProfileRefused && error.code === 'no_key') return null
    throw error
  }
}
