import { useEffect, useState } from 'react'
import type { NextDocument } from '../features/viewer/viewerProps.ts'
import { useShared, useStores } from '../stores/Stores.tsx'

/** The document that the next claim of the queue would be opened with; null = none, or nobody knows. */
export function useNextDocument(): NextDocument | null {
  const { client } = useStores()
  const claimId = useShared('openClaim', ({ position }) => position?.next ?? null)
  const [next, setNext] = useState<NextDocument | null>(null)
  useEffect(() => {
    if (claimId === null) return
    let isWanted = true
    client.call('documents.first', { claimId }).then(
      ({ document }) => isWanted && setNext(document),
      // It is drawn when it is opened, then.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [client, claimId])
  return next
}
