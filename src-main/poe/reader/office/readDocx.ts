import type { DigitalSignatureFacts, FactFlag } from '../../facts/documentFacts.ts'
import { hiddenFlags, plainFlag } from '../flow/flowFlags.ts'
import { FlowPage } from '../flow/flowPage.ts'
import type { FlowBlock } from '../flow/flowParts.ts'
import { NOTHING_MORE, type ReaderPiece } from '../pieces.ts'
import { DocxBody, type DocxParts, shownText } from './docxBody.ts'
import { DocxStyles } from './docxStyles.ts'
import { type OfficePackage, readingPackage } from './officePackage.ts'
import { childOf, childrenOf, descendantsOf, type XmlElement } from './xml.ts'

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
  const part = (name: string, container: XmlElement): FlowBlock[] => {
    const walk = new DocxBody(parts, name)
    const blocks = walk.blocks(container)
    flags.push(...walk.flags)
    inserted.push(...walk.inserted)
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
  flags.push(...insertionFlags(inserted, hidden))
  yield { piece: 'page', read: { page: facts, fields: [], annotations: [] }, flags: hidden }
  for (const name of file.embedded()) yield* embedded(file, name)
  yield {
    ...NOTHING_MORE,
    flags: [...file.flags(), ...flags],
    metadata: parts.metadata,
    signatures: file.isSigned() ? [UNTOLD_SIGNATURE] : [],
  }
}

/** Words that were put in and not accepted show like all others. Where words were struck out too, that is flagged already. */
function insertionFlags(inserted: readonly string[], hidden: readonly FactFlag[]): FactFlag[] {
  const text = inserted.join(' ')
  const isKnown = hidden.some(({ kind }) => kind === 'tracked_changes')
  return /[\p{L}\p{N}]/u.test(text) && !isKnown ? [plainFlag('tracked_changes', 'medium', text)] : []
}

function partsOf(file: OfficePackage, main: string, root: XmlElement): DocxParts {
  const styles = file.relationshipsOf(main).find(({ kind }) => kind === 'styles')
  const paper = childOf(root, 'background')?.attributes['color'] ?? ''
  return {
    file,
    styles: new DocxStyles(styles ? file.part(styles.target) : null),
    metadata: file.metadata(),
    data: file.zip.names
      .filter((name) => /^customXml\/item\d+\.xml$|^docProps\/(?:core|app)\.xml$/iu.test(name))
      .flatMap((name) => file.part(name) ?? []),
    paper: /^[\da-f]{6}$/iu.test(paper) ? paper : 'FFFFFF',
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
