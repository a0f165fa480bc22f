import { z } from 'zod'
import { DemoSignedIn } from '../../hub/api/people.ts'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { KeptSignIn } from './hubSignIn.ts'
import type { HubPort, HubRequest } from '../../workstation/ports.ts'

/** Where the hub is at present; undefined while an embedded one has not said so. */
export interface HubAddress {
  current(): URL | undefined
  onChange(listener: () => void): () => void
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
 * The way to a hub. Signs each person in once and keeps the token in memory alone; a refused token is asked for anew one time.
 * Where somebody signed in by a code, theirs is the only token, and it is not asked for again.
 * The token goes to the hub's own origin and nowhere else: links elsewhere and redirects are refused.
 */
export function createHubLink(address: HubAddress, kept: () => KeptSignIn | null = () => null): HubPort {
  const tokens = new Map<UserId, Promise<string>>()
  address.onChange(() => tokens.clear())

  function tokenOf(user: UserId, hub: URL): Promise<string> {
    const signedIn = kept()
    if (signedIn !== null)
      return signedIn.userId === user
        ? Promise.resolve(signedIn.token)
        : Promise.reject(new Error('Somebody else is signed in to the hub from here.'))
    const known = tokens.get(user)
    if (known) return known
    const asked = signIn(user, hub)
    tokens.set(user, asked)
    asked.catch(() => tokens.delete(user))
    return asked
  }

  async function send(user: UserId, hub: URL, url: URL, init: HubRequest): Promise<Response> {
    const token = await tokenOf(user, hub)
    const headers: Record<string, string> = { ...init.headers, authorization: `Bearer ${token}` }
    const { ifNoneMatch, ...rest } = init
    if (init.body !== undefined) headers['content-type'] = 'application/json'
    if (ifNoneMatch !== undefined) headers['if-none-match'] = ifNoneMatch
    return fetch(url, { ...rest, headers, redirect: 'error' })
  }

  return {
    state: () => (address.current() === undefined ? 'starting' : 'ready'),
    onChange: (listener) => address.onChange(listener),
    async request(user, path, init = {}) {
      const hub = address.current()
      if (hub === undefined) throw new Error('The hub has not said yet where it listens.')
      const url = resolveOnHub(hub, path)
      const answer = await send(user, hub, url, init)
      if (answer.status !== 401 || kept() !== null) return answer
      await answer.body?.cancel()
      tokens.delete(user)
      return send(user, hub, url, init)
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
