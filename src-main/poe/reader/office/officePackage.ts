import { posix } from 'node:path'
import type { FactFlag, FileMetadata } from '../../facts/documentFacts.ts'
import { plainFlag } from '../flow/flowFlags.ts'
import { archivesIn } from './innerArchives.ts'
import { NOTHING_MORE, type ReaderPiece } from '../pieces.ts'
import { childOf, elementsOf, parsePart, textOf, type XmlElement } from './xml.ts'
import { XmlRefused } from './xmlRefused.ts'
import { refuseDoctype } from './xmlText.ts'
import { ZipFile } from './zipFile.ts'
import { ZipRefused } from './zipRefused.ts'

export interface Relationship {
  readonly id: string
  /** Last part of the type's address: "image", "header", "hyperlink". */
  readonly kind: string
  readonly target: string
  readonly isExternal: boolean
}

/** An office file: parts, and who points at whom. */
export class OfficePackage {
  readonly zip: ZipFile

  readonly #parts = new Map<string, XmlElement | null>()
  readonly #passedOver: string[] = []

  /** Throws `ZipRefused` and `XmlRefused` where any part is what an honest file has none of, also one that is never read. */
  constructor(bytes: Uint8Array) {
    this.zip = new ZipFile(bytes)
    for (const name of this.zip.names.filter((one) => /\.(?:xml|rels|vml)$/iu.test(one)))
      refuseDoctype(this.zip.read(name) ?? new Uint8Array())
  }

  /** Null when there is no such part. */
  part(name: string): XmlElement | null {
    const known = this.#parts.get(name)
    if (known !== undefined) return known
    const bytes = this.zip.read(name)
    const read = bytes === null ? null : parsePart(bytes)
    this.#passedOver.push(...(read?.passedOver ?? []))
    this.#parts.set(name, read?.root ?? null)
    return read?.root ?? null
  }

  /** Targets inside the package are named from its root. */
  relationshipsOf(part: string): Relationship[] {
    const folder = posix.dirname(part)
    const list = this.part(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
    return elementsOf(list).map(({ attributes }) => {
      const target = attributes['Target'] ?? ''
      // An address leads out, whatever is said of it.
      const isExternal = attributes['TargetMode']?.trim().toLowerCase() === 'external' || isAddress(target)
      const inside = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      return {
        id: attributes['Id'] ?? '',
        kind: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target: isExternal ? target : inside,
        isExternal,
      }
    })
  }

  /** The part that the package opens with. */
  mainPart(): string {
    const main = this.relationshipsOf('').find(({ kind }) => kind === 'officeDocument')
    if (main === undefined) throw new Error('The package names no main part')
    return main.target
  }

  /** What points outside, runs, hides or is passed over in the file. Complete once its parts were read. */
  flags(): FactFlag[] {
    const names = this.zip.names
    const rels = names.filter((name) => name.endsWith('.rels')).flatMap((name) => this.#relationshipsIn(name))
    const external = rels.filter(
      ({ isExternal, kind, target }) => isExternal && (kind !== 'hyperlink' || isActive(target)),
    )
    const chunks = rels.filter(({ kind }) => kind === 'aFChunk' || kind === 'subDocument')
    const macros = names.filter((name) => /vbaProject\.bin$|\/macrosheets\/|\/activeX\//iu.test(name))
    const inner = [...this.embedded(), ...archivesIn(this.zip)]
    return [
      ...external.map(({ target }) =>
        plainFlag('external_parts', /^file:/iu.test(target) ? 'medium' : 'high', target),
      ),
      ...chunks.map(({ target }) => plainFlag('external_parts', 'high', target)),
      ...macros.slice(0, 1).map((name) => plainFlag('external_parts', 'high', name)),
      ...(inner.length > 0 ? [plainFlag('embedded_files', 'medium', inner.join(', '))] : []),
      ...this.#passedOver.slice(0, 1).map((words) => plainFlag('docx_hidden_text', 'high', words)),
    ]
  }

  /** Files that stand in this one as files. */
  embedded(): string[] {
    return this.zip.names.filter((name) => /\/embeddings\/[^/]+$/iu.test(name))
  }

  isSigned(): boolean {
    return this.zip.names.some((name) => /^_xmlsignatures\/[^/]+\.xml$/iu.test(name))
  }

  metadata(): FileMetadata | null {
    const core = this.zip.has('docProps/core.xml') ? this.part('docProps/core.xml') : null
    if (core === null) return null
    const text = (name: string): string | null => textOf(childOf(core, name)) || null
    return {
      title: text('title'),
      producer: text('lastModifiedBy') ?? text('creator'),
      createdAt: instantOf(text('created')),
      modifiedAt: instantOf(text('modified')),
    }
  }

  #relationshipsIn(relsName: string): Relationship[] {
    const folder = posix.dirname(posix.dirname(relsName))
    const owner = posix.basename(relsName, '.rels')
    return this.relationshipsOf(folder === '.' ? owner : posix.join(folder, owner))
  }
}

const isAddress = (target: string): boolean => /^\s*(?:[a-z][a-z\d+.-]*:|\/\/|\\)/iu.test(target)

/** A link that runs something or carries its page along. What stands within is what browsers pass over. */
const isActive = (target: string): boolean =>
  /^(?:javascript|vbscript|data|file):/iu.test(target.replace(/[\s\p{Cc}]/gu, ''))

function instantOf(text: string | null): string | null {
  const at = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/** Runs a reader of an office file; what is refused or broken becomes one honest answer instead of an error. */
export async function* readingPackage(
  bytes: Uint8Array,
  read: (opened: OfficePackage) => Generator<ReaderPiece>,
): AsyncGenerator<ReaderPiece> {
  try {
    yield* read(new OfficePackage(bytes))
  } catch (error) {
    yield* refusal(error)
  }
}

/**
 * A broken archive is corrupt for anybody. One that is read in two ways, or swells, may open elsewhere: it stays open what
 * stands in it, and the flag says why.
 */
function* refusal(error: unknown): Generator<ReaderPiece> {
  const problem = error instanceof ZipRefused || error instanceof XmlRefused ? error.problem : 'damaged'
  if (!(error instanceof Error) || problem === 'damaged' || problem === 'locked') {
    yield { piece: 'failed', reason: problem === 'locked' ? 'encrypted' : 'corrupt', pageCount: null }
    return
  }
  const isBomb = problem === 'bomb'
  yield { piece: 'opened', pageCount: null }
  yield {
    ...NOTHING_MORE,
    flags: [plainFlag(isBomb ? 'resource_bomb' : 'zip_anomaly', 'high', error.message)],
    reason: isBomb ? 'too_large' : 'page_errors',
  }
}
