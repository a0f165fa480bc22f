/**
 * The file itself: a ZIP whose entries lie in it as they are, in the order of their names, dated alike. Whoever has the entries can make
 * the same bytes anew, so nothing can be hidden between them, and nothing has to be unpacked to be looked at.
 */
import { createHash } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { MOST_RECORD_BYTES } from '../../../src-preload/contract/vocabulary/recordPath.ts'
import { MANIFEST, type RecordManifest } from '../../../src-preload/contract/recordShape.ts'
import { canonicalJson } from './canonicalJson.ts'

export type Entries = Readonly<Record<string, Uint8Array>>

const MOST_ENTRIES = 1_001
const PAPER = /^documents\/[0-9a-f]{64}$/u
const WORDS = /^[a-z]+(?:-[a-z]+)*\.json$/u
/** Local time: the format knows no other, and so it is the same everywhere. */
const DATED = new Date(1980, 0, 1)

export const paperName = (sha256: string): string => `documents/${sha256}`
export const paperOf = (name: string): Sha256 | null =>
  PAPER.test(name) ? Sha256.parse(name.slice('documents/'.length)) : null

export const sha256Of = (bytes: Uint8Array): Sha256 =>
  Sha256.parse(createHash('sha256').update(bytes).digest('hex'))

export function wrap(entries: Entries): Uint8Array {
  const inOrder = Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(inOrder), { level: 0, mtime: DATED })
}

/** Null = not as `wrap` writes it, or more of it than a record has. Never unpacks: what is packed is not ours. */
export function unwrap(bytes: Uint8Array): Entries | null {
  if (bytes.byteLength > MOST_RECORD_BYTES) return null
  let entries = 0
  let size = 0
  const isOurs = ({ name, size: packed, originalSize, compression }: ZipEntry): boolean => {
    entries += 1
    size += originalSize
    const isKnown = WORDS.test(name) || PAPER.test(name)
    if (
      !isKnown ||
      compression !== 0 ||
      packed !== originalSize ||
      entries > MOST_ENTRIES ||
      size > bytes.byteLength
    )
      throw new NotOurs()
    return true
  }
  try {
    return unzipSync(bytes, { filter: isOurs })
  } catch {
    return null
  }
}

interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly originalSize: number
  readonly compression: number
}
class NotOurs extends Error {}

/** The manifest of these entries, and with it the whole file. */
export function sealed(
  entries: Entries,
  named: Pick<RecordManifest, 'format' | 'version' | 'claimId' | 'operationId'>,
): Uint8Array {
  const manifest: RecordManifest = {
    ...named,
    entries: Object.entries(entries)
      .map(([name, bytes]) => ({ name, bytes: bytes.byteLength, sha256: sha256Of(bytes) }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  }
  return wrap({ ...entries, [MANIFEST]: jsonBytes(manifest) })
}

export const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value))

/** Undefined = no JSON of UTF-8. */
export function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as unknown
  } catch {
    return undefined
  }
}
