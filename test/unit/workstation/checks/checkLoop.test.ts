import { describe, expect, it } from 'vitest'
import type { DocumentFacts } from '../../../../src-main/poe/facts/documentFacts.ts'
import type { PoePort } from '../../../../src-main/workstation/ports.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord, type ClaimWishes, sha256Of } from '../../../builders/claimRecord.ts'
import { unreadFacts } from '../../../builders/documentFacts.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { startWorkstation, type TestStation } from '../../../fakes/workstation.ts'
import { NOTHING_TO_SHOW } from '../../../fakes/nothingToShow.ts'

const id = ClaimId.parse('208417')
const PAPER = new TextEncoder().encode('a signed paper')
const withPaper: ClaimWishes = { documents: [{ documentId: 'd1', bytes: PAPER }] }

/** A checker that writes down what it was asked to read and to judge. */
function aChecker(versions: Partial<PoePort> = {}) {
  const read: string[] = []
  const judged: string[] = []
  const poe: PoePort = {
    readerVersion: 'reader 1',
    checkerVersion: 'checker 1',
    read: ({ sha256, bytes }) => {
      read.push(sha256)
      return Promise.resolve(unreadFacts(bytes))
    },
    judge: async ({ form }) => {
      judged.push(form.claimName)
      return aReport(aClaimRecord({ claimName: form.claimName }))
    },
    ...NOTHING_TO_SHOW,
    knowsProduct: async () => true,
    ...versions,
  }
  return { poe, read, judged }
}

const status = async ({ call }: TestStation) => (await call('claims.open', { claimId: id })).checkStatus
const knows = async ({ workstation }: TestStation) =>
  (await workstation.dispatch('claims.open', { claimId: id })).ok
const checked = (station: TestStation) => async () =>
  (await knows(station)) && (await status(station)) === 'ready'

