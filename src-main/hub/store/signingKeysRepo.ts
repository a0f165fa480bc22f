import { asc, eq } from 'drizzle-orm'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { randomUUID } from 'node:crypto'
import { lockFeed } from '../feed/beginEpoch.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { signingKeys } from './schema.ts'

export interface SigningKey {
  readonly kid: string
  /** Private. */
  readonly jwk: JWK
}

export async function listSigningKeys(db: Db | Tx): Promise<SigningKey[]> {
  const rows = await db
    .select({ kid: signingKeys.kid, jwk: signingKeys.jwk })
    .from(signingKeys)
    .where(eq(signingKeys.tenantId, HUB_TENANT))
    .orderBy(asc(signingKeys.madeAt), asc(signingKeys.kid))
  return rows
}

/** The key with which tokens are signed; the first hub on a database makes it, the others take the same. */
export async function ensureSigningKey(db: Db, nowMs: number): Promise<SigningKey> {
  const [known] = await listSigningKeys(db)
  if (known !== undefined) return known
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const made = { kid: randomUUID(), jwk: await exportJWK(privateKey) }
  return db.transaction(async (tx) => {
    await lockFeed(tx)
    const [meanwhile] = await listSigningKeys(tx)
    if (meanwhile !== undefined) return meanwhile
    await tx
      .insert(signingKeys)
      .values({ tenantId: HUB_TENANT, kid: made.kid, jwk: { ...made.jwk }, madeAt: new Date(nowMs) })
    return made
  })
}
