import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const LAUNCH_LIFE_MS = 5 * 60_000

/** Launch tokens, each good for one exchange within five minutes, and the sessions they were exchanged for. Memory only. */
export interface Passes {
  mintLaunchToken(): string
  /** The value of a new session; undefined when the token is unknown, used or too old. */
  exchange(token: string): string | undefined
  isSession(value: string): boolean
}

export function createPasses(now: () => number): Passes {
  let launches: { readonly digest: Buffer; readonly until: number }[] = []
  const sessions: Buffer[] = []
  return {
    mintLaunchToken() {
      const token = randomToken()
      launches = launches.filter(({ until }) => until > now())
      launches.push({ digest: digestOf(token), until: now() + LAUNCH_LIFE_MS })
      return token
    },
    exchange(token) {
      const found = findEqual(launches, digestOf(token), ({ digest }) => digest)
      if (found === undefined) return undefined
      launches = launches.filter((launch) => launch !== found)
      if (found.until <= now()) return undefined
      const session = randomToken()
      sessions.push(digestOf(session))
      return session
    },
    isSession: (value) => findEqual(sessions, digestOf(value), (digest) => digest) !== undefined,
  }
}

/** 256 bits. */
function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Looks at every entry and compares digests of one length, so that the time taken tells nothing of how near a guess was. */
function findEqual<T>(entries: readonly T[], wanted: Buffer, digestIn: (entry: T) => Buffer): T | undefined {
  let found: T | undefined
  for (const entry of entries) {
    if (timingSafeEqual(digestIn(entry), wanted)) found = entry
  }
  return found
}
