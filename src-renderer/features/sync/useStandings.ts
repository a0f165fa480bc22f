import { useEffect, useMemo, useState } from 'react'
import type { ClaimStanding } from '../../../src-preload/contract/related.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useStores } from '../../stores/Stores.tsx'
import { useRead } from '../../stores/useRead.ts'

const MOST = 500

/** Where these claims stand, by id (S-30); a claim that is not here any more is missing. */
export function useStandings(claimIds: readonly ClaimId[]): ReadonlyMap<string, ClaimStanding> {
  const { client } = useStores()
  const [changes, setChanges] = useState(0)
  useEffect(() => client.events.on('claims.changed', () => setChanges((count) => count + 1)), [client])
  const asked = [...new Set(claimIds)].slice(0, MOST)
  const [read] = useRead('claims.standings', asked.length === 0 ? null : { claimIds: asked }, changes)
  const standings = read.status === 'ready' ? read.value.standings : null
  return useMemo(() => new Map((standings ?? []).map((one) => [one.claimId, one])), [standings])
}
