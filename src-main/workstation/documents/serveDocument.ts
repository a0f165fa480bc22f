import { ClaimId, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { belongsToClaim } from '../../store/documentsRepo.ts'
import type { CheckMemory } from '../checks/checkMemory.ts'
import type { Core } from '../core.ts'
import type { InnerPath } from './innerFiles.ts'
import { noteMissing } from './noteMissing.ts'

const PREFIX = '/documents/'
const INSIDE = 'in'
const LAID = 'laid'
const MOST_DEEP = 20

/** Path of a document on the app's own origin. Behind it, `/in/0.2` names a file inside it, and `/laid` its pages as they were read. */
export function documentPath(claimId: ClaimId, sha256: Sha256): string {
  return `${PREFIX}${encodeURIComponent(claimId)}/${sha256}`
}

export const isDocumentPath = (path: string): boolean => path.startsWith(PREFIX)

const HEADERS = {
  'content-disposition': 'attachment',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'no-store',
}

/** One document of one claim, as bytes or as read. Never sniffed, never run: the viewer frame alone makes something of them. */
export async function serveDocument(core: Core, memory: CheckMemory, path: string): Promise<Response> {
  const named = parsePath(path)
  if (named === null || !core.store.read((s) => belongsToClaim(s, named.claimId, named.sha256)))
    return absent('There is no such document.')
  const bytes = await core.files.read(named.sha256)
  if (bytes === null) {
    noteMissing(core, [named.sha256])
    return absent('This document is not on this machine.')
  }
  return named.isLaid ? serveLaid(core, memory, named, bytes) : serveBytes(core, named.inside, bytes)
}

async function serveBytes(core: Core, inside: InnerPath, outer: Uint8Array): Promise<Response> {
  const bytes = inside.length === 0 ? outer : await core.ports.poe.unpack(outer, inside)
  if (bytes === null) return absent('There is no such file in it.')
  // A copy of its own buffer: the type says that a Uint8Array may lie over shared memory, which a body may not.
  return new Response(new Uint8Array(bytes), {
    headers: { ...HEADERS, 'content-type': 'application/octet-stream' },
  })
}

async function serveLaid(
  core: Core,
  memory: CheckMemory,
  { sha256, inside }: NamedDocument,
  bytes: Uint8Array,
): Promise<Response> {
  // No start waits for what reads papers.
  const { readLaid } = await import('./readLaid.ts')
  const laid = await readLaid({ core, memory, isAwaited: true }, sha256, inside, bytes)
  return laid === null
    ? absent('Nothing of it could be read.')
    : Response.json(laid, { headers: { ...HEADERS, 'content-type': 'application/json' } })
}

const absent = (text: string): Response => new Response(text, { status: 404 })

interface NamedDocument {
  readonly claimId: ClaimId
  readonly sha256: Sha256
  readonly inside: InnerPath
  readonly isLaid: boolean
}

function parsePath(path: string): NamedDocument | null {
  const [claim, hash, ...rest] = path.slice(PREFIX.length).split('/')
  const claimId = ClaimId.safeParse(decoded(claim ?? ''))
  const sha256 = Sha256.safeParse(hash)
  const isLaid = rest.at(-1) === LAID
  const inside = insideOf(isLaid ? rest.slice(0, -1) : rest)
  return claimId.success && sha256.success && inside !== null
    ? { claimId: claimId.data, sha256: sha256.data, inside, isLaid }
    : null
}

function insideOf(parts: readonly string[]): InnerPath | null {
  if (parts.length === 0) return []
  const [word, places = '', ...more] = parts
  if (word !== INSIDE || more.length > 0 || !/^\d{1,4}(?:\.\d{1,4})*$/u.test(places)) return null
  const path = places.split('.').map(Number)
  return path.length <= MOST_DEEP ? path : null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
