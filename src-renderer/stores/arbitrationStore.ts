import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CaseDetail, CaseSummary } from '../../src-preload/contract/arbitration.ts'
import type { CaseBoard } from '../../src-preload/contract/caseBoard.ts'
import type { CaseId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { failureOf } from '../bridge/bridgeError.ts'
import type { Client } from '../bridge/client.ts'
import { latest } from './latest.ts'
import { type Load, LOADING, ready, valueOf } from './load.ts'

/** More cases than a team has open at once; the list says when there are more. */
const MOST_CASES = 200

/** A case as its lead compares it. */
export interface ShownCase {
  readonly detail: CaseDetail
  readonly board: CaseBoard
}

export interface ArbitrationState {
  /** How many cases are open; null until told. */
  readonly open: number | null
  readonly cases: Load<{ readonly rows: readonly CaseSummary[]; readonly total: number }>
  readonly caseId: CaseId | null
  readonly shown: Load<ShownCase>
  load(): Promise<void>
  /** What was shown of the same case stays until it was read again. */
  openCase(caseId: CaseId): Promise<void>
  /** The case after (1) or before (-1) one; stops at both ends. Null = there is none. */
  neighbour(caseId: CaseId | null, by: 1 | -1): CaseId | null
}
export type ArbitrationStore = StoreApi<ArbitrationState>

export function createArbitrationStore(client: Client): ArbitrationStore {
  return createStore<ArbitrationState>((set, get) => {
    const read = latest(async () => {
      const { caseId } = get()
      if (caseId === null) return
      try {
        const [detail, board] = await Promise.all([
          client.call('arbitration.case', { caseId }),
          client.call('arbitration.board', { caseId }),
        ])
        if (get().caseId === caseId) set({ shown: ready({ detail, board }) })
      } catch (thrown) {
        if (get().caseId === caseId) set({ shown: { status: 'failed', error: failureOf(thrown) } })
      }
    })
    return {
      open: null,
      cases: LOADING,
      caseId: null,
      shown: LOADING,
      load: latest(async () => {
        try {
          const wish = { view: 'open', offset: 0, limit: MOST_CASES } as const
          const { rows, total, counts } = await client.call('arbitration.list', wish)
          set({ cases: ready({ rows, total }), open: counts.open })
        } catch (thrown) {
          const failed = { status: 'failed', error: failureOf(thrown) } as const
          set(({ cases }) => (cases.status === 'ready' ? {} : { cases: failed }))
        }
      }),
      openCase: (caseId) => {
        if (get().caseId !== caseId) set({ caseId, shown: LOADING })
        return read()
      },
      neighbour: (caseId, by) => {
        const all = valueOf(get().cases)?.rows ?? []
        const at = all.findIndex((each) => each.caseId === caseId)
        return all[at < 0 ? 0 : Math.max(0, Math.min(at + by, all.length - 1))]?.caseId ?? null
      },
    }
  })
}
