import { isDamage, isDiskFull } from './damage.ts'
import type { Store } from './openStore.ts'

export interface StoreGuard {
  /** The file turned out to be broken while it was in use. Called once. */
  onDamage(error: unknown): void
  /** Makes room on a full disk; false = there was none to make. */
  makeRoom(): boolean
}

/** A store that says when its file is broken, and tries a write once more when room could be made (trust.md P6). */
export function guardStore(store: Store, guard: StoreGuard): Store {
  let isReported = false
  const watch = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      if (isDamage(error) && !isReported) {
        isReported = true
        guard.onDamage(error)
      }
      throw error instanceof SyntaxError ? unreadable(error) : error
    }
  }
  return {
    read: (work) => watch(() => store.read(work)),
    write: (work) =>
      watch(() => {
        try {
          return store.write(work)
        } catch (error) {
          if (!isDiskFull(error) || !guard.makeRoom()) throw error
          return store.write(work)
        }
      }),
    close: () => store.close(),
  }
}

const unreadable = (cause: SyntaxError): Error =>
  Object.assign(new Error('A stored value cannot be read.', { cause }), { code: 'SQLITE_CORRUPT' })
