import { constants, createHash, type KeyObject, verify, type X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import { RSASSAPSSParams } from 'pkijs'
import {
  broken,
  hashName,
  isWeakHash,
  open,
  type Scheme,
  schemeOf,
  type Settled,
  SOUND,
} from './algorithms.ts'
import { attribute, childrenOf, type Container, octetsOf } from './readContainer.ts'

/** What was signed, in stretches. */
export type Signed = readonly Uint8Array[]

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

export function digestOf(hash: string, signed: Signed): Buffer {
  const sum = createHash(hash)
  for (const part of signed) sum.update(part)
  return sum.digest()
}

/**
 * Whether the container's one signature is over these bytes. node:crypto does the mathematics; pkijs lacks curves and hashes
 * that are in use. What this program doesn't know stays open and is never called broken.
 */
export function verifyContainer(container: Container, signed: Signed): Settled {
  try {
    return settle(container, signed)
  } catch {
    // A hash, curve or key that this build of the crypto library does not have.
    return open('algorithm_unknown')
  }
}

function settle(container: Container, signed: Signed): Settled {
  const { signer } = container
  const hash = hashName(signer.digestAlgorithm.algorithmId)
  const scheme = schemeOf(signer.signatureAlgorithm.algorithmId)
  if (hash === null || scheme === null) return open('algorithm_unknown')
  const attributes = signer.signedAttrs?.attributes
  if (attributes) {
    const digest = octetsOf(attribute(attributes, MESSAGE_DIGEST)?.[0])
    if (digest === null) return open('container_unreadable')
    if (!digestOf(hash, signed).equals(digest)) return broken('digest_differs')
    if (!isOfType(attributes, container.contentType)) return broken('signature_invalid')
    if (!namesCertificate(attributes, container.certificate)) return broken('signature_invalid')
  }
  const over: Signed = signer.signedAttrs ? [new Uint8Array(signer.signedAttrs.encodedValue)] : signed
  const own = hashOfScheme(container, scheme.scheme, scheme.hash ?? hash)
  if (own === null || (scheme.scheme !== 'eddsa' && own !== hash)) return open('algorithm_unknown')
  const value = Buffer.from(signer.signature.getValue())
  if (!isKeyOf(scheme.scheme, container.certificate.publicKey)) return broken('signature_invalid')
  if (!isValid(scheme.scheme, own, over, container, value)) return broken('signature_invalid')
  return isWeakHash(hash) || isShortKey(container.certificate.publicKey) ? open('algorithm_weak') : SOUND
}

function isOfType(attributes: Parameters<typeof attribute>[0], type: string): boolean {
  const [value] = attribute(attributes, CONTENT_TYPE) ?? []
  return !(value instanceof asn1js.ObjectIdentifier) || value.getValue() === type
}

/** The signer may name his certificate by its sum, so that no other one with the same key can be put in its place. */
function namesCertificate(
  attributes: Parameters<typeof attribute>[0],
  certificate: X509Certificate,
): boolean {
  const [value] = attribute(attributes, SIGNING_CERTIFICATE_V2) ?? []
  const [first] = childrenOf(childrenOf(value)[0])
  const parts = childrenOf(first)
  const sum = octetsOf(parts.find((part) => part instanceof asn1js.OctetString))
  if (sum === null) return true
  const [algorithm] = childrenOf(parts.find((part) => part instanceof asn1js.Sequence))
  const named = algorithm instanceof asn1js.ObjectIdentifier ? hashName(algorithm.getValue()) : 'sha256'
  // The issuer's name may stand there instead of an algorithm; then the usual one goes.
  return digestOf(named ?? 'sha256', [certificate.raw]).equals(sum)
}

/** The hash that the signature itself uses; null for parameters that are not understood. */
function hashOfScheme({ signer }: Container, scheme: Scheme, usual: string): string | null {
  if (scheme !== 'rsa_pss') return usual
  const given: unknown = signer.signatureAlgorithm.algorithmParams
  const parameters = new RSASSAPSSParams(given === undefined ? {} : { schema: given })
  const hash = hashName(parameters.hashAlgorithm.algorithmId)
  const mask: unknown = parameters.maskGenAlgorithm.algorithmParams
  const [inner] = mask instanceof asn1js.BaseBlock ? childrenOf(mask) : []
  const maskHash = inner instanceof asn1js.ObjectIdentifier ? hashName(inner.getValue()) : 'sha1'
  // node:crypto takes one hash for both.
  return hash !== null && hash === maskHash ? hash : null
}

const KEY_TYPES: Readonly<Record<Scheme, readonly string[]>> = {
  rsa: ['rsa'],
  rsa_pss: ['rsa', 'rsa-pss'],
  ecdsa: ['ec'],
  eddsa: ['ed25519', 'ed448'],
}

const isKeyOf = (scheme: Scheme, key: KeyObject): boolean =>
  KEY_TYPES[scheme].includes(key.asymmetricKeyType ?? '')

const LEAST_RSA_BITS = 1024
const isShortKey = (key: KeyObject): boolean =>
  (key.asymmetricKeyDetails?.modulusLength ?? LEAST_RSA_BITS) < LEAST_RSA_BITS

function isValid(
  scheme: Scheme,
  hash: string,
  over: Signed,
  { certificate, signer }: Container,
  value: Buffer,
): boolean {
  const data = Buffer.concat(over)
  const key = certificate.publicKey
  if (scheme === 'eddsa') return verify(null, data, key, value)
  if (scheme !== 'rsa_pss') return verify(hash, data, key, value)
  const given: unknown = signer.signatureAlgorithm.algorithmParams
  const { saltLength } = new RSASSAPSSParams(given === undefined ? {} : { schema: given })
  return verify(hash, data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, value)
}
