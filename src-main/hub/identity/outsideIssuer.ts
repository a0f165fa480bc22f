import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'

/** A directory whose tokens this hub takes. It may give every role: whoever runs the hub chose it. */
export interface OutsideIssuer {
  /** Exactly as tokens name it in `iss`. */
  readonly issuer: string
  /** As tokens name this hub in `aud`. */
  readonly audience: string
  /** Where its public keys are; null = as its OpenID configuration says. */
  readonly jwksUrl: URL | null
}

/** Signatures with a pair of keys only: with HMAC the public key, which everybody has, would sign. */
export const OUTSIDE_ALGORITHMS: readonly string[] = ['RS256', 'PS256', 'ES256']

/** The directory's keys could not be asked for; whether a token is good is not known. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable'
}

const Configuration = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) })
const PATIENCE_MS = 5_000

/** The keys of a directory, fetched when first needed and again when a token names an unknown one, at most every 30 seconds. */
export function outsideKeys({ issuer, jwksUrl }: OutsideIssuer): JWTVerifyGetKey {
  let keys: JWTVerifyGetKey | undefined
  return async (header, token) => {
    try {
      keys ??= createRemoteJWKSet(jwksUrl ?? (await discover(issuer)), { timeoutDuration: PATIENCE_MS })
      return await keys(header, token)
    } catch (cause) {
      if (isAboutTheToken(cause)) throw cause
      throw new KeysUnavailable('The keys of an issuer cannot be had', { cause })
    }
  }
}

/** No key, or several, fit what the token says; everything else went wrong on the way to them. */
const isAboutTheToken = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ERR_JWKS_NO_MATCHING_KEY', 'ERR_JWKS_MULTIPLE_MATCHING_KEYS', 'ERR_JOSE_NOT_SUPPORTED'].includes(
    String(error.code),
  )

async function discover(issuer: string): Promise<URL> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) })
  if (!answer.ok) throw new Error(`The OpenID configuration answered ${answer.status}`)
  return new URL(Configuration.parse(await answer.json()).jwks_uri)
}
