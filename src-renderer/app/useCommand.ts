import { useEffect, useRef } from 'react'
import { useStores } from '../stores/Stores.tsx'
import type { CommandId } from './commands.ts'

/** Lends the way to run a command while the component is there and `enabled`. */
export function useCommand(id: CommandId, run: () => void, enabled = true): void {
  const { commands } = useStores()
  const newest = useRef(run)
  useEffect(() => {
    newest.current = run
  })
  useEffect(() => {
    if (!enabled) return
    return commands.getState().lend(id, () => newest.current())
  }, [commands, id, enabled])
}
