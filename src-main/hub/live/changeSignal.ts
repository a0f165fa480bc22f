import type { Db, Tx } from '../store/database.ts'

/** Tells, inside one process, that a transaction that changed claims was committed. */
export interface ChangeSignal {
  notify(): void
  /** @returns ends the subscription. */
  subscribe(listener: () => void): () => void
}

const signals = new WeakMap<Db, ChangeSignal>()
const changing = new WeakSet<Tx>()

/** The signal of a database: the same for everybody who has it open in this process. */
export function changeSignalOf(db: Db): ChangeSignal {
  const known = signals.get(db)
  if (known !== undefined) return known
  const listeners = new Set<() => void>()
  const signal: ChangeSignal = {
    notify() {
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  signals.set(db, signal)
  return signal
}

/** This transaction writes to claims: whoever listens is told once it is committed (`transact`). */
export const noteChange = (tx: Tx): void => void changing.add(tx)

export const hasChanged = (tx: Tx): boolean => changing.has(tx)
