import type { PgTransactionConfig } from 'drizzle-orm/pg-core'
import { setTimeout as delay } from 'node:timers/promises'
import { openSeals, sealPending } from '../audit/pendingSeals.ts'
import { changeSignalOf, hasChanged } from '../live/changeSignal.ts'
import { sqlStateOf } from './sqlState.ts'
import type { Db, Tx } from './database.ts'
import type { ThingKey } from './arbitrationRepo.ts'
import { noteMissed, ThingsNotHeld } from './thingLocks.ts'

const ATTEMPTS = 5
/** serialization_failure, deadlock_detected: the server gave up on this transaction so that another could go on. */
const PASSING = ['40001', '40P01']

/**
 * Runs a transaction; one that the server broke off in favour of another, or that came to cases which it had not locked, is run again, up
 * to five times in all. What it wrote about claims is added to their chains before it is committed. Whoever listens is told once one that changed claims is committed.
 */
export async function transact<T>(
  db: Db,
  run: (tx: Tx) => Promise<T>,
  config?: PgTransactionConfig,
): Promise<T> {
  const missed: ThingKey[] = []
  for (let attempt = 1; ; attempt += 1) {
    try {
      let isChange = false
      const result = await db.transaction(async (tx) => {
        noteMissed(tx, missed)
        openSeals(tx)
        const done = await run(tx)
        await sealPending(tx, new Date())
        isChange = hasChanged(tx)
        return done
      }, config)
      if (isChange) changeSignalOf(db).notify()
      return result
    } catch (error) {
      if (attempt === ATTEMPTS) throw error
      if (error instanceof ThingsNotHeld) {
        missed.push(...error.things)
        continue
      }
      const state = sqlStateOf(error)
      if (state === null || !PASSING.includes(state)) throw error
      await delay(Math.random() * 20 * 2 ** attempt)
    }
  }
}

/** One moment of the database for several reads. */
export const SNAPSHOT = {
  isolationLevel: 'repeatable read',
  accessMode: 'read only',
} satisfies PgTransactionConfig
