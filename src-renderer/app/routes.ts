import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'

export type Route =
  | { readonly page: 'queue' }
  | { readonly page: 'claim'; readonly claimId: ClaimId }
  | { readonly page: 'trays' }

const CLAIM = /^#\/claims\/([^/]{1,192})$/

/** Anything unknown leads to the queue: an address never acts, it only shows. */
export function routeOf(hash: string): Route {
  if (hash === '#/trays') return { page: 'trays' }
  const claimId = decoded(CLAIM.exec(hash)?.[1])
  return claimId === null ? { page: 'queue' } : { page: 'claim', claimId }
}

export function hashOf(route: Route): string {
  return route.page === 'claim' ? `#/claims/${encodeURIComponent(route.claimId)}` : `#/${route.page}`
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
