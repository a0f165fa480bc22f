import { createHash, randomBytes } from 'node:crypto'
import { and, asc, eq, gt, lte } from 'drizzle-orm'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { type HubCaller, HubUser } from '../api/people.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { accessTokens, users } from './schema.ts'

/** How long a token of a demo person is good for. */
const TOKEN_DAYS = 7

const ofUser = { userId: users.userId, name: users.name, role: users.role }

// Ids are written from parsed people, so giving the brand back is safe.
const callerFrom = (row: { userId: string; name: string; role: HubCaller['role'] }): HubCaller => ({
  ...row,
  userId: row.userId as UserId,
})

/** The person of the team behind a caller; undefined for the service of the other sides. */
export function teamMember(caller: HubCaller | undefined): HubUser | undefined {
  const user = HubUser.safeParse(caller)
  return user.success ? user.data : undefined
}

/** Undefined for an unknown id, and for one that is not of the team. */
export async function findTeamMember(db: Db | Tx, userId: UserId): Promise<HubUser | undefined> {
  const rows = await db
    .select(ofUser)
    .from(users)
    .where(and(eq(users.tenantId, HUB_TENANT), eq(users.userId, userId)))
  return teamMember(rows.map(callerFrom)[0])
}

export async function listDemoCallers(db: Db | Tx): Promise<HubCaller[]> {
  const rows = await db
    .select(ofUser)
    .from(users)
    .where(and(eq(users.tenantId, HUB_TENANT), eq(users.isDemo, true)))
    .orderBy(asc(users.userId))
  return rows.map(callerFrom)
}

/** Makes these the demo people, with these names and roles; others who were so before keep what they have. */
export async function putDemoUsers(db: Db | Tx, people: readonly HubCaller[]): Promise<void> {
  for (const { userId, name, role } of people) {
    await db
      .insert(users)
      .values({ tenantId: HUB_TENANT, userId, name, role, isDemo: true })
      .onConflictDoUpdate({
        target: [users.tenantId, users.userId],
        set: { name, role },
        // A real person who happens to have the id of a made-up one keeps what they are.
        setWhere: eq(users.isDemo, true),
      })
  }
}

/** A new token; what is kept of it is its hash. Tokens that have run out are swept away. */
export async function issueToken(db: Db, userId: UserId, nowMs: number): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(nowMs + TOKEN_DAYS * 86_400_000)
  await db.transaction(async (tx) => {
    await tx
      .delete(accessTokens)
      .where(and(eq(accessTokens.tenantId, HUB_TENANT), lte(accessTokens.expiresAt, new Date(nowMs))))
    await tx
      .insert(accessTokens)
      .values({ tenantId: HUB_TENANT, tokenSha256: hashOf(token), userId, expiresAt })
  })
  return token
}

/** Whose token this is. Undefined when it is unknown, has run out, or belongs to a demo person of a hub without them. */
export async function findUserByToken(
  db: Db,
  token: string,
  { nowMs, withDemo }: { readonly nowMs: number; readonly withDemo: boolean },
): Promise<HubCaller | undefined> {
  const rows = await db
    .select({ ...ofUser, isDemo: users.isDemo })
    .from(accessTokens)
    .innerJoin(users, and(eq(users.tenantId, accessTokens.tenantId), eq(users.userId, accessTokens.userId)))
    .where(
      and(
        eq(accessTokens.tenantId, HUB_TENANT),
        eq(accessTokens.tokenSha256, hashOf(token)),
        gt(accessTokens.expiresAt, new Date(nowMs)),
      ),
    )
  const row = rows[0]
  if (row === undefined || (row.isDemo && !withDemo)) return undefined
  return callerFrom({ userId: row.userId, name: row.name, role: row.role })
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
