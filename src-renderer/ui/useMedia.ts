import { useSyncExternalStore } from 'react'

interface Media {
  readonly subscribe: (listener: () => void) => () => void
  readonly holds: () => boolean
}

const known = new Map<string, Media>()

/** One list a query: making one costs as much as drawing a row of the queue, and every drawing asks. */
function mediaOf(query: string): Media {
  const media = known.get(query) ?? watch(query)
  known.set(query, media)
  return media
}

/**
 * The list is read once and listened to from then on. Reading it later would swallow a change that
 * it has not told yet (it compares with what was read last), and nobody else would hear of it.
 */
function watch(query: string): Media {
  const list = window.matchMedia(query)
  let holds = list.matches
  const listeners = new Set<() => void>()
  list.addEventListener('change', ({ matches }) => {
    holds = matches
    for (const listener of listeners) listener()
  })
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    holds: () => holds,
  }
}

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  const { subscribe, holds } = mediaOf(query)
  return useSyncExternalStore(subscribe, holds)
}
