import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createKeyPort } from '../../../../src-main/hosts/services/keys/keyPort.ts'
import type { KeyPort } from '../../../../src-main/workstation/ports.ts'
import { KEY_FILES } from '../../../../src-main/workstation/keys/wrappedKey.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { fileKeys, NO_KEEPER } from '../../../builders/profileKey.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { aSyncedStation, everythingMet } from '../../../fakes/syncedStation.ts'
import { aCommandId, startWorkstation } from '../../../fakes/workstation.ts'

const CLAIMS = [aClaimRecord()]
const TEXTS = ['First.', 'Second.', 'Third.'] as const
const PASSPHRASE = 'four small words here'

/** A profile with three acts that did not leave, closed. */
async function aProfile(keys: KeyPort = fileKeys()) {
  const { station, hub, on } = await aSyncedStation(CLAIMS, { keys })
  hub.script.up = false
  for (const text of TEXTS) {
    const words = { text, visibility: 'internal', inReplyTo: null } as const
    await station.call('claims.comment', { ...(await on()), commandId: aCommandId(), ...words })
  }
  const { operations } = await station.call('sync.outbox', {})
  await station.workstation.stop()
  return { profile: station.profile, waiting: operations.map(({ operationId }) => operationId) }
}

const keptKeys = (profile: string) =>
  KEY_FILES.map((name) => [name, readFileSync(join(profile, name))] as const)

function corruptKey(profile: string): () => void {
  const kept = keptKeys(profile)
  for (const [name] of kept) writeFileSync(join(profile, name), '{"version":1,"keyId":"gone')
  return () => {
    for (const [name, bytes] of kept) writeFileSync(join(profile, name), bytes)
  }
}

/** Every file with its bytes, but for what a lock is held by. */
function filesOf(profile: string): Record<string, string> {
  const names = readdirSync(profile, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile() && entry.name !== 'profile.lock')
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name),
      readFileSync(join(parentPath, name)).toString('base64'),
    ]),
  )
}

const underPassphrase = (known: string | null): KeyPort =>
  createKeyPort({
    keeper: NO_KEEPER,
    passphrases: { known: () => Promise.resolve(known), chosen: () => Promise.resolve(known) },
    mayLieOpen: false,
    say: () => undefined,
  })

