import { randomUUID } from 'node:crypto'
import type { ClaimRequest } from '../../../src-main/hub/api/operations.ts'
import { anOperation, startReview } from '../../builders/hub/hubClaim.ts'
import {
  type BenchHub,
  benchTenant,
  fill,
  openBenchHub,
  SOME_SHA256,
  waitingClaim,
} from '../measure/benchHub.ts'
import { assertPgbench, pgbench } from '../measure/pgbench.ts'
import { type Bench, compare } from '../measure/row.ts'

const ROUNDS = 7
const CLIENTS = 8
const PER_CLIENT = 40
const PER_BOUT = CLIENTS * PER_CLIENT

/**
 * Nobody set a bound. The first measurement came to 12 on two cores that six others used too; hub and clients share one process,
 * which pgbench's do not. The must leaves some room above that; the aim is what fewer round trips to the database would bring.
 */
export const hubPush: Bench = {
  id: 'hub-push',
  async run({ say, scratch }) {
    assertPgbench()
    const bench = await openBenchHub()
    try {
      // Every push finds a claim that nobody has begun; one round more is not measured.
      await fill(bench, 2 * (ROUNDS + 1) * PER_BOUT, 200)
      let next = 0
      const take = () => (next += PER_BOUT) - PER_BOUT
      return await compare(
        {
          id: 'hub-push',
          what: `${PER_BOUT} operations over HTTP from ${CLIENTS} clients, every commit on the disk`,
          baseline: 'pgbench doing the same row work: lock, look up, update, insert history and operation',
          must: 15,
          aim: 6,
          rounds: ROUNDS,
          ours: () => pushAll(bench, take()),
          theirs: () =>
            pgbench(bench.url, {
              script: rowWork(),
              scratch,
              clients: CLIENTS,
              transactions: PER_CLIENT,
              variables: { base: take(), per: PER_CLIENT, i: 0 },
            }),
        },
        say,
      )
    } finally {
      await bench.close()
    }
  },
}

/** Each client as a workstation sends: one after the other, numbered without a gap. */
async function pushAll({ hub }: BenchHub, base: number): Promise<number> {
  const clients = Array.from({ length: CLIENTS }, (_, client) => {
    const clientId = randomUUID()
    return Array.from({ length: PER_CLIENT }, (_one, at) => ({
      claimId: `B-${base + client * PER_CLIENT + at}`,
      request: requestOn(base + client * PER_CLIENT + at, { clientId, sequence: at + 1 }),
    }))
  })
  const startedAt = performance.now()
  await Promise.all(
    clients.map(async (operations) => {
      for (const { claimId, request } of operations) {
        const result = await hub.operate('reviewer', claimId, request)
        if (result.outcome !== 'applied') throw new Error(`Not applied: ${JSON.stringify(result)}`)
      }
    }),
  )
  return performance.now() - startedAt
}

const requestOn = (n: number, change: Partial<ClaimRequest>): ClaimRequest =>
  anOperation(waitingClaim(n), startReview, change)

/** With a blank after each colon: pgbench takes a colon with a word for a variable. */
const literal = (value: unknown) => `'${JSON.stringify(value, null, 1).replaceAll("'", "''")}'::jsonb`

/** What one push leaves in the tables, with values of the same size; nothing is read but what has to be locked and looked up. */
function rowWork(): string {
  const request = requestOn(0, {})
  const claim = `tenant_id = ${benchTenant(':n')} and claim_id = 'B-' || :n::bigint`
  return `
\\set i :i + 1
\\set n :base + :client_id * :per + :i - 1
begin;
select claim_id from claims where ${claim} for update;
select payload_sha256, result from operations where ${claim} and operation_id = '${request.operationId}';
update claims set state = 'under_review', sub_state = 'in_review', state_changed_at = now(), revision = revision + 1,
  matters = matters || ${literal({ firstReviewedAt: '2026-11-19T11:00:00.000Z' })}, lookups = lookups,
  assigned_user_id = 'reviewer', assigned_name = 'The reviewer', lease_until = now(), due_at = now(),
  clocks = clocks, clocks_basis = clocks_basis, changed_xid = pg_current_xact_id() where ${claim};
insert into claim_history (tenant_id, claim_id, entry_id, ordinal, at, side, kind, actor_name, from_state, to_state,
    from_sub_state, to_sub_state)
  values (${benchTenant(':n')}, 'B-' || :n::bigint, gen_random_uuid()::text, 1, now(), 'reviewer', 'review_started',
    'The reviewer', 'submitted', 'under_review', 'queued', 'in_review');
insert into operations (tenant_id, claim_id, operation_id, user_id, client_id, sequence, kind, payload_sha256, request,
    result, received_at)
  values (${benchTenant(':n')}, 'B-' || :n::bigint, gen_random_uuid(), 'reviewer', '${request.clientId}', :i::int,
    'start_review', '${SOME_SHA256}', ${literal(request)}, ${literal({ outcome: 'applied', revision: 4 })}, now());
commit;
`
}
