import { useStore } from 'zustand'
import type { ClaimCount } from '../../../../src-preload/contract/vocabulary/queueShape.ts'
import { useText } from '../../../format/useText.ts'
import { isSameFilter } from '../../../stores/queueFilterStore.ts'
import { useShared } from '../../../stores/Stores.tsx'
import type { QueueState } from '../queueStore.ts'
import { DAY_VIEWS, statusViews } from './builtInViews.ts'
import type { ViewsStore } from './viewsStore.ts'

export interface ViewEntry {
  readonly key: string
  readonly name: string
  readonly query: string
  /** Null = not counted yet. */
  readonly claims: ClaimCount | null
  readonly isHere: boolean
  /** Of a view that somebody saved; null = it is always there. */
  readonly viewId: string | null
}

export interface ViewGroups {
  readonly day: readonly ViewEntry[]
  readonly statuses: readonly ViewEntry[]
  readonly saved: readonly ViewEntry[]
}

/** Every view with its count and whether the filter is its own. */
export function useViewEntries(store: ViewsStore, counts: QueueState['counts']): ViewGroups {
  const say = useText()
  const text = useShared('filter', ({ filter }) => filter.text)
  const saved = useStore(store, (state) => state.views)
  const claims = useStore(store, (state) => state.counts)
  const entryOf = (name: string, query: string, viewId: string | null): ViewEntry => ({
    key: viewId ?? query,
    name,
    query,
    claims: claims.get(query) ?? null,
    isHere: isSameFilter(text, query),
    viewId,
  })
  const hasUnknown =
    counts.some(({ state, claims: of }) => state === 'unknown' && of > 0) || text.includes('status:unknown')
  return {
    day: DAY_VIEWS.map(({ messageId, query }) => entryOf(say(messageId), query, null)),
    statuses: statusViews(hasUnknown).map(({ messageId, query }) => entryOf(say(messageId), query, null)),
    saved: saved.map(({ viewId, name, query }) => entryOf(name, query, viewId)),
  }
}
