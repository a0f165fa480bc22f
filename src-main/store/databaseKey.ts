import { closeSync, openSync, readSync } from 'node:fs'

/** What a database is encrypted with (ChaCha20-Poly1305 a page, the log of changes and every copy that SQLite makes included). */
export interface DatabaseKey {
  /** 32 random bytes: no key is derived from them once more. */
  readonly key: Uint8Array
  /** 16 bytes that say which key it is; they stand in front of the file, where an encrypted one has its salt. */
  readonly id: Uint8Array
}

/** The value of the pragmas `key` and `rekey`. The salt is written, and plays no part when the key is a raw one. */
export const rawKey = ({ key, id }: DatabaseKey): string =>
  `raw:${Buffer.from(key).toString('hex')}${Buffer.from(id).toString('hex')}`

const PLAIN = Buffer.from('SQLite format 3\0', 'latin1')

/** `plain`: anybody may read it; `none`: there is no file, or nothing in it; `other`: encrypted with another key, or damaged. */
export function coverOf(file: string, key: DatabaseKey | null): 'none' | 'plain' | 'ours' | 'other' {
  const head = headOf(file)
  if (head.length === 0) return 'none'
  if (head.equals(PLAIN)) return 'plain'
  return key !== null && head.equals(key.id) ? 'ours' : 'other'
}

function headOf(file: string): Buffer {
  const head = Buffer.alloc(PLAIN.length)
  try {
    const handle = openSync(file, 'r')
    try {
      return head.subarray(0, readSync(handle, head, 0, head.length, 0))
    } finally {
      closeSync(handle)
    }
  } catch {
    return head.subarray(0, 0)
  }
}
