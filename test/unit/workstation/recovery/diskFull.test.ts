import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../../../src-main/store/openStore.ts'
import { createOperationJournal } from '../../../../src-main/workstation/sync/operationJournal.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { aSyncedStation } from '../../../fakes/syncedStation.ts'

const CLAIMS = [aClaimRecord()]
const nothingLeft = () => {
  throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
}

/** A station on a disk that can be filled: for the database by its greatest size, for the journal by refusing. */
async function onASmallDisk(profile = aTempFolder()) {
  const disk = { isFull: false, journalIsFull: false, freed: () => undefined as void }
  let opened: Store | null = null
  const fill = () => {
    disk.isFull = true
    opened?.read(({ sqlite }) => sqlite.pragma('max_page_count = 1'))
  }
  const free = () => {
    disk.isFull = false
    opened?.read(({ sqlite }) => sqlite.pragma('max_page_count = 1073741823'))
  }
  const made = await aSyncedStation(CLAIMS, {
    profile,
    parts: {
      openStore: (options) => (opened = openStore(options)),
      createJournal: (path, key) => {
        const journal = createOperationJournal(path, key)
        return {
          ...journal,
          append: (...lines) => (disk.journalIsFull ? nothingLeft() : journal.append(...lines)),
        }
      },
    },
  })
  const comment = async (text: string, commandId: string) =>
    made.station.workstation.dispatch('claims.comment', {
      ...(await made.on()),
      commandId,
      text,
      visibility: 'internal',
      inReplyTo: null,
    })
  return { ...made, disk, fill, free, comment, profile }
}

const ID = '6f0a3c1e-7a51-4f6e-9a3e-2f8f1f0d1c11'
const LONG = 'x'.repeat(8000)

describe('a disk without room', () => {
  it('refuses the command as storage, keeps what was accepted, and takes the same command once there is room', async () => {
    const { hub, station, fill, free, comment } = await onASmallDisk()
    hub.script.up = false
    const first = await comment('First.', '6f0a3c1e-7a51-4f6e-9a3e-2f8f1f0d1c10')
    expect(first).toMatchObject({ ok: true })
    fill()
    // Fills the pages that are free already.
    let refused = await comment(LONG, ID)
    for (let n = 0; refused.ok && n < 50; n += 1)
      refused = await comment(LONG, `6f0a3c1e-7a51-4f6e-9a3e-2f8f1f0d2c${String(n).padStart(2, '0')}`)
    expect(refused).toMatchObject({ ok: false, error: { code: 'storage', retryable: true } })
    free()
    expect(await comment(LONG, ID)).toMatchObject({ ok: true, value: { outcome: 'accepted' } })
    const { operations } = await station.call('sync.outbox', {})
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  })

  it('when the journal takes no line the command leaves nothing behind', async () => {
    const { hub, station, disk, comment } = await onASmallDisk()
    hub.script.up = false
    disk.journalIsFull = true
    expect(await comment('Not written.', ID)).toMatchObject({ ok: false, error: { code: 'storage' } })
    expect((await station.call('sync.outbox', {})).operations).toEqual([])
    disk.journalIsFull = false
    expect(await comment('Written.', ID)).toMatchObject({ ok: true, value: { outcome: 'accepted' } })
    expect((await station.call('sync.outbox', {})).operations).toHaveLength(1)
  })

  it('gives its reserve up before it refuses', async () => {
    const profile = aTempFolder()
    const reserve = join(profile, 'reserve')
    writeFileSync(reserve, 'room')
    const { hub, disk, comment } = await onASmallDisk(profile)
    hub.script.up = false
    disk.journalIsFull = true
    expect(await comment('Not written.', ID)).toMatchObject({ ok: false })
    expect(existsSync(reserve)).toBe(false)
  })
})
