import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'
import { EMPTY_DATABASE, putFreshDatabase } from '../../../../../src-main/hosts/hub/freshDatabase.ts'
import { createKeyPort } from '../../../../../src-main/hosts/services/keys/keyPort.ts'
import { coverOf } from '../../../../../src-main/store/databaseKey.ts'
import { KEY_FILES } from '../../../../../src-main/workstation/keys/wrappedKey.ts'
import type { KeyPort } from '../../../../../src-main/workstation/ports.ts'
import { bareDatabase, keyBeside, NO_KEEPER } from '../../../../builders/profileKey.ts'
import { runVerify } from '../../../../../src-main/hosts/cli/verify/verifyCommand.ts'
import { UsageError } from '../../../../../src-main/hosts/cli/usageError.ts'
import { folderAnchors } from '../../../../../src-main/hub/anchors/folderAnchors.ts'
import { takeAnchors } from '../../../../../src-main/hub/anchors/takeAnchor.ts'
import { openPglite } from '../../../../../src-main/hub/store/database.ts'
import { aHubClaim, anOperation, comment } from '../../../../builders/hub/hubClaim.ts'
import { openTestHub, withoutTriggers } from '../../../../builders/hub/testHub.ts'
import { asTests } from '../../../../builders/hub/testDatabase.ts'
import { aTempFolder } from '../../../../builders/tempFolder.ts'
import { aClaimRecord } from '../../../../builders/claimRecord.ts'
import { cliConsole } from '../../../../fakes/cliConsole.ts'
import { aSyncedStation, THE_CLAIM } from '../../../../fakes/syncedStation.ts'

async function run(...args: readonly string[]) {
  const console = cliConsole()
  const code = await runVerify(args, console)
  return { code, ...console.heard() }
}

function countIn(file: string, table: string): number {
  const database = bareDatabase(file, { readonly: true })
  try {
    return Number(database.prepare(`select count(*) from ${table}`).pluck().get())
  } finally {
    database.close()
  }
}

async function databaseIn(folder: string) {
  await mkdir(join(folder, 'hub'), { recursive: true })
  await putFreshDatabase(join(folder, 'hub', 'pg'), EMPTY_DATABASE)
  return openPglite(join(folder, 'hub', 'pg'), { contextOf: asTests })
}

it('says of the folder of a hub whether its log is whole, and which claim and entry is not', async () => {
  const folder = aTempFolder()
  const hub = await openTestHub(await databaseIn(folder))
  await hub.put(aHubClaim())
  await hub.operate('reviewer', 'C-1', anOperation(await hub.record('C-1'), comment('One.')))
  await hub.operate('reviewer', 'C-1', anOperation(await hub.record('C-1'), comment('Two.')))
  await takeAnchors({ ...hub.ports, place: folderAnchors(join(folder, 'hub', 'anchors')) })
  await hub.close()
  const whole = await run('--data-dir', folder)
  expect([whole.code, whole.out]).toEqual([0, expect.stringContaining('The log is whole.')])

  const database = await databaseIn(folder)
  await withoutTriggers(database.owner, (tx) =>
    tx.execute(sql`delete from audit_entries where subject_id = 'C-1' and entry = 3`),
  )
  await database.close()
  const cut = await run('--data-dir', folder)
  expect(cut.code).toBe(1)
  expect(cut.out).toContain('claim C-1, entry 3: an anchor saw this entry; the chain ends before it')
  const blind = await run('--data-dir', folder, '--no-anchors', '--json')
  const said = JSON.parse(blind.out) as { anchors: null; findings: { kind: string }[] } // what the command writes
  expect(said.anchors).toBeNull()
  expect(said.findings.map(({ kind }) => kind)).not.toContain('tail_cut')
}, 60_000)

/** Names, sizes, times and bytes of everything in a folder. */
const tracesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const path = join(folder, name)
      const { size, mtimeMs, ino } = statSync(path)
      const sha256 = statSync(path).isFile()
        ? createHash('sha256').update(readFileSync(path)).digest('hex')
        : ''
      return [name, size, mtimeMs, ino, sha256]
    })

async function aDaysLog(wishes: { readonly keys?: KeyPort } = {}) {
  const profile = aTempFolder()
  const { station } = await aSyncedStation([aClaimRecord()], { profile, ...wishes })
  await station.call('claims.open', { claimId: THE_CLAIM })
  return { station, folder: dirname(station.database) }
}

