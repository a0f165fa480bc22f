import type { WriteStore } from '../../store/openStore.ts'
import { AppError } from '../appError.ts'
import type { Core } from '../core.ts'
import type { JournalLine } from './operationJournal.ts'

/** A transaction, and what of it goes into the journal. */
export interface Journaled {
  readonly store: WriteStore
  readonly note: (line: JournalLine) => void
}

/**
 * One transaction with its lines in the journal: when this returns, both are on the disk; when it throws, neither counts. The lines
 * are synced before the commit, because cutting them off again needs no room, and undoing a commit on a full disk would.
 * @throws AppError while this workstation is about to be wiped: what were accepted now would be lost.
 */
export function writeJournaled<T>(
  { store, journal, wipeGate }: Pick<Core, 'store' | 'journal' | 'wipeGate'>,
  work: (store: WriteStore, note: (line: JournalLine) => void) => T,
): T {
  if (wipeGate.isShut()) throw new AppError('read_only', 'This workstation is about to be wiped.')
  let begin: number | null = null
  const cutOff = () => {
    if (begin !== null) journal.takeBack(begin)
    begin = null
  }
  try {
    return store.write((writing) => {
      // A full disk makes the store try once more.
      cutOff()
      const lines: JournalLine[] = []
      const result = work(writing, (line) => lines.push(line))
      if (lines.length > 0) begin = journal.append(...lines)
      return result
    })
  } catch (error) {
    cutOff()
    throw error
  }
}
