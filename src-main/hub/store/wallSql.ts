import type { RowWall } from './tableWalls.ts'

/** Null and empty where nobody said anything. Not a subquery: the server would plan it for each statement, which costs more. */
const setting = (name: string): string => `current_setting('proofdesk.${name}', true)`

const isOfTenant = (column: string): string => `${column} = nullif(${setting('tenant')}, '')::uuid`
const IS_HIDDEN = `mpn_id = any (${setting('hidden')}::text[])`

type Kind = 'look' | 'hub' | 'jobs' | 'act' | 'team' | 'partner' | 'customer'

/** Each answers for itself, the first that fits; what is not named here sees nothing. */
const forCaller = (answers: readonly (readonly [kinds: readonly Kind[], answer: string])[]): string =>
  `case ${answers
    .map(([kinds, answer]) => `when ${setting('caller')} in (${quoted(kinds)}) then ${answer}`)
    .join(' ')} else false end`

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

/** The claim of the same customer, which is kept by its own policy: what it hides is hidden here. */
const claimIsSeen = (table: string, tenant = 'tenant_id'): string =>
  `(${HIDES_NOBODY} or exists (select from "claims" as whole where whole.tenant_id = "${table}".${tenant} and whole.claim_id = "${table}".claim_id))`

const caseIsSeen = (table: string): string =>
  `(${HIDES_NOBODY} or exists (select from "arbitration_cases" as whole where whole.tenant_id = "${table}".tenant_id and whole.case_id = "${table}".case_id))`

/** Most of the team have dealings with nobody: for them no claim has to be looked up. */
const HIDES_NOBODY = `${setting('caller')} = 'team' and ${setting('hidden')} = '{}'`

const IS_PUBLIC = `visibility = 'partner_visible'`

/** Which rows a caller sees. */
function seenBy(table: string, rows: RowWall): string {
  const all = [['look', 'hub', 'jobs'], 'true'] as const
  const act = [['act', 'customer'], isOfTenant('tenant_id')] as const
  switch (rows) {
    case 'claim':
      return forCaller([
        [['look', 'jobs'], 'true'],
        [['team', 'hub'], `not ${IS_HIDDEN}`],
        act,
        [['partner'], `mpn_id = ${setting('partner')}`],
      ])
    case 'ofClaim':
      return forCaller([all, act, [['team', 'partner'], claimIsSeen(table)]])
    case 'comment':
      return forCaller([
        all,
        [['act'], isOfTenant('tenant_id')],
        [['customer'], `${IS_PUBLIC} and ${isOfTenant('tenant_id')}`],
        [['team', 'partner'], `(${setting('caller')} = 'team' or ${IS_PUBLIC}) and ${claimIsSeen(table)}`],
      ])
    case 'teamOfClaim':
      return forCaller([all, [['act'], isOfTenant('tenant_id')], [['team'], claimIsSeen(table)]])
    case 'case':
      return forCaller([
        all,
        [['act'], isOfTenant('tenant_id')],
        [['team'], `not partners && ${setting('hidden')}::text[]`],
      ])
    case 'ofCase':
      return forCaller([all, [['act'], isOfTenant('tenant_id')], [['team'], caseIsSeen(table)]])
    case 'act':
      return forCaller([all, [['act'], isOfTenant('tenant_id')]])
    case 'gone':
      return forCaller([all, [['act'], isOfTenant('tenant_id')], [['team'], 'true']])
    case 'locator':
      return forCaller([
        all,
        [['act', 'customer'], isOfTenant('customer_tenant_id')],
        [['team', 'partner'], claimIsSeen(table, 'customer_tenant_id')],
      ])
    case 'ofHub':
      return forCaller([[[...all[0], 'act'], 'true']])
  }
}

/** Which rows may be written: by acts and jobs alone, whoever asked for them. */
function writtenBy(rows: RowWall): string {
  const tenant = rows === 'locator' ? 'customer_tenant_id' : 'tenant_id'
  return forCaller([
    [['hub'], rows === 'claim' ? `not ${IS_HIDDEN}` : 'true'],
    [['jobs'], 'true'],
    [['act'], rows === 'ofHub' ? 'true' : isOfTenant(tenant)],
  ])
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
