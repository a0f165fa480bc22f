import { canonicalJson } from '../../domain/canonicalJson.ts'
import { appendEntries, type ChainKey, type NewEntry } from '../store/auditRepo.ts'
import type { Tx } from '../store/database.ts'
import type { SealedRow } from './sealedRows.ts'

/** What a transaction wrote about one subject; it becomes one entry of its chain. */
export interface Written {
  readonly rows?: readonly SealedRow[]
  /** How the subject stands now. */
  readonly standing?: string
  /** The claim is gone, and why. */
  readonly gone?: string
  /** What else is to be said, of JSON. */
  readonly said?: Readonly<Record<string, unknown>>
}

interface Pending extends ChainKey {
  readonly rows: SealedRow[]
  rest: Omit<Written, 'rows'>
}

const pending = new WeakMap<Tx, Map<string, Pending>>()

/** From now on this transaction may write what stands in chains. */
export const openSeals = (tx: Tx): void => void pending.set(tx, new Map())

/**
 * Says that this transaction writes about a subject. `transact` adds the entry when the work is done, so that entry and act are committed
 * together or not at all.
 * @throws Error in a transaction that `transact` did not begin: what is written there would be in no chain.
 */
export function noteWritten(tx: Tx, key: ChainKey, { rows = [], ...rest }: Written): void {
  const all = pending.get(tx)
  if (all === undefined) throw new Error('What stands in chains is written by transact alone')
  const name = `${key.tenantId} ${key.subject} ${key.subjectId}`
  const known = all.get(name)
  if (known === undefined) {
    const { tenantId, subject, subjectId } = key
    all.set(name, { tenantId, subject, subjectId, rows: [...rows], rest })
    return
  }
  known.rows.push(...rows)
  known.rest = { ...known.rest, ...rest }
}

/** Adds the entries of everything that was noted. @param at when the hub's machine wrote it. */
export async function sealPending(tx: Tx, at: Date): Promise<void> {
  const all = pending.get(tx)
  if (all === undefined || all.size === 0) return
  await appendEntries(
    tx,
    [...all.values()].map((one) => entryOf(one, at)),
  )
  all.clear()
}

function entryOf({ rows, rest, ...key }: Pending, at: Date): NewEntry {
  const about = { ...key, tenantId: key.tenantId.toLowerCase(), at: at.toISOString() }
  return { ...key, body: canonicalJson({ ...about, ...rest, ...(rows.length === 0 ? {} : { rows }) }) }
}
