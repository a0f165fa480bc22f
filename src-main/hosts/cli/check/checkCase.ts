import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { existsSync } from 'node:fs'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { Sha256 } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { type Explained, judgeExplained } from '../../../poe/judge.ts'
import type { JudgedDocument } from '../../../poe/criteria/text/passages.ts'
import { createNodeReader, type NodeReader } from '../../../poe/reader/nodeReader.ts'
import { productRoot } from '../productRoot.ts'
import type { CaseTruth } from './inputFiles.ts'

export interface CaseFile {
  /** As named by the caller; what reports call the document. */
  readonly name: string
  readonly path: string
  readonly addedAt: string | null
  /** Null where the caller does not say. */
  readonly sha256: string | null
}

export interface CheckCase {
  readonly caseId: string | null
  readonly form: ClaimForm
  readonly files: readonly CaseFile[]
  /** Null where nothing is labelled. */
  readonly truth: CaseTruth | null
}

/** The profile by which this command judges; the dates' window is the only figure of it that checks use. */
const POLICY = { id: 'seed-2020', version: 1 } as const

/** The reader of this product: the built entry when this runs built, else the source. */
export function startCheckReader(): NodeReader {
  const built = join(productRoot(), 'out/main/reader.js')
  const source = join(productRoot(), 'src-main/poe/reader/readerProcess.ts')
  const entry = import.meta.url.includes('/out/') && existsSync(built) ? built : source
  const pdfjsDir = dirname(
    createRequire(join(productRoot(), 'package.json')).resolve('pdfjs-dist/package.json'),
  )
  return createNodeReader({ entry, pdfjsDir, ocrDir: join(productRoot(), 'resources/ocr') })
}

export async function checkCase(reader: NodeReader, one: CheckCase): Promise<Explained> {
  const documents: JudgedDocument[] = []
  for (const file of one.files) documents.push(await readOne(reader, file))
  return judgeExplained({ caseId: one.caseId, form: one.form, policy: POLICY, documents })
}

async function readOne(reader: NodeReader, file: CaseFile): Promise<JudgedDocument> {
  // A file that cannot be opened is a document that cannot be checked; the others of the claim go on.
  const bytes = await readFile(file.path).catch(() => null)
  const sha256 = Sha256.parse(
    createHash('sha256')
      .update(bytes ?? new Uint8Array())
      .digest('hex'),
  )
  const facts = await reader.read({ bytes: bytes ?? new Uint8Array(), sha256, isAwaited: true })
  return { file: file.name, addedAt: file.addedAt, facts }
}
