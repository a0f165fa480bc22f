import { createHash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  countSegments,
  HEADER,
  hasHeader,
  inSegments,
  newRun,
  openSegment,
  placeInFile,
  SEALED_SEGMENT_BYTES,
  sealSegment,
  SEGMENT_BYTES,
} from './sealedBytes.ts'

/** A document's file, and what opens it. */
export interface SealedFile {
  readonly path: string
  readonly sha256: Sha256
  readonly key: Buffer
}

/** Bytes of the document in the whole segments that a broken-off writing left; the last of them is tried, so that a torn one does not count. */
export function bytesWritten({ path, sha256, key }: SealedFile): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  const whole = Math.floor((size - HEADER.length) / SEALED_SEGMENT_BYTES)
  if (whole < 1) return 0
  const begin = Buffer.alloc(HEADER.length)
  const last = Buffer.alloc(SEALED_SEGMENT_BYTES)
  const file = openSync(path, 'r')
  try {
    readSync(file, begin, 0, begin.length, 0)
    readSync(file, last, 0, last.length, placeInFile(whole - 1))
  } finally {
    closeSync(file)
  }
  const isSound = openSegment(key, { sha256, number: whole - 1, isLast: false }, last) !== null
  return hasHeader(begin) ? (isSound ? whole : whole - 1) * SEGMENT_BYTES : 0
}

/**
 * Seals bytes behind the first `from` ones, which are those of whole segments, and syncs the file. False when there are more than
 * `sizeBytes` in all. Rejects as `bytes` does; the segments that were full until then are on the disk.
 */
export async function writeSealed(
  { path, sha256, key }: SealedFile,
  sizeBytes: number,
  from: number,
  bytes: AsyncIterable<Uint8Array>,
): Promise<boolean> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const file = openSync(path, from === 0 ? 'w' : 'r+', 0o600)
  try {
    let number = from / SEGMENT_BYTES
    let at = placeInFile(number)
    writeAll(file, HEADER, 0)
    ftruncateSync(file, at)
    const run = newRun()
    for await (const { plain, isLast } of inSegments(bytes)) {
      if (number * SEGMENT_BYTES + plain.length > sizeBytes) return false
      at = writeAll(file, sealSegment(key, run, { sha256, number, isLast }, plain), at)
      number += 1
    }
    fsyncSync(file)
    return true
  } finally {
    closeSync(file)
  }
}

/** Gives back where the next bytes go. */
function writeAll(file: number, bytes: Uint8Array, from: number): number {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, from + at)
  return from + bytes.length
}

/** Whether the file opens as a whole and holds the bytes of its name. Reads it piece by piece. */
export async function isWhole({ path, sha256, key }: SealedFile): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const segments = countSegments((await file.stat()).size)
    const piece = Buffer.alloc(SEALED_SEGMENT_BYTES)
    const begin = await file.read(piece, 0, HEADER.length, 0)
    if (segments === 0 || !hasHeader(piece.subarray(0, begin.bytesRead))) return false
    const hash = createHash('sha256')
    for (let number = 0; number < segments; number += 1) {
      const { bytesRead } = await file.read(piece, 0, piece.length, placeInFile(number))
      const place = { sha256, number, isLast: number === segments - 1 }
      const plain = openSegment(key, place, piece.subarray(0, bytesRead))
      if (plain === null) return false
      hash.update(plain)
    }
    return hash.digest('hex') === sha256
  } finally {
    await file.close()
  }
}

/** The whole document; null where the bytes are not those that were sealed under this name and key. */
export function openSealed(sealed: Uint8Array, sha256: Sha256, key: Buffer): Buffer | null {
  const segments = countSegments(sealed.length)
  if (segments === 0 || !hasHeader(sealed)) return null
  const pieces: Buffer[] = []
  for (let number = 0; number < segments; number += 1) {
    const at = placeInFile(number)
    const place = { sha256, number, isLast: number === segments - 1 }
    const plain = openSegment(key, place, sealed.subarray(at, at + SEALED_SEGMENT_BYTES))
    if (plain === null) return null
    pieces.push(plain)
  }
  return Buffer.concat(pieces)
}

/** Null when there is no such file. */
export const bytesOfFile = (path: string): Promise<Buffer | null> => readFile(path).catch(() => null)
