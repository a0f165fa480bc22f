import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { NoBridge } from './app/NoBridge.tsx'
import { type Client, createClient, transportOf } from './bridge/client.ts'
import { createQueueStore } from './features/queue/queueStore.ts'
import { formatLocaleFor, loadCatalogue, localeFor } from './format/messages.ts'
import { createStores } from './stores/Stores.tsx'

async function start(root: HTMLElement): Promise<void> {
  const transport = transportOf(window)
  if (transport === null) {
    const locale = localeFor('system', navigator.languages)
    const catalogue = await loadCatalogue(locale)
    createRoot(root).render(<NoBridge locale={locale} catalogue={catalogue} />)
    return
  }
  const client = createClient(transport)
  const stores = createStores(client)
  const queue = createQueueStore(client)
  const { desk, filter, session, settings, signIn, sync, undo } = stores
  // Language, theme and the queue as it was left first, so that nothing flickers; the rest comes while the window is already there.
  await Promise.all([signIn.getState().load(), settings.getState().load(), desk.getState().load()])
  if (settings.getState().isLocked) return showLocked(root, client)
  // Wiped while it was open: what the window still holds goes with the page.
  settings.subscribe(({ isLocked }) => isLocked && window.location.reload())
  filter.getState().setText(desk.getState().desk.filter)
  filter.subscribe(({ filter: { text } }) => desk.getState().keep({ filter: text }))
  void session.getState().load()
  void sync.getState().load()
  void undo.getState().resume(Date.now())
  const locale = localeFor(settings.getState().settings.locale, navigator.languages)
  const first = { locale, catalogue: await loadCatalogue(locale) }
  document.documentElement.lang = formatLocaleFor(locale, navigator.languages)
  createRoot(root).render(<App stores={stores} queue={queue} first={first} />)
}

/** Seldom needed, so it is no part of the first chunk. */
async function showLocked(root: HTMLElement, client: Client): Promise<void> {
  const { LockedWindow } = await import('./app/locked/LockedWindow.tsx')
  const locale = localeFor('system', navigator.languages)
  const catalogue = await loadCatalogue(locale)
  document.documentElement.lang = formatLocaleFor(locale, navigator.languages)
  createRoot(root).render(<LockedWindow locale={locale} catalogue={catalogue} client={client} />)
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element.')
void start(root)
