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

/** Three numbers of SQLite's header that never vary and that stay readable in an encrypted file, with where they stand. */
const ALWAYS = Buffer.from([64, 32, 32])
const ALWAYS_AT = 21
const HEAD = ALWAYS_AT + ALWAYS.length

/**
 * `plain`: anybody may read it; `none`: there is no file, or nothing in it; `other`: encrypted with another key, or its first bytes are
 * damaged; `rubbish`: no database of either kind.
 */
export function coverOf(
  file: string,
  key: DatabaseKey | null,
): 'none' | 'plain' | 'ours' | 'other' | 'rubbish' {
  const head = headOf(file)
  if (head.length === 0) return 'none'
  const first = head.subarray(0, PLAIN.length)
  if (first.equals(PLAIN)) return 'plain'
  if (key !== null && first.equals(key.id)) return 'ours'
  return head.subarray(ALWAYS_AT).equals(ALWAYS) ? 'other' : 'rubbish'
}

function headOf(file: string): Buffer {
  const head = Buffer.alloc(HEAD)
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
