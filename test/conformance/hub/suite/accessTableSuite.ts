import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type RouteName, ROUTES } from '../../../../src-main/hub/api/routes.ts'
import type { Route } from '../../../../src-main/hub/api/routeShape.ts'
import type { HubClaim } from '../../../../src-main/hub/claims/hubClaim.ts'
import { Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { OPERATION_KINDS, type OperationKind } from '../../../../src-preload/contract/vocabulary/words.ts'
import { actionOf, aHubClaim, anOperation, NOW, sha256Of, TENANT_A } from '../../../builders/hub/hubClaim.ts'
import { statedClaim } from '../../../builders/hub/partnerSide.ts'
import type { TestCaller, TestHub } from '../../../builders/hub/testHub.ts'
import { CALLERS, EXPECTED, STATES } from './accessTable.ts'

type RowName = keyof typeof EXPECTED
type Caller = TestCaller | null

/** Letters of the states, in the order of `STATES`. */
const LETTERS = 'ESUPAR'

export function describeAccessTable(hub: () => TestHub): void {
  const rows = Object.keys(EXPECTED) as RowName[] // its own keys
  const routeOf = (name: RowName): Route => ROUTES[name.split(' ')[0] as RouteName] // rows are named by routes
  const hasClaim = (name: RowName) => routeOf(name).path.includes('{claimId}')

  describe('who may do what', () => {
    it('is said for every route, every operation and every kind of caller', () => {
      const asked = Object.keys(ROUTES).flatMap((name) =>
        name === 'operate' ? OPERATION_KINDS.map((kind) => `operate ${kind}`) : [name],
      )
      expect(Object.keys(EXPECTED).sort()).toEqual(asked.sort())
      for (const [signs] of Object.values(EXPECTED)) expect(signsOf(signs)).toHaveLength(CALLERS.length)
    })

    it('is as the table says where no claim is named', async () => {
      const names = rows.filter((name) => !hasClaim(name))
      // Whoever sees other things reads by other links: nobody can use those of others.
      const tokens = {
        reviewer: await deltaToken(hub(), 'reviewer'),
        lead: await deltaToken(hub(), 'team_lead'),
      }
      const tokenOf = (who: Caller) => (who?.startsWith('reviewer') ? tokens.reviewer : tokens.lead)
      const found = await table(names, (name, who) =>
        outcome(hub(), who, requestFor(name, who, null, tokenOf(who))),
      )
      expect(found).toEqual(Object.fromEntries(names.map((name) => [name, signsOf(EXPECTED[name][0])])))
    })

    it.each(STATES.map(([state, subState], index) => ({ state, subState, letter: LETTERS[index] ?? '' })))(
      'is as the table says of a claim that is $state',
      async ({ state, subState, letter }) => {
        const names = rows.filter(hasClaim)
        const claims = new Map<string, HubClaim>()
        for (const name of names)
          for (const who of CALLERS)
            claims.set(`${name} ${who}`, aClaimFor(name, who, { state, subState }, claims.size))
        const held = [...claims].filter(([cell]) => cell.startsWith('operate hold_for_arbitration'))
        await hub().put(...claims.values(), ...held.flatMap(([, claim]) => rivalOf(claim)))
        await hub().ports.documents.put(Buffer.from('proof'))
        const found = await table(names, (name, who) =>
          outcome(hub(), who, requestFor(name, who, claims.get(`${name} ${who}`) ?? null)),
        )
        expect(found).toEqual(
          Object.fromEntries(
            names.map((name) => {
              const [signs, states = LETTERS] = EXPECTED[name]
              const here = signsOf(signs)
              return [name, states.includes(letter) ? here : here.replaceAll('+', 'x')]
            }),
          ),
        )
      },
      60_000,
    )
  })
}

const signsOf = (signs: string): string => signs.replaceAll(' ', '')

/** What came of every row for every caller, as a row of signs. */
async function table(
  names: readonly RowName[],
  ask: (name: RowName, who: Caller) => Promise<string>,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of names) found[name] = (await Promise.all(CALLERS.map((who) => ask(name, who)))).join('')
  return found
}

