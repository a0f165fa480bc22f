import Database from 'better-sqlite3'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyClaim } from '../../src-main/store/feedRepo.ts'
import { addOwnEvidence, listOwnEvidence } from '../../src-main/store/ownEvidenceRepo.ts'
import { Instant, OperationId, Sha256, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { OwnEvidence } from '../../src-preload/contract/vocabulary/ownEvidenceShape.ts'
import { openStore } from '../../src-main/store/openStore.ts'
import { aClaimRecord } from '../builders/claimRecord.ts'
import { aMigrationsFolder, type Journal } from '../builders/olderProfile.ts'
import { MIGRATIONS } from '../builders/store.ts'
import { aTempFolder } from '../builders/tempFolder.ts'

function addMigration(journal: Journal, folder: string, sql: string, when: number): void {
  journal.entries.push({
    idx: journal.entries.length,
    version: '6',
    when,
    tag: '9999_later',
    breakpoints: true,
  })
  writeFileSync(join(folder, '9999_later.sql'), sql)
}

const open = (file: string, migrations: string) => openStore({ file, migrations, now: 1234, key: null })
const LATER = 9_000_000_000_000

describe('migrating a profile', () => {
  it('keeps a copy from before the first step, and the rows', () => {
    const folder = aTempFolder()
    const file = join(folder, 'workstation.db')
    const old = open(file, MIGRATIONS)
    old.write((store) => applyClaim(store, aClaimRecord({ claimName: 'Kept over the upgrade' })))
    old.close()
    const newer = aMigrationsFolder((journal, at) =>
      addMigration(journal, at, 'alter table claims add column note text', LATER),
    )
    const upgraded = open(file, newer)
    const row = upgraded.read(({ sqlite }) => sqlite.prepare('select claim_name, note from claims').get())
    upgraded.close()
    expect(row).toEqual({ claim_name: 'Kept over the upgrade', note: null })
    const copy = readdirSync(folder).find((name) => name.includes('before-9999_later-1234'))
    const before = new Database(join(folder, String(copy)), { readonly: true })
    expect(before.prepare('select claim_name from claims').pluck().get()).toBe('Kept over the upgrade')
    before.close()
  })

  it('takes a failing migration back as a whole', () => {
    const file = join(aTempFolder(), 'workstation.db')
    open(file, MIGRATIONS).close()
    const broken = aMigrationsFolder((journal, at) =>
      addMigration(journal, at, 'create table half (x);--> statement-breakpoint\nnot sql at all', LATER),
    )
    expect(() => open(file, broken)).toThrow()
    const again = open(file, MIGRATIONS)
    const half = again.read(({ sqlite }) =>
      sqlite.prepare("select 1 from sqlite_master where name = 'half'").get(),
    )
    again.close()
    expect(half).toBeUndefined()
  })

  it('takes back a migration that leaves rows without their parent', () => {
    const file = join(aTempFolder(), 'workstation.db')
    const old = open(file, MIGRATIONS)
    old.write((store) => applyClaim(store, aClaimRecord()))
    old.close()
    const orphaning = aMigrationsFolder((journal, at) =>
      addMigration(journal, at, 'delete from claims', LATER),
    )
    expect(() => open(file, orphaning)).toThrow('inconsistent')
    const again = open(file, MIGRATIONS)
    expect(again.read(({ sqlite }) => sqlite.prepare('select count(*) from claims').pluck().get())).toBe(1)
    again.close()
  })

  it('refuses a journal whose stamps do not grow: one of its steps would be skipped', () => {
    const stale = aMigrationsFolder((journal, at) => addMigration(journal, at, 'select 1', 1))
    expect(() => open(join(aTempFolder(), 'workstation.db'), stale)).toThrow(
      expect.objectContaining({ code: 'broken_migrations' }),
    )
  })

  it('gives a profile from before own evidence a place for it, with every claim and verdict kept', () => {
    const file = join(aTempFolder(), 'workstation.db')
    const before = aMigrationsFolder((journal) => {
      journal.entries = journal.entries.filter(({ tag }) => tag !== '0007_own_evidence')
    })
    const record = aClaimRecord()
    const { claimId } = record.form
    const old = open(file, before)
    old.write((store) => applyClaim(store, record))
    old.write(({ sqlite }) =>
      sqlite.exec(
        `insert into verdicts values ('${claimId}', 'dates', '', 'key', 'met', 'set', 'Seen.', 'u-reviewer', 'Marta', 1)`,
      ),
    )
    old.close()
    const upgraded = open(file, MIGRATIONS)
    const found: OwnEvidence = {
      evidenceId: OperationId.parse('00000000-0000-4000-8000-000000000001'),
      criterion: 'dates',
      item: null,
      sha256: Sha256.parse('a'.repeat(64)),
      inside: [0, 2],
      page: 1,
      quads: [[0, 0, 1, 0, 1, 1, 0, 1]],
      text: null,
      note: 'By hand.',
      byUserId: UserId.parse('u-reviewer'),
      byName: 'Marta',
      at: Instant.parse('2026-11-22T10:00:00.000Z'),
    }
    upgraded.write((store) => addOwnEvidence(store, claimId, found))
    expect(upgraded.read((store) => listOwnEvidence(store, claimId))).toEqual([found])
    expect(
      upgraded.read(({ sqlite }) => sqlite.prepare('select reason from verdicts').pluck().all()),
    ).toEqual(['Seen.'])
    upgraded.close()
  })

  it('does nothing to a database that is up to date', () => {
    const folder = aTempFolder()
    const file = join(folder, 'workstation.db')
    open(file, MIGRATIONS).close()
    open(file, MIGRATIONS).close()
    expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([])
  })
})
