import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
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
  return { code, out: console.heard().out }
}

async function databaseIn(folder: string) {
  await mkdir(join(folder, 'hub'), { recursive: true })
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
}, 120_000)

it('says of a workstation that is closed which entry of its log does not follow', async () => {
  const profile = aTempFolder()
  const { station } = await aSyncedStation([aClaimRecord()], { profile })
  await station.call('claims.open', { claimId: THE_CLAIM })
  await station.workstation.stop()
  const folder = join(station.database, '..')
  expect(await run('--profile', folder)).toMatchObject({ code: 0, out: expect.stringContaining('is whole') })
  const database = new DatabaseSync(station.database)
  database.exec(`update audit set actor = 'u-nobody' where entry = 2`)
  database.close()
  expect(await run('--profile', folder)).toMatchObject({ code: 1, out: expect.stringContaining('entry 2') })
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
