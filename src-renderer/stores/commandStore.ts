import { createStore, type StoreApi } from 'zustand/vanilla'

/** Which commands can run just now: a screen lends its part of them while it is there. */
export interface CommandState {
  /** What the screen lends just now, each with what is in its way, in words; empty = nothing. */
  readonly live: ReadonlyMap<string, string>
  /**
   * Lends the way to run a command; the youngest loan counts. `why`: what is in its way, in words; running it then says so. Gives
   * back the function that ends it.
   */
  lend(id: string, run: () => void, why?: string): () => void
  /** False when nobody on the screen can run it. */
  run(id: string): boolean
  canRun(id: string): boolean
}
export type CommandStore = StoreApi<CommandState>

interface Loan {
  readonly run: () => void
  readonly why: string
}

export function createCommandStore(): CommandStore {
  const loans = new Map<string, readonly Loan[]>()
  return createStore<CommandState>((set, get) => {
    const put = (id: string, list: readonly Loan[]) => {
      const live = new Map(get().live)
      const youngest = list.at(-1)
      loans.set(id, list)
      if (youngest === undefined) live.delete(id)
      else live.set(id, youngest.why)
      set({ live })
    }
    return {
      live: new Map(),
      lend: (id, run, why = '') => {
        const loan = { run, why }
        put(id, [...(loans.get(id) ?? []), loan])
        return () =>
          put(
            id,
            (loans.get(id) ?? []).filter((each) => each !== loan),
          )
      },
      run: (id) => {
        const loan = loans.get(id)?.at(-1)
        loan?.run()
        return loan !== undefined
      },
      canRun: (id) => get().live.has(id),
    }
  })
}
