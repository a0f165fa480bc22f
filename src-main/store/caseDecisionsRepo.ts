import { z } from 'zod'
import { CaseDraft } from '../../src-preload/contract/vocabulary/caseDecisionShape.ts'
import type { CaseId, ClaimId, OperationId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { CASE_OPERATION_KINDS } from '../../src-preload/contract/vocabulary/words.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

const ON_CASES = `(${CASE_OPERATION_KINDS.map((kind) => `'${kind}'`).join(', ')})`

/** The claims of an operation on a whole case stand in its content: a part of a query. `row` = the table that holds it. */
const claimsIn = (row: string): string => `json_each(${row}.content, '$.action.parties') as party`
const THE_CLAIM = `json_extract(party.value, '$.claimId')`

/** Whether a row is, or is on a case with, the claim that `claim` names. */
export const concernsClaim = (row: string, claim: string): string =>
  `(${row}.claim_id = ${claim} or (${row}.kind in ${ON_CASES}
     and exists (select 1 from ${claimsIn(row)} where ${THE_CLAIM} = ${claim})))`

/** Of an operation that is to leave: nothing that was made before it is on one of its claims. */
export const IS_FIRST_OF_ITS_CLAIMS = `not exists (select 1 from outbox as older where older.made_order < outbox.made_order
     and ${concernsClaim('older', 'outbox.claim_id')})
   and (outbox.kind not in ${ON_CASES} or not exists (select 1 from outbox as older, ${claimsIn('outbox')}
     where older.made_order < outbox.made_order and older.claim_id = ${THE_CLAIM}))`

const Decision = z.looseObject({
  action: z.looseObject({
    cases: z.array(z.looseObject({ caseId: z.string() })),
    parties: z.array(z.looseObject({ claimId: z.string(), claimRevision: z.int() })),
  }),
})

/**
 * An act of this workstation on a claim was applied: a decision or vote that was made after it, and of which the claim is a party, was made
 * against what it brought.
 */
export function moveDecisionsOn(
  store: WriteStore,
  claimId: ClaimId,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const rows = statement(
    store,
    `select operation_id as operationId, content from outbox where kind in ${ON_CASES} and sequence is null
       and ${concernsClaim('outbox', '@claimId')}`,
  ).all({ claimId }) as { operationId: OperationId; content: string }[]
  for (const { operationId, content } of rows) {
    const decision = Decision.parse(JSON.parse(content))
    const parties = decision.action.parties.map((party) =>
      party.claimId === claimId && party.claimRevision === from ? { ...party, claimRevision: to } : party,
    )
    const moved = { ...decision, action: { ...decision.action, parties } }
    statement(store, 'update outbox set content = ? where operation_id = ?').run(
      JSON.stringify(moved),
      operationId,
    )
  }
}

/** The decision or vote of this workstation about a case that the hub has not answered yet; null = there is none. */
export function findWaitingDecision(store: ReadStore, caseId: CaseId): OperationId | null {
  const found = statement(
    store,
    `select operation_id from outbox where kind in ${ON_CASES} and exists (
       select 1 from json_each(content, '$.action.cases') as one where json_extract(one.value, '$.caseId') = ?) limit 1`,
  )
    .pluck()
    .get(caseId) as OperationId | undefined
  return found ?? null
}

/** What this person had begun to decide; null = nothing, or the disk spoilt it. */
export function findCaseDraft(store: ReadStore, caseId: CaseId, userId: UserId): CaseDraft | null {
  const kept = statement(store, 'select draft from case_drafts where case_id = ? and user_id = ?')
    .pluck()
    .get(caseId, userId) as string | undefined
  return kept === undefined ? null : (CaseDraft.safeParse(JSON.parse(kept)).data ?? null)
}

export function putCaseDraft(
  store: WriteStore,
  caseId: CaseId,
  userId: UserId,
  { draft, savedAt }: { readonly draft: CaseDraft /** Epoch milliseconds. */; readonly savedAt: number },
): void {
  statement(
    store,
    `insert into case_drafts (case_id, user_id, draft, saved_at) values (?, ?, ?, ?)
     on conflict (case_id, user_id) do update set draft = excluded.draft, saved_at = excluded.saved_at`,
  ).run(caseId, userId, JSON.stringify(draft), savedAt)
}

export function removeCaseDraft(store: WriteStore, caseId: CaseId, userId: UserId): void {
  statement(store, 'delete from case_drafts where case_id = ? and user_id = ?').run(caseId, userId)
}
