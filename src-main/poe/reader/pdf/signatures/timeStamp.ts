import { TSTInfo } from 'pkijs'
import { broken, hashName, isWeakHash, open, type Settled } from './algorithms.ts'
import { attribute, type Container, readContainer } from './readContainer.ts'
import { digestOf, type Signed, verifyContainer } from './verifyContainer.ts'

const TIME_STAMP_TOKEN = '1.2.840.113549.1.9.16.2.14'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const MAY_STAMP_TIME = '1.3.6.1.5.5.7.3.8'

export interface Stamped extends Settled {
  /** ISO instant; null when the token doesn't hold. */
  readonly at: string | null
}

/** The time that an RFC 3161 token inside the signature gives for it; null without a token that holds. */
export function stampedTime({ signer }: Container): string | null {
  const [value] = attribute(signer.unsignedAttrs?.attributes, TIME_STAMP_TOKEN) ?? []
  const token = value ? readContainer(Uint8Array.from(value.valueBeforeDecodeView)) : null
  return token ? checkToken(token, [new Uint8Array(signer.signature.getValue())]).at : null
}

/** Checks a time-stamp token over these bytes: the sum it names, its own signature, and that its signer may stamp. */
export function checkToken(token: Container, stamped: Signed): Stamped {
  try {
    return settled(token, stamped)
  } catch {
    return { ...open('container_unreadable'), at: null }
  }
}

function settled(token: Container, stamped: Signed): Stamped {
  if (token.content === null || token.contentType !== TST_INFO)
    return { ...open('container_unreadable'), at: null }
  const info = TSTInfo.fromBER(Uint8Array.from(token.content))
  const hash = hashName(info.messageImprint.hashAlgorithm.algorithmId)
  if (hash === null) return { ...open('algorithm_unknown'), at: null }
  const named = Buffer.from(info.messageImprint.hashedMessage.getValue())
  if (!digestOf(hash, stamped).equals(named)) return { ...broken('digest_differs'), at: null }
  const own = verifyContainer(token, [token.content])
  const mayStamp = token.certificate.keyUsage?.includes(MAY_STAMP_TIME) ?? false
  const sound = own.intact === true && mayStamp && !isWeakHash(hash)
  const outcome = own.intact === true && isWeakHash(hash) ? open('algorithm_weak') : own
  return { ...outcome, at: sound ? info.genTime.toISOString() : null }
}
