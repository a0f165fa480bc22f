import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { OperationRequest } from '../../../src-main/hub/api/operations.ts'
import type { HubPort } from '../../../src-main/workstation/ports.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { aCalendar } from '../../builders/calendar.ts'
import { aClaimRecord } from '../../builders/claimRecord.ts'
import { DOCS_2023, SEED_2020 } from '../../builders/policy.ts'

const CLAIMS = 24

/** Claims under review, without documents, that anything may be said of. */
export const THE_CLAIMS: readonly ClaimRecord[] = Array.from({ length: CLAIMS }, (_, n) =>
  aClaimRecord({ claimId: `T-${n + 1}`, claimName: `Claim ${n + 1}` }),
)

const PEOPLE = [{ userId: 'u-reviewer', name: 'Marta Ginevri', role: 'reviewer' }]
/** What every hub of these tests answers alike. */
export const ROUTES: Readonly<Record<string, unknown>> = {
  '/v1.0/demo/users': { users: PEOPLE },
  '/v1.0/people': { people: PEOPLE, users: PEOPLE },
  '/v1.0/reference': { policies: [SEED_2020, DOCS_2023], assignments: [], calendars: [aCalendar()] },
}

/** A hub inside the process, which knows the claims above and takes every operation once. */
export interface SmallHub extends HubPort {
  /** Operations that it took, in their order; those of earlier runs too. */
  taken(): string[]
}

/** @param ledger file in which it remembers what it took, over kills of this process. */
export function smallHub(ledger: string): SmallHub {
  const taken = () => (existsSync(ledger) ? readFileSync(ledger, 'utf8').split('\n').filter(Boolean) : [])
  const known = new Set(taken())
  const operate = (body: string) => {
    const { operationId, claimRevision } = OperationRequest.parse(JSON.parse(body))
    if (!known.has(operationId)) {
      known.add(operationId)
      appendFileSync(ledger, `${operationId}\n`)
    }
    return Response.json({ outcome: 'applied', revision: claimRevision + 1 })
  }
  return {
    taken,
    state: () => 'ready',
    onChange: () => () => undefined,
    async request(_, path, { method = 'GET', body = '' } = {}) {
      const { pathname } = new URL(path, 'http://hub')
      if (method === 'POST' && pathname.endsWith('/operations'))
        return operate(typeof body === 'string' ? body : new TextDecoder().decode(body))
      const known = ROUTES[pathname]
      if (known !== undefined) return Response.json(known, { headers: { etag: '"1"' } })
      if (pathname === '/v1.0/claims/delta')
        return Response.json({
          value: path.includes('seen') ? [] : THE_CLAIMS,
          '@odata.deltaLink': '/v1.0/claims/delta?seen',
        })
      return new Response(null, { status: 404 })
    },
  }
}

export const NO_HUB: HubPort = {
  state: () => 'none',
  onChange: () => () => undefined,
  request: () => Promise.reject(new Error('There is no hub.')),
}
