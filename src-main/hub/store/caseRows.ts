import type { ArbitrationCase, CaseParty } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type {
  CaseId,
  ClaimId,
  Instant,
  OperationId,
  TenantId,
  UserId,
} from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { calendarOf } from '../claims/clockBasis.ts'
import type { arbitrationCases, arbitrationOutreach, arbitrationParties } from './schema.ts'

export type CaseRow = typeof arbitrationCases.$inferSelect
export type PartyRow = typeof arbitrationParties.$inferSelect
export type OutreachRow = typeof arbitrationOutreach.$inferSelect

// Rows hold what was parsed when it came in, so the brands below are given back, not guessed.
const instant = (date: Date): Instant => date.toISOString() as Instant
const instantOrNull = (date: Date | null): Instant | null => (date === null ? null : instant(date))

const personOrNull = (userId: string | null, name: string | null) =>
  userId === null || name === null ? null : { userId: userId as UserId, name }

/** The whole case; what of it a reader may see is `shownCase`'s matter. */
export function caseFrom(
  row: CaseRow,
  parties: readonly PartyRow[],
  outreach: readonly OutreachRow[],
): ArbitrationCase {
  return {
    caseId: row.caseId as CaseId,
    tenantId: row.tenantId as TenantId,
    customerName: row.customerName,
    contested: {
      key: row.exclusivityKey,
      unit: row.unit,
      program: row.program,
      productId: row.productId,
      name: row.productName,
      subscriptionId: row.subscriptionId,
      isProvisional: row.isProvisional,
    },
    state: row.state,
    stateChangedAt: instant(row.stateChangedAt),
    openedAt: instant(row.openedAt),
    wokenAt: instantOrNull(row.wokenAt),
    revision: row.revision,
    policy: { id: row.policyId, version: row.policyVersion },
    calendar: calendarOf(row.clocksBasis) ?? { id: row.policyId, version: row.policyVersion },
    clocks: [...row.clocks],
    parties: parties.map((party) =>
      partyFrom(
        party,
        outreach.filter(({ claimId }) => claimId === party.claimId),
      ),
    ),
    lead: personOrNull(row.leadUserId, row.leadName),
    votes: row.votes,
    resolver: personOrNull(row.resolverUserId, row.resolverName),
    outcome: row.outcome,
    dissolved: row.dissolved,
    orderSeed: row.orderSeed,
    isWhole: true,
  }
}

function partyFrom(row: PartyRow, outreach: readonly OutreachRow[]): CaseParty {
  return {
    claimId: row.claimId as ClaimId,
    mpnId: row.mpnId,
    partnerName: row.partnerName,
    role: row.role,
    items: row.items,
    since: instant(row.since),
    toldAt: instantOrNull(row.toldAt),
    firstReviewedAt: instantOrNull(row.firstReviewedAt),
    outreach: outreach.map((entry) => ({
      entryId: entry.entryId as OperationId,
      kind: entry.kind,
      asks: entry.asks,
      at: instant(entry.at),
      byUserId: entry.byUserId as UserId,
      byName: entry.byName,
      commentId: entry.commentId,
      dueAt: instantOrNull(entry.dueAt),
      answeredAt: instantOrNull(entry.answeredAt),
      answer: entry.answer,
    })),
    left:
      row.leftAt === null || row.leftReason === null
        ? null
        : { at: instant(row.leftAt), reason: row.leftReason },
  }
}
