import { sql } from 'drizzle-orm'
import { type BenchHub, fill, openBenchHub } from '../measure/benchHub.ts'
import { assertPgbench, pgbench } from '../measure/pgbench.ts'
import { type Bench, compare } from '../measure/row.ts'

const ROUNDS = 7
const CLIENTS = 4
const PAGE = 200
/** Of each client in a round. */
const PAGES = 20

/**
 * Nobody set a bound. The first measurements came to 7.6 and 8.5 on two cores that six others used too; most of it is making, packing
 * and, in the same process, unpacking the JSON.
 */
export const hubDelta: Bench = {
  id: 'hub-delta',
  async run({ say, scratch }) {
    assertPgbench()
    const bench = await openBenchHub()
    try {
      await fill(bench, PAGES * PAGE, PAGE)
      await numberPages(bench)
      return await compare(
        {
          id: 'hub-delta',
          what: `${CLIENTS * PAGES} pages of ${PAGE} claims over HTTP, gzip, to ${CLIENTS} clients`,
          baseline: 'pgbench selecting the same rows of the same tables',
          must: 10,
          aim: 5,
          rounds: ROUNDS,
          ours: () => readAll(bench),
          theirs: () =>
            pgbench(bench.url, {
              script: SAME_ROWS,
              scratch,
              clients: CLIENTS,
              transactions: PAGES,
              variables: { page: 0 },
            }),
        },
        say,
      )
    } finally {
      await bench.close()
    }
  },
}

/** Each client reads the whole feed, page by page. What a workstation does with a page is its own matter: see `sync-apply`. */
async function readAll({ hub }: BenchHub): Promise<number> {
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      let next: string | undefined = `/v1.0/claims/delta?$top=${PAGE}`
      let claims = 0
      while (next !== undefined) {
        const page = await (await hub.get('reviewer', next)).text()
        claims += page.split('"claimName":').length - 1
        next = /"@odata\.nextLink":"([^"]+)"/.exec(page)?.[1]
      }
      if (claims !== PAGES * PAGE) throw new Error(`The feed had ${claims} claims`)
    }),
  )
  return performance.now() - startedAt
}

/** Every page was written by one transaction: its number finds the rows. */
async function numberPages({ hub }: BenchHub): Promise<void> {
  await hub.owner.execute(
    sql`create table bench_pages as select row_number() over (order by changed_xid) as page, changed_xid as xid
      from (select distinct changed_xid from claims) as pages`,
  )
}

const PARTS = [
  ['claim_items', 'ordinal'],
  ['claim_documents', 'ordinal'],
  ['claim_comments', 'at, ordinal'],
  ['claim_history', 'at, ordinal'],
] as const

const ofPage = `(tenant_id, claim_id) in (select tenant_id, claim_id from claims where changed_xid = :xid::text::xid8)`

const SAME_ROWS = `
\\set page :page + 1
begin isolation level repeatable read read only;
select xid::text as xid from bench_pages where page = :page \\gset
select changed_xid::text, tenant_id, claim_id from claims where changed_xid >= :xid::text::xid8
  order by changed_xid, tenant_id, claim_id limit ${PAGE + 1};
select * from claims where changed_xid = :xid::text::xid8;
${PARTS.map(([table, order]) => `select * from ${table} where ${ofPage} order by ${order};`).join('\n')}
commit;
`
