import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../../src-main/store/openStore.ts'
import { listDecided, putDecided } from '../../../../src-main/store/decidedRepo.ts'
import { checkOwnTables } from '../../../../src-main/store/wholeness.ts'
import { PLACES } from '../../../../src-main/workstation/recovery/profileParts.ts'
import { readRecord } from '../../../../src-main/workstation/record/readRecord.ts'
import { createOperationJournal } from '../../../../src-main/workstation/sync/operationJournal.ts'
import type { Output } from '../../../../src-preload/contract/index.ts'
import type { OperationId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { DecisionDraft } from '../../../../src-preload/contract/vocabulary/draftShape.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { MIGRATIONS } from '../../../builders/store.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { aSyncedStation, everythingMet, THE_CLAIM } from '../../../fakes/syncedStation.ts'
import { startWorkstation, type WorkstationWishes } from '../../../fakes/workstation.ts'

const CLAIMS: readonly ClaimRecord[] = [aClaimRecord()]
const DRAFT: DecisionDraft = {
  act: 'reject',
  reasons: [],
  comment: 'Begun and not sent.',
  isCommentOwn: true,
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
}

/** Where bytes are changed by what they say. */
const IN_THE_OPEN = { openKeys: () => Promise.resolve(null) }

/** A profile with one decision that has not left and one draft, closed in order. */
async function aClosedProfile() {
  const { station, hub, decide } = await aSyncedStation(CLAIMS, { parts: IN_THE_OPEN })
  hub.script.up = false
  const said = await decide({
    decision: 'request_info',
    reasons: ['POE_MISSING_PRODUCTS'],
    comment: 'Teams is not in the paper.',
    items: ['i1'],
  })
  if (said.outcome !== 'accepted') throw new Error(`The decision was ${said.outcome}.`)
  await station.call('claims.keepDraft', { claimId: THE_CLAIM, draft: DRAFT })
  await station.workstation.stop()
  const { profile, database } = station
  return { profile, database, operationId: said.operationId, hub }
}

/** Opened again without a hub. */
async function openAgain(profile: string, wishes: WorkstationWishes = {}) {
  const station = await startWorkstation({ profile, ...wishes, parts: { ...IN_THE_OPEN, ...wishes.parts } })
  const { operations } = await station.call('sync.outbox', {})
  const { recovery } = await station.call('sync.status', {})
  return { station, waiting: operations.map(({ operationId }) => operationId), recovery }
}

/** A database that turns out to be damaged, once, at the first reading that is meant. */
function brokenWhen(isMeant: (work: unknown) => boolean): NonNullable<WorkstationWishes['parts']> {
  let isOver = false
  return {
    openStore: (options) => {
      const store = openStore(options)
      const broken = () => {
        isOver = true
        throw Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' })
      }
      return { ...store, read: (work) => (!isOver && isMeant(work) ? broken() : store.read(work)) }
    },
  }
}

/** The root of the claims, far from what was made here. */
function damageClaims(database: string): void {
  const bytes = readFileSync(database)
  const page = bytes.indexOf('Northgate Assurance plc')
  bytes.fill(0x5a, page - (page % 4096), page - (page % 4096) + 64)
  writeFileSync(database, bytes)
}

const setAsideIn = (profile: string): string[] =>
  existsSync(join(profile, 'quarantine')) ? readdirSync(join(profile, 'quarantine')) : []

describe('a profile whose database is damaged', () => {
  it.each([
    [
      'is no database any more',
      (file: string) => writeFileSync(file, 'Notes, and no database. '.repeat(500)),
    ],
    ['was cut off in the middle', (file: string) => truncateSync(file, 8192)],
    ['is empty', (file: string) => truncateSync(file, 0)],
    [
      'is a folder',
      (file: string) => {
        rmSync(file)
        mkdirSync(file)
      },
    ],
    ['is gone', (file: string) => rmSync(file)],
  ])('opens when the file %s, with every decision that had not left', async (_, damage) => {
    const { profile, database, operationId } = await aClosedProfile()
    damage(database)
    const { waiting, recovery, station } = await openAgain(profile)
    expect(waiting).toEqual([operationId])
    expect(recovery).toMatchObject({ operations: 1 })
    const [name = ''] = setAsideIn(profile)
    expect(recovery?.keptAs).toBe(name)
    await station.call('sync.readRecovery', {})
    expect((await station.call('sync.status', {})).recovery).toBeNull()
  })

  it('keeps what was set aside as it was, and says so once', async () => {
    const { profile, database } = await aClosedProfile()
    writeFileSync(database, 'Notes, and no database. '.repeat(500))
    const first = await openAgain(profile)
    const [name = ''] = setAsideIn(profile)
    expect(readFileSync(join(profile, 'quarantine', name, 'workstation.db'), 'utf8')).toContain('Notes')
    await first.station.workstation.stop()
    await openAgain(profile)
    expect(setAsideIn(profile)).toEqual([name])
  })

  it('takes drafts over where they can be read, reads the feed anew and sends the decision once', async () => {
    const { profile, database, operationId } = await aClosedProfile()
    damageClaims(database)
    const hub = await startScriptedHub({ feed: feedOf(() => CLAIMS) })
    const station = await startWorkstation({
      profile,
      parts: IN_THE_OPEN,
      hub: hub.port,
      poe: everythingMet(CLAIMS),
    })
    const isSent = async () => {
      // The feed meets the damage; what follows is another start, which waits for its time as the first one does.
      station.clock.advance(10_000)
      const claim = await station.workstation.dispatch('claims.open', { claimId: THE_CLAIM })
      return claim.ok && hub.received.length > 0
    }
    await station.until(isSent)
    expect(hub.received.map((request) => request.operationId)).toEqual([operationId])
    expect((await station.call('claims.open', { claimId: THE_CLAIM })).draft).toMatchObject({
      draft: { comment: DRAFT.comment },
    })
    expect(setAsideIn(profile)).toHaveLength(1)
  })

  it('keeps what stood on the screen when somebody decided: the record of a decision can still be saved', async () => {
    const { profile, database, operationId } = await aClosedProfile()
    damageClaims(database)
    const written: Uint8Array[] = []
    const { station, waiting } = await openAgain(profile, {
      chooseCopyPlace: async (where) => ({ where, write: async (bytes) => void written.push(bytes) }),
    })
    expect(waiting).toEqual([operationId])
    const asked = { claimId: THE_CLAIM, withPapers: false, locale: 'en' } as const
    await station.until(async () => {
      const said = await station.workstation.dispatch('record.save', asked)
      return said.ok && (said.value as Output<'record.save'>).outcome === 'saved'
    })
    expect(setAsideIn(profile)).toHaveLength(1)
    const record = readRecord(written.at(-1) ?? new Uint8Array())
    expect(record).toMatchObject({
      outcome: 'verified',
      record: { decision: { operationId } },
    })
  })

  it('leaves out what of a decision no longer is what it was, and what the journal knows to be taken back', async () => {
    const { profile, database, operationId } = await aClosedProfile()
    const kept = openStore({ file: database, migrations: MIGRATIONS, now: 0, key: null })
    const [whole] = kept.read((s) => listDecided(s, THE_CLAIM))
    if (whole === undefined) throw new Error('The decision left nothing.')
    const others = [
      '0b5c1d80-8ba7-4d67-9a55-8e6e2b0f7a01',
      '0b5c1d80-8ba7-4d67-9a55-8e6e2b0f7a02',
    ] as OperationId[]
    kept.write((s) => {
      for (const one of others) {
        const seen = JSON.parse(JSON.stringify(whole.seen).replaceAll(operationId, one)) as unknown
        putDecided(s, { ...whole, operationId: one, seen })
      }
      s.sqlite.prepare('update decided set seen = substr(seen, 1, 200) where operation_id = ?').run(others[0])
    })
    kept.close()
    const journal = createOperationJournal(join(profile, PLACES.journal), null)
    journal.append({ line: 'undone', operationId: others[1] ?? operationId, at: 1 })
    journal.close()
    damageClaims(database)
    const { station } = await openAgain(profile)
    await station.workstation.dispatch('claims.open', { claimId: THE_CLAIM })
    await station.until(async () => setAsideIn(profile).length === 1)
    await station.until(async () => (await station.call('sync.status', {})).recovery !== null)
    await station.workstation.stop()
    const anew = openStore({ file: database, migrations: MIGRATIONS, now: 0, key: null })
    expect(anew.read((s) => listDecided(s, THE_CLAIM))).toEqual([whole])
    anew.close()
  })

  it('puts aside a log of changes that belongs to another database, and is as it was', async () => {
    const { profile, database, operationId } = await aClosedProfile()
    const other = await aSyncedStation(CLAIMS, { parts: IN_THE_OPEN })
    copyFileSync(`${other.station.database}-wal`, `${database}-wal`)
    const { waiting, recovery } = await openAgain(profile)
    expect([waiting, recovery]).toEqual([[operationId], null])
    expect(setAsideIn(profile)).toHaveLength(1)
  })

  it('a changed letter in a waiting decision is put right from the journal', async () => {
    const { profile, database, operationId } = await aClosedProfile()
    const bytes = readFileSync(database)
    for (let at = bytes.indexOf('Teams is not'); at !== -1; at = bytes.indexOf('Teams is not', at + 1))
      bytes.write('Beams', at)
    writeFileSync(database, bytes)
    const hub = await startScriptedHub({ feed: feedOf(() => CLAIMS) })
    const station = await startWorkstation({ profile, parts: IN_THE_OPEN, hub: hub.port })
    station.clock.advance(60_000)
    await station.until(async () => hub.received.length > 0)
    expect(hub.received[0]).toMatchObject({
      operationId,
      action: { comment: 'Teams is not in the paper.' },
    })
  })

  it('a table of another name is damage, although SQLite reads it', async () => {
    const { profile, database, operationId } = await aClosedProfile()
    const bytes = readFileSync(database)
    // Where a page of the schema was split, its old text may still lie in front of the one that counts.
    for (let at = bytes.indexOf('TABLE "outbox"'); at !== -1; at = bytes.indexOf('TABLE "outbox"', at + 1))
      bytes.write('TABLE "outcox"', at)
    writeFileSync(database, bytes)
    const { waiting } = await openAgain(profile)
    expect(waiting).toEqual([operationId])
    expect(setAsideIn(profile)).toHaveLength(1)
  })

  it('damage that shows while it works: the call says storage, and a moment later all is there', async () => {
    const { profile, operationId } = await aClosedProfile()
    let isBroken = false
    const parts = brokenWhen(() => isBroken)
    const station = await startWorkstation({ profile, parts: { ...IN_THE_OPEN, ...parts } })
    await station.call('sync.outbox', {})
    const isRestarted = new Promise<void>((resolve) => {
      station.workstation.onEvent((event) => {
        if (event === 'sync.changed') resolve()
      })
    })
    isBroken = true
    expect(await station.workstation.dispatch('sync.outbox', {})).toMatchObject({
      ok: false,
      error: { code: 'storage', retryable: true },
    })
    await isRestarted
    const { operations } = await station.call('sync.outbox', {})
    expect(operations.map((one) => one.operationId)).toEqual([operationId])
    expect((await station.call('sync.status', {})).recovery).toMatchObject({ operations: 1 })
  })

  it('damage that shows while it settles in: who asks meanwhile is told to ask again, and then all is there', async () => {
    const { profile, operationId } = await aClosedProfile()
    const parts = brokenWhen((work) => Object.is(work, checkOwnTables))
    const station = await startWorkstation({ profile, parts: { ...IN_THE_OPEN, ...parts } })
    const first = await station.workstation.dispatch('sync.outbox', {})
    expect(first).toMatchObject({ ok: false, error: { code: 'storage', retryable: true } })
    await station.until(async () => (await station.workstation.dispatch('sync.outbox', {})).ok)
    const { operations } = await station.call('sync.outbox', {})
    expect(operations.map((one) => one.operationId)).toEqual([operationId])
  })

  it('a disk that would not take the log at the end: the log is no stranger’s, and the last words are there', async () => {
    const { profile } = await aClosedProfile()
    const { station } = await openAgain(profile, {
      parts: {
        openStore: (options) => {
          const store = openStore(options)
          const close = () => {
            const left = [options.file, `${options.file}-wal`].map(
              (path) => [path, readFileSync(path)] as const,
            )
            store.close()
            for (const [path, bytes] of left) writeFileSync(path, bytes)
          }
          return { ...store, close }
        },
      },
    })
    const later = { ...DRAFT, comment: 'Said last.' }
    await station.call('claims.keepDraft', { claimId: THE_CLAIM, draft: later })
    await station.workstation.stop()
    const again = await openAgain(profile)
    const { draft } = await again.station.call('claims.open', { claimId: THE_CLAIM })
    expect(draft?.draft).toEqual(later)
    expect([again.recovery, setAsideIn(profile)]).toEqual([null, []])
  })

  it('damage that shows while it opens: it is set aside once, and all that waited is there', async () => {
    const { profile, database, operationId } = await aClosedProfile()
    const bytes = readFileSync(database)
    for (let at = bytes.indexOf('{"people":['); at !== -1; at = bytes.indexOf('{"people":[', at + 1))
      bytes.write('{"people"::', at)
    writeFileSync(database, bytes)
    const { waiting, recovery } = await openAgain(profile)
    expect(waiting).toEqual([operationId])
    expect(recovery).toMatchObject({ operations: 1 })
    expect(setAsideIn(profile)).toHaveLength(1)
  })

  it('a changed name inside a draft: the claim opens, and the words beside it are there', async () => {
    const { profile, database } = await aClosedProfile()
    const { default: Database } = await import('better-sqlite3')
    const sqlite = new Database(database)
    const changed = sqlite.prepare(`update drafts set draft = replace(draft, '"items"', '"itkms"')`).run()
    expect(changed.changes).toBe(1)
    sqlite.close()
    const { station } = await openAgain(profile)
    const { draft } = await station.call('claims.open', { claimId: THE_CLAIM })
    expect(draft?.draft).toEqual(DRAFT)
  })

  it('a stored word that no longer fits: the claim comes from the hub again, and what waits stays', async () => {
    const { profile, database, operationId, hub } = await aClosedProfile()
    const bytes = readFileSync(database)
    for (let at = bytes.indexOf('VOLUME_LIC'); at !== -1; at = bytes.indexOf('VOLUME_LIC', at + 1))
      bytes.write('VOLUMINOUS', at)
    writeFileSync(database, bytes)
    hub.script.up = true
    hub.script.feed = feedOf(() => CLAIMS)
    const station = await startWorkstation({
      profile,
      parts: IN_THE_OPEN,
      hub: hub.port,
      poe: everythingMet(CLAIMS),
    })
    const isHealed = async () => {
      station.clock.advance(10_000)
      return (await station.workstation.dispatch('claims.open', { claimId: THE_CLAIM })).ok
    }
    await station.until(isHealed)
    expect(setAsideIn(profile)).toEqual([])
    await station.until(async () => hub.received.length === 1)
    expect(hub.received[0]?.operationId).toBe(operationId)
  })
})
