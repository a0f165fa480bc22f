import { sql } from 'drizzle-orm'
import type { HubClaim } from '../../../src-main/hub/claims/hubClaim.ts'
import { aHubClaim, anOperation, requestInfo, TENANT_A } from '../../builders/hub/hubClaim.ts'
import { type BenchHub, openBenchHub } from '../measure/benchHub.ts'
import { type Bench, compare } from '../measure/row.ts'

/** Open claims of the one customer. */
const CLAIMS = 10_000
const AT_ONCE = 500
const PARTNERS = 7
const ROUNDS = 9
const PER_BOUT = 20

/** A claim that is reviewed, for a subscription of its own. */
function aClaim(claimId: string, tenantId: string, n: number): HubClaim {
  const claim = aHubClaim({
    claimId,
    tenantId,
    mpnId: String(47_110 + (n % PARTNERS)),
    products: ['ba.sales'],
  })
  const subscriptionId = `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
  const items = claim.form.items.map((item) => ({ ...item, subscriptionId }))
  const form = {
    ...claim.form,
    solutionArea: 'BUSINESS_APPLICATIONS',
    program: 'OSU_BIZAPPS',
    items,
  } as const
  return { ...claim, form }
}

const ofMany = (n: number): HubClaim => aClaim(`M-${n}`, TENANT_A, n)
const ofOne = (n: number): HubClaim =>
  aClaim(`O-${n}`, `00000000-0000-4000-9000-${n.toString(16).padStart(12, '0')}`, n)

/** What a reviewer does on one claim must not be felt to depend on how many others its customer has. */
export const arbitrationAct: Bench = {
  id: 'arbitration-act',
  async run({ say }) {
    const bench = await openBenchHub()
    let next = 0
    const take = () => (next += PER_BOUT) - PER_BOUT
    try {
      for (let from = 0; from < CLAIMS; from += AT_ONCE)
        await bench.hub.put(...Array.from({ length: AT_ONCE }, (_, at) => ofMany(from + at)))
      const bouts = 2 * (ROUNDS + 1) * PER_BOUT
      await bench.hub.put(...Array.from({ length: bouts }, (_, n) => ofOne(n)))
      await bench.hub.owner.execute(sql`analyze`)
      return await compare(
        {
          id: 'arbitration-act',
          what: `${PER_BOUT} requests for information over HTTP on claims of a customer with ${CLAIMS.toLocaleString('en')} open claims`,
          baseline: 'the same on claims of customers with no other',
          must: 3,
          aim: 1.2,
          rounds: ROUNDS,
          ours: () => askAll(bench, take(), ofMany),
          theirs: () => askAll(bench, take(), ofOne),
        },
        say,
      )
    } finally {
      await bench.close()
    }
  },
}

async function askAll({ hub }: BenchHub, base: number, claimAt: (n: number) => HubClaim): Promise<number> {
  const asked = Array.from({ length: PER_BOUT }, (_, at) => claimAt(base + at)).map((claim) => ({
    claimId: claim.form.claimId,
    request: anOperation(claim, requestInfo()),
  }))
  const startedAt = performance.now()
  for (const { claimId, request } of asked) {
    const result = await hub.operate('reviewer', claimId, request)
    if (result.outcome !== 'applied') throw new Error(`Not applied: ${JSON.stringify(result)}`)
  }
  return performance.now() - startedAt
}
