import { valueOf } from '../../stores/load.ts'
import { useShared } from '../../stores/Stores.tsx'

/** Whether the system has a menu bar of its own; null = the host has not said where the window runs. */
export function useIsNative(): boolean | null {
  return useShared('session', ({ host }) =>
    host.status === 'loading' ? null : valueOf(host)?.host === 'electron',
  )
}
