import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { hashOf, type Route, routeOf } from './routes.ts'

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The route in the address bar, and the way to another. */
export function useRoute(): readonly [Route, (route: Route) => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  const route = useMemo(() => routeOf(hash), [hash])
  const go = useCallback((to: Route) => {
    window.location.hash = hashOf(to)
  }, [])
  return [route, go]
}