it('says of a workstation that is closed which entry of its encrypted log does not follow, and touches nothing', async () => {
  const { station, folder } = await aDaysLog()
  await station.workstation.stop()
  expect(coverOf(station.database, keyBeside(station.database))).toBe('ours')
  const before = tracesIn(folder)
  expect(await run('--profile', folder)).toMatchObject({ code: 0, out: expect.stringContaining('is whole') })
  expect(tracesIn(folder)).toEqual(before)
  const database = bareDatabase(station.database)
  database.exec(`update audit set actor = 'u-nobody' where entry = 2`)
  database.close()
  const changed = tracesIn(folder)
  expect(await run('--profile', folder)).toMatchObject({ code: 1, out: expect.stringContaining('entry 2') })
  expect(tracesIn(folder)).toEqual(changed)
})

it('looks at a profile as a killed process leaves it, with what only its log holds, and leaves the log to the next start', async () => {
  const { station, folder } = await aDaysLog()
  const killed = aTempFolder()
  cpSync(folder, killed, { recursive: true })
  await station.workstation.stop()
  expect(statSync(join(killed, 'workstation.db-wal')).size).toBeGreaterThan(0)
  const before = tracesIn(killed)
  const { code, out } = await run('--profile', killed, '--json')
  expect([code, JSON.parse(out)]).toEqual([
    0,
    { entries: countIn(station.database, 'audit'), brokenAt: null },
  ])
  expect(tracesIn(killed)).toEqual(before)
})

it('opens a profile under a passphrase, and gives no verdict without it', async () => {
  const passphrase = 'a passphrase of the desk'
  const keys = createKeyPort({
    keeper: NO_KEEPER,
    passphrases: { known: () => Promise.resolve(passphrase), chosen: () => Promise.resolve(passphrase) },
    mayLieOpen: false,
    say: () => undefined,
  })
  const { station, folder } = await aDaysLog({ keys })
  await station.workstation.stop()
  const file = join(aTempFolder(), 'passphrase')
  vi.stubEnv('PROOFDESK_PASSPHRASE_FILE', file)
  for (const [typed, code, says] of [
    [passphrase, 0, 'is whole'],
    ['another passphrase', 3, 'not the passphrase'],
    ['', 3, 'PROOFDESK_PASSPHRASE_FILE'],
  ] as const) {
    writeFileSync(file, `${typed}\n`)
    const said = await run('--profile', folder)
    expect([said.code, said.out + said.err]).toEqual([code, expect.stringContaining(says)])
  }
  for (const name of KEY_FILES) rmSync(join(folder, name))
  const before = tracesIn(folder)
  expect(await run('--profile', folder)).toMatchObject({
    code: 3,
    err: expect.stringContaining('key is gone'),
  })
  expect(tracesIn(folder)).toEqual(before)
  vi.unstubAllEnvs()
})

it('says that it could not look, where the database is none', async () => {
  const folder = aTempFolder()
  writeFileSync(join(folder, 'workstation.db'), 'no database at all, but long enough for a header')
  expect(await run('--profile', folder)).toMatchObject({
    code: 3,
    out: '',
    err: expect.stringContaining('damaged'),
  })
})

it('finds the profiles of people who sign in, and asks whose where there are several', async () => {
  const { station } = await aSyncedStation([aClaimRecord()])
  await station.workstation.stop()
  const data = aTempFolder()
  const of = (person: string) => join(data, 'people', person, 'profile')
  cpSync(join(station.database, '..'), of('0a'), { recursive: true })
  expect(await run('--profile', data)).toMatchObject({ code: 0, out: expect.stringContaining('is whole') })
  cpSync(of('0a'), of('0b'), { recursive: true })
  await expect(run('--profile', data)).rejects.toThrow(of('0b'))
  expect(await run('--profile', of('0b'))).toMatchObject({ code: 0 })
  for (const name of KEY_FILES) rmSync(join(of('0b'), name))
  expect(await run('--profile', of('0b'))).toMatchObject({
    code: 3,
    err: expect.stringContaining('key is gone'),
  })
})

it('asks for one of a folder, a database and a profile', async () => {
  const wrong = [
    [],
    ['--data-dir', '/nowhere'],
    ['--database-url', 'mysql://h/d'],
    ['--profile', '/nowhere'],
    ['--data-dir', '/a', '--profile', '/b'],
    ['--database-url', 'postgres://h/d', '--anchors', '/a', '--no-anchors'],
  ]
  for (const args of wrong)
    await expect(runVerify(args, cliConsole()), args.join(' ')).rejects.toThrow(UsageError)
})
