import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { OperationAction } from '../../../src-main/hub/api/operations.ts'
import { doDueClockActs } from '../../../src-main/hub/jobs/clockActs.ts'
import { allMet, anOperation, requestInfo, startReview } from '../../builders/hub/hubClaim.ts'
import { partnerSide, statedClaim } from '../../builders/hub/partnerSide.ts'
import type { TestHub } from '../../builders/hub/testHub.ts'

const DAY = 86_400_000
/** Of a hundred claims, so many are asked for more once. */
export const ASKED_OF_100 = 40

export interface TableCost {
  readonly table: string
  readonly rowsPerClaim: number
  /** With indexes and what lies out of line, after the server tidied up. */
  readonly bytesPerClaim: number
}

/**
 * Brings claims from the partner's first word to the day when nothing more happens by itself, over HTTP, and has the server say what
 * that left behind.
 */
export async function measureLives(hub: TestHub, lives: number): Promise<TableCost[]> {
  const clientId = randomUUID()
  let sequence = 0
  const operate = async (claimId: string, action: OperationAction): Promise<void> => {
    const request = anOperation(await hub.record(claimId), action, { clientId, sequence: (sequence += 1) })
    const result = await hub.operate('reviewer', claimId, request)
    if (result.outcome !== 'applied') throw new Error(`Not applied: ${JSON.stringify(result)}`)
  }
  for (let n = 0; n < lives; n += 1) await liveOnce(hub, operate, n)
  hub.clock.now += 400 * DAY
  await doDueClockActs(hub.ports)
  return tableCosts(hub, lives)
}

type Operate = (claimId: string, action: OperationAction) => Promise<void>

async function liveOnce(hub: TestHub, operate: Operate, n: number): Promise<void> {
  const side = partnerSide(hub)
  const claimId = `L-${n}`
  await side.act('', { claim: claimOf(n), claimId })
  await side.addDocument(claimId, `statement of work ${n}`)
  await side.addDocument(claimId, `acceptance ${n}`)
  await side.now(claimId, 'submit')
  await operate(claimId, startReview)
  if (n % 100 < ASKED_OF_100) {
    await operate(claimId, requestInfo())
    await side.addDocument(claimId, `signed page ${n}`)
    await side.now(claimId, 'resubmit', { comment: 'The signed page is there now.' })
    await operate(claimId, startReview)
  }
  const verdicts = allMet(await hub.record(claimId))
  await operate(claimId, { kind: 'approve', verdicts, reasons: [], comment: '' })
}

const claimOf = (n: number) =>
  statedClaim({
    customer: {
      companyName: `Example Customer ${n}`,
      tenantId: `00000000-0000-4000-9000-${n.toString(16).padStart(12, '0')}`,
      domains: [`customer-${n}.example`],
      country: 'ITA',
    },
    items: [{ productId: 'm365.teams' }, { productId: 'm365.intune' }],
  })

async function tableCosts({ owner: db }: TestHub, lives: number): Promise<TableCost[]> {
  await db.execute(sql`vacuum full`)
  await db.execute(sql`analyze`)
  const rows = await db
    .select({
      table: sql<string>`relname`,
      rows: sql<number>`reltuples::int`,
      bytes: sql<number>`pg_total_relation_size(oid)::int`,
    })
    .from(sql`pg_class`)
    .where(sql`relnamespace = 'public'::regnamespace and relkind = 'r' and reltuples >= ${lives / 2}`)
    .orderBy(sql`3 desc`)
  return rows.map(({ table, rows: count, bytes }) => ({
    table,
    rowsPerClaim: count / lives,
    bytesPerClaim: bytes / lives,
  }))
}
