import { createHash } from 'node:crypto'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import type { FactsResult } from '../api/facts.ts'
import type { Log } from '../log.ts'
import type { Db } from '../store/database.ts'
import { insertPrints } from '../store/evidenceRepo.ts'
import { type FactsKey, insertFacts } from '../store/factsRepo.ts'
import { printsIn } from './printsIn.ts'

export interface FactsPorts {
  readonly db: Db
  readonly log: Log
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * Keeps what a reader read off a document, from whichever workstation comes first. A reader that reads the same bytes otherwise on
 * another machine is a fault of the reader: what is there stays, and the log says so.
 */
export async function keepFacts(
  { db, log, now }: FactsPorts,
  key: FactsKey,
  facts: unknown,
  byUserId: UserId,
): Promise<FactsResult['outcome']> {
  const factsSha256 = createHash('sha256').update(canonicalJson(facts)).digest('hex')
  const receivedAt = new Date(now())
  const there = await db.transaction(async (tx) => {
    const inserted = await insertFacts(tx, key, { facts, factsSha256, byUserId, receivedAt })
    // Also where another workstation was first: it may have had no time to read what this one read.
    if (inserted.factsSha256 !== factsSha256 || inserted.isNew)
      await insertPrints(tx, key.sha256, printsIn(facts))
    return inserted
  })
  if (there.isNew) return 'stored'
  if (there.factsSha256 === factsSha256) return 'known'
  log({ level: 'warn', event: 'facts differ', facts: { sha256: key.sha256 } })
  return 'differs'
}