describe('a profile whose key cannot be read', () => {
  it('opens locked, says how many acts did not leave, and changes no byte', async () => {
    const { profile } = await aProfile()
    corruptKey(profile)
    const before = filesOf(profile)
    const station = await startWorkstation({ profile })
    expect(await station.call('vault.state', {})).toEqual({
      state: 'locked',
      trouble: 'broken',
      keptBy: null,
      unsent: 3,
    })
    expect(await station.workstation.dispatch('sync.outbox', {})).toMatchObject({
      ok: false,
      error: { code: 'locked' },
    })
    expect(await station.call('vault.unlock', { passphrase: null })).toEqual({
      outcome: 'still_locked',
      trouble: 'broken',
    })
    await station.workstation.stop()
    expect(filesOf(profile)).toEqual(before)
  })

  it.each<[string, (profile: string) => Promise<void>]>([
    ['gone', async (profile) => KEY_FILES.forEach((name) => rmSync(join(profile, name)))],
    [
      'of another profile',
      async (profile) => {
        const other = await aProfile()
        for (const name of KEY_FILES) cpSync(join(other.profile, name), join(profile, name))
      },
    ],
  ])('never takes a key that is %s for damage of the database: nothing is set aside', async (_, lose) => {
    const { profile, waiting } = await aProfile()
    const kept = keptKeys(profile)
    await lose(profile)
    const station = await startWorkstation({ profile })
    expect(await station.call('vault.state', {})).toMatchObject({ state: 'locked', unsent: 3 })
    expect(existsSync(join(profile, 'quarantine'))).toBe(false)
    for (const [name, bytes] of kept) writeFileSync(join(profile, name), bytes)
    expect(await station.call('vault.unlock', { passphrase: null })).toEqual({ outcome: 'opened' })
    const { operations } = await station.call('sync.outbox', {})
    expect(operations.map(({ operationId }) => operationId)).toEqual(waiting)
  })

  it('sends everything once the key is back', async () => {
    const { profile, waiting } = await aProfile()
    const bringBack = corruptKey(profile)
    const hub = await startScriptedHub({ feed: feedOf(() => CLAIMS) })
    const station = await startWorkstation({ profile, hub: hub.port, poe: everythingMet(CLAIMS) })
    expect(await station.call('vault.state', {})).toMatchObject({ state: 'locked' })
    bringBack()
    expect(await station.call('vault.unlock', { passphrase: null })).toEqual({ outcome: 'opened' })
    await station.until(async () => {
      station.clock.advance(10_000)
      return (await station.call('sync.outbox', {})).operations.length === 0
    })
    expect(hub.received.map(({ operationId }) => operationId)).toEqual(waiting)
  })

  it('is moved whole when a person wants to begin anew, and what it holds is sent when its key turns up', async () => {
    const { profile, waiting } = await aProfile()
    const kept = keptKeys(profile)
    corruptKey(profile)
    const before = Object.keys(filesOf(profile)).length
    const hub = await startScriptedHub({ feed: feedOf(() => CLAIMS) })
    const wishes = { profile, hub: hub.port, poe: everythingMet(CLAIMS) }
    const station = await startWorkstation(wishes)
    const aside = await station.call('vault.setAside', { passphrase: null })
    if (aside.outcome !== 'set_aside') throw new Error(`It was ${aside.outcome}.`)
    const folder = join(profile, 'locked', aside.keptAs)
    expect(Object.keys(filesOf(folder))).toHaveLength(before)
    expect((await station.call('sync.outbox', {})).operations).toEqual([])
    expect(await station.call('vault.state', {})).toMatchObject({ state: 'open', setAside: 1 })
    await station.workstation.stop()
    for (const [name, bytes] of kept) writeFileSync(join(folder, name), bytes)
    const again = await startWorkstation(wishes)
    await again.until(async () => {
      again.clock.advance(10_000)
      await again.call('sync.outbox', {})
      return hub.received.length === 3
    })
    expect(hub.received.map(({ operationId }) => operationId)).toEqual(waiting)
    await again.until(async () => (await again.call('sync.outbox', {})).operations.length === 0)
    expect(await again.call('vault.state', {})).toMatchObject({ setAside: 0 })
    // Taken in once, it is not taken in again.
    await again.workstation.stop()
    const third = await startWorkstation({ profile })
    expect((await third.call('sync.outbox', {})).operations).toEqual([])
    expect(await third.call('vault.takeIn', { passphrase: null })).toMatchObject({ profiles: 0 })
  })

  it('ends the move that a crash cut off before it opens anything', async () => {
    const { profile } = await aProfile()
    const folder = join(profile, 'locked', '2026-01-02T03-04-05.678Z')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'moving'), '')
    for (const name of KEY_FILES) renameSync(join(profile, name), join(folder, name))
    const station = await startWorkstation({ profile })
    expect((await station.call('sync.outbox', {})).operations).toHaveLength(3)
    expect(existsSync(join(folder, 'workstation.db'))).toBe(true)
    expect(await station.call('vault.state', {})).toMatchObject({ state: 'open', setAside: 0 })
  })

  it('asks for its passphrase in the window, and opens with the right one alone', async () => {
    const { profile, waiting } = await aProfile(underPassphrase(PASSPHRASE))
    expect(readFileSync(join(profile, KEY_FILES[0]), 'utf8')).toContain('"kind":"passphrase"')
    const station = await startWorkstation({ profile, keys: underPassphrase(null) })
    expect(await station.call('vault.state', {})).toMatchObject({
      trouble: 'passphrase_wanted',
      keptBy: 'passphrase',
      unsent: 3,
    })
    expect(await station.call('vault.unlock', { passphrase: 'four small words' })).toEqual({
      outcome: 'still_locked',
      trouble: 'passphrase_wrong',
    })
    expect(await station.call('vault.unlock', { passphrase: PASSPHRASE })).toEqual({ outcome: 'opened' })
    const { operations } = await station.call('sync.outbox', {})
    expect(operations.map(({ operationId }) => operationId)).toEqual(waiting)
  })

  it('set aside, is taken in with its passphrase; the new one has a passphrase of its own', async () => {
    const { profile } = await aProfile(underPassphrase(PASSPHRASE))
    const station = await startWorkstation({ profile, keys: underPassphrase(null) })
    expect(await station.call('vault.setAside', { passphrase: null })).toEqual({
      outcome: 'passphrase_wanted',
    })
    expect(existsSync(join(profile, 'locked'))).toBe(false)
    const passphrase = 'other words of mine'
    expect(await station.call('vault.setAside', { passphrase })).toMatchObject({ outcome: 'set_aside' })
    expect(await station.call('vault.takeIn', { passphrase: 'not the one at all' })).toMatchObject({
      left: 1,
    })
    expect(await station.call('vault.takeIn', { passphrase: PASSPHRASE })).toEqual({
      profiles: 1,
      operations: 3,
      left: 0,
    })
    expect((await station.call('sync.outbox', {})).operations).toHaveLength(3)
  })

  it('makes no second key while another process makes the first one', async () => {
    const profile = aTempFolder()
    const { lockFolder } = await import('../../../../src-main/store/folderLock.ts')
    const held = lockFolder(profile)
    await expect(startWorkstation({ profile })).rejects.toThrow(/already open/)
    held.free()
    expect(await (await startWorkstation({ profile })).call('vault.state', {})).toMatchObject({
      state: 'open',
    })
  })
})
