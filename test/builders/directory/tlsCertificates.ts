import * as asn1js from 'asn1js'
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  GeneralName,
  GeneralNames,
} from 'pkijs'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const
const DAY = 86_400_000

interface Authority {
  readonly certificate: Certificate
  readonly keys: CryptoKeyPair
}

/** A certificate authority made anew in each run, and a server of this machine that it vouches for. PEM. */
export async function makeTls(): Promise<{
  readonly ca: string
  readonly cert: string
  readonly key: string
}> {
  const authority = await certify('Proofdesk test authority', null)
  const server = await certify('127.0.0.1', authority)
  const key = await crypto.subtle.exportKey('pkcs8', server.keys.privateKey)
  return {
    ca: pem('CERTIFICATE', authority.certificate.toSchema().toBER()),
    cert: pem('CERTIFICATE', server.certificate.toSchema().toBER()),
    key: pem('PRIVATE KEY', key),
  }
}

/** @param issuer null = it vouches for itself, and may vouch for others. */
async function certify(name: string, issuer: Authority | null): Promise<Authority> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const certificate = new Certificate({ version: 2 })
  certificate.serialNumber = new asn1js.Integer({ value: issuer === null ? 1 : 2 })
  const called = new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: name }) })
  certificate.subject.typesAndValues.push(called)
  certificate.issuer.typesAndValues.push(...(issuer?.certificate.subject.typesAndValues ?? [called]))
  certificate.notBefore.value = new Date(Date.now() - DAY)
  certificate.notAfter.value = new Date(Date.now() + DAY)
  const constraints = new BasicConstraints({ cA: issuer === null })
  const names = new GeneralNames({
    names: [
      new GeneralName({
        type: 7,
        value: new asn1js.OctetString({ valueHex: Uint8Array.from([127, 0, 0, 1]).buffer }),
      }),
      new GeneralName({ type: 2, value: 'localhost' }),
    ],
  })
  certificate.extensions = [
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: constraints.toSchema().toBER() }),
    ...(issuer === null ? [] : [new Extension({ extnID: '2.5.29.17', extnValue: names.toSchema().toBER() })]),
  ]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(issuer?.keys.privateKey ?? keys.privateKey, 'SHA-256')
  return { certificate, keys }
}

const pem = (what: string, der: ArrayBuffer): string =>
  `-----BEGIN ${what}-----\n${Buffer.from(der)
    .toString('base64')
    .replaceAll(/.{64}/g, '$&\n')
    .trimEnd()}\n-----END ${what}-----\n`
