import type { OperationId } from '../../src-preload/contract/vocabulary/idShapes.ts'

export interface Attempt {
  readonly key: string
  readonly id: OperationId
}

/**
 * The same words to the same revision carry the same id until an answer came: a broken wire cannot make an act happen twice.
 * `newId`: a random version 4 UUID.
 */
export function attemptIds(newId: () => string = () => crypto.randomUUID()) {
  const open = new Map<string, Attempt>()
  return {
    of: (...words: readonly unknown[]): Attempt => {
      const key = JSON.stringify(words)
      // A fresh UUID is what the brand stands for.
      const attempt = open.get(key) ?? { key, id: newId() as OperationId }
      open.set(key, attempt)
      return attempt
    },
    forget: ({ key }: Attempt) => open.delete(key),
  }
}
export type AttemptIds = ReturnType<typeof attemptIds>
