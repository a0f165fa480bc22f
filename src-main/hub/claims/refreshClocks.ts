import { randomUUID } from 'node:crypto'
import { inArray, sql } from 'drizzle-orm'
import { LIVING_CASE_STATES } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import {
  type CaseId,
  type ClaimId,
  Instant,
  type TenantId,
} from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import type { DueMove } from '../../../src-preload/contract/vocabulary/rulePreviewShape.ts'
import { caseClocks } from '../../domain/arbitration/caseClocks.ts'
import { isLivingCase } from '../../domain/arbitration/caseState.ts'
import { movesBetween } from '../../domain/policy/rulePreview.ts'
import type { Rules } from '../policy/rules.ts'
import { countRivals, listCases } from '../store/arbitrationRepo.ts'
import { setCaseClocks } from '../store/arbitrationWrites.ts'
import { type ClaimKey, findClaimForUpdate } from '../store/claimsRepo.ts'
import { changeClaim } from '../store/claimWrites.ts'
import type { Db, Tx } from '../store/database.ts'
import { arbitrationCases, claims } from '../store/schema.ts'
import { lockContest } from '../store/thingLocks.ts'
import { transact } from '../store/transact.ts'
import { SYSTEM_NAME } from './carryOut.ts'
import { basisName, calendarName, clocksOfClaim } from './clockBasis.ts'

export interface RefreshPorts {
  readonly db: Db
  readonly rules: Rules
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * Sets the clocks of every claim anew that was computed with another calendar, each in a transaction of its own, so that reviewers
 * go on working meanwhile. The profile of a claim stays what it is; so does its revision, and where a due instant moves, the history
 * keeps the old one: whether it had passed by then can be told for good.
 * @param isStopping asked between claims.
 * @returns how many claims it was.
 */
export async function refreshClocks(
  { db, rules, now }: RefreshPorts,
  isStopping: () => boolean = () => false,
): Promise<number> {
  await refreshCaseClocks(db, rules)
  const name = calendarName(rules.calendar)
  const outdated = await db
    .select({ tenantId: claims.tenantId, claimId: claims.claimId })
    .from(claims)
    .where(sql`right(${claims.clocksBasis}, ${name.length}::int) <> ${name}`)
  let refreshed = 0
  for (const { tenantId, claimId } of outdated) {
    if (isStopping()) break
    // Both were written from a parsed form.
    const key = { tenantId: tenantId as TenantId, claimId: claimId as ClaimId }
    if (await transact(db, (tx) => refreshClaim(tx, key, rules, now()))) refreshed += 1
  }
  return refreshed
}

/** @returns false where the claim is gone, or another hub came first. */
async function refreshClaim(tx: Tx, key: ClaimKey, rules: Rules, now: number): Promise<boolean> {
  const claim = await findClaimForUpdate(tx, key)
  if (claim === undefined || isTimedBy(claim.calendar, rules.calendar)) return false
  if (!rules.knows(claim.policy)) await rules.refresh(tx)
  const basis = rules.basisOf(claim.policy)
  const isContested = (await countRivals(tx, [key])).has(key.claimId)
  const moves = movesBetween(claim.clocks, clocksOfClaim(claim, basis, isContested), basis.calendar, now)
  const at = new Date(now).toISOString()
  const entries = moves.length === 0 ? [] : [entryOf(moves, rules.calendar, at)]
  await changeClaim(tx, claim, { at, entries, keepsRevision: true }, basis)
  return true
}

const isTimedBy = (named: PolicyVersion | null, { id, version }: PolicyVersion): boolean =>
  named !== null && named.id === id && named.version === version

function entryOf(moves: readonly DueMove[], { id, version }: PolicyVersion, at: string): HistoryEntry {
  return {
    entryId: randomUUID(),
    at: Instant.parse(at),
    side: 'system',
    kind: 'clocks_moved',
    actorName: SYSTEM_NAME,
    fromState: null,
    toState: null,
    fromSubState: null,
    toSubState: null,
    reasons: [],
    changes: moves.map((move) => ({ field: `clocks.${move.timer}`, before: move.now, after: move.after })),
    detail: `${id} ${version}`,
  }
}

/** The clock of a case counts with the same calendar as those of its claims. */
async function refreshCaseClocks(db: Db, rules: Rules): Promise<void> {
  const name = calendarName(rules.calendar)
  const outdated = await db
    .select({
      tenantId: arbitrationCases.tenantId,
      caseId: arbitrationCases.caseId,
      key: arbitrationCases.exclusivityKey,
    })
    .from(arbitrationCases)
    .where(
      sql`${inArray(arbitrationCases.state, [...LIVING_CASE_STATES])} and right(${arbitrationCases.clocksBasis}, ${name.length}::int) <> ${name}`,
    )
  for (const { caseId, ...thing } of outdated) {
    // Both were written by this program.
    const tenantId = thing.tenantId as TenantId
    const key = { tenantId, caseId: caseId as CaseId }
    await transact(db, async (tx) => {
      await lockContest(tx, { tenantId, claimIds: [], keys: [thing.key] })
      const [one] = await listCases(tx, [key])
      if (one === undefined || !isLivingCase(one.state)) return
      const basis = rules.basisOf(one.policy)
      const clocks = caseClocks(Date.parse(one.openedAt), basis.policy, basis.calendar)
      await setCaseClocks(tx, key, { clocks, clocksBasis: basisName(basis) })
    })
  }
}
