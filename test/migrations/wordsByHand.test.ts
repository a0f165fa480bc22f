import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyClaim } from '../../src-main/store/feedRepo.ts'
import {
  listDetailWords,
  listReadDays,
  putDetailWord,
  putReadDays,
} from '../../src-main/store/handWordsRepo.ts'
import { openStore } from '../../src-main/store/openStore.ts'
import { listVerdicts, putVerdict } from '../../src-main/store/verdictsRepo.ts'
import { Instant, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord } from '../builders/claimRecord.ts'
import { aMigrationsFolder } from '../builders/olderProfile.ts'
import { aStore } from '../builders/store.ts'
import { aTempFolder } from '../builders/tempFolder.ts'

const record = aClaimRecord()
const { claimId } = record.form
const by = { byUserId: UserId.parse('u-lead'), byName: 'Paul', at: Instant.parse('2026-11-22T10:00:00.000Z') }

/** As this version writes it, without the columns that came later. */
function putOldClaim(file: string): void {
  const made = join(aTempFolder(), 'made.db')
  const now = aStore(made)
  now.write((s) => applyClaim(s, record))
  now.close()
  const db = new Database(file)
  db.prepare('attach ? as made').run(made)
  for (const table of ['claims', 'items', 'documents']) {
    const columns = db.prepare('select name from pragma_table_info(?)').pluck().all(table).join(', ')
    db.exec(`insert into main.${table} (${columns}) select ${columns} from made.${table}`)
  }
  db.close()
}

describe('a profile from before words by hand', () => {
  it('keeps its claims and verdicts, and takes what people verify and read from then on', () => {
    const file = join(aTempFolder(), 'workstation.db')
    const migrations = aMigrationsFolder((journal) => {
      journal.entries = journal.entries.filter(({ idx }) => idx <= 9)
    })
    openStore({ file, migrations, now: 0, key: null }).close()
    putOldClaim(file)
    const old = openStore({ file, migrations, now: 0, key: null })
    const checkKey = String(
      old.read(({ sqlite }) => sqlite.prepare('select check_key from claims').pluck().get()),
    )
    const verdict = { criterion: 'dates', item: null, verdict: 'met', act: 'set', reason: 'Seen.' } as const
    old.write((s) => putVerdict(s, claimId, checkKey, by.byUserId, { ...verdict, ...by }))
    old.close()

    const store = aStore(file)
    const word = { check: 'contacts', verdict: 'met', note: 'By phone.', ...by } as const
    const days = {
      reading: { what: 'statement', item: 'i1', day: '2026-05-06' },
      evidenceId: null,
      ...by,
    } as const
    store.write((s) => {
      putDetailWord(s, claimId, checkKey, word)
      putReadDays(s, claimId, checkKey, days)
    })
    expect(store.read((s) => listVerdicts(s, claimId, checkKey))).toHaveLength(1)
    expect(store.read((s) => listDetailWords(s, claimId, checkKey))).toEqual([word])
    expect(store.read((s) => listReadDays(s, claimId, checkKey))).toEqual([days])
    expect(store.read((s) => listDetailWords(s, claimId, 'another key'))).toEqual([])
  })
})
