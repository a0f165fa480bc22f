import { describe, expect, it } from 'vitest'
import type { Input } from '../../../../src-preload/contract/index.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord, sha256Of } from '../../../builders/claimRecord.ts'
import { unreadFacts } from '../../../builders/documentFacts.ts'
import { NOTHING_TO_SHOW } from '../../../fakes/nothingToShow.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { aCommandId, startWorkstation } from '../../../fakes/workstation.ts'

const PAPER = new TextEncoder().encode('a signed paper')
const record = aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }] })
const { claimId } = record.form
const place: Input<'claims.addEvidence'>['evidence'] = {
  criterion: 'dates',
  item: null,
  sha256: sha256Of(PAPER),
  inside: [],
  page: 2,
  quads: [[10, 10, 60, 10, 60, 20, 10, 20]],
  text: '14 April 2026',
  note: 'The date by hand is hers.',
}

async function desk() {
  const hub = await startScriptedHub({ feed: feedOf(() => [record]), document: () => ({ bytes: PAPER }) })
  const poe = {
    readerVersion: '1',
    checkerVersion: '1',
    read: () => Promise.resolve(unreadFacts(PAPER)),
    judge: async () => aReport(record),
    ...NOTHING_TO_SHOW,
    knowsProduct: async () => true,
  }
  const station = await startWorkstation({ hub: hub.port, poe })
  station.clock.advance(0)
  const listed = () => station.call('claims.list', { filter: { text: '' }, offset: 0, limit: 1 })
  await station.until(async () => (await listed()).rows[0]?.verdicts.usablePoe === 'met')
  const on = () => ({ claimId, revision: record.revision, commandId: aCommandId() })
  const found = async () => (await station.call('claims.open', { claimId })).ownEvidence
  return { ...station, on, found }
}

describe('a place that a reviewer found', () => {
  it('stands on the claim with who found it and why, and a repeat of the command adds no second one', async () => {
    const { call, on, found } = await desk()
    const command = { ...on(), evidence: place }
    for (let time = 0; time < 2; time += 1)
      expect(await call('claims.addEvidence', command)).toMatchObject({ outcome: 'accepted' })
    expect(await found()).toEqual([
      {
        ...place,
        evidenceId: command.commandId,
        byUserId: 'u-reviewer',
        byName: expect.any(String),
        at: expect.any(String),
      },
    ])
  })

  it('goes again by the hand of who found it, and by no other', async () => {
    const { call, on, found } = await desk()
    const command = { ...on(), evidence: place }
    await call('claims.addEvidence', command)
    await call('session.switchUser', { userId: UserId.parse('u-lead') })
    await call('claims.removeEvidence', { ...on(), evidenceId: command.commandId })
    expect(await found()).toHaveLength(1)
    await call('session.switchUser', { userId: UserId.parse('u-reviewer') })
    await call('claims.removeEvidence', { ...on(), evidenceId: command.commandId })
    expect(await found()).toEqual([])
  })

  it('is on a paper and for a criterion that the claim has', async () => {
    const { workstation, on, found } = await desk()
    const other = { ...place, sha256: sha256Of(new Uint8Array([1])) }
    for (const evidence of [other, { ...place, criterion: 'products', item: 'none' }]) {
      const reply = await workstation.dispatch('claims.addEvidence', { ...on(), evidence })
      expect(reply).toMatchObject({ ok: false, error: { code: 'bad_request' } })
    }
    expect(await found()).toEqual([])
  })

  it('is not an auditor’s to add', async () => {
    const { call, on } = await desk()
    await call('session.switchUser', { userId: UserId.parse('u-auditor') })
    expect(await call('claims.addEvidence', { ...on(), evidence: place })).toMatchObject({
      outcome: 'blocked',
      blocks: [{ reason: 'role_may_not' }],
    })
  })
})
