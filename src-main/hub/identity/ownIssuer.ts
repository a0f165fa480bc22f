import { type CryptoKey, importJWK, SignJWT } from 'jose'
import type { HubCaller } from '../api/people.ts'
import type { Db } from '../store/database.ts'
import { HUB_TENANT } from '../store/hubTenant.ts'
import { ensureSigningKey, listSigningKeys } from '../store/signingKeysRepo.ts'
import { appRoleOf } from './tokenPerson.ts'

/** How long a token of a demo person is good for. */
const TOKEN_DAYS = 7

export const OWN_ISSUER = 'urn:proofdesk:hub'
/** Whom tokens of the hub's own are for. */
export const OWN_AUDIENCE = 'api://proofdesk-hub'
export const OWN_ALGORITHM = 'ES256'

export interface OwnIssuer {
  /** A JWT in the form of Entra ID's, good for seven days. */
  issue(person: HubCaller): Promise<string>
  /** Undefined for a key that none of the hubs on this database made. */
  publicKey(kid: string): Promise<CryptoKey | undefined>
}

/** Gives tokens to demo people. All hubs on one database share the key. @param now epoch milliseconds. */
export function ownIssuer(db: Db, now: () => number): OwnIssuer {
  const known = new Map<string, CryptoKey>()
  return {
    async issue(person) {
      const { kid, jwk } = await ensureSigningKey(db, now())
      const seconds = Math.floor(now() / 1000)
      return new SignJWT({
        oid: person.userId,
        tid: person.customerTenantId ?? HUB_TENANT,
        name: person.name,
        roles: [appRoleOf(person.role)],
        ...(person.mpnId === null ? {} : { mpn_id: person.mpnId }),
      })
        .setProtectedHeader({ alg: OWN_ALGORITHM, kid, typ: 'JWT' })
        .setIssuer(OWN_ISSUER)
        .setAudience(OWN_AUDIENCE)
        .setSubject(person.userId)
        .setIssuedAt(seconds)
        .setNotBefore(seconds)
        .setExpirationTime(seconds + TOKEN_DAYS * 86_400)
        .sign(await importJWK(jwk, OWN_ALGORITHM))
    },
    async publicKey(kid) {
      if (!known.has(kid)) {
        for (const { kid: one, jwk } of await listSigningKeys(db)) known.set(one, await publicPart(jwk))
      }
      return known.get(kid)
    },
  }
}

async function publicPart({ kty, crv, x, y }: Record<string, unknown>): Promise<CryptoKey> {
  const key = await importJWK({ kty, crv, x, y } as Parameters<typeof importJWK>[0], OWN_ALGORITHM) // as it was exported
  if (key instanceof Uint8Array) throw new Error('A signing key is no key of a pair')
  return key
}
