import type { SavedView } from '../../../src-preload/contract/desk.ts'
import type { Output } from '../../../src-preload/contract/index.ts'
import { MOST_VIEWS, type SharedView, ViewPack } from '../../../src-preload/contract/vocabulary/viewPack.ts'
import { listViews, putView, removeView } from '../../store/savedViewsRepo.ts'
import type { Core } from '../core.ts'

const listMine = ({ store, session }: Core) => store.read((s) => listViews(s, session.user().userId))

export function savedViews(core: Core): Output<'views.list'> {
  return { views: listMine(core) }
}

export function saveView(core: Core, view: SavedView): Output<'views.save'> {
  const { userId } = core.session.user()
  const isNew = !listMine(core).some(({ viewId }) => viewId === view.viewId)
  if (isNew && listMine(core).length >= MOST_VIEWS) return { outcome: 'full' }
  core.store.write((store) => putView(store, userId, view, core.ports.clock.now()))
  core.emit('views.changed', {})
  return { outcome: 'saved' }
}

export function dropView(core: Core, viewId: string): void {
  core.store.write((store) => removeView(store, core.session.user().userId, viewId))
  core.emit('views.changed', {})
}

/** What one person gives to another: names and filters, nothing of who made them or of the claims they show. */
export function exportViews(core: Core): string {
  const views = listMine(core).map(({ name, query }): SharedView => ({ name, query }))
  return `${JSON.stringify({ proofdesk: 'views', version: 1, views } satisfies ViewPack, null, 2)}\n`
}

export function importViews(core: Core, text: string): Output<'views.import'> {
  const pack = ViewPack.safeParse(jsonOrNull(text))
  if (!pack.success) return { outcome: 'unreadable' }
  const here = listMine(core)
  const isHere = (view: SharedView) =>
    here.some(({ name, query }) => name === view.name && query === view.query)
  const added = pack.data.views.filter((view) => !isHere(view))
  if (here.length + added.length > MOST_VIEWS) return { outcome: 'full' }
  core.store.write((store) => {
    for (const view of added)
      putView(
        store,
        core.session.user().userId,
        { viewId: core.ports.uuid(), ...view },
        core.ports.clock.now(),
      )
  })
  if (added.length > 0) core.emit('views.changed', {})
  return { outcome: 'imported', added: added.length, known: pack.data.views.length - added.length }
}

/** A file from anywhere: what is no JSON is no pack of views either. */
function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
