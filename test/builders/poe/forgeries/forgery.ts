import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { drawnBytes, drawnPdf, type PageArtist } from '../drawnPdf.ts'
import { paintWorkOrder, type WorkOrder } from '../workOrder.ts'
import { Revision } from './revise.ts'

type Bytes = Uint8Array | Promise<Uint8Array>

/** One trick of the catalogue: papers that carry it, and a paper that looks like them and carries nothing. */
export interface Forgery {
  /** Slug of the flag that must come. */
  readonly kind: string
  readonly hostile: Readonly<Record<string, () => Bytes>>
  readonly clean: Readonly<Record<string, () => Bytes>>
  readonly form?: ClaimForm
}

export const paper = (parts: Partial<WorkOrder> = {}): Promise<Uint8Array> =>
  drawnBytes([paintWorkOrder(parts)])

/** A paper on which the customer has not signed yet. */
export const unsigned = (parts: Partial<WorkOrder> = {}): Promise<Uint8Array> =>
  paper({ customerSigns: false, customerDate: null, ...parts })

export const extra = (paint: (page: PageArtist) => void): Promise<Uint8Array> => paper({ extra: paint })

/** A paper with more objects in the same state: made anew, not added to. */
export async function changed(
  change: (revision: Revision, page: number) => void,
  base = paper(),
): Promise<Uint8Array> {
  return revised(await base, change)
}

/** A paper with a later state. */
export function revised(bytes: Uint8Array, change: (revision: Revision, page: number) => void): Uint8Array {
  const revision = new Revision(bytes)
  change(revision, revision.pages[0] ?? 0)
  return revision.bytes()
}

/** A paper whose page has this content besides, with fonts and other resources of its own. Written in one state. */
export async function withContent(
  content: string,
  objects: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const document = await drawnPdf([paintWorkOrder()])
  const bytes = Buffer.from(await document.save({ useObjectStreams: false }))
  const revision = new Revision(bytes)
  const [page = 0] = revision.pages
  const numbers: Record<string, number> = {}
  for (const [name, body] of Object.entries(objects)) numbers[name] = revision.add(fillNumbers(body, numbers))
  const font = numbers['F9'] ?? revision.add(HELVETICA)
  const spans = numbers['P9'] === undefined ? '' : ` /Properties << /P9 ${numbers['P9']} 0 R >>`
  const states = numbers['G9'] === undefined ? '' : ` /ExtGState << /G9 ${numbers['G9']} 0 R >>`
  const resources = `/Resources << /Font << /F9 ${font} 0 R >>${spans}${states} >>`
  const form = revision.addStream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${resources}`, content)
  addForm(revision, page, form)
  return flattened(revision.bytes())
}

export const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'

const fillNumbers = (body: string, numbers: Readonly<Record<string, number>>): string =>
  body.replace(/\{(\w+)\}/gu, (_, name: string) => `${numbers[name] ?? 0} 0 R`)

/** Draws a form on the page after all else. */
export function addForm(revision: Revision, page: number, form: number): void {
  const draw = revision.addStream('', 'q /X9 Do Q')
  const body = revision.object(page)
  const own = /\/XObject <<([^>]*)>>/u.exec(body)
  const named = own
    ? body.replace(own[0], `/XObject <<${own[1] ?? ''} /X9 ${form} 0 R >>`)
    : body.replace('/Resources <<', `/Resources << /XObject << /X9 ${form} 0 R >>`)
  revision.set(page, named)
  const contents = /\/Contents (?:\[([^\]]*)\]|(\d+ 0 R))/u.exec(named)
  revision.put(page, { Contents: `[${contents?.[1] ?? contents?.[2] ?? ''} ${draw} 0 R]` })
}

/** A paper with these entries in its list of what the file says of itself. */
export async function titled(entries: string): Promise<Uint8Array> {
  const bytes = flattened(await changed((revision) => revision.add(`<< ${entries} >>`)))
  const text = Buffer.from(bytes).toString('latin1')
  const info = [...text.matchAll(/(\d+) 0 obj\n<< \/(?:Title|Keywords)/gu)].at(-1)?.[1]
  return Buffer.from(text.replace(/(trailer\n<< )/u, `$1/Info ${info} 0 R `), 'latin1')
}

/** Writes all objects anew in one state, as a program does that keeps no history. */
export function flattened(bytes: Uint8Array): Uint8Array {
  const revision = new Revision(bytes)
  const size = Number([...revision.text.matchAll(/\/Size (\d+)/gu)].at(-1)?.[1])
  let body = '%PDF-1.7\n'
  const rows = ['0000000000 65535 f ']
  for (let num = 1; num < size; num += 1) {
    const object = revision.object(num)
    rows.push(object === '' ? '0000000000 00000 f ' : `${String(body.length).padStart(10, '0')} 00000 n `)
    if (object !== '') body += `${num} 0 obj\n${object}\nendobj\n`
  }
  const table = `xref\n0 ${size}\n${rows.join('\n')}\n`
  return Buffer.from(
    `${body}${table}trailer\n<< /Size ${size} /Root ${revision.root} 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}

/** An annotation of this kind with a look of its own. */
export function annotation(
  revision: Revision,
  page: number,
  parts: { kind: string; box: readonly number[]; draw: string; entries?: string },
): number {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = parts.box
  const font = revision.add(HELVETICA)
  const look = revision.addStream(
    `/Type /XObject /Subtype /Form /BBox [0 0 ${x1 - x0} ${y1 - y0}] /Resources << /Font << /F1 ${font} 0 R >> >>`,
    parts.draw,
  )
  const made = revision.add(
    `<< /Type /Annot /Subtype /${parts.kind} /Rect [${parts.box.join(' ')}] /AP << /N ${look} 0 R >> ${parts.entries ?? '/F 4'} >>`,
  )
  revision.append(page, 'Annots', `${made} 0 R`)
  return made
}
