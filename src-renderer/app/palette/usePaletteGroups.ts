import { useEffect, useMemo, useState } from 'react'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared } from '../../stores/Stores.tsx'
import { useRead } from '../../stores/useRead.ts'
import { useKeyWishes } from '../keys/useKeys.ts'
import {
  atRest,
  claimEntry,
  commandEntries,
  matching,
  type PaletteEntry,
  type PaletteGroup,
  viewEntry,
} from './paletteEntries.ts'

export const SCOPES = ['all', 'commands', 'claims', 'views'] as const
export type Scope = (typeof SCOPES)[number]

export interface Shown {
  readonly group: PaletteGroup
  readonly entries: readonly PaletteEntry[]
}

const CLAIMS_SHOWN = 8
/** Enough to learn why something is missing, and never in the way of what works. */
const NOT_NOW_SHOWN = 5
/** One or two letters are in every claim. */
const LEAST_TO_SEARCH = 2
const TYPING_RESTS_MS = 120

/** What the palette shows for what is written, by group. Claims come from the local search, a moment later. */
export function usePaletteGroups(query: string, scope: Scope): readonly Shown[] {
  const say = useText()
  const wishes = useKeyWishes()
  const live = useShared('commands', (state) => state.live)
  const recent = useShared('desk', ({ desk }) => desk.recent)
  const [views] = useRead('views.list', {})
  const claims = useClaims(query)
  return useMemo(() => {
    const fixed = [...commandEntries({ live, wishes, say }), ...(valueOf(views)?.views ?? []).map(viewEntry)]
    const found = query === '' ? atRest(fixed, recent) : { last: [], rest: matching(fixed, query) }
    const able = found.rest.filter(({ why }) => why === null)
    const groups: Shown[] = [
      { group: 'recent', entries: found.last },
      ...(['commands', 'places'] as const).map((group) => ({
        group,
        entries: able.filter((entry) => entry.group === group),
      })),
      { group: 'claims', entries: claims },
      { group: 'views', entries: able.filter((entry) => entry.group === 'views') },
      { group: 'notNow', entries: found.rest.filter(({ why }) => why !== null).slice(0, NOT_NOW_SHOWN) },
    ]
    return groups
      .map(({ group, entries }) => ({ group, entries: entries.filter((each) => isIn(each, scope)) }))
      .filter(({ entries }) => entries.length > 0)
  }, [query, scope, live, recent, views, claims, wishes, say])
}

function isIn({ group }: PaletteEntry, scope: Scope): boolean {
  return scope === 'all' || (group === 'places' ? 'commands' : group) === scope
}

function useClaims(query: string): readonly PaletteEntry[] {
  const rested = useRested(query.trim())
  const wanted = rested.length >= LEAST_TO_SEARCH
  const [load] = useRead(
    'claims.list',
    wanted ? { filter: { text: rested }, offset: 0, limit: CLAIMS_SHOWN } : null,
  )
  return useMemo(() => (wanted ? (valueOf(load)?.rows ?? []).map(claimEntry) : []), [wanted, load])
}

/** The text once the person has stopped typing for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), TYPING_RESTS_MS)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
