import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LogFilter, LogRow } from '../../../src-preload/contract/audit.ts'
import type { Output } from '../../../src-preload/contract/index.ts'
import { failureOf } from '../../bridge/bridgeError.ts'
import type { Client } from '../../bridge/client.ts'
import { type Load, LOADING, ready } from '../../stores/load.ts'

/** Rows of one question to the core. */
const BLOCK = 100

export interface LogRows {
  readonly total: number
  /** By their place in the list; those that nobody looked at yet are not here. */
  readonly rows: ReadonlyMap<number, LogRow>
}

export interface AuditState {
  readonly filter: LogFilter
  /** `empty`: this person may not read the log. */
  readonly log: Load<LogRows>
  readonly people: Output<'audit.people'>['people']
  /** Reads the begin of the log anew, by the filter as it stands. */
  load(): Promise<void>
  narrow(part: Partial<LogFilter>): void
  /** The rows between these places are in sight. */
  look(first: number, last: number): void
}
export type AuditStore = StoreApi<AuditState>

export const WHOLE_LOG: LogFilter = {
  source: 'here',
  group: null,
  person: '',
  claimId: '',
  from: null,
  to: null,
  text: '',
}

export function createAuditStore(client: Client): AuditStore {
  /** Answers to what was asked before the filter changed are let go. */
  let asked = 0
  let blocks = new Set<number>()
  return createStore<AuditState>((set, get) => {
    const read = async (block: number): Promise<void> => {
      blocks.add(block)
      const turn = asked
      try {
        const page = { filter: get().filter, offset: block * BLOCK, limit: BLOCK }
        const answer = await client.call('audit.list', page)
        if (turn !== asked) return
        if (answer.outcome === 'blocked') return set({ log: { status: 'empty' } })
        const { log } = get()
        const known = log.status === 'ready' && block > 0 ? log.value.rows : new Map<number, LogRow>()
        const more = answer.rows.map((row, at) => [block * BLOCK + at, row] as const)
        set({ log: ready({ total: answer.total, rows: new Map([...known, ...more]) }) })
      } catch (thrown) {
        if (turn === asked) set({ log: { status: 'failed', error: failureOf(thrown) } })
      }
    }
    const load = async () => {
      asked += 1
      blocks = new Set()
      await read(0)
      try {
        set(await client.call('audit.people', {}))
      } catch {
        // The list says what is wrong; without names everybody is shown.
      }
    }
    return {
      filter: WHOLE_LOG,
      log: LOADING,
      people: [],
      load,
      narrow: (part) => {
        set(({ filter }) => ({ filter: { ...filter, ...part } }))
        void load()
      },
      look: (first, last) => {
        for (let block = Math.floor(first / BLOCK); block <= Math.floor(last / BLOCK); block += 1)
          if (!blocks.has(block)) void read(block)
      },
    }
  })
}
