import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { ArbitrationCase, CaseParty } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import {
  type CaseAnswer,
  LIVING_CASE_STATES,
} from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { Outreach } from '../../domain/arbitration/outreach.ts'
import { noteChange } from '../live/changeSignal.ts'
import { noteWritten } from '../audit/pendingSeals.ts'
import { caseStanding } from '../audit/sealedRows.ts'
import type { CaseKey } from './arbitrationRepo.ts'
import type { ClaimKey } from './claimsRepo.ts'
import type { Tx } from './database.ts'
import { arbitrationCases, arbitrationOutreach, arbitrationParties } from './schema.ts'

const thisTransaction = sql`pg_current_xact_id()`

/** What a case has beside its record: the basis of its clocks, and when it is to be looked at by itself. */
export interface CaseTimes {
  readonly clocksBasis: string
  readonly lookAt: Date | null
}

/** Puts a new case in with its parties. A thing that has a living case breaks the transaction. */
export async function insertCase(tx: Tx, one: ArbitrationCase, times: CaseTimes): Promise<void> {
  noteChange(tx)
  const { contested, policy } = one
  await tx.insert(arbitrationCases).values({
    tenantId: one.tenantId,
    caseId: one.caseId,
    exclusivityKey: contested.key,
    unit: contested.unit,
    program: contested.program,
    productId: contested.productId,
    productName: contested.name,
    subscriptionId: contested.subscriptionId,
    isProvisional: contested.isProvisional,
    customerName: one.customerName,
    openedAt: new Date(one.openedAt),
    policyId: policy.id,
    policyVersion: policy.version,
    orderSeed: one.orderSeed,
    ...changingColumns(one, times),
  })
  await tx
    .insert(arbitrationParties)
    .values(one.parties.map((party, ordinal) => partyRow(one, party, ordinal)))
  noteCase(tx, one, times)
}

const noteCase = (tx: Tx, one: ArbitrationCase, times: CaseTimes): void =>
  noteWritten(
    tx,
    { tenantId: one.tenantId, subject: 'case', subjectId: one.caseId },
    { standing: caseStanding(changingColumns(one, times)) },
  )

/** Writes a case that was read in this transaction, with its parties, as it is now; its revision is the caller's to raise. */
export async function updateCase(tx: Tx, one: ArbitrationCase, times: CaseTimes): Promise<void> {
  noteChange(tx)
  await tx
    .update(arbitrationCases)
    .set({ ...changingColumns(one, times), changedXid: thisTransaction })
    .where(isCase(arbitrationCases, one))
  await tx
    .insert(arbitrationParties)
    .values(one.parties.map((party, ordinal) => partyRow(one, party, ordinal)))
    .onConflictDoUpdate({
      target: [arbitrationParties.tenantId, arbitrationParties.caseId, arbitrationParties.claimId],
      set: asBrought,
    })
  noteCase(tx, one, times)
}

/** What of a party changes, as the statement brings it. */
const asBrought = {
  ordinal: sql`excluded.ordinal`,
  mpnId: sql`excluded.mpn_id`,
  partnerName: sql`excluded.partner_name`,
  role: sql`excluded.role`,
  items: sql`excluded.items`,
  since: sql`excluded.since`,
  toldAt: sql`excluded.told_at`,
  firstReviewedAt: sql`excluded.first_reviewed_at`,
  leftAt: sql`excluded.left_at`,
  leftReason: sql`excluded.left_reason`,
}

/** When the case is to be looked at by itself; nobody has to be told of that. */
export async function setLook(tx: Tx, one: CaseKey, lookAt: Date | null): Promise<void> {
  await tx.update(arbitrationCases).set({ lookAt }).where(isCase(arbitrationCases, one))
}

/** Sets the clocks of a case anew, for another calendar. Its revision stays, as that of claims does. */
export async function setCaseClocks(
  tx: Tx,
  one: CaseKey,
  { clocks, clocksBasis }: Pick<ArbitrationCase, 'clocks'> & Pick<CaseTimes, 'clocksBasis'>,
): Promise<void> {
  noteChange(tx)
  await tx
    .update(arbitrationCases)
    .set({ clocks, clocksBasis, changedXid: thisTransaction })
    .where(isCase(arbitrationCases, one))
}

