import { constants, createHash, sign } from 'node:crypto'
import * as asn1js from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  RSASSAPSSParams,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
} from 'pkijs'
import type { Signer } from './certificates.ts'

export interface ContainerParts {
  readonly signer: Signer
  /** What node:crypto calls it. */
  readonly hash?: 'sha1' | 'sha256' | 'sha384' | 'sha512' | 'sha3-256'
  readonly pss?: boolean
  /** Hash of the mask of PSS, when it is to be another than the signature's. */
  readonly maskHash?: 'sha256' | 'sha512'
  /** Null: no signing time. */
  readonly signingTime?: string | null
  readonly withoutAttributes?: boolean
  readonly stamp?: { readonly by: Signer; readonly at: string }
  /** Puts another signer's certificate beside the signature. */
  readonly swapped?: Signer
}

const HASH_OIDS = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  'sha3-256': '2.16.840.1.101.3.4.2.8',
} as const
const ECDSA_OIDS: Readonly<Record<string, string>> = {
  sha1: '1.2.840.10045.4.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
  'sha3-256': '2.16.840.1.101.3.4.3.10',
}
const DATA = '1.2.840.113549.1.7.1'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'

const octets = (bytes: Uint8Array): asn1js.OctetString =>
  new asn1js.OctetString({ valueHex: Uint8Array.from(bytes) })
const sum = (hash: string, bytes: Uint8Array): Buffer => createHash(hash).update(bytes).digest()

/** A detached CMS container over these bytes, as signing programs make it. */
export function detached(bytes: Uint8Array, parts: ContainerParts): Uint8Array {
  return signedData(bytes, parts, DATA, null)
}

/** An RFC 3161 token for these bytes. */
export function timeStampToken(bytes: Uint8Array, by: Signer, at: string): Uint8Array {
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4.1',
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: HASH_OIDS.sha256 }),
      hashedMessage: octets(sum('sha256', bytes)),
    }),
    serialNumber: new asn1js.Integer({ value: 7 }),
    genTime: new Date(at),
  })
  const content = new Uint8Array(info.toSchema().toBER())
  return signedData(content, { signer: by, signingTime: at }, TST_INFO, content)
}

function signedData(
  bytes: Uint8Array,
  parts: ContainerParts,
  type: string,
  content: Uint8Array | null,
): Uint8Array {
  const { signer, hash = 'sha256' } = parts
  const info = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({
      issuer: signer.certificate.issuer,
      serialNumber: signer.certificate.serialNumber,
    }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: HASH_OIDS[hash] }),
    signatureAlgorithm: algorithmOf(parts, hash),
  })
  if (parts.withoutAttributes !== true) info.signedAttrs = attributesOf(bytes, parts, hash, type)
  const over = info.signedAttrs ? Buffer.from(setOf(info.signedAttrs)) : Buffer.from(bytes)
  info.signature = octets(signatureOf(over, parts, hash))
  if (parts.stamp) {
    const token = timeStampToken(new Uint8Array(info.signature.getValue()), parts.stamp.by, parts.stamp.at)
    const values = [asn1js.fromBER(Uint8Array.from(token)).result]
    const attribute = new Attribute({ type: '1.2.840.113549.1.9.16.2.14', values })
    info.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes: [attribute] })
  }
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: HASH_OIDS[hash] })],
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: type,
      ...(content ? { eContent: octets(content) } : {}),
    }),
    certificates: [(parts.swapped ?? signer).certificate],
    signerInfos: [info],
  })
  const whole = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) })
  return new Uint8Array(whole.toSchema().toBER())
}

function attributesOf(
  bytes: Uint8Array,
  parts: ContainerParts,
  hash: string,
  type: string,
): SignedAndUnsignedAttributes {
  const time = parts.signingTime === undefined ? '2026-04-14T09:30:00Z' : parts.signingTime
  const attributes = [
    new Attribute({ type: '1.2.840.113549.1.9.3', values: [new asn1js.ObjectIdentifier({ value: type })] }),
    new Attribute({ type: '1.2.840.113549.1.9.4', values: [octets(sum(hash, bytes))] }),
    ...(time === null
      ? []
      : [
          new Attribute({
            type: '1.2.840.113549.1.9.5',
            values: [new asn1js.UTCTime({ valueDate: new Date(time) })],
          }),
        ]),
  ]
  return new SignedAndUnsignedAttributes({ type: 0, attributes })
}

/** What is signed is the set of the attributes, with a set's own tag. */
function setOf(attributes: SignedAndUnsignedAttributes): ArrayBuffer {
  return new asn1js.Set({ value: attributes.attributes.map((one) => one.toSchema()) }).toBER()
}

function algorithmOf(
  { signer, pss, maskHash }: ContainerParts,
  hash: keyof typeof HASH_OIDS,
): AlgorithmIdentifier {
  const type = signer.key.asymmetricKeyType
  if (type === 'ed25519') return new AlgorithmIdentifier({ algorithmId: '1.3.101.112' })
  if (type === 'ec') return new AlgorithmIdentifier({ algorithmId: ECDSA_OIDS[hash] ?? '' })
  if (pss !== true)
    return new AlgorithmIdentifier({
      algorithmId: '1.2.840.113549.1.1.1',
      algorithmParams: new asn1js.Null(),
    })
  const mask = new AlgorithmIdentifier({ algorithmId: HASH_OIDS[maskHash ?? hash] })
  const parameters = new RSASSAPSSParams({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: HASH_OIDS[hash] }),
    maskGenAlgorithm: new AlgorithmIdentifier({
      algorithmId: '1.2.840.113549.1.1.8',
      algorithmParams: mask.toSchema(),
    }),
    saltLength: 32,
  })
  return new AlgorithmIdentifier({
    algorithmId: '1.2.840.113549.1.1.10',
    algorithmParams: parameters.toSchema(),
  })
}

function signatureOf(over: Uint8Array, { signer, pss }: ContainerParts, hash: string): Buffer {
  if (signer.key.asymmetricKeyType === 'ed25519') return sign(null, over, signer.key)
  if (pss !== true) return sign(hash, over, signer.key)
  return sign(hash, over, { key: signer.key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 })
}
