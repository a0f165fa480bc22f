import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContainerClient } from '@azure/storage-blob'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openAnchors } from '../../../src-main/hosts/services/openAnchors.ts'
import { type AnchorPlace, nameOf } from '../../../src-main/hub/anchors/anchorPlace.ts'
import { openBlobAnchors } from '../../../src-main/hub/anchors/blobAnchors.ts'
import { folderAnchors } from '../../../src-main/hub/anchors/folderAnchors.ts'
import { takeAnchors } from '../../../src-main/hub/anchors/takeAnchor.ts'
import { verifyLog } from '../../../src-main/hub/audit/verifyLog.ts'
import { describeAzurite } from '../../builders/hub/azuriteServer.ts'
import { anEmbeddedDatabase } from '../../builders/hub/embeddedDatabase.ts'
import { aHubClaim, anOperation, comment } from '../../builders/hub/hubClaim.ts'
import { openTestHub, type TestHub, withoutTriggers } from '../../builders/hub/testHub.ts'

/** A place and a way to its anchors behind its back. */
interface OpenPlace {
  readonly place: AnchorPlace
  replace(number: number, text: string): Promise<void>
  remove(number: number): Promise<void>
}

let folder = ''
let hub: TestHub | undefined
const hubOf = (): TestHub => {
  if (hub === undefined) throw new Error('The hub is not open yet')
  return hub
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anchor-places-'))
  hub = await openTestHub(await anEmbeddedDatabase())
})
afterAll(async () => {
  await hub?.close()
  await rm(folder, { recursive: true, force: true })
})

/** What every place for anchors promises. */
function describePlace(name: string, open: () => Promise<OpenPlace>): void {
  describe(name, () => {
    let opened: OpenPlace
    beforeEach(async () => {
      opened = await open()
      await hubOf().clear()
    })
    const text = async (number: number) => {
      const bytes = await opened.place.read(number)
      return bytes === null ? null : Buffer.from(bytes).toString()
    }
    const anchor = () => takeAnchors({ ...hubOf().ports, place: opened.place }, { isLast: true })
    const grow = async (claimId: string) => {
      await hubOf().put(aHubClaim({ claimId, documents: [claimId], products: [`m365.${claimId}`] }))
      await hubOf().operate(
        'reviewer',
        claimId,
        anOperation(await hubOf().record(claimId), comment('A word.')),
      )
    }
    const findings = async () => (await verifyLog(hubOf().ports.db, opened.place)).findings

    it('gives back what was written, in the order of numbers, and knows nothing else', async () => {
      const { place } = opened
      expect([await place.numbers(), await text(1)]).toEqual([[], null])
      for (const number of [10, 2, 1])
        expect(await place.writeNew(number, Buffer.from(`${number}`))).toBe(true)
      expect([await place.numbers(), await text(2), await text(3)]).toEqual([[1, 2, 10], '2', null])
    })

    it('takes a number once, of many who write it at the same moment', async () => {
      const taken = await Promise.all(
        Array.from({ length: 20 }, (_, turn) => opened.place.writeNew(1, Buffer.from(`turn ${turn}`))),
      )
      expect(taken.filter(Boolean)).toHaveLength(1)
      expect(await text(1)).toBe(`turn ${taken.indexOf(true)}`)
      expect(await opened.place.writeNew(1, Buffer.from('later'))).toBe(false)
      expect(await text(1)).toBe(`turn ${taken.indexOf(true)}`)
    })

    it('holds what finds a tail that was cut, and its own anchors that were changed or taken away', async () => {
      for (const claimId of ['C-1', 'C-2', 'C-3']) {
        await grow(claimId)
        expect(await anchor()).toBe(1)
      }
      expect(await findings()).toEqual([])
      const kept = await text(2)
      await opened.replace(2, (kept ?? '').replaceAll('C-2', 'C-9'))
      expect(await findings()).toMatchObject([{ kind: 'anchor_changed', entry: 2 }])
      for (const number of [2, 3]) {
        await opened.remove(number)
        expect(await findings()).toContainEqual(
          expect.objectContaining({ kind: 'anchor_missing', entry: number }),
        )
      }
      await withoutTriggers(hubOf().owner, (tx) =>
        tx.execute(sql`delete from audit_entries where subject_id = 'C-1' and entry = 2`),
      )
      expect(await findings()).toContainEqual(
        expect.objectContaining({ kind: 'tail_cut', subjectId: 'C-1', entry: 2 }),
      )
    })
  })
}

describePlace('anchors in a folder', () => {
  const home = join(folder, randomUUID(), 'made on the way')
  return Promise.resolve({
    place: folderAnchors(home),
    replace: async (number, text) => {
      await chmod(join(home, nameOf(number)), 0o600)
      await writeFile(join(home, nameOf(number)), text)
    },
    remove: (number) => rm(join(home, nameOf(number))),
  })
})

describeAzurite((connectionOf) => {
  describePlace('anchors as blobs', async () => {
    const named = { connection: connectionOf(), container: `anchors-${randomUUID()}` }
    const container = new ContainerClient(named.connection, named.container)
    return {
      place: await openBlobAnchors(named),
      replace: async (number, text) => {
        await container.getBlockBlobClient(nameOf(number)).upload(text, Buffer.byteLength(text))
      },
      remove: async (number) => {
        await container.deleteBlob(nameOf(number))
      },
    }
  })

  it('is where a hub anchors whose environment names it, and a folder is where others do', async () => {
    const container = `named-${randomUUID()}`
    const env = { PROOFDESK_ANCHOR_CONNECTION: connectionOf(), PROOFDESK_ANCHOR_CONTAINER: container }
    const home = join(folder, randomUUID())
    await (await openAnchors(env, home)).writeNew(1, Buffer.from('{}'))
    expect(await (await openBlobAnchors({ connection: connectionOf(), container })).numbers()).toEqual([1])
    await (await openAnchors({}, home)).writeNew(1, Buffer.from('{}'))
    expect(await readdir(home)).toEqual([nameOf(1)])
    await expect(openAnchors({ PROOFDESK_ANCHOR_CONTAINER: container }, home)).rejects.toThrow('connection')
  })

  it('does not take a container that is gone for one without anchors', async () => {
    const named = { connection: connectionOf(), container: `gone-${randomUUID()}` }
    const place = await openBlobAnchors(named)
    await place.writeNew(1, Buffer.from('{}'))
    await new ContainerClient(named.connection, named.container).delete()
    await expect(place.numbers()).rejects.toThrow()
    await expect(place.writeNew(2, Buffer.from('{}'))).rejects.toThrow()
    await expect(place.read(1)).rejects.toThrow()
  })
})