const PLAIN: Readonly<Record<number, string>> = { 401: '1', 403: '3', 404: '4' }
const REFUSALS = ['conflict', 'refused', 'stale']

async function outcome(hub: TestHub, who: Caller, request: Ask): Promise<string> {
  const { method, path, body, headers } = request
  const answer = await hub.ask(who, method, path, body, headers)
  const plain = PLAIN[answer.status]
  if (plain !== undefined) return plain
  if (!answer.ok) return `[${answer.status}]`
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false
  if (!isJson) {
    await answer.body?.cancel()
    return '+'
  }
  const { outcome: said } = (await answer.json()) as { outcome?: string } // whatever it is, it may have this member
  return said !== undefined && REFUSALS.includes(said) ? 'x' : '+'
}

/** A claim of its own for each cell, so that none is in another's way; customers ask for one of their own tenant. */
function aClaimFor(
  name: RowName,
  who: Caller,
  status: Pick<HubClaim, 'state' | 'subState'>,
  index: number,
): HubClaim {
  const isCustomers = who === 'customer' || who === 'customer-2'
  const tenantId = isCustomers ? TENANT_A : `00000000-0000-4000-8000-${`${index + 1}`.padStart(12, '0')}`
  const until = Instant.parse(new Date(NOW + 60_000).toISOString())
  const isGivenUp = name === 'operate release' || name === 'operate hand_over'
  const claim = aHubClaim({
    claimId: `T-${index}`,
    tenantId,
    ...status,
    assignedTo: isGivenUp ? { userId: UserId.parse(who ?? 'nobody'), name: `${who}`, until } : null,
  })
  // The look-up knows that the builder's own domain is another tenant's.
  const customer = { ...claim.form.customer, domains: [`customer-${index}.example`] }
  const email = `carla@customer-${index}.example`
  const form = { ...claim.form, customer, customerContact: { ...claim.form.customerContact, email } }
  return {
    ...claim,
    form,
    policy: LATER_ONLY.includes(name) ? { id: 'docs-2023', version: 1 } : claim.policy,
  }
}

/** Acts that the profile of 2020 does not have. */
const LATER_ONLY: readonly RowName[] = ['intakeDisassociate']

/** Somebody who holds what this claim asks for; none at the tenant that the customers' claims share. */
const rivalOf = ({ form: { claimId, customer } }: HubClaim): HubClaim[] =>
  customer.tenantId === TENANT_A
    ? []
    : [
        aHubClaim({
          claimId: `${claimId}-R`,
          tenantId: customer.tenantId,
          mpnId: '4712',
          state: 'approved',
          subState: 'consent_closed',
        }),
      ]

