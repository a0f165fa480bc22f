import type { HubPort } from '../../../src-main/workstation/ports.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { aClaimRecord } from '../../builders/claimRecord.ts'
import { ROUTES } from './smallHub.ts'

const CLAIMS = 12
const DELTA = '/v1.0/claims/delta'

/** Every page brings every claim, with the page's number as revision and in its name: rows of two pages never look alike. */
const pageOf = (page: number): ClaimRecord[] =>
  Array.from({ length: CLAIMS }, (_, n) =>
    aClaimRecord({ claimId: `T-${n + 1}`, claimName: `As of page ${page}`, revision: page }),
  )

/** Which page a link asks for. */
export const pageNumber = (link: string): number => Number(/page=(\d+)/.exec(link)?.[1] ?? '1')

/** A hub inside the process whose feed goes on for ever; what was read is in the link alone. @param onPage is told before each page. */
export function endlessFeed(onPage: (page: number) => void): HubPort {
  return {
    state: () => 'ready',
    onChange: () => () => undefined,
    request(_, path) {
      const { pathname } = new URL(path, 'http://hub')
      const known = ROUTES[pathname]
      if (known !== undefined) return Promise.resolve(Response.json(known, { headers: { etag: '"1"' } }))
      if (pathname !== DELTA) return Promise.resolve(new Response(null, { status: 404 }))
      const page = pageNumber(path)
      onPage(page)
      const next = `${DELTA}?page=${page + 1}`
      // The first round has to end: while everything is read anew only its end moves the link.
      const link = page === 1 ? { '@odata.deltaLink': next } : { '@odata.nextLink': next }
      return Promise.resolve(Response.json({ value: pageOf(page), ...link }))
    },
  }
}
