import { and, asc, sql } from 'drizzle-orm'
import type { ClaimId, TenantId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type {
  ClaimPreview,
  PreviewCounts,
  PreviewList,
} from '../../../src-preload/contract/vocabulary/rulePreviewShape.ts'
import type { RuleDraft, RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { timelineOf } from '../../domain/claim/timeline.ts'
import {
  countIn,
  listOf,
  NO_COUNTS,
  type PreviewedClaim,
  previewClaim,
  rulesAfter,
} from '../../domain/policy/rulePreview.ts'
import type { RulePreviewAnswer } from '../api/rules.ts'
import { situationOf } from '../claims/situation.ts'
import { countRivals } from '../store/arbitrationRepo.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import { type ClaimKey, listClaims } from '../store/claimsRepo.ts'
import { actingAs, LOOK } from '../store/callerContext.ts'
import type { Db, Tx } from '../store/database.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { findDraft } from '../store/rulesRepo.ts'
import { claims } from '../store/schema.ts'
import { SNAPSHOT, transact } from '../store/transact.ts'
import type { Rules } from './rules.ts'

export interface PreviewPorts {
  readonly db: Db
  readonly rules: Rules
  /** Epoch milliseconds. */
  readonly now: () => number
}

interface Page {
  readonly list?: PreviewList | undefined
  readonly $skip: number
  readonly $top: number
}

/**
 * What the draft of a rule would change on every claim with a clock, in one moment of the database. Counts are of all claims; those of
 * partners with whom the asker has dealings are counted and not listed. Null = there is no draft.
 */
export async function previewDraft(
  { db, rules, now }: PreviewPorts,
  rule: RuleName,
  asker: UserId,
  { list, $skip, $top }: Page,
): Promise<RulePreviewAnswer | null> {
  await rules.refresh(db)
  const preview = (): Promise<RulePreviewAnswer | null> =>
    transact(
      db,
      async (tx) => {
        const draft = await findDraft(tx, rule)
        if (draft === null) return null
        const linked = await linkedPartners(tx, asker)
        const { counts, changed } = await lookThrough(tx, draft, { rules, now: now(), linked })
        const inOrder = listOf(changed.toSorted(byName), list ?? null)
        const next = $skip + $top < inOrder.length ? $skip + $top : null
        return {
          effect: rule.kind === 'calendar' ? 'moves' : 'would',
          counts,
          claims: inOrder.slice($skip, $skip + $top),
          next,
          revision: draft.revision,
        }
      },
      SNAPSHOT,
    )
  return actingAs(LOOK, preview)
}

interface Looking {
  readonly rules: Rules
  readonly now: number
  readonly linked: readonly string[]
}

async function lookThrough(tx: Tx, { content }: RuleDraft, { rules, now, linked }: Looking) {
  let counts: PreviewCounts = NO_COUNTS
  const changed: ClaimPreview[] = []
  // A calendar that times nobody moves nothing.
  if (content.kind === 'calendar' && content.calendar.id !== rules.calendar.id) return { counts, changed }
  for await (const batch of batchesOfClocked(tx)) {
    const rivals = await countRivals(tx, batch)
    for (const claim of await listClaims(tx, batch)) {
      const looked = previewedOf(claim, rivals.has(claim.form.claimId))
      const before = rules.basisOf(claim.policy)
      const found = previewClaim(looked, before, rulesAfter(before, content), now)
      const isHidden = linked.includes(claim.form.mpnId)
      counts = countIn(counts, looked, found, isHidden)
      if (found.moves.length + found.flips.length > 0 && !isHidden)
        changed.push({ claimId: looked.claimId, claimName: looked.claimName, ...found })
    }
  }
  return { counts, changed }
}

const AT_ONCE = 500

/** The keys of claims on which a clock runs or stands still, in order; a queue of a year does not fit into memory with its words. */
async function* batchesOfClocked(tx: Tx): AsyncGenerator<ClaimKey[]> {
  let last: ClaimKey | null = null
  do {
    const keys = await listClocked(tx, last)
    if (keys.length > 0) yield keys
    last = keys.at(-1) ?? null
  } while (last !== null)
}

async function listClocked(tx: Tx, after: ClaimKey | null): Promise<ClaimKey[]> {
  const isLater =
    after === null
      ? undefined
      : sql`(${claims.tenantId}, ${claims.claimId}) > (${after.tenantId}::uuid, ${after.claimId}::text)`
  const rows = await tx
    .select({ tenantId: claims.tenantId, claimId: claims.claimId })
    .from(claims)
    .where(and(sql`${claims.clocks} <> '[]'::jsonb`, isLater))
    .orderBy(asc(claims.tenantId), asc(claims.claimId))
    .limit(AT_ONCE)
  // Both were written from a parsed form.
  return rows.map((row) => ({ tenantId: row.tenantId as TenantId, claimId: row.claimId as ClaimId }))
}

function previewedOf(claim: StoredClaim, isContested: boolean): PreviewedClaim {
  const { form, state, subState, matters, history } = claim
  return {
    claimId: form.claimId,
    claimName: form.claimName,
    clocked: { state, subState, matters, isContested, timeline: timelineOf(form.submittedAt, history) },
    situation: situationOf(claim),
  }
}

function byName(a: ClaimPreview, b: ClaimPreview): number {
  if (a.claimName !== b.claimName) return a.claimName < b.claimName ? -1 : 1
  return a.claimId < b.claimId ? -1 : 1
}
