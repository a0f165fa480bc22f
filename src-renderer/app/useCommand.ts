import { useLayoutEffect, useRef } from 'react'
import { useStores } from '../stores/Stores.tsx'
import type { CommandId } from './commands.ts'

/**
 * Lends the way to run a command while the component is there and `enabled`: from the moment in which it is seen, not from the
 * one after, in which a quick key would be lost. `why`: what is in its way, in words; empty = nothing.
 */
export function useCommand(id: CommandId, run: () => void, enabled = true, why = ''): void {
  const { commands } = useStores()
  const newest = useRef(run)
  useLayoutEffect(() => {
    newest.current = run
  })
  useLayoutEffect(() => {
    if (!enabled) return
    return commands.getState().lend(id, () => newest.current(), why)
  }, [commands, id, enabled, why])
}
