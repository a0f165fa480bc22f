import type { HubPort } from '../../../src-main/workstation/ports.ts'
import type { TestCaller, TestHub } from './testHub.ts'

/** The way of one workstation to a hub that runs in the test; each part may be changed at any time. */
export interface WayToHub extends HubPort {
  /** False: no request arrives. */
  isUp: boolean
  /** False: nobody here gets a token. */
  isSignedIn: boolean
  /** Looks at each request before it goes; what it throws keeps it from going. */
  before: (path: string) => Promise<void> | void
}

export function wayTo(hub: TestHub): WayToHub {
  const way: WayToHub = {
    isUp: true,
    isSignedIn: true,
    before: () => undefined,
    state: () => 'ready',
    onChange: () => () => undefined,
    async request(user, path, { method = 'GET', body, ifNoneMatch, headers, signal } = {}) {
      await way.before(path)
      if (!way.isUp) throw new Error('The hub is away.')
      if (user !== null && !way.isSignedIn) throw new Error('Nobody is signed in.')
      const who = user as TestCaller | null // people of the test's hub
      return fetch(path.startsWith('/') ? `${hub.url}${path}` : path, {
        method,
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
          ...(await hub.bearer(who)),
        },
        ...(body === undefined ? {} : { body }),
        ...(signal === undefined ? {} : { signal }),
      })
    },
  }
  return way
}
