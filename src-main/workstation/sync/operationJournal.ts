import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OutboxOperation } from '../../store/outboxRepo.ts'

/** One line of the journal. */
export type JournalLine =
  | { readonly line: 'made'; readonly operation: OutboxOperation }
  | { readonly line: 'undone'; readonly operationId: OperationId; readonly at: number }

/** A second, append-only copy of every decision, so that a damaged database cannot lose one. */
export interface OperationJournal {
  /** Returns after the line reached the disk. */
  append(line: JournalLine): void
  /** Whole lines only: the last one may have been cut off by a crash, and was then never acknowledged. */
  readAll(): JournalLine[]
  close(): void
}

export function createOperationJournal(path: string): OperationJournal {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeTornLine(path)
  const file = openSync(path, 'a', 0o600)
  return {
    append(line) {
      writeSync(file, `${JSON.stringify(line)}\n`)
      fsyncSync(file)
    },
    readAll: () => linesOf(path).flatMap(parse),
    close: () => closeSync(file),
  }
}

function linesOf(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
}

/** Written by `append` alone; a torn line is not JSON and is passed over. */
function parse(text: string): JournalLine[] {
  try {
    return text === '' ? [] : [JSON.parse(text) as JournalLine]
  } catch {
    return []
  }
}

/** After a crash in the middle of a line the next one must not be glued to its rest. */
function closeTornLine(path: string): void {
  const last = linesOf(path).at(-1)
  if (last === undefined || last === '') return
  const file = openSync(path, 'a')
  writeSync(file, '\n')
  closeSync(file)
}
