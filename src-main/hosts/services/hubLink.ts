import { z } from 'zod'
import { DemoSignedIn } from '../../hub/api/people.ts'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { HubPort, HubRequest } from '../../workstation/ports.ts'

/** Where the hub is at present; undefined while an embedded one has not said so. */
export interface HubAddress {
  current(): URL | undefined
  onChange(listener: () => void): () => void
}

/** The tokens of the one person who signed in here. */
export interface PersonTokens {
  /** Null = nobody is signed in. */
  userId(): UserId | null
  /** One that is good as far as is known here. Rejects, without a word of it, where none can be had now. */
  token(wasRefused: boolean): Promise<string>
  /** Whether another one may be had when the hub refuses this one. */
  readonly isRenewable: boolean
}

const SIGN_IN_MS = 15_000

/** No hub at all: the workstation keeps everything for later. */
export const noHub: HubPort = {
  state: () => 'none',
  onChange: () => () => {},
  request: () => Promise.reject(new Error('This workstation was started without a hub.')),
}

/** A hub that stays where it is. */
export function fixedAddress(url: URL): HubAddress {
  return { current: () => url, onChange: () => () => {} }
}

/**
 * The way to a hub. Signs each demo person in once and keeps the token in memory alone; a refused token is asked for anew one time.
 * Where somebody signed in, theirs is the only token: what somebody else said here waits for them.
 * The token goes to the hub's own origin and nowhere else: links elsewhere and redirects are refused.
 */
export function createHubLink(address: HubAddress, own: () => PersonTokens | null = () => null): HubPort {
  const demo = demoTokens()
  address.onChange(demo.forgetAll)

  async function send(
    url: URL,
    { ifNoneMatch, ...init }: HubRequest,
    token: string | null,
  ): Promise<Response> {
    const headers: Record<string, string> = { ...init.headers }
    if (token !== null) headers['authorization'] = `Bearer ${token}`
    if (init.body !== undefined) headers['content-type'] = 'application/json'
    if (ifNoneMatch !== undefined) headers['if-none-match'] = ifNoneMatch
    return fetch(url, { ...init, headers, redirect: 'error' })
  }

  return {
    state: () => (address.current() === undefined ? 'starting' : 'ready'),
    onChange: (listener) => address.onChange(listener),
    async request(user, path, init = {}) {
      const hub = address.current()
      if (hub === undefined) throw new Error('The hub has not said yet where it listens.')
      const url = resolveOnHub(hub, path)
      if (user === null) return send(url, init, null)
      const mine = own()
      const tokenOf = async (wasRefused: boolean) => {
        if (mine === null) return demo.token(user, hub, wasRefused)
        // Asked each time: somebody else may have sat down since.
        if (mine.userId() !== user) throw new Error('Somebody else is signed in to the hub from here.')
        return mine.token(wasRefused)
      }
      const answer = await send(url, init, await tokenOf(false))
      if (answer.status !== 401 || mine?.isRenewable === false) return answer
      await answer.body?.cancel()
      return send(url, init, await tokenOf(true))
    },
  }
}

/** Of the people of a demo hub: everybody is let in by name. */
function demoTokens() {
  const tokens = new Map<UserId, Promise<string>>()
  return {
    forgetAll: () => tokens.clear(),
    token(user: UserId, hub: URL, wasRefused: boolean): Promise<string> {
      if (wasRefused) tokens.delete(user)
      const known = tokens.get(user)
      if (known) return known
      const asked = signIn(user, hub)
      tokens.set(user, asked)
      asked.catch(() => tokens.delete(user))
      return asked
    },
  }
}

function resolveOnHub(hub: URL, path: string): URL {
  const url = path.startsWith('/') ? URL.parse(hub.origin + path) : URL.parse(path)
  if (url === null || url.origin !== hub.origin) throw new Error('A link leads away from the hub.')
  return url
}

/** Several requests may wait for one sign-in, so none of their signals may call it off. */
async function signIn(user: UserId, hub: URL): Promise<string> {
  const answer = await fetch(new URL('/v1.0/demo/sign-in', hub), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: user }),
    redirect: 'error',
    signal: AbortSignal.timeout(SIGN_IN_MS),
  })
  if (!answer.ok) throw new Error(`The hub refused the sign-in with status ${answer.status}.`)
  return z.parse(DemoSignedIn, await answer.json()).token
}
