import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import type { JournalLine } from './operationJournal.ts'

/**
 * Lines of the journal as they lie on the disk. Sealed: `s1 KEY WHAT WHICH BYTES`, where KEY names the key, WHAT is m, u or s (made,
 * undone, settled), WHICH tells one operation from another to whoever only counts, and BYTES are nonce, AES-256-GCM of the line, tag.
 * In the open, as lines were before there was a key: JSON, a tab and a check; the oldest ones carry no check.
 */
export interface JournalKey {
  readonly key: Uint8Array
  readonly keyId: string
}

const NONCE = 12
const TAG = 16
const SEALED = /^s1 ([0-9a-f]{8}) ([mus]) ([0-9a-f]{8}) (\S+)$/

/** A line ends where it began, with a line break: a torn or joined neighbour costs no other line. */
export function textOf(line: JournalLine, key: JournalKey | null): string {
  return `\n${key === null ? inTheOpen(line) : sealed(line, key)}\n`
}

const shortOf = ({ keyId }: JournalKey): string => keyId.slice(0, 8)
const checkOf = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 16)

function inTheOpen(line: JournalLine): string {
  const json = JSON.stringify(line)
  return `${json}\t${checkOf(json)}`
}

function sealed(line: JournalLine, key: JournalKey): string {
  const head = `s1 ${shortOf(key)} ${line.line[0]} ${tellApart(line, key)}`
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key.key, nonce).setAAD(Buffer.from(head))
  const bytes = [nonce, cipher.update(JSON.stringify(line)), cipher.final(), cipher.getAuthTag()]
  return `${head} ${Buffer.concat(bytes).toString('base64')}`
}

function tellApart(line: JournalLine, { key }: JournalKey): string {
  const id = line.line === 'made' ? line.operation.operationId : line.operationId
  return createHmac('sha256', key).update(id).digest('hex').slice(0, 8)
}

/** What a line says, not parsed by a schema; none when it is not what was written, or was sealed with another key. */
export function lineOf(text: string, key: JournalKey | null): unknown[] {
  try {
    const json = SEALED.test(text) ? unsealed(text, key) : checked(text)
    return json === null ? [] : [JSON.parse(json) as unknown]
  } catch {
    return []
  }
}

/** A line from before there was a key. */
export const isInTheOpen = (text: string): boolean => text.startsWith('{')

function unsealed(text: string, key: JournalKey | null): string | null {
  const end = text.lastIndexOf(' ')
  if (key === null || !text.startsWith(`s1 ${shortOf(key)} `)) return null
  const packed = text.slice(end + 1)
  const bytes = Buffer.from(packed, 'base64')
  // Base64 of other letters may mean the same bytes: then something was changed.
  if (bytes.toString('base64') !== packed) return null
  const decipher = createDecipheriv('aes-256-gcm', key.key, bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(text.slice(0, end))).setAuthTag(bytes.subarray(-TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8')
}

function checked(text: string): string | null {
  const end = text.lastIndexOf('\t')
  if (end === -1) return text
  const json = text.slice(0, end)
  return text.slice(end + 1) === checkOf(json) ? json : null
}

/** What can be known of a journal without its key. */
export interface SealedJournal {
  /** Operations that were made, and neither undone nor answered. */
  readonly unsent: number
  /** The first eight signs of the id of each key that sealed a line. */
  readonly keys: ReadonlySet<string>
}

export function countSealed(text: string): SealedJournal {
  const last = new Map<string, string>()
  const keys = new Set<string>()
  for (const line of text.split('\n')) {
    const [, key = '', what = '', which = ''] = SEALED.exec(line) ?? []
    if (key === '') continue
    keys.add(key)
    last.set(which, what)
  }
  return { unsent: [...last.values()].filter((what) => what === 'm').length, keys }
}
