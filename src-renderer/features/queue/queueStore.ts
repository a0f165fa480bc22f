import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClaimFilter, ClaimSummary } from '../../../src-preload/contract/claims.ts'
import type { Output } from '../../../src-preload/contract/index.ts'
import { type BridgeError, failureOf } from '../../bridge/bridgeError.ts'
import type { Client } from '../../bridge/client.ts'
import { latest } from '../../stores/latest.ts'
import { EMPTY, type Load, LOADING, ready, valueOf } from '../../stores/load.ts'
import { BLOCK_ROWS, blockOf, blocksFor, NO_ROWS, type QueueBlocks, withPage } from './queueBlocks.ts'

export interface QueueState {
  readonly rows: Load<QueueBlocks>
  readonly counts: Output<'claims.counts'>['states']
  /** The rows on the screen are still those of the filter before. */
  readonly isOld: boolean
  /** The last re-read failed while rows stayed on the screen; null = they are up to date. */
  readonly problem: BridgeError | null
  /** Shows the claims of another filter, from the top. The same filter again changes nothing. */
  show(filter: ClaimFilter): Promise<void>
  /** The rows of the filter that was asked for last, once they are here; null = there are none, or they could not be read. */
  current(): Promise<QueueBlocks | null>
  /** The view stands on these rows now: fetches what is missing there. */
  look(first: number, last: number): Promise<void>
  /** Rows of the filter that is shown, from one place to another, as many as one question gives. Rejects with a BridgeError. */
  range(first: number, last: number): Promise<readonly ClaimSummary[]>
  /** Reads again what the view stands on; rows stay until the new ones are here. */
  reread(): Promise<void>
}
export type QueueStore = StoreApi<QueueState>

export function createQueueStore(client: Client): QueueStore {
  const store = createStore<QueueState>((set, get, api) => {
    const reader = blockReader(client, set, get)
    const readCounts = latest(async () => {
      try {
        set({ counts: (await client.call('claims.counts', {})).states })
      } catch {
        // The rows' own failure is shown; counts that are a little old are still counts.
      }
    })
    const reread = latest(async () => {
      await Promise.all([reader.rereadView(), readCounts()])
    })
    return {
      rows: LOADING,
      counts: [],
      isOld: false,
      problem: null,
      show: async (filter) => {
        if (!reader.aim(filter)) return
        set({ problem: null, isOld: true })
        await reread()
      },
      current: async () => {
        await until(api, (state) => !state.isOld)
        return valueOf(get().rows)
      },
      look: reader.look,
      range: reader.range,
      reread,
    }
  })
  client.events.on('claims.changed', () => void store.getState().reread())
  client.events.on('session.changed', () => void store.getState().reread())
  return store
}

/**
 * Settles with the first state that is as wanted. Not with the end of a read: while claims go on changing, one read
 * follows the other without an end.
 */
function until(store: QueueStore, isAsWanted: (state: QueueState) => boolean): Promise<void> {
  if (isAsWanted(store.getState())) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = store.subscribe((state) => {
      if (!isAsWanted(state)) return
      stop()
      resolve()
    })
  })
}

/** As many rows as the contract gives at once. */
const MOST_AT_ONCE = 500

type Change = (change: (state: QueueState) => Partial<QueueState>) => void

function blockReader(client: Client, set: Change, get: () => QueueState) {
  let filter: ClaimFilter | null = null
  let view = { first: 0, last: BLOCK_ROWS - 1 }
  /** Answers to an earlier filter are thrown away. */
  let aim = 0
  const underWay = new Set<string>()

  const blocks = () => valueOf(get().rows) ?? NO_ROWS
  const read = async (block: number, isAgain: boolean) => {
    const mine = aim
    const key = `${mine} ${block} ${isAgain}`
    if (filter === null || underWay.has(key)) return
    underWay.add(key)
    try {
      const offset = block * BLOCK_ROWS
      const page = await client.call('claims.list', { filter, offset, limit: BLOCK_ROWS })
      if (mine !== aim) return
      const next = withPage(get().isOld ? NO_ROWS : blocks(), page, blockOf(view.first))
      set(() => ({ rows: next.total === 0 ? EMPTY : ready(next), isOld: false, problem: null }))
    } catch (thrown) {
      const error = failureOf(thrown)
      if (mine !== aim) return
      const hasRows = !get().isOld && get().rows.status === 'ready'
      set(() => (hasRows ? { problem: error } : { rows: { status: 'failed', error }, isOld: false }))
    } finally {
      underWay.delete(key)
    }
  }
  const missing = () => {
    const { blocks: here, total } = blocks()
    return blocksFor(view.first, view.last, total).filter((block) => !here.has(block))
  }

  return {
    /** False when the filter is the one that is shown already. */
    aim: (next: ClaimFilter): boolean => {
      if (filter !== null && JSON.stringify(filter) === JSON.stringify(next)) return false
      filter = next
      view = { first: 0, last: BLOCK_ROWS - 1 }
      aim += 1
      return true
    },
    range: async (first: number, last: number) => {
      if (filter === null || last < first) return []
      const limit = Math.min(last - first + 1, MOST_AT_ONCE)
      return (await client.call('claims.list', { filter, offset: first, limit })).rows
    },
    look: async (first: number, last: number) => {
      view = { first, last }
      await Promise.all(missing().map((block) => read(block, false)))
    },
    rereadView: async () => {
      const [own = 0, ...near] = blocksFor(view.first, view.last, get().isOld ? BLOCK_ROWS : blocks().total)
      forgetFarBlocks(set, [own, ...near])
      await read(own, true)
      await Promise.all(
        near.filter((block) => block * BLOCK_ROWS < blocks().total).map((block) => read(block, true)),
      )
    },
  }
}

/** After a change every row may stand elsewhere: only what is on the screen stays until it is read again. */
function forgetFarBlocks(set: Change, kept: readonly number[]): void {
  set(({ rows }) => {
    if (rows.status !== 'ready') return {}
    const blocks = new Map([...rows.value.blocks].filter(([block]) => kept.includes(block)))
    return { rows: ready({ ...rows.value, blocks }) }
  })
}
