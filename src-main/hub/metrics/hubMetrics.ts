import { sql } from 'drizzle-orm'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Db } from '../store/database.ts'

/** What happened, counted for Prometheus. Labels are words of closed lists: no person, claim, address or text is ever one. */
export interface HubMetrics {
  /** @param route the pattern of the address; null = none fits. */
  request(route: string | null, method: string, status: number, seconds: number): void
  /** An operation of a workstation, by what came of it; `reason` only of a conflict. */
  operation(kind: string, outcome: string, reason: string): void
  /** A round of what clocks bring about ended. */
  round(isDone: boolean): void
  /** All of it, as Prometheus reads it. */
  text(): Promise<string>
  readonly contentType: string
}

export interface Watched {
  readonly db: Db
  /** Of the pool of connections; null where there is none. */
  readonly connections: () => {
    readonly open: number
    readonly idle: number
    readonly waiting: number
  } | null
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT']

export function hubMetrics({ db, connections }: Watched): HubMetrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'proofdesk_request_seconds',
    help: 'Requests by route, method and class of status',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const operations = new Counter({
    name: 'proofdesk_operations_total',
    help: 'Operations of workstations by kind, outcome and reason of a conflict',
    labelNames: ['kind', 'outcome', 'reason'] as const,
    registers,
  })
  const rounds = new Counter({
    name: 'proofdesk_job_rounds_total',
    help: 'Rounds of what clocks bring about',
    labelNames: ['outcome'] as const,
    registers,
  })
  const lastRound = new Gauge({
    name: 'proofdesk_job_round_ended_seconds',
    help: 'When such a round last ended well, in seconds since 1970',
    registers,
  })
  for (const gauge of gaugesOf({ db, connections })) registry.registerMetric(gauge)
  return {
    request: (route, method, status, seconds) =>
      requests.observe(
        {
          route: route ?? 'none',
          method: METHODS.includes(method) ? method : 'other',
          status: `${Math.floor(status / 100)}xx`,
        },
        seconds,
      ),
    operation: (kind, outcome, reason) => operations.inc({ kind, outcome, reason }),
    round(isDone) {
      rounds.inc({ outcome: isDone ? 'done' : 'failed' })
      if (isDone) lastRound.setToCurrentTime()
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

/** What is looked up when somebody asks. */
function gaugesOf({ db, connections }: Watched): Gauge[] {
  const held = new Gauge({
    name: 'proofdesk_feed_held_transactions',
    help: 'Transactions begun since the oldest that still runs: so many changes at most the feed holds back',
    registers: [],
    async collect() {
      this.set(await heldBack(db))
    },
  })
  const open = new Gauge({
    name: 'proofdesk_database_connections',
    help: 'Connections to the database, and requests that wait for one',
    labelNames: ['state'],
    registers: [],
    collect() {
      const now = connections()
      if (now !== null) for (const [state, count] of Object.entries(now)) this.set({ state }, count)
    },
  })
  return [held, open]
}

/** NaN while the database does not answer: the rest is told all the same. */
async function heldBack(db: Db): Promise<number> {
  try {
    const rows = await db
      .select({
        held: sql<string>`(pg_snapshot_xmax(now)::text::bigint - pg_snapshot_xmin(now)::text::bigint)::text`,
      })
      .from(sql`(select pg_current_snapshot() as now) as one`)
    return Number(rows[0]?.held)
  } catch {
    return Number.NaN
  }
}
