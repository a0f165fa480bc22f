import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimCheck } from '../../../hub/api/intakeResult.ts'
import type { OwnClaim } from '../../../hub/api/ownClaim.ts'
import type { IntakeClient } from '../hub/intakeClient.ts'
import { reasonsOf } from '../partner/blockSentences.ts'
import { statusText } from '../partner/resultText.ts'
import { checkOf } from './askedRows.ts'
import { missingPapers } from './paperFolder.ts'
import { type AskedRow, refusedRow, type RowOutcome } from './rowOutcome.ts'

/** What the hub says of a row, and what it needs to be done. */
export interface JudgedRow {
  readonly asked: AskedRow
  readonly outcome: RowOutcome
}

/** As many as the hub takes, and no more text than a request may have. */
const MOST_CLAIMS = 100
const MOST_BYTES = 900_000

/** Asks the hub what would come of each row. Nothing is written. In the order of the rows. */
export async function judgeRows(rows: readonly AskedRow[], hub: IntakeClient): Promise<JudgedRow[]> {
  const judged: JudgedRow[] = []
  // A row that will not be brought in stands in no other's way.
  const well = rows.filter(({ problems }) => problems.length === 0)
  const ill = rows.filter(({ problems }) => problems.length > 0)
  for (const batch of [...batchesOf(well), ...batchesOf(ill)]) {
    const checks = await hub.check(batch.map(({ wanted }) => checkOf(wanted)))
    for (const [index, asked] of batch.entries()) {
      const check = checks[index]
      if (check === undefined) throw new Error('The hub answered for fewer claims than it was asked about.')
      judged.push({ asked, outcome: await outcomeOf(asked, check, hub) })
    }
  }
  return judged.toSorted((a, b) => a.asked.row.place - b.asked.row.place)
}

interface Batch {
  readonly rows: AskedRow[]
  bytes: number
}

/**
 * Claims of one customer in one request, in their order, since the hub reckons with those before them in it. Only a customer with
 * more than fit is asked about in several; a thing that two of those name is then seen when it is brought in.
 */
function batchesOf(rows: readonly AskedRow[]): AskedRow[][] {
  const batches: Batch[] = []
  for (const group of Map.groupBy(rows, tenantOf).values()) {
    for (const part of partsOf(group)) {
      const last = batches.at(-1)
      const fits = last !== undefined && last.rows.length + part.rows.length <= MOST_CLAIMS
      if (fits && last.bytes + part.bytes <= MOST_BYTES) {
        last.rows.push(...part.rows)
        last.bytes += part.bytes
      } else batches.push(part)
    }
  }
  return batches.map((batch) => batch.rows)
}

function partsOf(group: readonly AskedRow[]): Batch[] {
  const parts: Batch[] = []
  for (const row of group) {
    const bytes = Buffer.byteLength(JSON.stringify(checkOf(row.wanted))) + 1
    const last = parts.at(-1)
    if (last === undefined || last.rows.length === MOST_CLAIMS || last.bytes + bytes > MOST_BYTES)
      parts.push({ rows: [row], bytes })
    else {
      last.rows.push(row)
      last.bytes += bytes
    }
  }
  return parts
}

/** Empty where the row says none. */
function tenantOf({ wanted }: AskedRow): string {
  const { customer } = wanted.claim
  const tenantId =
    typeof customer === 'object' && customer !== null && 'tenantId' in customer ? customer.tenantId : null
  return typeof tenantId === 'string' ? tenantId.trim().toLowerCase() : ''
}

async function outcomeOf(asked: AskedRow, check: ClaimCheck, hub: IntakeClient): Promise<RowOutcome> {
  const { row, wanted, problems } = asked
  switch (check.outcome) {
    case 'fits':
      if (problems.length > 0) return refusedRow(row, problems)
      return { row, outcome: 'new', reasons: [], notes: [...wanted.remarks, ...warningsOf(check.notes)] }
    case 'refused':
      return refusedRow(row, [...problems, ...reasonsOf(check)])
    case 'gone':
      return refusedRow(row, [...problems, 'The claim was there once and was cancelled; give it another id.'])
    case 'exists':
      return standing(asked, await hub.record(ClaimId.parse(wanted.claimId)), hub)
  }
}

const warningsOf = (notes: readonly { severity: string; sentence: string }[]): string[] =>
  notes.filter(({ severity }) => severity === 'warn').map(({ sentence }) => sentence)

/** Of a claim that is there: whether an import that broke off has left something of it undone. */
async function standing(asked: AskedRow, claim: OwnClaim, hub: IntakeClient): Promise<RowOutcome> {
  const { row, wanted, papers, problems } = asked
  if (claim.form.customer.tenantId !== tenantOf(asked))
    return refusedRow(row, [...problems, 'There is a claim under this id already, of another customer.'])
  const missing = await missingPapers(papers, claim.documents)
  const names = missing.map(({ meta }) => meta.fileName)
  const there = { row, outcome: 'there', reasons: [] } as const
  if (claim.state !== 'editing') {
    const lacking = names.map((name) => `${name} is not among its papers; it is ${statusText(claim)}.`)
    return { ...there, notes: [...problems, ...lacking] }
  }
  if (problems.length > 0) return refusedRow(row, problems)
  if (wanted.staysDraft && missing.length === 0) return { ...there, notes: [] }
  const undone = [...names, ...(wanted.staysDraft ? [] : ['the submission'])].join(', ')
  // Asked about as a new one, since the claim itself stands in nobody's way while it is a draft.
  const [check] = await hub.check([{ ...checkOf(wanted), claimId: null }])
  if (check?.outcome === 'refused') return refusedRow(row, reasonsOf(check))
  return {
    row,
    outcome: 'unfinished',
    reasons: [],
    notes: [`It is a draft there; still missing: ${undone}.`],
  }
}
