import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RecordReply } from '../../src-preload/contract/recordShape.ts'
import { failureOf } from '../bridge/bridgeError.ts'
import { EMPTY, type Load, LOADING, ready } from './load.ts'

export interface OpenedRecord extends RecordReply {
  readonly fileName: string
}

export interface RecordState {
  /** `empty`: no file was opened yet. */
  readonly opened: Load<OpenedRecord>
  /** The last file that was given counts. */
  open(file: File): Promise<void>
}
export type RecordStore = StoreApi<RecordState>

export function createRecordStore(give: (file: File) => Promise<RecordReply>): RecordStore {
  let last: File | null = null
  return createStore<RecordState>((set) => ({
    opened: EMPTY,
    open: async (file) => {
      last = file
      set({ opened: LOADING })
      try {
        const reply = await give(file)
        if (last === file) set({ opened: ready({ ...reply, fileName: file.name }) })
      } catch (thrown) {
        if (last === file) set({ opened: { status: 'failed', error: failureOf(thrown) } })
      }
    },
  }))
}
