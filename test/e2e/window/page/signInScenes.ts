import type { Handlers } from '../../../../src-preload/contract/index.ts'
import type { SignInState } from '../../../../src-preload/contract/signIn.ts'
import type { SignInOutcome } from '../../../../src-preload/contract/vocabulary/signInWords.ts'
import { Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { FakeRefusal } from '../../../fakes/renderer/fakeCore.ts'
import { after, onDesk } from './queueScenes.ts'
import type { Scene } from './scene.ts'

const DAY_MINUTES = 24 * 60

const MARTA = { userId: UserId.parse('u-reviewer'), name: 'Marta Ginevri', role: 'reviewer' } as const

const NOBODY: SignInState = {
  is: 'signed_out',
  isUnderWay: false,
  person: null,
  isKept: true,
  offline: null,
}

/** Nobody is signed in: no profile is open, so that nothing is answered but the sign-in. */
const signedOut = (state: Partial<SignInState>, outcome: SignInOutcome = 'cancelled'): Scene => {
  const refuse = () => {
    throw new FakeRefusal('signed_out')
  }
  return {
    hash: '#/queue',
    handlers: (): Partial<Handlers> => ({
      'settings.get': refuse,
      'claims.list': refuse,
      'signIn.state': () => ({ ...NOBODY, ...state }),
      'signIn.begin': () => ({ outcome }),
    }),
  }
}

/** @param days of work without the hub that are left; 0 = there is only reading. */
const signedIn = (is: 'signed_in' | 'lapsed', days: number): Scene => ({
  hash: '#/queue',
  handlers: (): Partial<Handlers> => ({
    ...onDesk(),
    // Whoever signs in at a directory is nobody else.
    'session.current': () => ({ user: MARTA, others: [], colleagues: [] }),
    'signIn.state': () => ({
      ...NOBODY,
      is,
      person: { userId: MARTA.userId, name: MARTA.name, account: 'marta@contoso.example' },
      offline: {
        until: Instant.parse(after(days * DAY_MINUTES)),
        isSoon: days <= 2,
        isOver: days === 0,
      },
    }),
    'signIn.out': () => ({ outcome: 'unsent', count: 2 }),
  }),
})

export const signInScenes: Readonly<Record<string, Scene>> = {
  signedOut: signedOut({}),
  signInWaiting: signedOut({ isUnderWay: true }),
  signInFailed: signedOut({ isKept: false }, 'unreachable'),
  signedIn: signedIn('signed_in', 7),
  signInSoon: signedIn('signed_in', 1.5),
  signInLapsed: signedIn('lapsed', 5),
  signInOver: signedIn('signed_in', 0),
}
