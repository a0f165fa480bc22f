import { describe, expect, it } from 'vitest'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord, sha256Of } from '../../../builders/claimRecord.ts'
import { unreadFacts } from '../../../builders/documentFacts.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import type { ScriptedAnswer } from '../../../fakes/scriptedHub.ts'
import { aSyncedStation, PAPER, type SyncedWishes } from '../../../fakes/syncedStation.ts'

const RECORDS = [
  aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }] }),
  aClaimRecord({ claimId: 'other', documents: [{ documentId: 'd2', bytes: PAPER }] }),
]
const PUT = (claimId: string) => `PUT /v1.0/claims/${claimId}/documents/${sha256Of(PAPER)}/facts/reader%201`

/** A station whose hub takes facts as told. */
async function aReader(answer: () => ScriptedAnswer, wishes: SyncedWishes = {}) {
  const taken: unknown[] = []
  const desk = await aSyncedStation(RECORDS, {
    ...wishes,
    script: {
      facts: (sha256, version, facts) => {
        taken.push([sha256, version, facts])
        return answer()
      },
    },
  })
  const offered = () => desk.hub.asked.filter((one) => one.startsWith('PUT /v1.0/claims/'))
  return { ...desk, taken, offered }
}

describe('the facts of documents', () => {
  it('go to the hub once for a document and a reader, however many claims carry it and however often this starts', async () => {
    const profile = aTempFolder()
    const first = await aReader(() => ({ status: 204 }), { profile })
    await first.hub.whenAnswered(PUT('208417'), 1)
    expect(first.taken).toEqual([[sha256Of(PAPER), 'reader 1', unreadFacts(PAPER)]])
    // The next round begins once this one kept what was taken.
    await first.station.call('sync.now', {})
    await first.hub.whenAsked('GET /v1.0/claims/delta', 2)
    await first.station.workstation.stop()
    const second = await aReader(() => ({ status: 204 }), { profile })
    second.station.clock.advance(60_000)
    await second.hub.whenAsked('GET /v1.0/claims/delta', 2)
    expect([first.offered().length, second.offered().length]).toEqual([1, 0])
  })

  it('wait while the hub is away, and hold nothing up meanwhile', async () => {
    let isBusy = true
    const { hub, station, taken, row } = await aReader(() => ({ status: isBusy ? 503 : 204 }))
    await hub.whenAnswered(PUT('208417'), 1)
    expect((await row())?.verdicts.dates).toBe('met')
    isBusy = false
    await station.call('sync.now', {})
    await hub.whenAnswered(PUT('208417'), 2)
    expect(taken.length).toBe(2)
  })

  it.each([403, 404, 413])('are not offered again when the hub answers %i', async (status) => {
    const { hub, station, offered } = await aReader(() => ({ status }))
    await hub.whenAnswered(PUT('208417'), 1)
    for (const round of [2, 3]) {
      await station.call('sync.now', {})
      await hub.whenAsked('GET /v1.0/claims/delta', round)
    }
    expect(offered().length).toBe(1)
    expect(station.log.map(({ event }) => event)).toContain('the hub did not take the facts of a document')
  })

  it('are kept back from a hub to which only an auditor speaks', async () => {
    const { hub, station, offered } = await aReader(() => ({ status: 403 }), { user: 'u-auditor' })
    await station.call('sync.now', {})
    await hub.whenAsked('GET /v1.0/claims/delta', 2)
    expect(offered()).toEqual([])
    hub.script.facts = () => ({ status: 204 })
    await station.call('session.switchUser', { userId: UserId.parse('u-reviewer') })
    await hub.whenAnswered(PUT('208417'), 1)
  })
})
