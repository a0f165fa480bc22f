import { type SQL, sql } from 'drizzle-orm'
import { customType, type PgColumn, timestamp } from 'drizzle-orm/pg-core'

/**
 * The number of a transaction: 64 bits, never used twice by one server, comparable. Text in JavaScript, since it outgrows the
 * safe integers and is only ever compared by the database.
 */
const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' })

/** The transaction that wrote the row last. The feed goes by it; every write of a claim sets it. */
export const changedXid = () => xid8().notNull().default(sql`pg_current_xact_id()`)
export const instant = () => timestamp({ precision: 3, withTimezone: true, mode: 'date' })
export const words = (list: readonly string[]): SQL => sql.raw(list.map((word) => `'${word}'`).join(', '))
export const oneOf = (column: PgColumn, list: readonly string[]): SQL => sql`${column} in (${words(list)})`
