import { and, eq, gt, lte } from 'drizzle-orm'
import { createHash, randomInt } from 'node:crypto'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Db } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { signInCodes } from './schema.ts'

const CODE_MINUTES = 30
/** Without letters and digits that look alike. Twelve of them are 58 bits. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** A code that is good once, for thirty minutes, as a person reads it: three groups of four. Only its hash is kept. */
export async function makeSignInCode(db: Db, userId: UserId, nowMs: number): Promise<string> {
  const code = Array.from({ length: 12 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  await db
    .delete(signInCodes)
    .where(and(eq(signInCodes.tenantId, HUB_TENANT), lte(signInCodes.expiresAt, new Date(nowMs))))
  await db.insert(signInCodes).values({
    tenantId: HUB_TENANT,
    codeSha256: hashOf(code),
    userId,
    expiresAt: new Date(nowMs + CODE_MINUTES * 60_000),
  })
  return (code.match(/.{4}/g) ?? []).join('-')
}

/** Uses a code up and says whose it was. Undefined when it is unknown, used or has run out. Of two at once one gets it. */
export async function useSignInCode(db: Db, code: string, nowMs: number): Promise<UserId | undefined> {
  const rows = await db
    .delete(signInCodes)
    .where(
      and(
        eq(signInCodes.tenantId, HUB_TENANT),
        eq(signInCodes.codeSha256, hashOf(code)),
        gt(signInCodes.expiresAt, new Date(nowMs)),
      ),
    )
    .returning({ userId: signInCodes.userId })
  return rows[0]?.userId as UserId | undefined // written from a known person
}

/** However it was typed: small letters, blanks and hyphens make no difference. */
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest('hex')
