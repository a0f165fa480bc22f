import type { BridgeError } from '../bridge/bridgeError.ts'

/** The four states of everything that is read from the core. Rows that are already here survive a failed re-read. */
export type Load<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'empty' }
  | { readonly status: 'failed'; readonly error: BridgeError }
  | { readonly status: 'ready'; readonly value: T }

export const LOADING = { status: 'loading' } as const
export const EMPTY = { status: 'empty' } as const

export function ready<T>(value: T): Load<T> {
  return { status: 'ready', value }
}

export function valueOf<T>(load: Load<T>): T | null {
  return load.status === 'ready' ? load.value : null
}
