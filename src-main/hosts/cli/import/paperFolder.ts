import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, isAbsolute, join, sep } from 'node:path'
import type { ClaimDocument } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Paper } from '../hub/intakeClient.ts'
import { mediaTypeOf } from '../mediaTypes.ts'
import { UsageError } from '../usageError.ts'
import type { Read } from './cellValues.ts'
import type { WantedPaper } from './wantedClaim.ts'

/** A paper that is there. */
export interface LocalPaper {
  readonly path: string
  readonly meta: Paper['meta']
  readonly sizeBytes: number
}

/** Where papers are looked for. */
export interface PaperFolder {
  /** Says what is wrong with one that cannot be sent. */
  find(wanted: WantedPaper): Promise<Read<LocalPaper>>
}

/** As the hub takes them. */
const MAX_PAPER_BYTES = 100 * 1024 * 1024

/** No folder was named: every paper is missing. */
export const noPapers: PaperFolder = {
  find: ({ file }) =>
    Promise.resolve({ problem: `"${file}" is named, but no folder of papers (--documents DIR).` }),
}

/**
 * Finds papers inside one folder, also through folders below it, and never outside: neither by a path that leads out nor by a link.
 * @throws UsageError when there is no such folder.
 */
export async function openPaperFolder(folder: string): Promise<PaperFolder> {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new UsageError(`${folder} cannot be read. Give the folder that holds the papers.`, { cause })
  })
  if (!(await stat(root)).isDirectory()) throw new UsageError(`${folder} is no folder.`)
  return {
    async find({ file, kind }) {
      const said = `"${file.slice(0, 120)}"`
      if (leadsOut(file)) return { problem: `${said} leads out of the folder of papers.` }
      const path = await realpath(join(root, file)).catch(() => null)
      if (path === null) return { problem: `${said} is not in the folder of papers.` }
      if (!path.startsWith(root.endsWith(sep) ? root : root + sep))
        return { problem: `${said} leads out of the folder of papers.` }
      const { size } = await stat(path)
      if (!(await stat(path)).isFile()) return { problem: `${said} is no file.` }
      if (size === 0) return { problem: `${said} is empty.` }
      if (size > MAX_PAPER_BYTES) return { problem: `${said} is larger than 100 MB.` }
      const fileName = basename(file.replaceAll('\\', '/'))
      return { value: { path, meta: { fileName, mediaType: mediaTypeOf(fileName), kind }, sizeBytes: size } }
    },
  }
}

function leadsOut(file: string): boolean {
  const parts = file.split(/[\\/]/)
  return isAbsolute(file) || /^([a-z]:|[\\/])/i.test(file) || parts.includes('..') || file.includes('\0')
}

export async function bytesOf({ path }: LocalPaper): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(path))
}

type Known = Pick<ClaimDocument, 'sha256' | 'fileName' | 'sizeBytes'>

/** Those that a claim does not have yet: neither the same bytes, nor a file of the same name and size. */
export async function missingPapers(
  papers: readonly LocalPaper[],
  known: readonly Known[],
): Promise<LocalPaper[]> {
  const missing: LocalPaper[] = []
  for (const paper of papers) {
    const { fileName } = paper.meta
    if (known.some((one) => one.fileName === fileName && one.sizeBytes === paper.sizeBytes)) continue
    const sha256 = known.length === 0 ? null : await sha256Of(paper)
    if (!known.some((one) => one.sha256 === sha256)) missing.push(paper)
  }
  return missing
}

const sha256Of = async (paper: LocalPaper): Promise<string> =>
  createHash('sha256')
    .update(await bytesOf(paper))
    .digest('hex')
