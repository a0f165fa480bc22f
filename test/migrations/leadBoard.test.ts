import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyClaim } from '../../src-main/store/feedRepo.ts'
import { openStore, type ReadStore } from '../../src-main/store/openStore.ts'
import { countUntold } from '../../src-main/store/untoldRepo.ts'
import { aCalendar } from '../builders/calendar.ts'
import { chanceOf } from '../builders/chance.ts'
import { aDrawnClaim } from '../builders/leadTeam.ts'
import { aMigrationsFolder, putOlderClaim } from '../builders/olderProfile.ts'
import { aStore } from '../builders/store.ts'
import { aTempFolder } from '../builders/tempFolder.ts'

const clocksIn = ({ sqlite }: ReadStore) =>
  sqlite
    .prepare(
      `select claim_id, claim_clocks.* from claim_clocks join claims using (claim_key) order by claim_id, claim_clocks.position`,
    )
    .all()
    .map((row) => ({ ...(row as object), claim_key: 0 }))

describe('a profile from before the lead’s board', () => {
  it('gets the clocks of its claims as the feed would have written them, to the millisecond, and has all of their past to tell', () => {
    const chance = chanceOf(20_261_123)
    const around = [Date.parse('2026-03-29T01:00:00.001Z'), Date.parse('2026-10-25T00:59:59.999Z')]
    const records = Array.from({ length: 200 }, (_, n) => aDrawnClaim(chance, n, around, aCalendar()))
    const file = join(aTempFolder(), 'workstation.db')
    const migrations = aMigrationsFolder((journal) => {
      journal.entries = journal.entries.filter(({ idx }) => idx <= 11)
    })
    const old = openStore({ file, migrations, now: 0, key: null })
    old.write((s) => {
      for (const record of records) putOlderClaim(s, record)
    })
    old.close()

    const fed = aStore()
    fed.write((s) => {
      for (const record of records) applyClaim(s, record)
    })
    const migrated = aStore(file)
    expect(migrated.read(clocksIn).length).toBeGreaterThan(100)
    expect(migrated.read(clocksIn)).toEqual(fed.read(clocksIn))
    expect(migrated.read(countUntold)).toBe(records.length)
  })
})
