import type { X509Certificate } from 'node:crypto'
import { Certificate as PkiCertificate } from 'pkijs'
import type { Certificate } from '../../../facts/documentFacts.ts'

const COMMON_NAME = '2.5.4.3'
const ORGANISATION = '2.5.4.10'
const EMAIL = '1.2.840.113549.1.9.1'
const ALTERNATIVE_NAMES = '2.5.29.17'
/** GeneralName's choice for an e-mail address. */
const RFC822 = 1

/** What the certificate says of its owner. Whether its issuer is to be trusted is not asked here, nor can it be known offline. */
export function certificateFacts(certificate: X509Certificate): Certificate {
  const parsed = PkiCertificate.fromBER(certificate.raw)
  const part = (type: string, of = parsed.subject): string | null => {
    const found = of.typesAndValues.find((one) => one.type === type)
    const text: unknown = found?.value.valueBlock.value
    return typeof text === 'string' && text.trim() !== '' ? text.trim() : null
  }
  return {
    name: part(COMMON_NAME),
    organisation: part(ORGANISATION),
    email: alternativeEmail(parsed) ?? part(EMAIL),
    issuer: part(COMMON_NAME, parsed.issuer) ?? part(ORGANISATION, parsed.issuer),
    selfSigned: parsed.issuer.isEqual(parsed.subject),
    validFrom: certificate.validFromDate.toISOString(),
    validTo: certificate.validToDate.toISOString(),
  }
}

function alternativeEmail({ extensions }: PkiCertificate): string | null {
  const names: unknown = extensions?.find(({ extnID }) => extnID === ALTERNATIVE_NAMES)?.parsedValue
  const list: unknown = typeof names === 'object' && names !== null ? Reflect.get(names, 'altNames') : null
  const found: unknown = Array.isArray(list)
    ? list.find(
        (name: unknown) => typeof name === 'object' && name !== null && Reflect.get(name, 'type') === RFC822,
      )
    : null
  const value: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'value') : null
  return typeof value === 'string' && value !== '' ? value : null
}
