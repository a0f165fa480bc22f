import type { UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

export interface StoredView {
  readonly viewId: string
  readonly name: string
  readonly query: string
}

/** Of one person, in their order. */
export function listViews(store: ReadStore, userId: UserId): StoredView[] {
  return statement(
    store,
    'select view_id as viewId, name, query from saved_views where user_id = ? order by position, view_id',
  ).all(userId) as StoredView[]
}

/** A view that is known keeps its place. */
export function putView(
  store: WriteStore,
  userId: UserId,
  { viewId, name, query }: StoredView,
  at: number,
): void {
  statement(
    store,
    `insert into saved_views (user_id, view_id, name, query, position, saved_at)
     values (@userId, @viewId, @name, @query, (select coalesce(max(position), 0) + 1 from saved_views where user_id = @userId), @at)
     on conflict (user_id, view_id) do update set name = excluded.name, query = excluded.query, saved_at = excluded.saved_at`,
  ).run({ userId, viewId, name, query, at })
}

export function removeView(store: WriteStore, userId: UserId, viewId: string): void {
  statement(store, 'delete from saved_views where user_id = ? and view_id = ?').run(userId, viewId)
}
