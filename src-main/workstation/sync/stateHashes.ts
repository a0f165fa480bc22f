import { createHash } from 'node:crypto'
import { caseStateText, stateText } from '../../domain/sync/stateText.ts'
import { listCaseStates } from '../../store/arbitrationRepo.ts'
import { listCasesLetGo } from '../../store/casesLetGoRepo.ts'
import { listLetGo } from '../../store/claimsLetGoRepo.ts'
import { listStates } from '../../store/stateRepo.ts'
import type { Core } from '../core.ts'

export const BUCKETS = 256
/** So many claims are hashed before the window gets its turn. */
const SLICE = 10_000

const md5 = (text: string): Buffer => createHash('md5').update(text).digest()

/** Which part of all a claim or a case belongs to, by its id. */
export const bucketOf = (id: string): number => md5(id).readUInt8(0)

/** Count and hash of one bucket, as the hub writes it. */
export interface BucketState {
  readonly claims: number
  /** 16 hexadecimal digits. */
  readonly hash: string
}

/** Adds claims and cases up to the states of all buckets; their order does not matter. */
export function createBucketSums() {
  const counts = new Uint32Array(BUCKETS)
  // 64 bits in two halves: numbers are exact to 53 only.
  const high = new Uint32Array(BUCKETS)
  const low = new Uint32Array(BUCKETS)
  const hex = (value: number | undefined) => (value ?? 0).toString(16).padStart(8, '0')
  return {
    /** @param claims how many claims it stands for: a case is none. */
    add(id: string, text: string, claims: 0 | 1): void {
      const bucket = bucketOf(id)
      const hash = md5(text)
      counts[bucket] = (counts[bucket] ?? 0) + claims
      high[bucket] = (high[bucket] ?? 0) ^ hash.readUInt32BE(0)
      low[bucket] = (low[bucket] ?? 0) ^ hash.readUInt32BE(4)
    },
    stateOf: (bucket: number): BucketState => ({
      claims: counts[bucket] ?? 0,
      hash: hex(high[bucket]) + hex(low[bucket]),
    }),
  }
}
export type BucketSums = ReturnType<typeof createBucketSums>

/** The states of all claims and cases here, and of those that were let go. */
export async function sumStates(core: Pick<Core, 'store'>): Promise<BucketSums> {
  const sums = createBucketSums()
  for (const list of [listCaseStates, listCasesLetGo])
    for (const row of core.store.read(list)) sums.add(row.caseId, caseStateText(row), 0)
  // The hub counts what was let go here as well.
  for (const row of core.store.read(listLetGo)) sums.add(row.claimId, stateText(row), 1)
  for (let after = 0; ; ) {
    const slice = core.store.read((store) => listStates(store, after, SLICE))
    for (const row of slice) sums.add(row.claimId, stateText(row), 1)
    const last = slice.at(-1)
    if (last === undefined || slice.length < SLICE) return sums
    after = last.claimKey
    await new Promise((resolve) => setImmediate(resolve))
  }
}
