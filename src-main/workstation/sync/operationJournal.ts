import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { replaceFile, syncFolder } from '../../store/durableFile.ts'
import type { OutboxOperation } from '../../store/outboxRepo.ts'
import { isInTheOpen, type JournalKey, lineOf, textOf } from './journalLines.ts'

/** One line of the journal. `at` in epoch milliseconds. */
export type JournalLine =
  | { readonly line: 'made'; readonly operation: OutboxOperation }
  | { readonly line: 'undone'; readonly operationId: OperationId; readonly at: number }
  | SettledLine

/** What the hub answered. `revision`: the one that it brought; null for a conflict. */
export interface SettledLine {
  readonly line: 'settled'
  readonly operationId: OperationId
  readonly outcome: 'applied' | 'conflict'
  readonly revision: number | null
  readonly at: number
}

/** What stands in the journal, not parsed yet: who needs it parses it (`recovery/journalStates.ts`). */
export interface JournalContents {
  readonly lines: readonly unknown[]
  /** Lines that are not what was written: torn by a crash, or changed on the disk. They are passed over. */
  readonly damaged: number
  /** Lines from before there was a key. */
  readonly open: number
  readonly bytes: number
}

/** A second, append-only copy of every decision, so that a damaged database cannot lose one. */
export interface OperationJournal {
  /**
   * Returns after the lines reached the disk; when it throws, none of them counts. Gives back where they begin, for `takeBack`.
   */
  append(...lines: readonly JournalLine[]): number
  /** Cuts off what was appended from there on: the transaction that it belongs to did not come about. */
  takeBack(from: number): void
  /** Never throws and waits for no disk: a lost line costs the hub one repeated answer. False = it could not be written. */
  noteSettled(line: Omit<SettledLine, 'line'>): boolean
  read(): JournalContents
  /** Holds these lines alone from now on; when it throws, what it held. */
  replace(lines: readonly JournalLine[]): void
  close(): void
}

/** `key` null = lines are written in the open. Lines in the open are read either way. */
export function createOperationJournal(path: string, key: JournalKey | null): OperationJournal {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const textOfAll = (lines: readonly JournalLine[]) => lines.map((line) => textOf(line, key)).join('')
  let file = openForAppending(path)
  /** Where a line begins that should be gone and could not be cut off yet. */
  let owed: number | null = null
  const cut = () => {
    if (owed === null) return
    ftruncateSync(file, owed)
    owed = null
    fsyncSync(file)
  }
  const write = (lines: readonly JournalLine[]): number => {
    cut()
    const begin = fstatSync(file).size
    try {
      writeAll(file, textOfAll(lines))
    } catch (error) {
      owed = begin
      tryTo(cut)
      throw error
    }
    return begin
  }
  const takeBack = (from: number) => {
    owed = from
    tryTo(cut)
  }
  return {
    append(...lines) {
      const begin = write(lines)
      try {
        // Contents and length; when it was written is nobody's concern.
        fdatasyncSync(file)
      } catch (error) {
        takeBack(begin)
        throw error
      }
      return begin
    },
    takeBack,
    noteSettled: (line) => tryTo(() => write([{ line: 'settled', ...line }])),
    read: () => contentsOf(path, key),
    replace(lines) {
      replaceFile(path, textOfAll(lines))
      closeSync(file)
      file = openForAppending(path)
      owed = null
    },
    close: () => closeSync(file),
  }
}

function openForAppending(path: string): number {
  const isNew = !existsSync(path)
  const file = openSync(path, 'a', 0o600)
  if (isNew) for (const folder of [dirname(path), dirname(dirname(path))]) syncFolder(folder)
  return file
}

/** A write may take less than it was given, on a full disk above all. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}

function tryTo(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}

function contentsOf(path: string, key: JournalKey | null): JournalContents {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const written = text.split('\n').filter((line) => line !== '')
  const lines = written.flatMap((line) => lineOf(line, key))
  const open = written.filter(isInTheOpen).length
  return { lines, damaged: written.length - lines.length, open, bytes: Buffer.byteLength(text) }
}
