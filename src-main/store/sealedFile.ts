import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs'

/** Begins every sealed file; the digit is the version of the form. */
const MAGIC = Buffer.from('PDSEAL1\n', 'latin1')
const NONCE = 12
const TAG = 16
const HEAD = MAGIC.length + NONCE
const PIECE = 1024 * 1024

/**
 * Writes `to` as what `from` holds, sealed (AES-256-GCM under a 32-byte key): magic, nonce, the bytes, tag. For files that nobody opens
 * any more; synced, the first file stays.
 */
export function sealFile(from: string, to: string, key: Uint8Array): void {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  withFiles(from, to, (source, target) => {
    writeAll(target, Buffer.concat([MAGIC, nonce]))
    for (const piece of piecesOf(source, 0, statSync(from).size)) writeAll(target, cipher.update(piece))
    writeAll(target, Buffer.concat([cipher.final(), cipher.getAuthTag()]))
    fsyncSync(target)
  })
}

/** The other way. Throws when it was sealed with another key or was changed; what was written by then is not to be believed. */
export function unsealFile(from: string, to: string, key: Uint8Array): void {
  withFiles(from, to, (source, target) => {
    const size = statSync(from).size
    const head = Buffer.concat([...piecesOf(source, 0, HEAD)])
    if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error('This is no sealed file.')
    const decipher = createDecipheriv('aes-256-gcm', key, head.subarray(MAGIC.length), {
      authTagLength: TAG,
    })
    decipher.setAuthTag(Buffer.concat([...piecesOf(source, size - TAG, TAG)]))
    for (const piece of piecesOf(source, HEAD, size - HEAD - TAG)) writeAll(target, decipher.update(piece))
    decipher.final()
    fsyncSync(target)
  })
}

function withFiles(from: string, to: string, work: (source: number, target: number) => void): void {
  const source = openSync(from, 'r')
  try {
    const target = openSync(to, 'w', 0o600)
    try {
      work(source, target)
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}

function* piecesOf(file: number, begin: number, length: number): Iterable<Buffer> {
  for (let at = begin, end = begin + length; at < end; ) {
    const piece = Buffer.alloc(Math.min(PIECE, end - at))
    const read = readSync(file, piece, 0, piece.length, at)
    if (read === 0) return
    at += read
    yield piece.subarray(0, read)
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}
