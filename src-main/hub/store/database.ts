import { PGlite } from '@electric-sql/pglite'
import type { Logger } from 'drizzle-orm/logger'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgQueryResultHKT, PgTransactionConfig } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { type SQL, sql } from 'drizzle-orm'
import { Pool } from 'pg'
import { type CallerContext, currentContext, enterSql } from './callerContext.ts'
import { ContextPool, inContext } from './contextClients.ts'
import { WORKING_ROLE } from './raiseWalls.ts'

/** Either kind of database, and a transaction in it: repositories take this. */
export type Db = PgDatabase<PgQueryResultHKT>
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

/** An open PostgreSQL, embedded or a server, with the same schema and the same SQL. */
export interface HubDatabase {
  readonly kind: 'pglite' | 'postgres'
  /** Works as the working role, on behalf of whoever is said (`actingAs`). */
  readonly db: Db
  /** Owns the tables: for migrations alone. Connects when it is first asked. */
  readonly owner: Db
  /** Of the pool that works; null for the embedded database. */
  connections(): { open: number; idle: number; waiting: number } | null
  /** From here on nobody in this process owns tables. The embedded database has one connection, which stays. */
  letGoOfOwner(): Promise<void>
  close(): Promise<void>
}

export interface Opening {
  /** On whose behalf something runs; undefined and null = nobody's, who sees nothing. */
  readonly contextOf?: () => CallerContext | null | undefined
  readonly logger?: Logger
}

/**
 * Embedded PostgreSQL, one connection: transactions wait for each other.
 * @param dataDir folder, made when missing; null keeps everything in memory.
 */
export async function openPglite(dataDir: string | null, opening: Opening = {}): Promise<HubDatabase> {
  const client = await PGlite.create(dataDir === null ? {} : { dataDir })
  return pgliteDatabase(client, opening)
}

/** Takes over an embedded PostgreSQL that is open already; closing closes it. */
export function pgliteDatabase(client: PGlite, opening: Opening = {}): HubDatabase {
  const { contextOf = currentContext, logger = false } = opening
  const options = { casing: 'snake_case', logger } as const
  const db = drizzlePglite({ client: inContext(client, contextOf, WORKING_ROLE), ...options })
  const asRole = sql`set_config('role', ${WORKING_ROLE}, true)`
  return {
    kind: 'pglite',
    db: enteringFirst(db, () => {
      const context = contextOf() ?? null
      return context === null ? sql`select ${asRole}` : enterSql(context, sql`${asRole}, `)
    }),
    owner: drizzlePglite({ client, ...options }),
    connections: () => null,
    letGoOfOwner: () => Promise.resolve(),
    close: () => client.close(),
  }
}

export interface ServerOpening extends Opening {
  readonly url: string
  /** Who owns the tables; left out = whoever `url` names, who then works as less than they are. */
  readonly ownerUrl?: string
  /** The pool opens another connection. */
  readonly onIdleError?: (error: Error) => void
}

/**
 * A PostgreSQL server, 15 or newer. One that breaks in the middle of a transaction fails that transaction, and nothing else.
 */
export function openPostgres({ url, ownerUrl = url, onIdleError, ...opening }: ServerOpening): HubDatabase {
  const { contextOf = currentContext, logger = false } = opening
  const options = { casing: 'snake_case', logger } as const
  const heard = (pool: Pool): void => {
    pool.on('error', onIdleError ?? (() => {}))
    // While it is in use nobody else listens, and an error that nobody listens to ends the process; its statements tell of it.
    pool.on('connect', (client) => client.on('error', () => {}))
  }
  const pool = new ContextPool(
    { connectionString: url, max: POOL_SIZE, options: `-c role=${WORKING_ROLE}` },
    contextOf,
  )
  const ownerPool = new Pool({ connectionString: ownerUrl, max: 3 })
  heard(pool)
  heard(ownerPool)
  let isOwnerOpen = true
  const letGoOfOwner = async (): Promise<void> => {
    if (!isOwnerOpen) return
    isOwnerOpen = false
    await ownerPool.end()
  }
  return {
    kind: 'postgres',
    db: drizzlePostgres({ client: pool, ...options }),
    owner: drizzlePostgres({ client: ownerPool, ...options }),
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    letGoOfOwner,
    close: async () => {
      await letGoOfOwner()
      await pool.end()
    },
  }
}

const POOL_SIZE = 10

/** The same database, whose transactions begin with a statement of this kind. */
function enteringFirst<One extends Db>(db: One, first: () => SQL): One {
  const transaction = db.transaction.bind(db)
  db.transaction = <T>(run: (tx: Tx) => Promise<T>, config?: PgTransactionConfig): Promise<T> => {
    // Said here: the transaction may begin once another caller's has ended.
    const statement = first()
    return transaction(async (tx) => {
      await tx.execute(statement)
      return run(tx)
    }, config)
  }
  return db
}