interface Ask {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** Where a reader stands that has read all there is. */
async function deltaToken(hub: TestHub, who: TestCaller): Promise<string> {
  const page = (await (await hub.get(who, '/v1.0/claims/delta?$top=1000')).json()) as Record<string, string> // a page of the feed
  return /deltatoken=([^&]+)/.exec(page['@odata.deltaLink'] ?? '')?.[1] ?? ''
}

/** A request that would be good of who may send it. */
function requestFor(name: RowName, who: Caller, claim: HubClaim | null, token = ''): Ask {
  const route = ROUTES[name.split(' ')[0] as RouteName] as Route // rows are named by routes
  const path = route.path
    .replace('{claimId}', claim?.form.claimId ?? '')
    .replace('{sha256}', sha256Of('proof'))
    .replace('{userId}', 'auditor')
    .replace('{bucket}', '7')
    .replace('{clientId}', randomUUID())
    .replace('{orderId}', randomUUID())
    .replace('{readerVersion}', 'reader-1')
    .replace('{ruleKind}', 'calendar')
    .replace('{ruleId}', 'review-team')
    .replace('{sampleId}', randomUUID())
  const headers = route.headers?.shape['ms-requestid'] === undefined ? {} : { 'ms-requestid': randomUUID() }
  const body = bodyFor(name, who, claim)
  const queries: Partial<Record<RowName, string>> = {
    intakeAddDocument: '?fileName=sow.pdf&mediaType=application%2Fpdf',
    checkpoint: `?$deltatoken=${token}`,
  }
  const query = queries[name] ?? ''
  return { method: route.method, path: `${path}${query}`, headers, ...(body === undefined ? {} : { body }) }
}

function bodyFor(name: RowName, who: Caller, claim: HubClaim | null): unknown {
  const now = { claimRevision: claim?.revision ?? 1 }
  if (claim !== null && name.startsWith('operate'))
    return anOperation(claim, actionOf(name.slice('operate '.length) as OperationKind, claim), {
      // One client may send its operations in one order only; these come all at once.
      clientId: randomUUID(),
    })
  const bodies: Partial<Record<RowName, unknown>> = {
    signIn: { code: 'ABCD-EFGH-JKLM' },
    demoSignIn: { userId: who ?? 'reviewer' },
    putPartnerLinks: { links: [] },
    assignPolicy: { act: 'put_in_force', profile: { id: 'nobody-s', version: 1 }, fromDay: '2027-01-01' },
    writeRuleDraft: {
      revision: 9,
      basedOn: 2,
      content: A_CALENDAR,
      because: 'The bridge day.',
      fromDay: null,
    },
    actOnRule: { act: 'discard', revision: 9 },
    putCapacity: { revision: 0, room: { claimsADay: 5, absences: [], programs: [] } },
    putWorkstation: { version: '1.0.0', host: 'headless', unsent: 0, oldestAt: null, decidedClaims: [] },
    putWipe: { act: 'ordered', reason: 'Left in a train.' },
    carry: {
      operations: [
        {
          operationId: randomUUID(),
          claimId: 'C-1',
          kind: 'comment',
          byUserId: 'reviewer',
          standing: 'waiting',
          madeAt: '2026-11-19T10:00:00.000Z',
          content: {},
        },
      ],
    },
    putOrder: { step: 'begun' },
    sendReads: {
      reads: [
        {
          readId: sha256Of(`read by ${who}`),
          claimId: 'C-unknown',
          act: 'claim_opened',
          sha256: null,
          pages: null,
          at: '2026-11-19T10:00:00.000Z',
        },
      ],
    },
    putFacts: { version: 'reader-1' },
    alike: { prints: [{ kind: 'page', page: 1, value: 'a5'.repeat(72) }] },
    takeNext: { requestId: randomUUID() },
    renew: { claimIds: [] },
    drawSample: {
      sampleId: randomUUID(),
      from: '2026-11-01T00:00:00Z',
      to: '2026-11-02T00:00:00Z',
      seed: 1,
      perCell: 1,
      most: 5,
    },
    intakeChecks: { claims: [{ claim: statedClaim() }] },
    intakeCreate: { claim: statedClaim() },
    intakeAddDocument: new TextEncoder().encode(`paper of ${claim?.form.claimId}`),
    intakeDispute: disputeOf(now),
    intakeEdit: { ...now, changes: { partnerContact: { name: 'Petra', email: 'petra@partner.example' } } },
    intakeSubmit: now,
    intakeResubmit: now,
    intakeComment: { text: 'Good morning.' },
    intakeAskRejection: { ...now, reason: 'NO_LONGER_ENGAGED', comment: 'We take it back.' },
    intakeDisassociate: { ...now, reason: 'The work went to somebody else.' },
    intakeCancel: now,
    intakeCustomerAnswer: { decision: 'accepted' },
  }
  return bodies[name]
}

const A_CALENDAR = {
  kind: 'calendar',
  calendar: { id: 'review-team', version: 2, zone: 'Europe/Rome', weekend: [6, 7], holidays: [] },
}

function disputeOf(now: { readonly claimRevision: number }): FormData {
  const form = new FormData()
  form.set('request', JSON.stringify({ ...now, justification: 'The page was there.' }))
  return form
}
