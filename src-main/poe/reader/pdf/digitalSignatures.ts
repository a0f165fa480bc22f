import type { DigitalSignatureFacts, FactFlag } from '../../facts/documentFacts.ts'
import { fileFlag } from './factFlags.ts'
import { type RawAnnotation, rawAnnotation } from './formFields.ts'
import { cornersOf, pageSpace, quadOf, rectOf } from './pageSpace.ts'
import type { PDFDocumentProxy } from './pdfjs.ts'

interface Listed {
  readonly fieldName: string
  readonly signer: string | null
  readonly signedAt: string | null
  readonly subFilter: string | null
  readonly byteRange: readonly [number, number, number, number]
}

/** Signatures as the file lists them. pdf.js leaves out malformed ones without a word, so the raw bytes are counted too. */
export async function digitalSignatures(
  document: PDFDocumentProxy,
  bytes: Uint8Array,
): Promise<{ signatures: DigitalSignatureFacts[]; flags: FactFlag[] }> {
  const raw: unknown = await document.getSignatures().catch(() => null)
  const listed = Array.isArray(raw) ? raw.flatMap((entry) => listedOf(entry) ?? []) : []
  const flags: FactFlag[] = []
  if (countByteRanges(bytes) > listed.length) flags.push(fileFlag('signature_malformed', 'high'))
  const places = listed.length > 0 ? await signaturePlaces(document) : new Map<string, Place>()
  const signatures = listed.map((entry) => signatureFacts(entry, places.get(entry.fieldName) ?? null, bytes))
  return { signatures, flags }
}

type Place = Pick<DigitalSignatureFacts, 'page' | 'rect' | 'quad'>

function signatureFacts(entry: Listed, place: Place | null, bytes: Uint8Array): DigitalSignatureFacts {
  return {
    fieldName: entry.fieldName,
    page: place?.page ?? null,
    rect: place?.rect ?? null,
    quad: place?.quad ?? null,
    declaredSigner: entry.signer,
    declaredAt: entry.signedAt,
    subFilter: entry.subFilter,
    personal: entry.subFilter !== 'ETSI.RFC3161',
    intact: null,
    changedAfterSigning: null,
    coversWholeDocument: coverage(entry.byteRange, bytes),
    problem: null,
    signedAt: entry.signedAt === null ? null : { at: entry.signedAt, source: 'dictionary' },
    certificate: null,
  }
}

function listedOf(entry: unknown): Listed | null {
  if (typeof entry !== 'object' || entry === null) return null
  const text = (key: string): string | null => {
    const value: unknown = Reflect.get(entry, key)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  const range: unknown = Reflect.get(entry, 'byteRange')
  if (!Array.isArray(range) || range.length !== 4) return null
  const [a, b, c, d] = range.map(Number)
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null
  return {
    fieldName: text('fieldName') ?? '',
    signer: text('signerName'),
    signedAt: isoInstant(text('signingTime')),
    subFilter: text('subFilter'),
    byteRange: [a, b, c, d],
  }
}

/** "D:20260219094712+01'00'" → ISO instant; null when it is no PDF date. A missing zone counts as UTC. */
export function isoInstant(date: string | null): string | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/u.exec(date ?? '')
  if (!parts) return null
  const [, y, mo, d, h = '00', mi = '00', s = '00', sign, zh = '00', zm = '00'] = parts
  const utc = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s))
  const offset = sign ? (Number(zh) * 60 + Number(zm)) * 60_000 * (sign === '-' ? -1 : 1) : 0
  return Number.isNaN(utc) ? null : new Date(utc - offset).toISOString()
}

const LESS_THAN = 0x3c
const GREATER_THAN = 0x3e

/** True when the gap is exactly the hexadecimal container and the rest is signed to the end; null when the gap is odd. */
function coverage([a, b, c, d]: Listed['byteRange'], bytes: Uint8Array): boolean | null {
  const container = bytes.subarray(b, c)
  const isHex = container.subarray(1, -1).every((byte) => isHexDigit(byte) || byte <= 32)
  if (a !== 0 || container[0] !== LESS_THAN || container.at(-1) !== GREATER_THAN || !isHex) return null
  return bytes.subarray(c + d).every((byte) => byte <= 32)
}

const isHexDigit = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102)

function countByteRanges(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return new Set([...text.matchAll(/\/ByteRange\s*\[([\d\s]+)\]/gu)].map((match) => match[1])).size
}

async function signaturePlaces(document: PDFDocumentProxy): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number).catch(() => null)
    if (!page) continue
    const space = pageSpace(page.view, page.rotate, page.userUnit)
    const annotations = (await page.getAnnotations().catch(() => [])).map(rawAnnotation)
    for (const field of annotations.filter(isShownSignature)) {
      const corners = cornersOf(field.box ?? [0, 0, 0, 0])
      places.set(field.fieldName, { page: number, rect: rectOf(space, corners), quad: quadOf(corners) })
    }
  }
  return places
}

const isShownSignature = ({ kind, box, hidden }: RawAnnotation): boolean =>
  kind === 'signature' && !hidden && box !== null && box[2] - box[0] > 1 && box[3] - box[1] > 1
