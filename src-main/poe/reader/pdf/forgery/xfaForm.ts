import type { FactFlag, FieldFacts, PageFacts } from '../../../facts/documentFacts.ts'
import { elementsOf, parseXml, textOf, type XmlElement } from '../../office/xml.ts'
import { fileFlag } from '../factFlags.ts'
import { decodeStream } from '../objects/decodeStream.ts'
import type { FileState } from '../objects/fileState.ts'
import { dictOf, itemsOf, type PdfValue } from '../objects/values.ts'

/** What of a page is held against the form behind it. */
export interface ShownOnPage {
  readonly words: readonly string[]
  readonly fields: readonly FieldFacts[]
}

export const shownOn = (page: PageFacts, fields: readonly FieldFacts[]): ShownOnPage => ({
  words: page.words.map(({ text }) => text),
  fields,
})

/** Something that the form shows when a program runs it. */
interface XfaText {
  /** Name of the datum; null for what the form prints by itself. */
  readonly name: string | null
  readonly text: string
}

const formOf = (now: FileState): PdfValue =>
  now.get(dictOf(now.get(now.catalog?.entries.get('AcroForm')).value)?.entries.get('XFA')).value

export const hasXfa = (now: FileState): boolean => formOf(now) !== null

const MOST_QUOTED = 5

/**
 * A form behind the pages which programs that know such forms show instead of them: suspect by itself (trust.md row 15), and quoted where it
 * says what no page shows.
 */
export function xfaFlags(now: FileState | null, pages: readonly ShownOnPage[]): FactFlag[] {
  if (now === null || now.isEncrypted || !hasXfa(now)) return [fileFlag('xfa_form', 'high')]
  const texts = textsOf(now)
  if (texts === null) return [fileFlag('xfa_form', 'high', 'unreadable')]
  const shown = bare(pages.flatMap(({ words }) => words).join(''))
  const fields = pages.flatMap((page) => page.fields)
  const others = texts.flatMap((text) => differing(text, shown, fields))
  const placed = others.filter(({ page }) => page !== null)
  const quoted = others.flatMap(({ page, text }) => (page === null && text !== null ? [text] : []))
  const beside = [...new Set(quoted)].slice(0, MOST_QUOTED).join(' · ')
  if (placed.length === 0 || beside !== '') placed.push(fileFlag('xfa_form', 'high', beside || null))
  return placed
}

/** A datum is held against its own field where there is one: the same word may stand elsewhere. */
function differing({ name, text }: XfaText, shown: string, fields: readonly FieldFacts[]): FactFlag[] {
  const field = name === null ? undefined : fields.find((one) => lastName(one.name) === name)
  if (!field) return shown.includes(bare(text)) ? [] : [fileFlag('xfa_form', 'high', text)]
  if (bare(field.shownText ?? '') === bare(text)) return []
  const quote = `${field.shownText ?? ''} ≠ ${text}`
  return [{ ...fileFlag('xfa_form', 'high', quote), page: field.page, quads: [field.quad] }]
}

/** "form1[0].page[0].seats[0]" → "seats". */
const lastName = (name: string): string => (name.split('.').at(-1) ?? '').replace(/\[\d+\]$/u, '')

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Null when the packets are no form that can be read. */
function textsOf(now: FileState): XfaText[] | null {
  const form = formOf(now)
  const parts = itemsOf(form)
  // Packets stand behind their names, and are one text only together.
  const streams = parts ? parts.filter((_, i) => i % 2 === 1) : [form]
  const bytes = streams.map((part) => {
    const stream = now.get(part).value
    if (typeof stream !== 'object' || stream?.kind !== 'stream') return null
    const decoded = decodeStream(now.file.bytes, stream)
    return 'bytes' in decoded ? decoded.bytes : null
  })
  if (bytes.includes(null)) return null
  try {
    return textsIn(parseXml(Buffer.concat(bytes.flatMap((one) => one ?? []))), false)
  } catch {
    return null
  }
}

/** What a template prints stands in these; the rest of it is script and layout. */
const PRINTED: readonly string[] = ['text', 'exData']

function textsIn(element: XmlElement, isData: boolean): XfaText[] {
  const { name, attributes } = element
  if (/^(?:hidden|invisible|inactive)$/u.test(attributes['presence'] ?? '')) return []
  const children = elementsOf(element)
  const text = textOf(element).replace(/\s+/gu, ' ').trim()
  const told = (own: string | null): XfaText[] => (/[\p{L}\p{N}]/u.test(text) ? [{ name: own, text }] : [])
  if (isData && children.length === 0) return told(name)
  if (!isData && PRINTED.includes(name)) return told(null)
  const isSpoken = ['xdp', 'template', 'datasets', 'data', 'subform', 'pageSet', 'pageArea', 'draw', 'area']
    .concat('subformSet', 'field', 'exclGroup', 'caption', 'value', 'items', 'contentArea')
    .includes(name)
  if (!isData && !isSpoken) return []
  return children.flatMap((child) => textsIn(child, isData || name === 'data'))
}
