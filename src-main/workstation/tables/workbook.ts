import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Cell } from '../../../src-preload/words/tables/column.ts'
import type { SheetMessage } from './sheetMessages.ts'
import type { Head } from './tableSource.ts'

/** An XLSX file with one sheet, made beside everything else that this process does. */
export interface Workbook {
  add(rows: readonly Cell[][]): void
  /** Rejects when it could not be made. */
  finish(): Promise<Uint8Array>
  /** Lets go of it; after `finish` it does nothing. */
  end(): Promise<void>
}

/** Rows that one sheet holds, its head not counted. */
export const MOST_ROWS = 1_048_575

/** The thread's own entry: beside this file in the source, beside the chunks in the build. */
const entryOf = (here: string): URL =>
  new URL(here.endsWith('.ts') ? './sheetThread.ts' : '../sheets.js', here)

export function beginWorkbook(title: string, heads: readonly Head[]): Workbook {
  const thread = new Worker(entryOf(import.meta.url))
  const tell = (message: SheetMessage) => thread.postMessage(message, [])
  // Listens from the begin: a thread that fails early would otherwise end this process. `once` rejects when it fails.
  const made = once(thread, 'message')
  made.catch(() => undefined)
  tell({ say: 'begin', title, heads })
  return {
    add: (rows) => tell({ say: 'rows', rows }),
    async finish() {
      tell({ say: 'end' })
      const [bytes] = (await made) as [Uint8Array]
      return bytes
    },
    async end() {
      await thread.terminate()
    },
  }
}
