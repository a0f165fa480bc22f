import type { Handlers } from '../../../src-preload/contract/index.ts'
import type { SignInState, signIn } from '../../../src-preload/contract/signIn.ts'
import { countTrays } from '../../store/outboxRepo.ts'
import type { Core } from '../core.ts'
import type { SignInPort } from '../ports.ts'

type SignInHandlers = Pick<Handlers, keyof typeof signIn>

const NOBODY_HAS_TO: SignInState = {
  is: 'not_needed',
  isUnderWay: false,
  person: null,
  isKept: true,
  offline: null,
}

export const NOBODY_SIGNS_IN: SignInHandlers = {
  'signIn.state': () => NOBODY_HAS_TO,
  'signIn.begin': () => ({ outcome: 'not_needed' }),
  'signIn.cancel': () => ({}),
  'signIn.out': () => ({ outcome: 'not_needed' }),
}

export function createSignInHandlers({
  ports,
  store,
  offline,
}: Pick<Core, 'ports' | 'store' | 'offline'>): SignInHandlers {
  const { signIn, clock } = ports
  if (signIn === undefined) return NOBODY_SIGNS_IN
  return {
    ...closedSignIn(signIn),
    'signIn.state': () => ({ ...signIn.state(), offline: offline.view() }),
    async 'signIn.out'({ evenUnsent }) {
      const { held, waiting } = store.read((s) => countTrays(s, clock.now()))
      const count = held + waiting
      if (count > 0 && !evenUnsent) return { outcome: 'unsent', count }
      // Ends this very workstation; the answer still goes out.
      await signIn.out()
      return { outcome: 'signed_out' }
    },
  }
}

/** What is answered while no profile is open. */
export function closedSignIn(signIn: SignInPort): SignInHandlers {
  return {
    'signIn.state': () => ({ ...signIn.state(), offline: null }),
    'signIn.begin': async () => ({ outcome: await signIn.begin() }),
    'signIn.cancel': () => {
      signIn.cancel()
      return {}
    },
    'signIn.out': async () => {
      await signIn.out()
      return { outcome: 'signed_out' }
    },
  }
}
