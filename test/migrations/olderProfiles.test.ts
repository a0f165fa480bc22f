import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBreakInAudit } from '../../src-main/store/auditRepo.ts'
import { findClaim } from '../../src-main/store/claimsRepo.ts'
import type { PoePort } from '../../src-main/workstation/ports.ts'
import { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { aReport } from '../builders/checkReport.ts'
import { aClaimRecord } from '../builders/claimRecord.ts'
import { unreadFacts } from '../builders/documentFacts.ts'
import { anOlderProfile } from '../builders/olderProfile.ts'
import { aStore } from '../builders/store.ts'
import { feedOf, startScriptedHub } from '../fakes/scriptedHub.ts'
import { createManualClock } from '../fakes/manualClock.ts'
import { startWorkstation } from '../fakes/workstation.ts'
import { NOTHING_TO_SHOW } from '../fakes/nothingToShow.ts'

const id = ClaimId.parse('208417')
const PAPER = new TextEncoder().encode('a signed paper')

/** Rows of every table by its name, with these columns alone; null = all that it has. */
type Rows = Record<string, unknown[]>

function rowsOf(sqlite: Database.Database, columns: Record<string, string> | null): Rows {
  const tables = sqlite
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like '%claims_search%' and name not like 'sqlite_%'",
    )
    .pluck()
    .all()
    .map(String)
    .filter((name) => name !== '__drizzle_migrations' && (columns === null || name in columns))
  const rows = (name: string) => sqlite.prepare(`select ${columns?.[name] ?? '*'} from ${name}`).all()
  return Object.fromEntries(tables.map((name) => [name, rows(name)]))
}

const columnsOf = (rows: Rows): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rows).map(([name, [first]]) => [name, Object.keys(first as object).join(', ')]),
  )

/** The claim of the profile, as this version shows it. */
const theClaim = (revision = 3) =>
  ClaimRecord.parse({
    ...aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER, fileName: 'SOW.pdf' }], revision }),
    calendar: null,
    comments: [
      {
        commentId: 'c1',
        side: 'partner',
        authorName: 'Owen Pritchard',
        at: '2026-11-04T09:00:00.000Z',
        text: 'Signed on page 2.',
        visibility: 'partner_visible',
      },
    ],
    history: [
      {
        entryId: 'h1',
        at: '2026-11-02T09:00:00.000Z',
        side: 'partner',
        kind: 'submitted',
        actorName: 'Owen Pritchard',
        fromState: 'editing',
        toState: 'submitted',
        detail: null,
      },
      {
        entryId: 'h2',
        at: '2026-11-03T09:00:00.000Z',
        side: 'reviewer',
        kind: 'review_started',
        actorName: 'Marta Ginevri',
        fromState: 'submitted',
        toState: 'under_review',
        detail: null,
      },
    ],
  })

const poe: PoePort = {
  readerVersion: 'reader 1',
  checkerVersion: 'checker 1',
  read: ({ bytes }) => Promise.resolve(unreadFacts(bytes)),
  judge: async () => aReport(aClaimRecord(), 'not_met'),
  ...NOTHING_TO_SHOW,
  knowsProduct: async () => true,
}

describe('a profile from before the whole life of a claim', () => {
  it('comes through with every row and every word, and is told to read the feed anew', () => {
    const file = join(anOlderProfile('0001_search'), 'workstation.db')
    const old = new Database(file, { readonly: true })
    const before = rowsOf(old, null)
    old.close()
    expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true)
    const after = aStore(file).read(({ sqlite }) => rowsOf(sqlite, columnsOf(before)))
    // The feed is read anew, and the number that comes next became the number that was used last.
    const nameOf = (row: unknown) => (row as { name: string }).name
    const stays = (before['profile'] ?? []).filter(
      (row) => !['feed_link', 'next_sequence'].includes(nameOf(row)),
    )
    const { profile: now = [], ...rest } = after
    expect(rest).toEqual({ ...before, profile: undefined })
    expect(now).toHaveLength(stays.length + 1)
    expect(now).toEqual(expect.arrayContaining([...stays, { name: 'last_sequence', value: '1' }]))
  })

  it('gives a claim back with nothing open between the parties, finds it by its words, and keeps the chain whole', () => {
    const store = aStore(join(anOlderProfile('0001_search'), 'workstation.db'))
    expect(store.read((s) => findClaim(s, id))?.record).toEqual(theClaim())
    const hit = store.read(({ sqlite }) =>
      sqlite.prepare("select rowid from claims_search where claims_search match 'fern*'").pluck().all(),
    )
    expect([hit, store.read(findBreakInAudit)]).toEqual([[2], null])
  })

  it('takes words that are new: an unknown status, a hold, a reopening', () => {
    const store = aStore(join(anOlderProfile('0001_search'), 'workstation.db'))
    store.write(({ sqlite }) => {
      sqlite.exec("update claims set state = 'unknown', program = 'UNKNOWN'")
      sqlite.exec("update outbox set kind = 'hold_for_arbitration' where made_order = 1")
      sqlite.exec("update outbox set kind = 'reopen' where made_order = 2")
    })
    expect(() => store.write(({ sqlite }) => sqlite.exec("update outbox set kind = 'forget'"))).toThrow(
      'outbox_kind',
    )
  })

  it('goes on where it was: the reviewer’s word counts, conflicts stay, and what waits goes out in its order', async () => {
    const hub = await startScriptedHub({ feed: feedOf(() => [theClaim(5)]) })
    hub.script.up = false
    const station = await startWorkstation({
      hub: hub.port,
      poe,
      profile: anOlderProfile('0001_search'),
      clock: createManualClock(),
    })
    const datesOf = async () =>
      (await station.call('claims.open', { claimId: id })).criteria.find(
        ({ criterion }) => criterion === 'dates',
      )
    expect(await datesOf()).toMatchObject({ machine: { verdict: 'cannot_tell' }, effective: 'met' })
    hub.script.up = true
    station.clock.advance(0)
    await station.until(async () => (await station.call('claims.open', { claimId: id })).claim.revision === 5)
    expect(await datesOf()).toMatchObject({ reviewer: { reason: 'The stamp on page 2 says 14 March.' } })
    expect((await station.call('sync.conflicts', {})).conflicts).toMatchObject([{ reason: 'claim_changed' }])
    expect(hub.received.map(({ sequence, action }) => [sequence, action])).toMatchObject([
      [1, { kind: 'comment', text: 'Note 3', inReplyTo: null }],
      [2, { kind: 'request_info', items: [], mayRemoveItems: false }],
    ])
  })
})
