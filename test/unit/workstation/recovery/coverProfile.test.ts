import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unsealFile } from '../../../../src-main/store/sealedFile.ts'
import type { ConversionStep } from '../../../../src-main/workstation/recovery/coverProfile.ts'
import { filesIn, findWords, SEEDED, wordsOf } from '../../../builders/bytesOnDisk.ts'
import { aClaimRecord, aPartnerComment } from '../../../builders/claimRecord.ts'
import { bareDatabase, keysIn } from '../../../builders/profileKey.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { aSyncedStation, everythingMet } from '../../../fakes/syncedStation.ts'
import { aCommandId, startWorkstation } from '../../../fakes/workstation.ts'

const CLAIMS = [aClaimRecord({ customerName: SEEDED.customer, comments: [aPartnerComment(SEEDED.comment)] })]
const WORDS = Object.values(SEEDED).flatMap(wordsOf)
const IN_THE_OPEN = { openKeys: () => Promise.resolve(null) }
const STEPS: readonly ConversionStep[] = [
  'journal: copied',
  'journal: old aside',
  'journal: copy in place',
  'journal: old wiped',
  'log taken in',
  'copied',
  'covered',
  'verified',
  'old aside',
  'copy in place',
  'old wiped',
]

/** A profile of before there were keys, with decisions that did not leave, as a process that was killed left it. */
async function anOpenProfile() {
  const { station, hub, on } = await aSyncedStation(CLAIMS, { parts: IN_THE_OPEN })
  hub.script.up = false
  for (const text of [SEEDED.decision, SEEDED.note, SEEDED.draft]) {
    const commandId = aCommandId()
    const words = { text, visibility: 'internal', inReplyTo: null } as const
    await station.call('claims.comment', { ...(await on()), commandId, ...words })
  }
  const { operations } = await station.call('sync.outbox', {})
  expect(operations).toHaveLength(3)
  // Part of it in the file, part in the log of changes.
  const folder = join(aTempFolder(), 'killed')
  cpSync(station.profile, folder, { recursive: true })
  const counts = countsIn(folder)
  return { folder, counts, waiting: operations.map(({ operationId }) => operationId) }
}

function countsIn(profile: string): Record<string, unknown> {
  const copy = join(aTempFolder(), 'counted')
  cpSync(profile, copy, { recursive: true })
  const sqlite = bareDatabase(join(copy, 'workstation.db'))
  const tables = sqlite.prepare("select name from sqlite_master where type = 'table'").pluck().all()
  const counts = tables.map((name) => [
    name,
    sqlite
      .prepare(`select count(*) from "${String(name)}"`)
      .pluck()
      .get(),
  ])
  sqlite.close()
  return Object.fromEntries(counts) as Record<string, unknown>
}

function openUntil(profile: string, step: string) {
  const script = join(import.meta.dirname, 'openingProcess.ts')
  return spawnSync(process.execPath, ['--no-warnings', script, profile, step], { encoding: 'utf8' })
}

describe('a profile from before there were keys', () => {
  it('is encrypted with the first start: every table, what waits and the journal are as they were', async () => {
    const { folder, counts, waiting } = await anOpenProfile()
    expect(findWords(folder, WORDS)).not.toEqual([])
    const ended = openUntil(folder, 'none of them')
    expect([ended.status, ended.stderr]).toEqual([0, ''])
    expect(countsIn(folder)).toEqual(counts)
    const station = await startWorkstation({ profile: folder })
    const { operations } = await station.call('sync.outbox', {})
    expect(operations.map(({ operationId }) => operationId)).toEqual(waiting)
    expect((await station.call('sync.status', {})).recovery).toBeNull()
    await station.workstation.stop()
    expect(findWords(folder, WORDS)).toEqual([])
  })

  it('loses nothing and leaves nothing in the open, whichever step of it is cut off by kill -9', async () => {
    const { folder, waiting } = await anOpenProfile()
    for (const step of STEPS) {
      const profile = join(aTempFolder(), 'profile')
      cpSync(folder, profile, { recursive: true })
      expect([step, openUntil(profile, step).signal]).toEqual([step, 'SIGKILL'])
      const station = await startWorkstation({ profile })
      const { operations } = await station.call('sync.outbox', {})
      const { recovery } = await station.call('sync.status', {})
      await station.workstation.stop()
      expect([step, operations.map(({ operationId }) => operationId), recovery]).toEqual([
        step,
        waiting,
        null,
      ])
      expect([step, findWords(profile, WORDS), leftOvers(profile)]).toEqual([step, [], []])
    }
  })

  it('sends what waited once it is encrypted', async () => {
    const { folder, waiting } = await anOpenProfile()
    const hub = await startScriptedHub({ feed: feedOf(() => CLAIMS) })
    const station = await startWorkstation({ profile: folder, hub: hub.port, poe: everythingMet(CLAIMS) })
    await station.until(async () => {
      station.clock.advance(10_000)
      return (await station.call('sync.outbox', {})).operations.length === 0
    })
    expect(hub.received.map(({ operationId }) => operationId)).toEqual(waiting)
  })

  it('seals what was set aside and copied before: its owner can still open it, with the key', async () => {
    const { folder } = await anOpenProfile()
    const copy = join(folder, 'workstation.db.before-0016_words_on_twins-1')
    cpSync(join(folder, 'workstation.db'), copy)
    const aside = join(folder, 'quarantine/2026-01-02T03-04-05.678Z')
    mkdirSync(aside, { recursive: true })
    cpSync(join(folder, 'workstation.db'), join(aside, 'workstation.db'))
    cpSync(join(folder, 'workstation.db-wal'), join(aside, 'workstation.db-wal'))
    writeFileSync(join(aside, 'taken-over'), '')
    const before = readFileSync(join(aside, 'workstation.db'))
    expect(openUntil(folder, 'none of them').status).toBe(0)
    expect(findWords(folder, WORDS)).toEqual([])
    expect(existsSync(copy)).toBe(false)
    const back = join(aTempFolder(), 'back.db')
    unsealFile(join(aside, 'workstation.db.sealed'), back, keysIn(folder)?.oldFiles ?? Buffer.alloc(32))
    expect(readFileSync(back).equals(before)).toBe(true)
  })

  it('that is damaged is put together anew, encrypted, and the damaged one is sealed', async () => {
    const { folder, waiting } = await anOpenProfile()
    const file = join(folder, 'workstation.db')
    // Takes the log in, so that no page of it mends the damage.
    new Database(file).close()
    const bytes = readFileSync(file)
    const page = bytes.indexOf(SEEDED.customer)
    bytes.fill(0x5a, page - (page % 4096), page - (page % 4096) + 64)
    writeFileSync(file, bytes)
    const station = await startWorkstation({ profile: folder })
    const { operations } = await station.call('sync.outbox', {})
    expect(operations.map(({ operationId }) => operationId)).toEqual(waiting)
    await station.workstation.stop()
    expect(findWords(folder, WORDS)).toEqual([])
  })
})

const leftOvers = (profile: string): string[] =>
  filesIn(profile).filter((path) => /\.(open|covering)(-\w+)?$/.test(path))
