import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'

export type Route =
  | { readonly page: 'queue' }
  | { readonly page: 'claim'; readonly claimId: ClaimId }
  /** `at`: the part of the page that the reviewer came for; undefined = none. */
  | { readonly page: 'trays'; readonly at?: 'readiness' }

const CLAIM = /^#\/claims\/([^/]{1,192})$/

/** Anything unknown leads to the queue: an address never acts, it only shows. */
export function routeOf(hash: string): Route {
  if (hash === '#/trays') return { page: 'trays' }
  if (hash === '#/trays/readiness') return { page: 'trays', at: 'readiness' }
  const claimId = decoded(CLAIM.exec(hash)?.[1])
  return claimId === null ? { page: 'queue' } : { page: 'claim', claimId }
}

export function hashOf(route: Route): string {
  if (route.page === 'claim') return `#/claims/${encodeURIComponent(route.claimId)}`
  return route.page === 'trays' && route.at !== undefined ? `#/trays/${route.at}` : `#/${route.page}`
}

function decoded(part: string | undefined): ClaimId | null {
  if (part === undefined) return null
  try {
    const text = decodeURIComponent(part)
    // Shape of ClaimId: any text of 1 to 64 characters. The core says whether there is such a claim.
    return text.length >= 1 && text.length <= 64 ? (text as ClaimId) : null
  } catch {
    return null
  }
}
