import { and, asc, desc, eq, max } from 'drizzle-orm'
import type { Instant, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import {
  RuleAct,
  RuleContent,
  RuleDraft,
  type RuleKind,
  type RuleName,
  type RulePerson,
} from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { calendars, policyProfiles, ruleActs, ruleDrafts } from './schema.ts'

type DraftRow = typeof ruleDrafts.$inferSelect
type ActRow = typeof ruleActs.$inferSelect

const isRule = (table: typeof ruleDrafts | typeof ruleActs, { kind, id }: RuleName) =>
  and(eq(table.tenantId, HUB_TENANT), eq(table.kind, kind), eq(table.ruleId, id))

/** Null = nobody has begun one. */
export async function findDraft(db: Db | Tx, name: RuleName): Promise<RuleDraft | null> {
  const rows = await db.select().from(ruleDrafts).where(isRule(ruleDrafts, name))
  return rows[0] === undefined ? null : draftFrom(rows[0])
}

export async function listDrafts(db: Db | Tx): Promise<RuleDraft[]> {
  const rows = await db
    .select()
    .from(ruleDrafts)
    .where(eq(ruleDrafts.tenantId, HUB_TENANT))
    .orderBy(asc(ruleDrafts.kind), asc(ruleDrafts.ruleId))
  return rows.map(draftFrom)
}

/** In the place of the draft that there was, if any. */
export async function putDraft(tx: Tx, { kind, id }: RuleName, draft: RuleDraft): Promise<void> {
  const { writtenBy, writtenAt, ...rest } = draft
  const row = {
    ...rest,
    writtenById: writtenBy.userId,
    writtenByName: writtenBy.name,
    writtenAt: new Date(writtenAt),
  }
  await tx
    .insert(ruleDrafts)
    .values({ tenantId: HUB_TENANT, kind, ruleId: id, ...row })
    .onConflictDoUpdate({ target: [ruleDrafts.tenantId, ruleDrafts.kind, ruleDrafts.ruleId], set: row })
}

export async function dropDraft(tx: Tx, name: RuleName): Promise<void> {
  await tx.delete(ruleDrafts).where(isRule(ruleDrafts, name))
}

/** What was done, and what the draft or the version said then. */
export interface NewAct extends Omit<RuleAct, 'at'> {
  readonly at: Instant
  readonly content: RuleContent
}

/** Whoever adds holds the rules (`lockRules`): the acts of one are counted without a gap. */
export async function addAct(tx: Tx, name: RuleName, act: NewAct): Promise<void> {
  const last = await tx
    .select({ ordinal: max(ruleActs.ordinal) })
    .from(ruleActs)
    .where(isRule(ruleActs, name))
  const { by, writtenBy, at, ...rest } = act
  await tx.insert(ruleActs).values({
    tenantId: HUB_TENANT,
    kind: name.kind,
    ruleId: name.id,
    ordinal: (last[0]?.ordinal ?? 0) + 1,
    ...rest,
    at: new Date(at),
    byUserId: by.userId,
    byName: by.name,
    writtenById: writtenBy?.userId ?? null,
    writtenByName: writtenBy?.name ?? null,
  })
}

/** Newest first, of all rules. */
export async function listActs(db: Db | Tx): Promise<(RuleAct & { readonly rule: RuleName })[]> {
  const rows = await db
    .select()
    .from(ruleActs)
    .where(eq(ruleActs.tenantId, HUB_TENANT))
    .orderBy(asc(ruleActs.kind), asc(ruleActs.ruleId), desc(ruleActs.ordinal))
  return rows.map((row) => ({ rule: { kind: row.kind, id: row.ruleId }, ...actFrom(row) }))
}

/** Whether people published this version, so that no file may say otherwise. */
export async function isPublished(
  db: Db | Tx,
  kind: RuleKind,
  { id, version }: PolicyVersion,
): Promise<boolean> {
  const rows = await db
    .select({ ordinal: ruleActs.ordinal })
    .from(ruleActs)
    .where(and(isRule(ruleActs, { kind, id }), eq(ruleActs.version, version), eq(ruleActs.act, 'published')))
    .limit(1)
  return rows.length > 0
}

/** The content of a version; null = there is none. */
export async function findVersion(
  db: Db | Tx,
  { kind, id }: RuleName,
  version: number,
): Promise<RuleContent | null> {
  const all = await listVersions(db, { kind, id })
  return all.find((one) => numberOf(one) === version) ?? null
}

/** Every version of a rule, the newest first. */
export async function listVersions(db: Db | Tx, { kind, id }: RuleName): Promise<RuleContent[]> {
  if (kind === 'calendar') {
    const rows = await db
      .select({ calendar: calendars.calendar })
      .from(calendars)
      .where(and(eq(calendars.tenantId, HUB_TENANT), eq(calendars.calendarId, id)))
      .orderBy(desc(calendars.version))
    return rows.map(({ calendar }) => RuleContent.parse({ kind, calendar }))
  }
  const rows = await db
    .select({ profile: policyProfiles.profile })
    .from(policyProfiles)
    .where(and(eq(policyProfiles.tenantId, HUB_TENANT), eq(policyProfiles.policyId, id)))
    .orderBy(desc(policyProfiles.version))
  return rows.map(({ profile }) => RuleContent.parse({ kind, profile }))
}

const numberOf = (content: RuleContent): number =>
  content.kind === 'calendar' ? content.calendar.version : content.profile.version

// Written from parsed people.
const personFrom = (userId: string, name: string): RulePerson => ({ userId: userId as UserId, name })

/** Parsed: an older hub may have kept a content that the schema of today refuses. */
function draftFrom({ writtenById, writtenByName, writtenAt, ...row }: DraftRow): RuleDraft {
  return RuleDraft.parse({
    ...row,
    writtenBy: personFrom(writtenById, writtenByName),
    writtenAt: writtenAt.toISOString(),
  })
}

function actFrom({ byUserId, byName, writtenById, writtenByName, at, ...row }: ActRow): RuleAct {
  return RuleAct.parse({
    ...row,
    by: personFrom(byUserId, byName),
    at: at.toISOString(),
    writtenBy: writtenById === null || writtenByName === null ? null : personFrom(writtenById, writtenByName),
  })
}
