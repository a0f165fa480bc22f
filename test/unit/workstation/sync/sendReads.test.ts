import { describe, expect, it } from 'vitest'
import { SendReads } from '../../../../src-main/hub/api/reads.ts'
import { aClaimRecord, sha256Of } from '../../../builders/claimRecord.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { aSyncedStation, PAPER, THE_CLAIM } from '../../../fakes/syncedStation.ts'
import type { ScriptedAnswer } from '../../../fakes/scriptedHub.ts'

const RECORDS = [aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }] })]
const sha256 = sha256Of(PAPER)
const POST = 'POST /v1.0/reads'

/** A station whose hub keeps what was read as told. */
async function aReader(answer: () => ScriptedAnswer, profile = aTempFolder()) {
  const sent: { readonly user: string; readonly reads: SendReads['reads'] }[] = []
  const desk = await aSyncedStation(RECORDS, {
    profile,
    script: {
      reads: (body, user) => {
        sent.push({ user, reads: SendReads.parse(body).reads })
        return answer()
      },
    },
  })
  let rounds = 0
  /** A round of its own: the one after it begins once this one is over. */
  const round = async () => {
    rounds = desk.hub.asked.filter((one) => one === 'GET /v1.0/claims/delta').length
    await desk.station.call('sync.now', {})
    await desk.hub.whenAnswered('GET /v1.0/claims/delta', rounds + 1)
  }
  const look = async (...pages: number[]) => {
    await desk.station.call('claims.open', { claimId: THE_CLAIM })
    await desk.station.call('seen.papers', { claimId: THE_CLAIM, papers: [{ sha256, inside: [], pages }] })
  }
  const told = () => sent.flatMap(({ reads }) => reads.map(({ act, pages }) => [act, pages]))
  return { ...desk, sent, round, look, told }
}

const KEPT = (): ScriptedAnswer => ({ body: { kept: 1 } })

describe('what was looked at', () => {
  it('reaches the hub once and in its order, also what was looked at while the hub was away', async () => {
    const { hub, sent, round, look, told, station } = await aReader(KEPT)
    hub.script.up = false
    await look(1, 2)
    expect(sent).toEqual([])
    hub.script.up = true
    await round()
    await hub.whenAnswered(POST, 1)
    await round()
    await look(3)
    await round()
    await hub.whenAnswered(POST, 2)
    await round()
    expect(told()).toEqual([
      ['claim_opened', null],
      ['document_opened', null],
      ['pages_seen', '1-2'],
      ['pages_seen', '3'],
    ])
    expect(new Set(sent.flatMap(({ reads }) => reads.map(({ readId }) => readId))).size).toBe(4)
    expect(Object.keys(sent[0]?.reads[1] ?? {}).sort()).toEqual([
      'act',
      'at',
      'claimId',
      'pages',
      'readId',
      'sha256',
    ])
    await station.workstation.stop()
  })

  it('is sent again where no answer came, under the same ids, and not after a restart', async () => {
    const profile = aTempFolder()
    let isBusy = true
    const first = await aReader(() => (isBusy ? { status: 503 } : KEPT()), profile)
    await first.look(1)
    await first.station.call('sync.now', {})
    await first.hub.whenAnswered(POST, 1)
    isBusy = false
    await first.station.call('sync.now', {})
    await first.hub.whenAnswered(POST, 2)
    expect(first.sent[1]).toEqual(first.sent[0])
    await first.round()
    await first.station.workstation.stop()
    const second = await aReader(KEPT, profile)
    await second.round()
    await second.round()
    expect(second.sent).toEqual([])
  })

  it('stays here where the hub is of before, which is asked once in a run', async () => {
    const { hub, sent, round, look, station } = await aReader(() => ({ status: 404 }))
    await look(1)
    await round()
    await hub.whenAnswered(POST, 1)
    await round()
    await round()
    expect(sent).toHaveLength(1)
    expect(station.log.map(({ event }) => event)).toContain('the hub did not take what was read here')
  })
})
