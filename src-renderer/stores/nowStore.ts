import { createStore, type StoreApi } from 'zustand/vanilla'

/** The one ticking clock of the window, in epoch milliseconds. */
export interface NowState {
  /** Moves once a second: countdowns. */
  readonly secondMs: number
  /** Moves once a minute: due clocks. */
  readonly minuteMs: number
}
export type NowStore = StoreApi<NowState>

const SECOND_MS = 1000
const MINUTE_MS = 60_000

export interface Ticker {
  now(): number
  /** Runs again and again; gives back the function that ends it. */
  every(ms: number, run: () => void): () => void
}

export const systemTicker: Ticker = {
  now: () => Date.now(),
  every: (ms, run) => {
    const timer = setInterval(run, ms)
    return () => clearInterval(timer)
  },
}

export function createNowStore(ticker: Ticker = systemTicker): NowStore {
  const at = (): NowState => {
    const now = ticker.now()
    return { secondMs: floorTo(now, SECOND_MS), minuteMs: floorTo(now, MINUTE_MS) }
  }
  const store = createStore<NowState>(() => at())
  ticker.every(SECOND_MS, () => store.setState(at()))
  return store
}

function floorTo(ms: number, step: number): number {
  return Math.floor(ms / step) * step
}
