/** Runs an act when those that were asked for before it are done. Null = the same act already waits or runs. */
export type InTurn = <T>(act: string, run: () => Promise<T>) => Promise<T> | null

/**
 * Acts one after the other, in the order in which they were asked for: a quick hand's next key waits for the one before instead
 * of being dropped. The same act asked for twice at once is one act.
 */
export function inTurn(): InTurn {
  const open = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()
  return (act, run) => {
    if (open.has(act)) return null
    open.add(act)
    const mine = last.then(run).finally(() => open.delete(act))
    // Whatever became of it, the next one has its turn.
    last = mine.catch(() => undefined)
    return mine
  }
}
