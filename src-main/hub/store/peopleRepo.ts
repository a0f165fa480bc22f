import { and, asc, eq, inArray } from 'drizzle-orm'
import type { TenantId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { ROLES } from '../../../src-preload/contract/vocabulary/words.ts'
import { type HubCaller, HubUser } from '../api/people.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { users } from './schema.ts'

const ofUser = {
  userId: users.userId,
  name: users.name,
  role: users.role,
  mpnId: users.mpnId,
  customerTenantId: users.customerTenantId,
}

interface UserRow extends Omit<HubCaller, 'userId' | 'customerTenantId'> {
  readonly userId: string
  readonly customerTenantId: string | null
}

// Ids are written from parsed people, so giving the brands back is safe.
const callerFrom = ({ userId, name, role, mpnId, customerTenantId }: UserRow): HubCaller => ({
  userId: userId as UserId,
  name,
  role,
  mpnId,
  customerTenantId: customerTenantId as TenantId | null,
})

/** The person of the team behind a caller; undefined for partners, customers and the service that speaks for them. */
export function teamMember(caller: HubCaller | undefined): HubUser | undefined {
  const user = HubUser.safeParse(caller)
  return user.success ? user.data : undefined
}

/** Undefined for an unknown id, and for one that is not of the team. */
export async function findTeamMember(db: Db | Tx, userId: UserId): Promise<HubUser | undefined> {
  return teamMember((await findRow(db, userId))?.caller)
}

/** Who is of the team, in the order of their names. @param withDemo whether demo people are let in here. */
export async function listTeam(db: Db | Tx, withDemo: boolean): Promise<HubUser[]> {
  const rows = await db
    .select(ofUser)
    .from(users)
    .where(
      and(
        eq(users.tenantId, HUB_TENANT),
        inArray(users.role, [...ROLES]),
        withDemo ? undefined : eq(users.isDemo, false),
      ),
    )
    .orderBy(asc(users.name), asc(users.userId))
  return rows.flatMap((row) => teamMember(callerFrom(row)) ?? [])
}

export async function listDemoCallers(db: Db | Tx): Promise<HubCaller[]> {
  const rows = await db
    .select(ofUser)
    .from(users)
    .where(and(eq(users.tenantId, HUB_TENANT), eq(users.isDemo, true)))
    .orderBy(asc(users.userId))
  return rows.map(callerFrom)
}

/** A demo person as they are now; undefined for everybody else. */
export async function findDemoCaller(db: Db | Tx, userId: UserId): Promise<HubCaller | undefined> {
  const row = await findRow(db, userId)
  return row?.isDemo === true ? row.caller : undefined
}

type DemoPerson = Omit<HubCaller, 'mpnId' | 'customerTenantId'> &
  Partial<Pick<HubCaller, 'mpnId' | 'customerTenantId'>>

/** Makes these the demo people, with these names and roles; others who were so before keep what they have. */
export async function putDemoUsers(db: Db | Tx, people: readonly DemoPerson[]): Promise<void> {
  for (const person of people) await putPerson(db, { mpnId: null, customerTenantId: null, ...person }, true)
}

/**
 * Keeps what a token of an outside issuer says of a person, where it is new or has changed.
 * @returns undefined when a demo person has this id: nobody becomes one from outside.
 */
export async function rememberPerson(db: Db, person: HubCaller): Promise<HubCaller | undefined> {
  const row = await findRow(db, person.userId)
  if (row?.isDemo === true) return undefined
  if (row === undefined || JSON.stringify(row.caller) !== JSON.stringify(callerFrom(person)))
    await putPerson(db, person, false)
  return person
}

async function putPerson(db: Db | Tx, person: HubCaller, isDemo: boolean): Promise<void> {
  const { userId, ...rest } = callerFrom(person)
  await db
    .insert(users)
    .values({ tenantId: HUB_TENANT, userId, ...rest, isDemo })
    .onConflictDoUpdate({
      target: [users.tenantId, users.userId],
      set: rest,
      // A real person who happens to have the id of a made-up one keeps what they are, and the other way round.
      setWhere: eq(users.isDemo, isDemo),
    })
}

async function findRow(
  db: Db | Tx,
  userId: UserId,
): Promise<{ readonly caller: HubCaller; readonly isDemo: boolean } | undefined> {
  const rows = await db
    .select({ ...ofUser, isDemo: users.isDemo })
    .from(users)
    .where(and(eq(users.tenantId, HUB_TENANT), eq(users.userId, userId)))
  const row = rows[0]
  return row === undefined ? undefined : { caller: callerFrom(row), isDemo: row.isDemo }
}
