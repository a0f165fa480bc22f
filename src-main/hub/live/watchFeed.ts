import { sql } from 'drizzle-orm'
import type { Log } from '../log.ts'
import { actingAs, LOOK } from '../store/callerContext.ts'
import type { Db } from '../store/database.ts'
import { arbitrationCases, claims, claimTombstones } from '../store/schema.ts'
import { changeSignalOf } from './changeSignal.ts'

/** Milliseconds. */
export interface WatchTimes {
  /** How often the database is asked while anybody listens: other processes change claims too. */
  readonly every: number
  /** Listeners are told no more often than this. */
  readonly gap: number
  readonly afterFault: number
}

export const WATCH_TIMES: WatchTimes = { every: 1_000, gap: 500, afterFault: 5_000 }

export interface FeedListener {
  /** The feed may have something new. Said once at the beginning too: a listener reads from there on. */
  changed(): void
  /** The hub stops. */
  ended(): void
}

export interface FeedWatch {
  /** @returns ends the subscription. */
  listen(listener: FeedListener): () => void
  /** Ends all subscriptions for good. */
  end(): void
}

const watches = new WeakMap<Db, FeedWatch>()

/** The one watch over a database in this process. */
export function feedWatchOf(db: Db, log: Log): FeedWatch {
  const watch = watches.get(db) ?? watchFeed(db, log)
  watches.set(db, watch)
  return watch
}

/** Ends all listening on this database. */
export const endFeedWatch = (db: Db): void => watches.get(db)?.end()

/**
 * Looks, while anybody listens, whether the feed has something new: at once after a change of this process, each second for those of
 * others. It looks as the feed does, at what lies between two watermarks, so a transaction that commits late is told too, once the
 * feed gives it.
 */
export function watchFeed(db: Db, log: Log, times: WatchTimes = WATCH_TIMES): FeedWatch {
  const listeners = new Set<FeedListener>()
  const newcomers = new Set<FeedListener>()
  let isRunning = false
  let isEnded = false
  let wake = (): void => {}
  let isWoken = false
  const poke = (): void => {
    isWoken = true
    wake()
  }
  const sleep = (ms: number, mayWake: boolean): Promise<void> =>
    new Promise((resolve) => {
      if (mayWake && isWoken) return resolve()
      const timer = setTimeout(resolve, ms)
      timer.unref()
      wake = () => {
        if (!mayWake && !isEnded) return
        clearTimeout(timer)
        resolve()
      }
    })
  /** @returns whether somebody was told. */
  const tell = (isChanged: boolean): boolean => {
    const told = isChanged ? [...listeners] : [...newcomers]
    newcomers.clear()
    for (const listener of told) listener.changed()
    return told.length > 0
  }
  const run = async (): Promise<void> => {
    let seen: string | null = null
    while (listeners.size > 0) {
      isWoken = false
      try {
        const look = await actingAs(LOOK, () => lookFrom(db, seen))
        seen = look.upTo
        if (tell(look.isChanged)) await sleep(times.gap, false)
        await sleep(times.every, true)
      } catch (error) {
        log({ level: 'error', event: 'the feed could not be watched', error })
        await sleep(times.afterFault, false)
      }
    }
    isRunning = false
  }
  const stopHearing = changeSignalOf(db).subscribe(poke)
  return {
    listen(listener) {
      if (isEnded) {
        listener.ended()
        return () => {}
      }
      listeners.add(listener)
      newcomers.add(listener)
      poke()
      if (!isRunning) {
        isRunning = true
        void run()
      }
      return () => {
        listeners.delete(listener)
        newcomers.delete(listener)
        poke()
      }
    },
    end() {
      isEnded = true
      stopHearing()
      const all = [...listeners]
      listeners.clear()
      newcomers.clear()
      for (const listener of all) listener.ended()
      poke()
    },
  }
}

/** One look: the watermark of the feed now, and whether anything lies between the last one and this. */
async function lookFrom(db: Db, from: string | null): Promise<{ upTo: string; isChanged: boolean }> {
  const xmin = sql`pg_snapshot_xmin(pg_current_snapshot())`
  const within = sql`changed_xid >= ${from}::xid8 and changed_xid < ${xmin}`
  const rows = await db
    .select({
      upTo: sql<string>`${xmin}::text`,
      isChanged: sql<boolean>`exists (select from ${claims} where ${within})
        or exists (select from ${claimTombstones} where ${within})
        or exists (select from ${arbitrationCases} where ${within})`,
    })
    .from(sql`(select 1) as one`)
  const row = rows[0]
  if (row === undefined) throw new Error('The database gave no snapshot')
  return row
}
