import { type ContainerParts, detached, timeStampToken } from './container.ts'
import { Revision } from './revise.ts'

export interface SigningParts extends ContainerParts {
  readonly field?: string
  /** In PDF space; null: a signature that shows nowhere. */
  readonly box?: readonly [number, number, number, number] | null
  readonly subFilter?: string
  /** Certifies the document and lets others do so much: 1 nothing, 2 forms and signatures, 3 comments too. */
  readonly certifies?: 1 | 2 | 3
  /** Put between the container and the second range, where nobody signs it. */
  readonly inGap?: string
  /** Last chance to spoil the numbers. */
  readonly range?: (honest: readonly number[]) => readonly number[]
  /** Turns the finished container into something else. */
  readonly container?: (honest: Uint8Array) => Uint8Array
  /** Other things of the same state. */
  readonly along?: (revision: Revision) => void
}

/** Room for the container, in bytes. */
const ROOM = 6000
const RANGE_ROOM = 60
const LOOK_FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'

/** Signs in the block of the work order's customer, where that block is on the left. */
export const CUSTOMER_BOX = [62, 214, 240, 262] as const
export const PARTNER_BOX = [332, 214, 510, 262] as const

/** Adds a signature in a state of its own, as ISO 32000 12.8 wants it. */
export function signPdf(bytes: Uint8Array, parts: SigningParts): Uint8Array {
  const revision = new Revision(bytes)
  const { field = 'Signature1', box = CUSTOMER_BOX, subFilter = 'adbe.pkcs7.detached' } = parts
  const [page = 0] = revision.pages
  const reference = parts.certifies
    ? ` /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P ${parts.certifies} /V /1.2 >> >>]`
    : ''
  const value = revision.add(
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} /M (D:20260414093000Z) /ByteRange [${' '.repeat(RANGE_ROOM)}] /Contents <${'0'.repeat(ROOM * 2)}>${parts.inGap ?? ''}${reference} >>`,
  )
  const look = box === null ? '' : ` /AP << /N ${lookOf(revision, box, parts)} 0 R >>`
  const rect = (box ?? [0, 0, 0, 0]).join(' ')
  const widget = revision.add(
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${field}) /V ${value} 0 R /F 132 /Rect [${rect}] /P ${page} 0 R${look} >>`,
  )
  revision.append(page, 'Annots', `${widget} 0 R`)
  addField(revision, widget)
  if (parts.certifies) revision.put(revision.root, { Perms: `<< /DocMDP ${value} 0 R >>` })
  parts.along?.(revision)
  return fill(Buffer.from(revision.bytes()), parts, subFilter)
}

/** Puts a field into the form; the form is an object of its own, so that later states can add to it. */
export function addField(revision: Revision, field: number): void {
  const form = /\/AcroForm (\d+) 0 R/u.exec(revision.object(revision.root))?.[1]
  if (form !== undefined) return revision.append(Number(form), 'Fields', `${field} 0 R`)
  const made = revision.add(`<< /Fields [${field} 0 R] /SigFlags 3 >>`)
  revision.put(revision.root, { AcroForm: `${made} 0 R` })
}

function lookOf(revision: Revision, [x0, y0, x1, y1]: readonly number[], { signer }: SigningParts): number {
  const [w, h] = [(x1 ?? 0) - (x0 ?? 0), (y1 ?? 0) - (y0 ?? 0)]
  const font = revision.add(LOOK_FONT)
  const name =
    signer.certificate.subject.typesAndValues.map(({ value }) => value.valueBlock.value).at(1) ?? 'Signer'
  const content = `BT /F1 8 Tf 4 ${h - 14} Td (Digitally signed by ${name}) Tj ET`
  return revision.addStream(
    `/Type /XObject /Subtype /Form /BBox [0 0 ${w} ${h}] /Resources << /Font << /F1 ${font} 0 R >> >>`,
    content,
  )
}

function fill(bytes: Buffer, parts: SigningParts, subFilter: string): Uint8Array {
  const start = bytes.lastIndexOf(`<${'0'.repeat(ROOM * 2)}`)
  const end = start + ROOM * 2 + 2 + (parts.inGap?.length ?? 0)
  const honest = [0, start, end, bytes.length - end]
  const written = (parts.range ?? ((range) => range))(honest).join(' ')
  bytes.write(written.padEnd(RANGE_ROOM), bytes.lastIndexOf(`[${' '.repeat(RANGE_ROOM)}`) + 1, 'latin1')
  const signed = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
  const made =
    subFilter === 'ETSI.RFC3161'
      ? timeStampToken(signed, parts.signer, '2026-05-01T10:00:00Z')
      : detached(signed, parts)
  const container = parts.container?.(made) ?? made
  if (container.length > ROOM) throw new Error(`A container of ${container.length} bytes has no room`)
  bytes.write(Buffer.from(container).toString('hex'), start + 1, 'latin1')
  return bytes
}
