import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SavedView } from '../../../../src-preload/contract/desk.ts'
import type { ClaimCount } from '../../../../src-preload/contract/vocabulary/queueShape.ts'
import type { Output } from '../../../../src-preload/contract/index.ts'
import { type BridgeError, failureOf } from '../../../bridge/bridgeError.ts'
import type { Client } from '../../../bridge/client.ts'
import { latest } from '../../../stores/latest.ts'
import { DAY_VIEWS, statusViews } from './builtInViews.ts'

const NO_CLAIMS: ClaimCount = { claims: 0, isMore: false }

type Imported = Output<'views.import'>

/** What came of the last act on views; shown until it is dismissed. */
export type ViewsNotice =
  | { readonly kind: 'imported'; readonly result: Imported }
  | { readonly kind: 'full' }
  | { readonly kind: 'error'; readonly error: BridgeError }

export interface ViewsState {
  readonly views: readonly SavedView[]
  /** Claims by filter, of every view that is shown; a filter that is not here was not counted yet. */
  readonly counts: ReadonlyMap<string, ClaimCount>
  readonly notice: ViewsNotice | null
  /** Reads views and counts; what is shown stays when it fails. */
  load(): Promise<void>
  save(view: SavedView): Promise<void>
  remove(viewId: string): Promise<void>
  importText(text: string): Promise<void>
  /** Null = it failed, and the notice says why. */
  exportText(): Promise<string | null>
  dismiss(): void
}
export type ViewsStore = StoreApi<ViewsState>

/** Read again by the events of the core; counts also with every minute, because time moves claims between views. */
export function createViewsStore(client: Client): ViewsStore {
  const store = createStore<ViewsState>((set, get) => {
    const load = latest(async () => {
      try {
        const { views } = await client.call('views.list', {})
        const queries = [...DAY_VIEWS, ...statusViews(true), ...views].map(({ query }) => query)
        const { counts } = await client.call('claims.count', {
          filters: queries.map((text) => ({ text })),
        })
        set({ views, counts: new Map(queries.map((query, at) => [query, counts[at] ?? NO_CLAIMS])) })
      } catch {
        // The rows' own failure is shown; views that are a little old are still views.
      }
    })
    const act = async <T>(work: () => Promise<T>): Promise<T | null> => {
      set({ notice: null })
      try {
        return await work()
      } catch (thrown) {
        set({ notice: { kind: 'error', error: failureOf(thrown) } })
        return null
      }
    }
    return {
      views: [],
      counts: new Map(),
      notice: null,
      load,
      save: async (view) => {
        const saved = await act(() => client.call('views.save', view))
        if (saved?.outcome === 'full') set({ notice: { kind: 'full' } })
        await load()
      },
      remove: async (viewId) => {
        await act(() => client.call('views.remove', { viewId }))
        await load()
      },
      importText: async (text) => {
        const result = await act(() => client.call('views.import', { text }))
        if (result !== null) set({ notice: { kind: 'imported', result } })
        await load()
      },
      exportText: async () => (await act(() => client.call('views.export', {})))?.text ?? null,
      dismiss: () => get().notice !== null && set({ notice: null }),
    }
  })
  for (const event of ['claims.changed', 'session.changed', 'views.changed'] as const)
    client.events.on(event, () => void store.getState().load())
  return store
}