describe('checking claims', () => {
  it('reads a document once for all claims that carry it', async () => {
    const { poe, read, judged } = aChecker()
    const records = [
      aClaimRecord({ ...withPaper, claimName: 'First' }),
      aClaimRecord({ ...withPaper, claimId: 'other', claimName: 'Second' }),
    ]
    const hub = await startScriptedHub({ feed: feedOf(() => records), document: () => ({ bytes: PAPER }) })
    const station = await startWorkstation({ hub: hub.port, poe })
    station.clock.advance(0)
    await station.until(async () => judged.length === 2)
    expect([read, judged.sort()]).toEqual([[sha256Of(PAPER)], ['First', 'Second']])
  })

  it('checks again when the form changes, and does not read again', async () => {
    const { poe, read, judged } = aChecker()
    const hub = await startScriptedHub({
      feed: feedOf(() => [aClaimRecord({ ...withPaper, claimName: 'Before' })]),
      document: () => ({ bytes: PAPER }),
    })
    const station = await startWorkstation({ hub: hub.port, poe })
    station.clock.advance(0)
    await station.until(checked(station))
    hub.script.feed = () => ({
      body: {
        value: [aClaimRecord({ ...withPaper, claimName: 'After', customerName: 'Another Ltd', revision: 4 })],
        '@odata.deltaLink': 'seen',
      },
    })
    station.clock.advance(60_000)
    await station.until(async () => judged.includes('After') && (await status(station)) === 'ready')
    expect([read, judged]).toEqual([[sha256Of(PAPER)], ['Before', 'After']])
  })

  it('keeps its findings when only what no criterion reads was edited', async () => {
    const { poe, judged } = aChecker()
    const hub = await startScriptedHub({
      feed: feedOf(() => [aClaimRecord({ ...withPaper, claimName: 'Before' })]),
      document: () => ({ bytes: PAPER }),
    })
    const station = await startWorkstation({ hub: hub.port, poe })
    station.clock.advance(0)
    await station.until(checked(station))
    hub.script.feed = () => ({
      body: {
        value: [aClaimRecord({ ...withPaper, claimName: 'After', revision: 4 })],
        '@odata.deltaLink': 'seen',
      },
    })
    station.clock.advance(60_000)
    await station.until(
      async () => (await station.call('claims.open', { claimId: id })).claim.form.claimName === 'After',
    )
    expect([await status(station), judged]).toEqual(['ready', ['Before']])
  })

  it('checks the claim that somebody opens at once, also while another one is being read', async () => {
    let begun: () => void = () => undefined
    const reading = new Promise<void>((resolve) => {
      begun = resolve
    })
    const slow = new TextEncoder().encode('a very long paper')
    const { poe, judged } = aChecker()
    const read = poe.read
    const awaited: boolean[] = []
    const stuck: PoePort = {
      ...poe,
      read(document) {
        awaited.push(document.isAwaited)
        if (document.bytes.length !== slow.length) return read(document)
        begun()
        return new Promise<DocumentFacts>(() => undefined)
      },
    }
    const first = aClaimRecord({
      claimId: 'first',
      documents: [{ documentId: 'd0', bytes: slow }],
      dueAt: '2026-11-21T00:00:00.000Z',
    })
    const last = aClaimRecord({ ...withPaper, claimName: 'Looked at' })
    const hub = await startScriptedHub({
      feed: feedOf(() => [first, last]),
      document: (sha256) => ({ bytes: sha256 === first.documents[0]?.sha256 ? slow : PAPER }),
    })
    const station = await startWorkstation({ hub: hub.port, poe: stuck })
    station.clock.advance(0)
    await reading
    await station.until(checked(station))
    expect([judged, awaited]).toEqual([['Looked at'], [false, true]])
  })

  it('goes through the queue by what is due first, says how far it is, and goes on there after a restart', async () => {
    const profile = aTempFolder()
    const { poe, judged } = aChecker()
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const judge = poe.judge
    const slow: PoePort = {
      ...poe,
      judge: async (input) => {
        if (input.form.claimName === 'Third') await held
        return judge(input)
      },
    }
    const due = (claimId: string, claimName: string, day: string) =>
      aClaimRecord({ claimId, claimName, dueAt: `2026-11-${day}T00:00:00.000Z` })
    const records = [due('c', 'Third', '28'), due('a', 'First', '22'), due('b', 'Second', '25')]
    const hub = await startScriptedHub({ feed: feedOf(() => records) })
    const first = await startWorkstation({ hub: hub.port, poe: slow, profile })
    const progress = async (station: TestStation) => (await station.call('sync.status', {})).checks
    expect(await progress(first)).toEqual({ waiting: 0, inAll: 0 })
    first.clock.advance(0)
    await first.until(async () => judged.length === 2 && (await progress(first)).waiting === 1)
    expect([judged, await progress(first)]).toEqual([['First', 'Second'], { waiting: 1, inAll: 3 }])
    const stopped = first.workstation.stop()
    release()
    await stopped
    const second = await startWorkstation({ hub: hub.port, poe, profile })
    expect((await progress(second)).inAll).toBe(3)
    second.clock.advance(1_000)
    await second.until(async () => (await progress(second)).waiting === 0)
    expect(judged.filter((name) => name !== 'Third')).toEqual(['First', 'Second'])
  })

  it('tries a claim again on which the checker failed, once it changed', async () => {
    const { poe, judged } = aChecker()
    const judge = poe.judge
    const failing: PoePort = {
      ...poe,
      judge: (input) => {
        if (input.form.customer.companyName === 'Cursed Ltd') throw new Error('a bug in a criterion')
        return judge(input)
      },
    }
    const hub = await startScriptedHub({ feed: feedOf(() => [aClaimRecord({ customerName: 'Cursed Ltd' })]) })
    const station = await startWorkstation({ hub: hub.port, poe: failing })
    station.clock.advance(0)
    await station.until(async () => (await knows(station)) && (await status(station)) === 'failed')
    hub.script.feed = () => ({
      body: { value: [aClaimRecord({ customerName: 'Plain Ltd', revision: 4 })], '@odata.deltaLink': 'seen' },
    })
    station.clock.advance(60_000)
    await station.until(checked(station))
    expect(judged).toEqual(['Teams rollout'])
  })

  it('lets old findings go when a newer checker starts on the profile', async () => {
    const profile = aTempFolder()
    const old = aChecker()
    const hub = await startScriptedHub({
      feed: feedOf(() => [aClaimRecord(withPaper)]),
      document: () => ({ bytes: PAPER }),
    })
    const first = await startWorkstation({ hub: hub.port, poe: old.poe, profile })
    first.clock.advance(0)
    await first.until(checked(first))
    await first.workstation.stop()
    const newer = aChecker({ checkerVersion: 'checker 2' })
    const second = await startWorkstation({ hub: hub.port, poe: newer.poe, profile })
    expect(await status(second)).toBe('waiting')
    second.clock.advance(0)
    await second.until(checked(second))
    expect([newer.read, newer.judged]).toEqual([[], ['Teams rollout']])
  })

  it('keeps a document away whose bytes are not what its name says, and leaves the claim workable', async () => {
    const { poe, judged } = aChecker()
    const hub = await startScriptedHub({
      feed: feedOf(() => [aClaimRecord(withPaper)]),
      document: () => ({ bytes: new TextEncoder().encode('another paper') }),
    })
    const station = await startWorkstation({ hub: hub.port, poe })
    station.clock.advance(0)
    await station.until(async () =>
      station.log.some(({ event }) => event === 'a document could not be fetched'),
    )
    const detail = await station.call('claims.open', { claimId: id })
    expect(detail).toMatchObject({ checkStatus: 'waiting', documents: [{ availability: 'missing' }] })
    expect(judged).toEqual([])
  })

  it('says so when the checker itself fails, and goes on with the other claims', async () => {
    const { poe, judged } = aChecker()
    const judge = poe.judge
    const failing: PoePort = {
      ...poe,
      judge: (input) => {
        if (input.form.claimName === 'Cursed') throw new Error('a bug in a criterion')
        return judge(input)
      },
    }
    const records = [
      aClaimRecord({ claimName: 'Cursed', dueAt: '2026-11-21T00:00:00.000Z' }),
      aClaimRecord({ claimId: 'other', claimName: 'Plain' }),
    ]
    const hub = await startScriptedHub({ feed: feedOf(() => records) })
    const station = await startWorkstation({ hub: hub.port, poe: failing })
    station.clock.advance(0)
    await station.until(async () => judged.includes('Plain'))
    expect(await status(station)).toBe('failed')
  })

  it('stops at once although a document is still being read', async () => {
    let begun: () => void = () => undefined
    const reading = new Promise<void>((resolve) => {
      begun = resolve
    })
    const { poe } = aChecker({
      read: () => {
        begun()
        return new Promise<DocumentFacts>(() => undefined)
      },
    })
    const hub = await startScriptedHub({
      feed: feedOf(() => [aClaimRecord(withPaper)]),
      document: () => ({ bytes: PAPER }),
    })
    const station = await startWorkstation({ hub: hub.port, poe })
    station.clock.advance(0)
    await reading
    await station.workstation.stop()
    expect(await station.workstation.dispatch('sync.status', {})).toMatchObject({
      error: { code: 'offline' },
    })
  })
  it('takes it calmly when the reader gives up because the workstation is stopping', async () => {
    const stopped = Promise.withResolvers<void>()
    const { poe } = aChecker({
      read: () => {
        station.workstation.stop().then(stopped.resolve, stopped.reject)
        return Promise.reject(new Error('The reader was closed'))
      },
    })
    const hub = await startScriptedHub({
      feed: feedOf(() => [aClaimRecord(withPaper)]),
      document: () => ({ bytes: PAPER }),
    })
    const station = await startWorkstation({ hub: hub.port, poe })
    station.clock.advance(0)
    await stopped.promise
    expect(station.log.filter(({ level }) => level === 'error')).toEqual([])
  })
})
