import type { DigitalSignatureFacts, FactFlag } from '../../facts/documentFacts.ts'
import { hiddenFlags, plainFlag } from '../flow/flowFlags.ts'
import { FlowPage } from '../flow/flowPage.ts'
import type { FlowBlock } from '../flow/flowParts.ts'
import { NOTHING_MORE, type ReaderPiece } from '../pieces.ts'
import { DocxBody, type DocxParts, shownText } from './docxBody.ts'
import { type DocxField, mergedFlags } from './docxFields.ts'
import { fieldSources } from './docxFieldValues.ts'
import { sheetOf } from './docxPlaces.ts'
import { DocxStyles } from './docxStyles.ts'
import { DocxTheme } from './docxTheme.ts'
import { type OfficePackage, readingPackage } from './officePackage.ts'
import { isHex } from '../flow/colours.ts'
import { childOf, childrenOf, descendantsOf, switchOf, type XmlElement } from './xml.ts'

/** Reads a Word file as one made-up page: heads, text, notes, and what stands at the foot of its pages. */
export function readDocx(bytes: Uint8Array): AsyncGenerator<ReaderPiece> {
  return readingPackage(bytes, read)
}

function* read(file: OfficePackage): Generator<ReaderPiece> {
  const main = file.mainPart()
  const root = file.part(main)
  const body = childOf(root, 'body')
  if (!root || !body) {
    yield { piece: 'failed', reason: 'corrupt', pageCount: null }
    return
  }
  yield { piece: 'opened', pageCount: null }
  const parts = partsOf(file, main, root)
  const flags: FactFlag[] = []
  const inserted: string[] = []
  const parted: string[] = []
  const fields: DocxField[] = []
  const part = (name: string, container: XmlElement): FlowBlock[] => {
    const walk = new DocxBody(parts, name)
    const blocks = walk.all(container)
    flags.push(...walk.flags)
    inserted.push(...walk.inserted)
    parted.push(...walk.parted)
    fields.push(...walk.fields)
    return blocks
  }
  const page = new FlowPage('docx')
  const repeated = repeatedParts(file, main, root)
  page.put(once(repeated.heads.map(({ name, element }) => part(name, element))))
  if (repeated.heads.length > 0) page.skip(20)
  page.put(part(main, body))
  page.put(notes(file, main, part))
  const feet = once(repeated.feet.map(({ name, element }) => part(name, element)))
  const facts = page.finish(1, feet)
  const hidden = hiddenFlags(facts)
  flags.push(...insertionFlags(inserted, parted, hidden))
  yield { piece: 'page', read: { page: facts, fields: [], annotations: [] }, flags: hidden }
  for (const name of file.embedded()) yield* embedded(file, name)
  yield {
    ...NOTHING_MORE,
    flags: [...file.flags(), ...flags, ...mergedFlags(fields)],
    metadata: parts.sources.metadata,
    signatures: file.isSigned() ? [UNTOLD_SIGNATURE] : [],
  }
}

/** Words that were put in and not accepted show like all others. Where words were struck out too, that is flagged already. */
function insertionFlags(
  inserted: readonly string[],
  parted: readonly string[],
  hidden: readonly FactFlag[],
): FactFlag[] {
  if (hidden.some(({ kind }) => kind === 'tracked_changes')) return []
  const flag = (texts: readonly string[], severity: FactFlag['severity']): FactFlag[] => {
    const text = texts.join(' ')
    return /[\p{L}\p{N}]/u.test(text) ? [plainFlag('tracked_changes', severity, text)] : []
  }
  const words = flag(inserted, 'medium')
  return words.length > 0 ? words : flag(parted, 'low')
}

function partsOf(file: OfficePackage, main: string, root: XmlElement): DocxParts {
  const links = file.relationshipsOf(main)
  const linked = (name: string): XmlElement | null => {
    const link = links.find(({ kind, isExternal }) => kind === name && !isExternal)
    return link ? file.part(link.target) : null
  }
  const settings = linked('settings')
  const paper = childOf(root, 'background')?.attributes['color']
  return {
    file,
    styles: new DocxStyles(linked('styles'), new DocxTheme(linked('theme'), settings)),
    sources: fieldSources(file, root),
    data: file.zip.names
      .filter((name) => /^customXml\/item\d+\.xml$|^docProps\/(?:core|app)\.xml$/iu.test(name))
      .flatMap((name) => file.part(name) ?? []),
    // Word paints the paper only where the settings say so.
    paper: isHex(paper) && switchOf(settings, 'displayBackgroundShape') === true ? paper : 'FFFFFF',
    sheet: sheetOf(root),
  }
}

interface NamedPart {
  readonly name: string
  readonly element: XmlElement
}

/** Headers and footers that the sections use. */
function repeatedParts(
  file: OfficePackage,
  main: string,
  root: XmlElement,
): { heads: NamedPart[]; feet: NamedPart[] } {
  const links = new Map(file.relationshipsOf(main).map((one) => [one.id, one]))
  const used = (name: string): NamedPart[] =>
    [...new Set(descendantsOf(root, name).map(({ attributes }) => attributes['id'] ?? ''))].flatMap((id) => {
      const target = links.get(id)
      const element = target && !target.isExternal ? file.part(target.target) : null
      return target && element ? [{ name: target.target, element }] : []
    })
  return { heads: used('headerReference'), feet: used('footerReference') }
}

/** Parts that say the same once. */
function once(parts: readonly (readonly FlowBlock[])[]): FlowBlock[] {
  const seen = new Set<string>()
  return parts.flatMap((blocks) => {
    const text = shownText(blocks)
    if (seen.has(text)) return []
    seen.add(text)
    return [...blocks]
  })
}

function notes(
  file: OfficePackage,
  main: string,
  part: (name: string, container: XmlElement) => FlowBlock[],
): FlowBlock[] {
  return file
    .relationshipsOf(main)
    .filter(({ kind, isExternal }) => !isExternal && (kind === 'footnotes' || kind === 'endnotes'))
    .flatMap(({ target }) => {
      const root = file.part(target)
      const own = [...childrenOf(root, 'footnote'), ...childrenOf(root, 'endnote')]
      return own
        .filter(({ attributes }) => !/separator|notice/iu.test(attributes['type'] ?? ''))
        .flatMap((note) => part(target, note))
    })
}

/** Office files in the file. What other programs put there has no name by which it could be read. */
function* embedded(file: OfficePackage, name: string): Generator<ReaderPiece> {
  if (!/\.(?:docx|xlsx|pptx|pdf)$/iu.test(name)) return
  const bytes = file.zip.read(name)
  if (bytes === null) return
  const base64 = Buffer.from(bytes).toString('base64')
  yield { piece: 'attachment', file: { name: name.split('/').at(-1) ?? name, base64 } }
}

/** A signature over the package's parts: that it is there is all that is said of it. */
const UNTOLD_SIGNATURE: DigitalSignatureFacts = {
  fieldName: '_xmlsignatures',
  page: null,
  rect: null,
  quad: null,
  declaredSigner: null,
  declaredAt: null,
  subFilter: 'xmldsig',
  personal: true,
  intact: null,
  changedAfterSigning: null,
  coversWholeDocument: null,
  problem: null,
  signedAt: null,
  certificate: null,
}
