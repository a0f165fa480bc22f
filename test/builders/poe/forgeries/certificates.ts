import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import * as asn1js from 'asn1js'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ExtKeyUsage,
  Extension,
  GeneralName,
  GeneralNames,
  type RelativeDistinguishedNames,
  Time,
} from 'pkijs'

/** Somebody who can sign: made anew in each run, so no key is ever kept. */
export interface Signer {
  readonly key: KeyObject
  readonly certificate: Certificate
  /** DER. */
  readonly raw: Uint8Array
}

export interface SignerParts {
  readonly name: string
  readonly organisation?: string
  readonly email?: string
  /** In the alternative names instead of the subject. */
  readonly sanEmail?: string
  readonly key?: 'rsa' | 'p256' | 'p384' | 'p521' | 'brainpool' | 'ed25519'
  readonly from?: string
  readonly to?: string
  readonly issuer?: Signer
  readonly mayStampTime?: boolean
}

function newKeys(kind: NonNullable<SignerParts['key']>): { publicKey: KeyObject; privateKey: KeyObject } {
  if (kind === 'rsa') return generateKeyPairSync('rsa', { modulusLength: 2048 })
  if (kind === 'ed25519') return generateKeyPairSync('ed25519')
  const curves = { p256: 'prime256v1', p384: 'secp384r1', p521: 'secp521r1', brainpool: 'brainpoolP256r1' }
  return generateKeyPairSync('ec', { namedCurve: curves[kind] })
}

const SHA256_WITH: Readonly<Record<string, string>> = {
  rsa: '1.2.840.113549.1.1.11',
  ec: '1.2.840.10045.4.3.2',
  ed25519: '1.3.101.112',
}

/** A signer with a certificate of `issuer`; without one he vouches for himself. */
export function aSigner(parts: SignerParts): Signer {
  const { publicKey, privateKey } = newKeys(parts.key ?? 'rsa')
  const certificate = new Certificate({ version: 2 })
  certificate.serialNumber = new asn1js.Integer({ valueHex: Uint8Array.from([1, ...randomBytes(8)]) })
  fillName(certificate.subject, parts)
  const issuer = parts.issuer?.certificate.subject.typesAndValues ?? certificate.subject.typesAndValues
  certificate.issuer.typesAndValues.push(...issuer)
  certificate.notBefore = new Time({ type: 0, value: new Date(parts.from ?? '2024-01-01T00:00:00Z') })
  certificate.notAfter = new Time({ type: 0, value: new Date(parts.to ?? '2029-01-01T00:00:00Z') })
  const spki = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }))
  certificate.subjectPublicKeyInfo.fromSchema(asn1js.fromBER(spki).result)
  certificate.extensions = extensionsOf(parts)
  const issuerKey = parts.issuer?.key ?? privateKey
  const algorithm = new AlgorithmIdentifier({
    algorithmId: SHA256_WITH[issuerKey.asymmetricKeyType ?? ''] ?? '',
  })
  certificate.signature = algorithm
  certificate.signatureAlgorithm = algorithm
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER())
  const hash = issuerKey.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  const value = sign(hash, certificate.tbsView, issuerKey)
  certificate.signatureValue = new asn1js.BitString({ valueHex: Uint8Array.from(value) })
  const raw = new Uint8Array(certificate.toSchema(true).toBER())
  return { key: privateKey, certificate: Certificate.fromBER(raw), raw }
}

function fillName(name: RelativeDistinguishedNames, parts: SignerParts): void {
  const add = (type: string, text: string | undefined): void => {
    if (text === undefined) return
    const value = type.startsWith('1.2')
      ? new asn1js.IA5String({ value: text })
      : new asn1js.Utf8String({ value: text })
    name.typesAndValues.push(new AttributeTypeAndValue({ type, value }))
  }
  add('2.5.4.10', parts.organisation)
  add('2.5.4.3', parts.name)
  add('1.2.840.113549.1.9.1', parts.email)
}

function extensionsOf({ sanEmail, mayStampTime }: SignerParts): Extension[] {
  const extension = (extnID: string, value: asn1js.BaseBlock, critical = false): Extension =>
    new Extension({ extnID, critical, extnValue: value.toBER() })
  return [
    extension('2.5.29.19', new BasicConstraints({ cA: true }).toSchema(), true),
    ...(mayStampTime === true
      ? [extension('2.5.29.37', new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] }).toSchema(), true)]
      : []),
    ...(sanEmail === undefined
      ? []
      : [
          extension(
            '2.5.29.17',
            new GeneralNames({ names: [new GeneralName({ type: 1, value: sanEmail })] }).toSchema(),
          ),
        ]),
  ]
}
