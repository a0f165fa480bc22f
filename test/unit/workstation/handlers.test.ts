import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src-preload/contract/vocabulary/settingWords.ts'
import { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord } from '../../builders/claimRecord.ts'
import { aTempFolder } from '../../builders/tempFolder.ts'
import { feedOf, startScriptedHub } from '../../fakes/scriptedHub.ts'
import { startWorkstation } from '../../fakes/workstation.ts'

async function aQueueOfThree() {
  const records = [
    aClaimRecord({ claimId: 'a', dueAt: '2026-11-21T00:00:00.000Z' }),
    aClaimRecord({ claimId: 'b', state: 'submitted', subState: 'queued', dueAt: '2026-11-22T00:00:00.000Z' }),
    aClaimRecord({ claimId: 'c', dueAt: '2026-11-23T00:00:00.000Z' }),
  ]
  const hub = await startScriptedHub({ feed: feedOf(() => records) })
  const station = await startWorkstation({ hub: hub.port })
  station.clock.advance(0)
  await station.until(async () => (await station.call('sync.status', {})).hub === 'online')
  return { hub, station }
}

describe('questions about the queue', () => {
  it('are answered with the counts of every status', async () => {
    const { station } = await aQueueOfThree()
    expect(await station.call('claims.counts', {})).toEqual({
      states: [
        { state: 'submitted', claims: 1 },
        { state: 'under_review', claims: 2 },
      ],
    })
  })

  it('are answered with the place of a claim among the filtered ones', async () => {
    const { station } = await aQueueOfThree()
    const filter = { text: 'status:under_review' }
    expect(await station.call('claims.position', { filter, claimId: ClaimId.parse('c') })).toEqual({
      index: 1,
      total: 2,
      isMore: false,
      previous: 'a',
      next: null,
    })
  })
})

describe('the session', () => {
  it('changes places with another person of the hub, and refuses a stranger', async () => {
    const { station } = await aQueueOfThree()
    const current = await station.call('session.current', {})
    expect([current.user.name, current.others.map(({ name }) => name)]).toEqual([
      'Marta Ginevri',
      ['Paul Brandt', 'Anneke Kuiper'],
    ])
    expect(await station.call('session.switchUser', { userId: UserId.parse('u-auditor') })).toMatchObject({
      user: { role: 'auditor' },
    })
    expect(await station.workstation.dispatch('session.switchUser', { userId: 'u-nobody' })).toMatchObject({
      error: { code: 'not_found' },
    })
  })

  it('keeps settings over a restart', async () => {
    const profile = aTempFolder()
    const first = await startWorkstation({ profile })
    expect(await first.call('settings.get', {})).toEqual(DEFAULT_SETTINGS)
    await first.call('settings.set', { locale: 'it' })
    await first.call('settings.set', { undoHoldSeconds: 20 })
    await first.call('settings.set', { singleKeys: false, keys: { 'decide.approve': ['q'] } })
    await first.workstation.stop()
    const second = await startWorkstation({ profile })
    expect(await second.call('settings.get', {})).toEqual({
      locale: 'it',
      theme: 'system',
      documentBudgetMb: 2_000,
      undoHoldSeconds: 20,
      singleKeys: false,
      keys: { 'decide.approve': ['q'] },
      quietHours: null,
    })
  })

  it('tells the window where documents are shown', async () => {
    const { call } = await startWorkstation()
    expect(await call('host.info', {})).toMatchObject({
      host: 'headless',
      viewerUrl: 'http://viewer.localhost:4000/',
    })
  })
})

describe('asking for a round of sync', () => {
  it('reaches the hub without waiting for the next poll', async () => {
    const { hub, station } = await aQueueOfThree()
    hub.script.feed = () => ({
      body: { value: [aClaimRecord({ claimId: 'd' })], '@odata.deltaLink': 'seen' },
    })
    await station.call('sync.now', {})
    await station.until(async () => (await station.workstation.dispatch('claims.open', { claimId: 'd' })).ok)
    expect(hub.asked).toContain('GET /v1.0/claims/delta')
  })
})
