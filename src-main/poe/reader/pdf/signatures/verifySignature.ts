import type { Certificate, DigitalSignatureFacts } from '../../../facts/documentFacts.ts'
import { broken, open, type Settled } from './algorithms.ts'
import { certificateFacts } from './certificateFacts.ts'
import { attribute, type Container, readContainer } from './readContainer.ts'
import { checkToken, stampedTime } from './timeStamp.ts'
import { digestOf, type Signed, verifyContainer } from './verifyContainer.ts'

const SIGNING_TIME = '1.2.840.113549.1.9.5'

export interface Verified extends Settled {
  readonly certificate: Certificate | null
  /** What the container says; null when it says nothing of it. */
  readonly signedAt: DigitalSignatureFacts['signedAt']
}

/** Checks one container over what it signs. Who its signer really is, and whether anyone vouches for him, is not asked. */
export function verifySignature(bytes: Uint8Array, subFilter: string | null, signed: Signed): Verified {
  if (subFilter === 'adbe.x509.rsa_sha1') return { ...open('not_cms'), certificate: null, signedAt: null }
  const container = readContainer(bytes)
  if (container === null) return { ...open('container_unreadable'), certificate: null, signedAt: null }
  const settled = hasPaddingOnly(bytes, container)
    ? settle(container, subFilter, signed)
    : open('container_unreadable')
  return { ...settled, certificate: factsOf(container), signedAt: timeOf(container, subFilter, signed) }
}

const hasPaddingOnly = (bytes: Uint8Array, { length }: Container): boolean =>
  bytes.subarray(length).every((byte) => byte === 0)

function settle(container: Container, subFilter: string | null, signed: Signed): Settled {
  if (subFilter === 'ETSI.RFC3161') {
    const { intact, problem } = checkToken(container, signed)
    return { intact, problem }
  }
  if (subFilter === 'adbe.pkcs7.sha1') {
    if (container.content === null) return open('container_unreadable')
    if (!digestOf('sha1', signed).equals(container.content)) return broken('digest_differs')
    const own = verifyContainer(container, [container.content])
    return own.intact === true ? open('algorithm_weak') : own
  }
  if (subFilter !== 'adbe.pkcs7.detached' && subFilter !== 'ETSI.CAdES.detached') return open('not_cms')
  // A detached container with content of its own vouches for that content.
  return (container.content?.length ?? 0) > 0
    ? open('container_unreadable')
    : verifyContainer(container, signed)
}

function timeOf(
  container: Container,
  subFilter: string | null,
  signed: Signed,
): DigitalSignatureFacts['signedAt'] {
  try {
    const stamped = subFilter === 'ETSI.RFC3161' ? checkToken(container, signed).at : stampedTime(container)
    if (stamped !== null) return { at: stamped, source: 'timestamp' }
    const [value] = attribute(container.signer.signedAttrs?.attributes, SIGNING_TIME) ?? []
    const toDate: unknown = value ? Reflect.get(value, 'toDate') : null
    const date: unknown = typeof toDate === 'function' ? toDate.call(value) : null
    const isDate = date instanceof Date && !Number.isNaN(date.getTime())
    return isDate ? { at: date.toISOString(), source: 'signer_clock' } : null
  } catch {
    return null
  }
}

function factsOf({ certificate }: Container): Certificate | null {
  try {
    return certificateFacts(certificate)
  } catch {
    return null
  }
}
