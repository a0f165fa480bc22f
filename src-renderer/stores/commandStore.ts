import { createStore, type StoreApi } from 'zustand/vanilla'

/** Which commands can run just now: a screen lends its part of them while it is there. */
export interface CommandState {
  /** Lends the way to run a command; the youngest loan counts. Gives back the function that ends it. */
  lend(id: string, run: () => void): () => void
  /** False when nobody on the screen can run it. */
  run(id: string): boolean
  canRun(id: string): boolean
}
export type CommandStore = StoreApi<CommandState>

export function createCommandStore(): CommandStore {
  const loans = new Map<string, (() => void)[]>()
  return createStore<CommandState>(() => ({
    lend: (id, run) => {
      const list = loans.get(id) ?? []
      loans.set(id, [...list, run])
      return () => {
        const rest = (loans.get(id) ?? []).filter((each) => each !== run)
        if (rest.length === 0) loans.delete(id)
        else loans.set(id, rest)
      }
    },
    run: (id) => {
      const run = loans.get(id)?.at(-1)
      run?.()
      return run !== undefined
    },
    canRun: (id) => loans.has(id),
  }))
}
