import { FILTER_LIMIT } from '../../src-preload/contract/vocabulary/filter/filterWords.ts'
import type { CaseId, ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'

export type Route =
  /** `filter`: what it shall show, in the filter language; undefined = as it is. */
  | { readonly page: 'queue'; readonly filter?: string }
  | { readonly page: 'claim'; readonly claimId: ClaimId }
  /** `claimId`: the dispute that is looked at; undefined = the first. */
  | { readonly page: 'disputes'; readonly claimId?: ClaimId }
  /** `caseId`: the case that is laid open; undefined = their list. */
  | { readonly page: 'arbitration'; readonly caseId?: CaseId }
  | { readonly page: 'lead' }
  /** `at`: the part of the page that the reviewer came for; undefined = none. */
  | { readonly page: 'trays'; readonly at?: 'readiness' }
  /** Who did, saw and took what. */
  | { readonly page: 'audit' }
  /** The file of a decision that was opened last. */
  | { readonly page: 'record' }
  | { readonly page: 'team' }
  /** Calendars and profiles, for team leads. */
  | { readonly page: 'policy' }
  | { readonly page: 'quality' }
  | { readonly page: 'settings' }
  | { readonly page: 'help'; readonly at: HelpPart }

export const HELP_PARTS = ['judging', 'partners', 'resources', 'guide', 'about'] as const
export type HelpPart = (typeof HELP_PARTS)[number]

const DISPUTE = /^#\/disputes\/([^/]{1,192})$/
const CASE = /^#\/arbitration\/([0-9a-f-]{36})$/
const CLAIM = /^#\/claims\/([^/]{1,192})$/
const QUEUE_FILTER = /^#\/queue\?filter=(.{0,4500})$/

/** Anything unknown leads to the queue: an address never acts, it only shows. */
export function routeOf(hash: string): Route {
  if (hash === '#/trays') return { page: 'trays' }
  if (hash === '#/lead') return { page: 'lead' }
  if (hash === '#/policy') return { page: 'policy' }
  if (hash === '#/settings') return { page: 'settings' }
  if (hash === '#/audit') return { page: 'audit' }
  if (hash === '#/record') return { page: 'record' }
  if (hash === '#/team') return { page: 'team' }
  if (hash === '#/quality') return { page: 'quality' }
  const help = HELP_PARTS.find((part) => hash === `#/help/${part}`)
  if (help !== undefined) return { page: 'help', at: help }
  if (hash === '#/trays/readiness') return { page: 'trays', at: 'readiness' }
  if (hash === '#/disputes') return { page: 'disputes' }
  const disputed = claimOf(decoded(DISPUTE.exec(hash)?.[1]))
  if (disputed !== null) return { page: 'disputes', claimId: disputed }
  if (hash === '#/arbitration') return { page: 'arbitration' }
  const caseId = CASE.exec(hash)?.[1]
  if (caseId !== undefined) return { page: 'arbitration', caseId: caseId as CaseId }
  const filter = decoded(QUEUE_FILTER.exec(hash)?.[1])
  if (filter !== null && filter.length <= FILTER_LIMIT) return { page: 'queue', filter }
  const claimId = claimOf(decoded(CLAIM.exec(hash)?.[1]))
  return claimId === null ? { page: 'queue' } : { page: 'claim', claimId }
}

export function hashOf(route: Route): string {
  if (route.page === 'claim') return `#/claims/${encodeURIComponent(route.claimId)}`
  if (route.page === 'help') return `#/help/${route.at}`
  if (route.page === 'disputes' && route.claimId !== undefined)
    return `#/disputes/${encodeURIComponent(route.claimId)}`
  if (route.page === 'arbitration' && route.caseId !== undefined) return `#/arbitration/${route.caseId}`
  if (route.page === 'queue' && route.filter !== undefined)
    return `#/queue?filter=${encodeURIComponent(route.filter)}`
  return route.page === 'trays' && route.at !== undefined ? `#/trays/${route.at}` : `#/${route.page}`
}

function decoded(part: string | undefined): string | null {
  if (part === undefined) return null
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** Shape of ClaimId: any text of 1 to 64 characters. The core says whether there is such a claim. */
function claimOf(text: string | null): ClaimId | null {
  return text !== null && text.length >= 1 && text.length <= 64 ? (text as ClaimId) : null
}
