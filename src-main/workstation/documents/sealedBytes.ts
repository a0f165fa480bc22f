import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'

/**
 * How the bytes of a document lie on the disk: AES-256-GCM under a key of this document alone, in segments that are sealed one by one
 * (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, with the nonce's random part written beside each segment).
 *
 *     file    = magic "PDSEAL" · 0 · version 1 · segment 0 · segment 1 · … · last segment
 *     segment = run (8 bytes) · ciphertext (65,536 bytes; fewer in the last one alone, which may be empty) · tag (16 bytes)
 *     nonce   = run · number of the segment (4 bytes, big-endian, from 0)
 *     AAD     = the eight bytes at the file's begin · SHA-256 of the document (32 bytes) · number (4 bytes) · 1 if it is the last, else 0
 *
 * The run is random, and new whenever writing begins or goes on after a fetch was cut off: a segment that is written twice never has one
 * nonce twice. A segment opens at its own place in its own document alone, and a file that ends early has no last segment: what
 * was cut, swapped, renamed or changed does not open. Every segment but the last has one size, so that ranges can be read.
 */
export const SEGMENT_BYTES = 65_536
const RUN_BYTES = 8
const TAG_BYTES = 16
/** What a segment of full size takes on the disk. */
export const SEALED_SEGMENT_BYTES = RUN_BYTES + SEGMENT_BYTES + TAG_BYTES
const EMPTY_SEGMENT_BYTES = RUN_BYTES + TAG_BYTES
export const KEY_BYTES = 32

export const HEADER: Buffer = Buffer.from('PDSEAL\0\u0001', 'latin1')

export const hasHeader = (begin: Uint8Array): boolean =>
  begin.length >= HEADER.length && HEADER.equals(begin.subarray(0, HEADER.length))

/** Where a segment stands: in which document, at which place, and whether none follows. */
export interface SegmentPlace {
  readonly sha256: Sha256
  readonly number: number
  readonly isLast: boolean
}

export const newRun = (): Buffer => randomBytes(RUN_BYTES)

export function sealSegment(key: Buffer, run: Buffer, place: SegmentPlace, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(run, place), { authTagLength: TAG_BYTES })
  cipher.setAAD(boundTo(place))
  return Buffer.concat([run, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Null when these are not the bytes that were sealed for this place under this key. */
export function openSegment(key: Buffer, place: SegmentPlace, sealed: Uint8Array): Buffer | null {
  if (sealed.length < EMPTY_SEGMENT_BYTES) return null
  const run = sealed.subarray(0, RUN_BYTES)
  const end = sealed.length - TAG_BYTES
  const opening = createDecipheriv('aes-256-gcm', key, nonceOf(run, place), { authTagLength: TAG_BYTES })
  opening.setAAD(boundTo(place))
  opening.setAuthTag(sealed.subarray(end))
  const plain = opening.update(sealed.subarray(RUN_BYTES, end))
  try {
    opening.final()
    return plain
  } catch {
    return null
  }
}

/**
 * Cuts bytes into segments. One that is full is held back until it is known whether another follows; what is held when `bytes` breaks is
 * not given out.
 */
export async function* inSegments(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly plain: Buffer; readonly isLast: boolean }> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of bytes) {
    held = Buffer.concat([held, chunk])
    let from = 0
    for (; held.length - from > SEGMENT_BYTES; from += SEGMENT_BYTES)
      yield { plain: held.subarray(from, from + SEGMENT_BYTES), isLast: false }
    held = held.subarray(from)
  }
  yield { plain: held, isLast: true }
}

/** How many segments a file of so many bytes has, the last one included; 0 = it is none of ours, since not even one has room. */
export function countSegments(fileBytes: number): number {
  const sealed = fileBytes - HEADER.length
  return sealed < EMPTY_SEGMENT_BYTES ? 0 : Math.ceil(sealed / SEALED_SEGMENT_BYTES)
}

/** Byte of the file at which a segment begins. */
export const placeInFile = (number: number): number => HEADER.length + number * SEALED_SEGMENT_BYTES

function nonceOf(run: Uint8Array, { number }: SegmentPlace): Buffer {
  const nonce = Buffer.alloc(RUN_BYTES + 4)
  nonce.set(run)
  nonce.writeUInt32BE(number, RUN_BYTES)
  return nonce
}

function boundTo({ sha256, number, isLast }: SegmentPlace): Buffer {
  const bound = Buffer.alloc(HEADER.length + 32 + 5)
  HEADER.copy(bound)
  bound.write(sha256, HEADER.length, 'hex')
  bound.writeUInt32BE(number, HEADER.length + 32)
  bound.writeUInt8(isLast ? 1 : 0, HEADER.length + 36)
  return bound
}
