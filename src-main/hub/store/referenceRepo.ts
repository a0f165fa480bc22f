import { createHash } from 'node:crypto'
import { and, asc, desc, eq, max, notInArray, sql } from 'drizzle-orm'
import { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import { PolicyAssignment, PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { calendars, feedEpochs, policyAssignments, policyProfiles } from './schema.ts'

/** A version of a profile or calendar says something else than it said before; versions never change. */
export class VersionTaken extends Error {
  override readonly name = 'VersionTaken'
}

const sha256Of = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

/** Keeps a profile for good. @throws VersionTaken when this version is there with other content. */
export async function putProfile(tx: Tx, profile: PolicyProfile): Promise<void> {
  const { id: policyId, version } = profile
  const sha256 = sha256Of(profile)
  const isVersion = and(
    eq(policyProfiles.tenantId, HUB_TENANT),
    eq(policyProfiles.policyId, policyId),
    eq(policyProfiles.version, version),
  )
  await tx
    .insert(policyProfiles)
    .values({ tenantId: HUB_TENANT, policyId, version, sha256, profile })
    .onConflictDoNothing()
  const kept = await tx.select({ sha256: policyProfiles.sha256 }).from(policyProfiles).where(isVersion)
  if (kept[0]?.sha256 !== sha256)
    throw new VersionTaken(
      `Policy profile ${policyId}, version ${version}, says something else in the database than in its file. Give the changed profile a new version.`,
    )
}

/** Keeps a calendar for good. @throws VersionTaken as `putProfile`. */
export async function putCalendar(tx: Tx, calendar: Calendar): Promise<void> {
  const { id: calendarId, version } = calendar
  const sha256 = sha256Of(calendar)
  await tx
    .insert(calendars)
    .values({ tenantId: HUB_TENANT, calendarId, version, sha256, calendar })
    .onConflictDoNothing()
  const kept = await tx
    .select({ sha256: calendars.sha256 })
    .from(calendars)
    .where(
      and(
        eq(calendars.tenantId, HUB_TENANT),
        eq(calendars.calendarId, calendarId),
        eq(calendars.version, version),
      ),
    )
  if (kept[0]?.sha256 !== sha256)
    throw new VersionTaken(
      `Calendar ${calendarId}, version ${version}, says something else in the database than in its file. Give the changed calendar a new version.`,
    )
}

/** The profiles whose `id@version` is not among the known ones, parsed. */
export async function listProfiles(db: Db | Tx, known: readonly string[] = []): Promise<PolicyProfile[]> {
  const name = sql<string>`${policyProfiles.policyId} || '@' || ${policyProfiles.version}`
  const rows = await db
    .select({ profile: policyProfiles.profile })
    .from(policyProfiles)
    .where(
      and(
        eq(policyProfiles.tenantId, HUB_TENANT),
        known.length === 0 ? undefined : notInArray(name, [...known]),
      ),
    )
    .orderBy(asc(policyProfiles.policyId), asc(policyProfiles.version))
  return rows.map(({ profile }) => PolicyProfile.parse(profile))
}

/** Newest version first. */
export async function listCalendars(db: Db | Tx): Promise<Calendar[]> {
  const rows = await db
    .select({ calendar: calendars.calendar })
    .from(calendars)
    .where(eq(calendars.tenantId, HUB_TENANT))
    .orderBy(asc(calendars.calendarId), desc(calendars.version))
  return rows.map(({ calendar }) => Calendar.parse(calendar))
}

/** The number of the newest version of a calendar; null = there is none. */
export async function newestCalendar(db: Db | Tx, id: string): Promise<number | null> {
  const rows = await db
    .select({ version: max(calendars.version) })
    .from(calendars)
    .where(and(eq(calendars.tenantId, HUB_TENANT), eq(calendars.calendarId, id)))
  return rows[0]?.version ?? null
}

/** In the order of their first days. */
export async function listAssignments(db: Db | Tx): Promise<PolicyAssignment[]> {
  const rows = await db
    .select()
    .from(policyAssignments)
    .where(eq(policyAssignments.tenantId, HUB_TENANT))
    .orderBy(asc(policyAssignments.fromDay))
  return rows.map(({ policyId, version, fromDay, toDay }) =>
    PolicyAssignment.parse({ profile: { id: policyId, version }, fromDay, toDay }),
  )
}

/** Puts these assignments in the place of all that are there. Profiles must be there. */
export async function putAssignments(tx: Tx, assignments: readonly PolicyAssignment[]): Promise<void> {
  await tx.delete(policyAssignments).where(eq(policyAssignments.tenantId, HUB_TENANT))
  if (assignments.length === 0) return
  await tx.insert(policyAssignments).values(
    assignments.map(({ profile, fromDay, toDay }) => ({
      tenantId: HUB_TENANT,
      policyId: profile.id,
      version: profile.version,
      fromDay,
      toDay,
    })),
  )
}

/** Holds the assignments until the transaction ends, so that two leads do not write over each other. */
export async function lockAssignments(tx: Tx): Promise<PolicyAssignment[]> {
  await lockRules(tx)
  return listAssignments(tx)
}

/**
 * Holds everything that claims are judged and timed by, and its drafts, until the transaction ends. The one row that every hub has
 * stands for it: tables are not locked (H2), and there may be no assignment or draft yet to lock.
 */
export async function lockRules(tx: Tx): Promise<void> {
  const held = await tx
    .select({ epoch: feedEpochs.epoch })
    .from(feedEpochs)
    .where(eq(feedEpochs.tenantId, HUB_TENANT))
    .for('update')
  if (held.length === 0) throw new Error('The feed has no epoch: the hub did not start properly')
}
