import type { RowWall } from './tableWalls.ts'

/** Asked once for a statement, not once for a row; null and empty where nobody said anything. */
const setting = (name: string): string => `(select current_setting('proofdesk.${name}', true))`

const isOfTenant = (column: string): string => `${column} = nullif(${setting('tenant')}, '')::uuid`
const HIDDEN = `(${setting('hidden')})::text[]`
const HIDES_NOBODY = `${setting('hidden')} = '{}'`

/** Each answers for itself: a subquery is only looked at for the callers that need it. What is not named here sees nothing. */
const forCaller = (answers: Readonly<Record<string, string>>): string =>
  `case ${setting('caller')} ${Object.entries(answers)
    .map(([kind, answer]) => `when '${kind}' then ${answer}`)
    .join(' ')} else false end`

/** The claim of the same customer, which is kept by its own policy: what it hides is hidden here. */
const claimIsSeen = (table: string, tenant = 'tenant_id'): string =>
  `exists (select from "claims" as whole where whole.tenant_id = "${table}".${tenant} and whole.claim_id = "${table}".claim_id)`

const caseIsSeen = (table: string): string =>
  `exists (select from "arbitration_cases" as whole where whole.tenant_id = "${table}".tenant_id and whole.case_id = "${table}".case_id)`

const HUB = { look: 'true', hub: 'true', jobs: 'true' }

/** Which rows a caller sees, beside the hub's own acts. */
function seenBy(table: string, rows: RowWall): string {
  const act = isOfTenant('tenant_id')
  const team = `${HIDES_NOBODY} or ${claimIsSeen(table)}`
  switch (rows) {
    case 'claim':
      return forCaller({
        ...HUB,
        hub: `mpn_id <> all (${HIDDEN})`,
        act,
        team: `mpn_id <> all (${HIDDEN})`,
        partner: `mpn_id = ${setting('partner')}`,
        customer: act,
      })
    case 'ofClaim':
      return forCaller({ ...HUB, act, team, partner: claimIsSeen(table), customer: act })
    case 'comment':
      return forCaller({
        ...HUB,
        act,
        team,
        partner: `visibility = 'partner_visible' and ${claimIsSeen(table)}`,
        customer: `visibility = 'partner_visible' and ${act}`,
      })
    case 'teamOfClaim':
      return forCaller({ ...HUB, act, team })
    case 'case':
      return forCaller({ ...HUB, act, team: `not partners && ${HIDDEN}` })
    case 'ofCase':
      return forCaller({ ...HUB, act, team: `${HIDES_NOBODY} or ${caseIsSeen(table)}` })
    case 'act':
      return forCaller({ ...HUB, act })
    case 'gone':
      return forCaller({ ...HUB, act, team: 'true' })
    case 'locator': {
      const seen = claimIsSeen(table, 'customer_tenant_id')
      const ofCustomer = isOfTenant('customer_tenant_id')
      return forCaller({ ...HUB, act: ofCustomer, team: seen, partner: seen, customer: ofCustomer })
    }
    case 'ofHub':
      return forCaller({ ...HUB, act: 'true' })
  }
}

/** Which rows may be written: by acts and jobs alone, whoever asked for them. */
function writtenBy(rows: RowWall): string {
  const tenant = rows === 'locator' ? 'customer_tenant_id' : 'tenant_id'
  return forCaller({
    hub: rows === 'claim' ? `mpn_id <> all (${HIDDEN})` : 'true',
    jobs: 'true',
    act: rows === 'ofHub' ? 'true' : isOfTenant(tenant),
  })
}

/** Forced, so that they hold for the tables' owner too; only a superuser passes. */
export function wallSql(table: string, rows: RowWall): string[] {
  const seen = seenBy(table, rows)
  const written = writtenBy(rows)
  const policy = (name: string, rest: string) => [
    `drop policy if exists "${name}" on "${table}"`,
    `create policy "${name}" on "${table}" ${rest}`,
  ]
  return [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
    ...policy('seen', `for select using (${seen})`),
    ...policy('added', `for insert with check (${written})`),
    ...policy('changed', `for update using (${written}) with check (${written})`),
    ...policy('removed', `for delete using (${written})`),
  ]
}
