import type { DigitalSignatureFacts, FactFlag } from '../../facts/documentFacts.ts'
import { fileFlag } from './factFlags.ts'
import { type RawAnnotation, rawAnnotation } from './formFields.ts'
import type { FileState } from './objects/fileState.ts'
import type { RawFile } from './objects/rawFile.ts'
import { cornersOf, pageSpace, quadOf, rectOf } from './pageSpace.ts'
import type { PDFDocumentProxy } from './pdfjs.ts'
import type { SignatureReading } from './signatures/readSignature.ts'
import { type SignatureEntry, signatureEntries } from './signatures/signatureEntries.ts'

interface Listed {
  readonly fieldName: string
  readonly signer: string | null
  readonly signedAt: string | null
  readonly subFilter: string | null
  readonly byteRange: readonly number[]
}

export interface SignaturesRead {
  readonly signatures: readonly DigitalSignatureFacts[]
  readonly flags: readonly FactFlag[]
  /** What later states of the file did after each signature, for those who know the pages. */
  readonly readings: readonly SignatureReading[]
}

/** More signatures than this are no paper's; each costs a comparison of two states. */
const MOST_SIGNATURES = 30

/**
 * The file's signatures: pdf.js says where they show, the file's own objects say what they are, for pdf.js leaves out malformed
 * ones without a word and decrypts containers that are never encrypted.
 */
export async function digitalSignatures(
  document: PDFDocumentProxy,
  file: RawFile | null,
  now: FileState | null,
): Promise<SignaturesRead> {
  const raw: unknown = await document.getSignatures().catch(() => null)
  const listed = Array.isArray(raw) ? raw.flatMap((entry) => listedOf(entry) ?? []) : []
  const entries = file && now ? signatureEntries(file, now).slice(0, MOST_SIGNATURES) : []
  const some = listed.length + entries.length > 0
  const places = some ? await signaturePlaces(document) : new Map<string, Place>()
  const placeOf = (name: string): Place => places.get(name) ?? NOWHERE
  const alone = listed.filter((one) => !entries.some((entry) => isSame(entry, one)))
  const readings = file && now ? await readAll(file, now, entries) : []
  const facts = entries.map((entry, i): DigitalSignatureFacts => {
    const own = listed.find((one) => isSame(entry, one))
    const declared = isoInstant(entry.declaredAt) ?? own?.signedAt ?? null
    const fieldName = entry.field ?? own?.fieldName ?? ''
    const { found } = readings[i] ?? {}
    return {
      ...UNSETTLED,
      ...found,
      ...placeOf(fieldName),
      fieldName,
      declaredSigner: entry.declaredSigner ?? own?.signer ?? null,
      declaredAt: declared,
      subFilter: entry.subFilter,
      // Nobody sees a signature that no field owns, and a program would not show it.
      personal: entry.personal && (entry.field !== null || own !== undefined),
      signedAt: found?.signedAt ?? (declared === null ? null : { at: declared, source: 'dictionary' }),
    }
  })
  const unowned = entries.filter(
    (entry) => entry.personal && entry.field === null && !listed.some((one) => isSame(entry, one)),
  )
  const flags = readings.flatMap(({ flags }) => flags)
  // A file that is too large to be walked over is not suspect for that.
  if (file !== null && alone.length + unowned.length > 0) flags.push(fileFlag('signature_malformed', 'high'))
  return {
    signatures: [...facts, ...alone.map((one) => listedFacts(one, placeOf(one.fieldName)))],
    flags,
    readings,
  }
}

/** Certificates are a library of their own, which most papers don't need. */
async function readAll(
  file: RawFile,
  now: FileState,
  entries: readonly SignatureEntry[],
): Promise<SignatureReading[]> {
  if (entries.length === 0) return []
  const { readSignature } = await import('./signatures/readSignature.ts')
  return entries.map((entry) => readSignature(file, now, entry))
}

type Place = Pick<DigitalSignatureFacts, 'page' | 'rect' | 'quad'>
const NOWHERE: Place = { page: null, rect: null, quad: null }

const UNSETTLED = {
  intact: null,
  changedAfterSigning: null,
  coversWholeDocument: null,
  problem: 'byte_range_odd',
  signedAt: null,
  certificate: null,
} as const satisfies Partial<DigitalSignatureFacts>

const isSame = (entry: SignatureEntry, { byteRange }: Listed): boolean =>
  entry.range?.join(' ') === byteRange.join(' ')

/** A signature that pdf.js sees and the walk over the file did not: nothing of it is settled. */
function listedFacts(entry: Listed, place: Place): DigitalSignatureFacts {
  return {
    ...UNSETTLED,
    ...place,
    fieldName: entry.fieldName,
    declaredSigner: entry.signer,
    declaredAt: entry.signedAt,
    subFilter: entry.subFilter,
    personal: entry.subFilter !== 'ETSI.RFC3161',
    signedAt: entry.signedAt === null ? null : { at: entry.signedAt, source: 'dictionary' },
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
  return {
    fieldName: text('fieldName') ?? '',
    signer: text('signerName'),
    signedAt: isoInstant(text('signingTime')),
    subFilter: text('subFilter'),
    byteRange: range.map(Number),
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
