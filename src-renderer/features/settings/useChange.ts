import { useState } from 'react'
import type { Settings } from '../../../src-preload/contract/session.ts'
import { useStores } from '../../stores/Stores.tsx'

/** Resolves with whether the core kept it. */
export type Change = (patch: Partial<Settings>) => Promise<boolean>

/** The way to change settings, and whether the last change was lost. */
export function useChange(): readonly [change: Change, isLost: boolean] {
  const { settings } = useStores()
  const [isLost, setLost] = useState(false)
  const change: Change = async (patch) => {
    const isKept = await settings
      .getState()
      .change(patch)
      .then(
        () => true,
        () => false,
      )
    setLost(!isKept)
    return isKept
  }
  return [change, isLost]
}