function changingColumns(one: ArbitrationCase, { clocksBasis, lookAt }: CaseTimes) {
  return {
    state: one.state,
    stateChangedAt: new Date(one.stateChangedAt),
    wokenAt: dateOrNull(one.wokenAt),
    revision: one.revision,
    clocks: one.clocks,
    clocksBasis,
    leadUserId: one.lead?.userId ?? null,
    leadName: one.lead?.name ?? null,
    votes: one.votes,
    resolverUserId: one.resolver?.userId ?? null,
    resolverName: one.resolver?.name ?? null,
    outcome: one.outcome,
    dissolved: one.dissolved,
    partners: [...new Set(one.parties.map(({ mpnId }) => mpnId))],
    lookAt,
  }
}

const partyRow = ({ tenantId, caseId }: ArbitrationCase, party: CaseParty, ordinal: number) => ({
  tenantId,
  caseId,
  claimId: party.claimId,
  ordinal,
  mpnId: party.mpnId,
  partnerName: party.partnerName,
  role: party.role,
  items: party.items,
  since: new Date(party.since),
  toldAt: dateOrNull(party.toldAt),
  firstReviewedAt: dateOrNull(party.firstReviewedAt),
  leftAt: dateOrNull(party.left?.at ?? null),
  leftReason: party.left?.reason ?? null,
})

const dateOrNull = (text: string | null): Date | null => (text === null ? null : new Date(text))

/** Adds a line to the log of a party of this case. */
export async function insertOutreach(
  tx: Tx,
  { tenantId, caseId }: CaseKey,
  { claimId, entry }: Pick<Outreach, 'claimId' | 'entry'>,
): Promise<void> {
  await tx.insert(arbitrationOutreach).values({
    tenantId,
    caseId,
    claimId,
    ...entry,
    at: new Date(entry.at),
    dueAt: dateOrNull(entry.dueAt),
    answeredAt: dateOrNull(entry.answeredAt),
  })
}

/**
 * A party answered everything that it was asked and had not answered yet, in the cases that it is in still: the log of one that left is
 * closed. Returns how many asks that were.
 */
export async function answerAsks(
  tx: Tx,
  { tenantId, claimId }: ClaimKey,
  answer: CaseAnswer,
  at: string,
): Promise<number> {
  const answered = await tx
    .update(arbitrationOutreach)
    .set({ answeredAt: new Date(at), answer })
    .where(
      and(
        eq(arbitrationOutreach.tenantId, tenantId),
        eq(arbitrationOutreach.claimId, claimId),
        eq(arbitrationOutreach.kind, 'ask'),
        inArray(arbitrationOutreach.caseId, livingCasesOf(tx, { tenantId, claimId })),
        isNull(arbitrationOutreach.answeredAt),
      ),
    )
    .returning({ entryId: arbitrationOutreach.entryId })
  return answered.length
}

const livingCasesOf = (tx: Tx, { tenantId, claimId }: ClaimKey) =>
  tx
    .select({ caseId: arbitrationCases.caseId })
    .from(arbitrationCases)
    .innerJoin(
      arbitrationParties,
      and(
        eq(arbitrationParties.tenantId, arbitrationCases.tenantId),
        eq(arbitrationParties.caseId, arbitrationCases.caseId),
      ),
    )
    .where(
      and(
        eq(arbitrationCases.tenantId, tenantId),
        inArray(arbitrationCases.state, [...LIVING_CASE_STATES]),
        eq(arbitrationParties.claimId, claimId),
        isNull(arbitrationParties.leftAt),
      ),
    )

const isCase = (table: typeof arbitrationCases, { tenantId, caseId }: CaseKey) =>
  and(eq(table.tenantId, tenantId), eq(table.caseId, caseId))
