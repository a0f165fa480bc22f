import { and, asc, eq, sql } from 'drizzle-orm'
import type {
  DayReading,
  DetailWord,
  ReadDays,
  ReadFact,
} from '../../src-preload/contract/vocabulary/handWordShape.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { detailWords, readDays } from './handSchema.ts'
import { toInstant, toMs } from './instants.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { preparedQuery, queryBuilder } from './queryBuilder.ts'

const CLAIM = sql.placeholder('claimId')
const CHECK = sql.placeholder('checkKey')
const wordsOf = preparedQuery((builder) =>
  builder
    .select()
    .from(detailWords)
    .where(and(eq(detailWords.claimId, CLAIM), eq(detailWords.checkKey, CHECK)))
    .orderBy(asc(detailWords.detail))
    .prepare(),
)
const daysOf = preparedQuery((builder) =>
  builder
    .select()
    .from(readDays)
    .where(and(eq(readDays.claimId, CLAIM), eq(readDays.checkKey, CHECK)))
    .orderBy(asc(readDays.fact), asc(readDays.item))
    .prepare(),
)

/** What people verified of the claim as it stands: words about an earlier form or other documents are left out. */
export function listDetailWords(store: ReadStore, claimId: ClaimId, checkKey: string): DetailWord[] {
  return wordsOf(store)
    .all({ claimId, checkKey })
    .map(({ detail, verdict, note, byUserId, byName, at }) => ({
      check: detail,
      verdict,
      note,
      byUserId,
      byName,
      at: toInstant(at),
    }))
}

export function putDetailWord(
  store: WriteStore,
  claimId: ClaimId,
  checkKey: string,
  { check: detail, verdict, note, byUserId, byName, at }: DetailWord,
): void {
  const said = { checkKey, verdict, note, byUserId, byName, at: toMs(at) }
  queryBuilder(store)
    .insert(detailWords)
    .values({ claimId, detail, ...said })
    .onConflictDoUpdate({ target: [detailWords.claimId, detailWords.detail], set: said })
    .run()
}

export function removeDetailWord(store: WriteStore, claimId: ClaimId, detail: DetailWord['check']): void {
  queryBuilder(store)
    .delete(detailWords)
    .where(and(eq(detailWords.claimId, claimId), eq(detailWords.detail, detail)))
    .run()
}

const NO_ITEM = ''

/** The days that people read on the papers which the claim carries now. */
export function listReadDays(store: ReadStore, claimId: ClaimId, checkKey: string): ReadDays[] {
  return daysOf(store)
    .all({ claimId, checkKey })
    .map(({ evidenceId, byUserId, byName, at, ...row }) => ({
      reading: readingOf(row),
      evidenceId,
      byUserId,
      byName,
      at: toInstant(at),
    }))
}

interface Row {
  readonly fact: ReadFact['what']
  readonly item: string
  readonly firstDay: string | null
  readonly lastDay: string | null
}

function readingOf({ fact, item, firstDay, lastDay }: Row): DayReading {
  switch (fact) {
    case 'acknowledged':
      return { what: fact, day: firstDay }
    case 'statement':
      return { what: fact, item, day: firstDay }
    case 'engagement':
      return { what: fact, start: firstDay, end: lastDay }
  }
}

function rowOf(reading: DayReading): Row {
  if (reading.what === 'engagement')
    return { fact: reading.what, item: NO_ITEM, firstDay: reading.start, lastDay: reading.end }
  const item = reading.what === 'statement' ? reading.item : NO_ITEM
  return { fact: reading.what, item, firstDay: reading.day, lastDay: null }
}

export function putReadDays(
  store: WriteStore,
  claimId: ClaimId,
  checkKey: string,
  { reading, evidenceId, byUserId, byName, at }: ReadDays,
): void {
  const { fact, item, ...days } = rowOf(reading)
  const said = { checkKey, ...days, evidenceId, byUserId, byName, at: toMs(at) }
  queryBuilder(store)
    .insert(readDays)
    .values({ claimId, fact, item, ...said })
    .onConflictDoUpdate({ target: [readDays.claimId, readDays.fact, readDays.item], set: said })
    .run()
}

export function removeReadDays(store: WriteStore, claimId: ClaimId, { what, item }: ReadFact): void {
  queryBuilder(store)
    .delete(readDays)
    .where(and(eq(readDays.claimId, claimId), eq(readDays.fact, what), eq(readDays.item, item ?? NO_ITEM)))
    .run()
}
