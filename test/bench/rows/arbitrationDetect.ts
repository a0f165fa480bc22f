import { and, eq, sql } from 'drizzle-orm'
import { settleClaim } from '../../../src-main/hub/arbitration/settleClaim.ts'
import type { HubClaim } from '../../../src-main/hub/claims/hubClaim.ts'
import { claims } from '../../../src-main/hub/store/schema.ts'
import type { Tx } from '../../../src-main/hub/store/database.ts'
import { lockContest } from '../../../src-main/hub/store/thingLocks.ts'
import { TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { aHubClaim, TENANT_A } from '../../builders/hub/hubClaim.ts'
import { type BenchHub, openBenchHub } from '../measure/benchHub.ts'
import { type Bench, compare } from '../measure/row.ts'
import { transact } from '../../../src-main/hub/store/transact.ts'

/** Open claims of the one customer. */
const CLAIMS = 10_000
const AT_ONCE = 500
/** One in so many has a rival on its subscription. */
const CONTESTED = 10
const INTAKES = 200
const ROUNDS = 9

/** A claim for a subscription of the customer, of which some are claimed by two partners. */
function aClaim(n: number): HubClaim {
  const isRival = n % CONTESTED === 1
  const claim = aHubClaim({ claimId: `B-${n}`, mpnId: String(4711 + (n % 7)), products: ['ba.sales'] })
  const subscriptionId = `00000000-0000-4000-8000-${(isRival ? n - 1 : n).toString(16).padStart(12, '0')}`
  const items = claim.form.items.map((item) => ({ ...item, subscriptionId }))
  const form = {
    ...claim.form,
    solutionArea: 'BUSINESS_APPLICATIONS',
    program: 'OSU_BIZAPPS',
    items,
  } as const
  return { ...claim, form }
}

/** Every submission asks who competes: on a customer with very many claims this must not be felt. */
export const arbitrationDetect: Bench = {
  id: 'arbitration-detect',
  async run({ say }) {
    const bench = await openBenchHub()
    try {
      for (let from = 0; from < CLAIMS; from += AT_ONCE)
        await bench.hub.put(...Array.from({ length: AT_ONCE }, (_, at) => aClaim(from + at)))
      await bench.hub.owner.execute(sql`analyze`)
      return await compare(
        {
          id: 'arbitration-detect',
          what: `${INTAKES} submissions looked at for rivals, ${CLAIMS.toLocaleString('en')} open claims of one customer, one in ${CONTESTED} contested`,
          baseline: 'the same claims looked up by their keys, a row each',
          must: 3,
          aim: 2,
          rounds: ROUNDS,
          ours: () => timed(bench, detect),
          theirs: () => timed(bench, lookUp),
        },
        say,
      )
    } finally {
      await bench.close()
    }
  },
}

/** Spread over all of them. */
const claimAt = (at: number): HubClaim => aClaim((at * 7_919) % CLAIMS)

type Work = (tx: Tx, claim: HubClaim, bench: BenchHub) => Promise<void>

/** In one transaction, which holds what they name already: what a commit costs and who waits for whom is not what is asked. */
async function timed(bench: BenchHub, work: Work): Promise<number> {
  return transact(bench.hub.ports.db, async (tx) => {
    const claimIds = Array.from({ length: INTAKES }, (_, at) => claimAt(at).form.claimId)
    await lockContest(tx, { tenantId: TenantId.parse(TENANT_A), claimIds })
    const startedAt = performance.now()
    for (let at = 0; at < INTAKES; at += 1) await work(tx, claimAt(at), bench)
    return performance.now() - startedAt
  })
}

/** What follows from the submission of a draft. */
const detect: Work = async (tx, claim, { hub }) => {
  const before: HubClaim = { ...claim, state: 'editing', subState: null }
  const at = new Date(hub.clock.now).toISOString()
  await settleClaim(tx, { before, after: claim, answer: null, at }, hub.ports.rules.basisOf)
}

const lookUp: Work = async (tx, { form }) => {
  const rows = await tx
    .select()
    .from(claims)
    .where(and(eq(claims.tenantId, TENANT_A), eq(claims.claimId, form.claimId)))
  if (rows.length !== 1) throw new Error(`${form.claimId} is not there`)
}
