import { decodeJwt, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { HubCaller } from '../api/people.ts'
import type { Db } from '../store/database.ts'
import { findDemoCaller, rememberPerson } from '../store/peopleRepo.ts'
import { isStorable } from '../operations/storableText.ts'
import { OWN_ALGORITHM, OWN_AUDIENCE, OWN_ISSUER, type OwnIssuer } from './ownIssuer.ts'
import { KeysUnavailable, OUTSIDE_ALGORITHMS, outsideKeys, type OutsideIssuer } from './outsideIssuer.ts'
import { personOf } from './tokenPerson.ts'

/** How far the clocks of hub and issuer may be apart. */
const TOLERANCE_SECONDS = 30
/** Longer than any token with a handful of roles. */
const MAX_TOKEN_LENGTH = 8_192

/** `unauthenticated`: no good token. `forbidden`: a good one without a role here. `unavailable`: it cannot be told now. */
export type TokenAnswer = HubCaller | 'unauthenticated' | 'forbidden' | 'unavailable'

export interface VerifierPorts {
  readonly db: Db
  /** Epoch milliseconds: the hub decides time. */
  readonly now: () => number
  /** Whether demo people are let in. */
  readonly hasDemo: boolean
  readonly issuers: readonly OutsideIssuer[]
}

interface Trusted {
  readonly issuer: string
  readonly audience: string
  readonly algorithms: readonly string[]
  readonly keys: JWTVerifyGetKey
  /** Who a token that is good speaks of. */
  readonly person: (payload: JWTPayload) => Promise<HubCaller | 'unauthenticated' | 'forbidden'>
}

/**
 * Says who a bearer token speaks of (RFC 9068 in Entra ID's form): signature by a key of the issuer that it names, audience,
 * time, role. Of demo people the role is what the hub has now, so that a lost role shows at once.
 */
export function tokenVerifier(ports: VerifierPorts, own: OwnIssuer): (token: string) => Promise<TokenAnswer> {
  const trusted = [
    ...(ports.hasDemo ? [ownTokens(ports, own)] : []),
    ...ports.issuers.map(outsideTokens(ports)),
  ]
  return async (token) => {
    const said = issuerSaid(token)
    const issuer = trusted.find((one) => one.issuer === said)
    if (issuer === undefined) return 'unauthenticated'
    try {
      const { payload } = await jwtVerify(token, issuer.keys, {
        issuer: issuer.issuer,
        audience: issuer.audience,
        algorithms: [...issuer.algorithms],
        clockTolerance: TOLERANCE_SECONDS,
        currentDate: new Date(ports.now()),
        requiredClaims: ['exp', 'nbf', 'oid', 'tid'],
      })
      return await issuer.person(payload)
    } catch (error) {
      if (error instanceof KeysUnavailable) return 'unavailable'
      if (error instanceof errors.JOSEError) return 'unauthenticated'
      throw error
    }
  }
}

/** Only to choose by whose keys the token is verified. */
function issuerSaid(token: string): string | undefined {
  if (token.length > MAX_TOKEN_LENGTH) return undefined
  try {
    return decodeJwt(token).iss
  } catch {
    return undefined
  }
}

function ownTokens({ db }: VerifierPorts, own: OwnIssuer): Trusted {
  return {
    issuer: OWN_ISSUER,
    audience: OWN_AUDIENCE,
    algorithms: [OWN_ALGORITHM],
    async keys({ kid }) {
      const key = kid === undefined || !isStorable(kid) ? undefined : await own.publicKey(kid)
      if (key === undefined) throw new errors.JWKSNoMatchingKey()
      return key
    },
    async person({ oid }) {
      const userId = UserId.safeParse(oid)
      return (userId.success ? await findDemoCaller(db, userId.data) : undefined) ?? 'unauthenticated'
    },
  }
}

const outsideTokens =
  ({ db }: VerifierPorts) =>
  (outside: OutsideIssuer): Trusted => ({
    issuer: outside.issuer,
    audience: outside.audience,
    algorithms: OUTSIDE_ALGORITHMS,
    keys: outsideKeys(outside),
    async person(payload) {
      const person = personOf(payload)
      return person === null ? 'forbidden' : ((await rememberPerson(db, person)) ?? 'unauthenticated')
    },
  })
