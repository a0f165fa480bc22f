import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimCheck } from '../../../hub/api/intakeResult.ts'
import type { OwnClaim } from '../../../hub/api/ownClaim.ts'
import type { IntakeClient } from '../hub/intakeClient.ts'
import { reasonsOf } from '../partner/blockSentences.ts'
import { statusText } from '../partner/resultText.ts'
import { missingPapers } from './paperFolder.ts'
import { checkOf } from './readyRows.ts'
import { type ReadyRow, refusedRow, type RowOutcome } from './rowOutcome.ts'

/** What the hub says of a row, and what it needs to be done. */
export interface JudgedRow {
  readonly ready: ReadyRow
  readonly outcome: RowOutcome
}

/** As many as the hub takes, and no more text than a request may have. */
const MOST_CLAIMS = 100
const MOST_BYTES = 900_000

/** Asks the hub what would come of each row. Nothing is written. In the order of the rows. */
export async function judgeRows(rows: readonly ReadyRow[], hub: IntakeClient): Promise<JudgedRow[]> {
  const judged: JudgedRow[] = []
  for (const batch of batchesOf(rows)) {
    const checks = await hub.check(batch.map(checkOf))
    for (const [index, ready] of batch.entries()) {
      const check = checks[index]
      if (check === undefined) throw new Error('The hub answered for fewer claims than it was asked about.')
      judged.push({ ready, outcome: await outcomeOf(ready, check, hub) })
    }
  }
  return judged.toSorted((a, b) => a.ready.row.place - b.ready.row.place)
}

/**
 * Claims of one customer in one request, in their order, since the hub reckons with those before them in it. Only a customer with
 * more than fit is asked about in several; a thing that two of those name is then seen when it is brought in.
 */
function batchesOf(rows: readonly ReadyRow[]): ReadyRow[][] {
  const batches: { rows: ReadyRow[]; bytes: number }[] = []
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

function partsOf(group: readonly ReadyRow[]): { rows: ReadyRow[]; bytes: number }[] {
  const parts: { rows: ReadyRow[]; bytes: number }[] = []
  for (const row of group) {
    const bytes = Buffer.byteLength(JSON.stringify(checkOf(row))) + 1
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
export function tenantOf({ wanted }: ReadyRow): string {
  const { customer } = wanted.claim
  const tenantId =
    typeof customer === 'object' && customer !== null && 'tenantId' in customer ? customer.tenantId : null
  return typeof tenantId === 'string' ? tenantId.trim().toLowerCase() : ''
}

async function outcomeOf(ready: ReadyRow, check: ClaimCheck, hub: IntakeClient): Promise<RowOutcome> {
  const { row, wanted } = ready
  switch (check.outcome) {
    case 'fits':
      return { row, outcome: 'new', reasons: [], notes: [...wanted.remarks, ...warningsOf(check.notes)] }
    case 'refused':
      return refusedRow(row, reasonsOf(check))
    case 'gone':
      return refusedRow(row, ['The claim was there once and was cancelled; give it another id.'])
    case 'exists':
      return standing(ready, await hub.record(ClaimId.parse(wanted.claimId)), hub)
  }
}

const warningsOf = (notes: readonly { severity: string; sentence: string }[]): string[] =>
  notes.filter(({ severity }) => severity === 'warn').map(({ sentence }) => sentence)

/** Of a claim that is there: whether an import that broke off has left something of it undone. */
async function standing(ready: ReadyRow, claim: OwnClaim, hub: IntakeClient): Promise<RowOutcome> {
  const { row, wanted, papers } = ready
  if (claim.form.customer.tenantId !== tenantOf(ready))
    return refusedRow(row, ['There is a claim under this id already, of another customer.'])
  const missing = await missingPapers(papers, claim.documents)
  const names = missing.map(({ meta }) => meta.fileName)
  const there = { row, outcome: 'there', reasons: [] } as const
  if (claim.state !== 'editing') {
    const notes = names.map((name) => `${name} is not among its papers; it is ${statusText(claim)}.`)
    return { ...there, notes }
  }
  if (wanted.staysDraft && missing.length === 0) return { ...there, notes: [] }
  const undone = [...names, ...(wanted.staysDraft ? [] : ['the submission'])].join(', ')
  // Asked about as a new one, since the claim itself stands in nobody's way while it is a draft.
  const [check] = await hub.check([{ ...checkOf(ready), claimId: null }])
  if (check?.outcome === 'refused') return refusedRow(row, reasonsOf(check))
  return {
    row,
    outcome: 'unfinished',
    reasons: [],
    notes: [`It is a draft there; still missing: ${undone}.`],
  }
}
