import { X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import {
  type Attribute,
  Certificate as PkiCertificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
} from 'pkijs'

/** A container with exactly one signer and the certificate that belongs to him. */
export interface Container {
  readonly signer: SignerInfo
  readonly certificate: X509Certificate
  /** Content that the container carries itself; null for a detached one. */
  readonly content: Uint8Array | null
  readonly contentType: string
  /** Bytes of the container proper; what follows is padding. */
  readonly length: number
}

const SIGNED_DATA = '1.2.840.113549.1.7.2'

/** Null when the bytes are no such container. Never throws: the bytes are foreign. */
export function readContainer(bytes: Uint8Array): Container | null {
  try {
    return containerOf(bytes)
  } catch {
    return null
  }
}

function containerOf(bytes: Uint8Array): Container | null {
  const parsed = asn1js.fromBER(Uint8Array.from(bytes))
  if (parsed.offset === -1) return null
  const info = new ContentInfo({ schema: parsed.result })
  if (info.contentType !== SIGNED_DATA) return null
  const signed = new SignedData({ schema: info.content })
  const [signer, ...others] = signed.signerInfos
  if (!signer || others.length > 0) return null
  const certificate = rawCertificates(parsed.result).find((raw) => belongsTo(raw, signer))
  if (!certificate) return null
  const { eContent, eContentType } = signed.encapContentInfo
  return {
    signer,
    certificate: new X509Certificate(certificate),
    content: eContent ? new Uint8Array(eContent.getValue()) : null,
    contentType: eContentType,
    length: parsed.offset,
  }
}

/** The certificates byte for byte: writing a parsed one anew may change it. */
function rawCertificates(info: asn1js.AsnType): Uint8Array<ArrayBuffer>[] {
  const [signedData] = childrenOf(childrenOf(info)[1])
  const set = childrenOf(signedData).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0)
  return childrenOf(set)
    .filter(({ idBlock }) => idBlock.tagClass === 1)
    .map((one) => Uint8Array.from(one.valueBeforeDecodeView))
}

function childrenOf(block: asn1js.BaseBlock | undefined): asn1js.BaseBlock[] {
  const inner: unknown = block?.valueBlock
  const list: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'value') : null
  return Array.isArray(list) ? list.filter((one) => one instanceof asn1js.BaseBlock) : []
}

function belongsTo(raw: Uint8Array<ArrayBuffer>, { sid }: SignerInfo): boolean {
  const certificate = PkiCertificate.fromBER(raw)
  if (sid instanceof IssuerAndSerialNumber)
    return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber)
  const wanted = octets(sid)
  const extension = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.14')
  const own = extension ? octets(asn1js.fromBER(extension.extnValue.getValue()).result) : null
  return wanted !== null && own !== null && Buffer.from(wanted).equals(own)
}

/** Octets of an OCTET STRING, also where an implicit tag took its place. */
function octets(value: unknown): Uint8Array | null {
  if (value instanceof asn1js.OctetString) return new Uint8Array(value.getValue())
  const inner: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'valueBlock') : null
  const view: unknown =
    typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'valueHexView') : null
  return view instanceof Uint8Array && view.length > 0 ? view : null
}

/** The values of an attribute; null when it is not there. */
export function attribute(
  attributes: readonly Attribute[] | undefined,
  type: string,
): asn1js.BaseBlock[] | null {
  const found = attributes?.filter((one) => one.type === type) ?? []
  // An attribute that stands there twice has no value that all programs agree on.
  return found.length === 1 && found[0]
    ? found[0].values.filter((value) => value instanceof asn1js.BaseBlock)
    : null
}

export const octetsOf = octets
export { childrenOf }
