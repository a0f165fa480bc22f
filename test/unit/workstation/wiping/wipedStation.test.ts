import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { KEY_FILES } from '../../../../src-main/workstation/keys/wrappedKey.ts'
import type { WipeStep } from '../../../../src-main/workstation/wiping/eraseProfile.ts'
import { WIPE_MARK } from '../../../../src-main/workstation/wiping/wipeMark.ts'
import { findWords, SEEDED, wordsOf } from '../../../builders/bytesOnDisk.ts'
import { anEmbeddedDatabase } from '../../../builders/hub/embeddedDatabase.ts'
import { openTestHub, type TestHub } from '../../../builders/hub/testHub.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { aCommandId } from '../../../fakes/workstation.ts'
import { actsAt, aStation, CLAIM_ID, order, putClaim, putWipe, stationsAt, stepsOf } from './wipeDesk.ts'

const STEPS: readonly WipeStep[] = [
  'marked',
  'key let go',
  'key files gone',
  'database gone',
  'journal gone',
  'rest gone',
  'documents gone',
  'sign-in gone',
  'erased',
]
const WORDS = wordsOf(SEEDED.note)
const IN_THE_OPEN = { openKeys: () => Promise.resolve(null) }

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub(await anEmbeddedDatabase())
})
beforeEach(async () => {
  await hub.clear()
  await putClaim(hub)
})
afterAll(() => hub.close())

/** One that was at the hub once and is away from it since, with words that did not leave. */
async function anUnsentStation(wishes: Parameters<typeof aStation>[1] = {}) {
  const station = await aStation(hub, wishes)
  await station.until(async () => (await station.isHere()) && (await stationsAt(hub)).length > 0)
  station.way.isUp = false
  const unsent = await station.comment(SEEDED.note)
  return { ...station, unsent, id: (await stationsAt(hub)).at(-1) ?? '' }
}

describe('a workstation that is to be wiped', () => {
  it('sends what is unsent, forgets its keys, and leaves no word and no file but a mark that names nobody', async () => {
    let isForgotten = false
    const station = await anUnsentStation({
      parts: IN_THE_OPEN,
      forgetSignIn: async () => void (isForgotten = true),
    })
    const { profile, unsent, id } = station
    for (const place of ['quarantine/old', 'locked/older']) {
      mkdirSync(join(profile, place), { recursive: true })
      writeFileSync(join(profile, place, 'workstation.db'), SEEDED.note)
    }
    writeFileSync(join(profile, 'workstation.db.before-a-migration'), SEEDED.note)
    expect(findWords(profile, WORDS).length).toBeGreaterThan(3)
    await order(hub, id)
    station.way.isUp = true
    station.sync()
    await station.until(station.isWiped)
    expect(await actsAt(hub)).toEqual({ answered: [unsent], carried: [] })
    expect(findWords(profile, WORDS)).toEqual([])
    expect(readdirSync(profile)).toEqual([WIPE_MARK])
    expect(findWords(profile, ['reviewer', 'team_lead', 'train'])).toEqual([])
    expect(isForgotten).toBe(true)
    expect(await station.workstation.dispatch('claims.list', {})).toMatchObject({
      ok: false,
      error: { code: 'locked' },
    })
    await expect.poll(() => stepsOf(hub, id)).toEqual(['ordered', 'begun', 'done'])
  })

  it('sends a decision that could still be undone as well, since it was acknowledged', async () => {
    const station = await anUnsentStation()
    station.way.isUp = true
    station.sync()
    await station.until(async () => (await station.call('sync.outbox', {})).operations.length === 0)
    const { claim } = await station.call('claims.open', { claimId: CLAIM_ID })
    station.way.isUp = false
    const said = await station.call('claims.decide', {
      claimId: CLAIM_ID,
      revision: claim.revision,
      commandId: aCommandId(),
      decision: 'request_info',
      reasons: ['POE_MISSING_PRODUCTS'],
      comment: 'Which products?',
      items: claim.form.items.slice(0, 1).map(({ id }) => id),
      mayRemoveItems: false,
      partnerRequestReason: null,
      note: '',
    })
    expect(said.outcome).toBe('accepted')
    expect((await station.call('sync.outbox', {})).operations).toMatchObject([{ state: 'held' }])
    await order(hub, station.id)
    station.way.isUp = true
    await station.call('sync.now', {})
    await station.until(station.isWiped)
    expect((await hub.record(CLAIM_ID)).state).toBe('partner_action_required')
  })

  it('is so too when nobody gets a token any more: what waits is handed over as it is', async () => {
    const station = await anUnsentStation()
    await order(hub, station.id)
    Object.assign(station.way, { isUp: true, isSignedIn: false })
    station.sync()
    await station.until(station.isWiped)
    expect(await actsAt(hub)).toEqual({ answered: [], carried: [station.unsent] })
  })

  it('hands over what the hub refused, with every word', async () => {
    const station = await anUnsentStation()
    await hub.ask('team_lead', 'PUT', '/v1.0/people/reviewer/partnerLinks', {
      links: [{ mpnId: '4711', reason: 'Works there.' }],
    })
    station.way.isUp = true
    station.sync()
    await station.until(async () => (await station.call('sync.conflicts', {})).conflicts.length > 0)
    await order(hub, station.id)
    station.sync()
    await station.until(station.isWiped)
    expect((await actsAt(hub)).carried).toEqual([station.unsent])
  })

  it('leaves another workstation of the same person alone', async () => {
    const lost = await anUnsentStation()
    const other = await aStation(hub)
    await other.until(other.isHere)
    await order(hub, lost.id)
    lost.way.isUp = true
    lost.sync()
    await lost.until(lost.isWiped)
    other.sync()
    const said = await other.comment('Still at work.')
    other.sync()
    await expect.poll(async () => (await actsAt(hub)).answered).toContain(said)
    expect(await other.isWiped()).toBe(false)
  })

  it('works on when the order was taken back, even at the last moment', async () => {
    const station = await anUnsentStation()
    await order(hub, station.id)
    const asked: string[] = []
    station.way.before = async (path) => {
      asked.push(path)
      // It has heard the order and sends what it has.
      if (path.endsWith('/operations') && (await stepsOf(hub, station.id)).at(-1) === 'ordered')
        await putWipe(hub, station.id, 'taken_back')
    }
    station.way.isUp = true
    station.sync()
    await station.until(async () => (await station.call('sync.outbox', {})).operations.length === 0)
    await expect.poll(() => asked.some((path) => /\/order\/[\w-]+$/.test(path))).toBe(true)
    await expect.poll(() => asked.some((path) => path.includes('/claims/delta'))).toBe(true)
    expect(await station.isWiped()).toBe(false)
    station.sync()
    await expect.poll(() => station.comment('On with it.').catch(() => null)).not.toBeNull()
    expect(existsSync(join(station.profile, WIPE_MARK))).toBe(false)
  })

  it('touches nothing when the hub goes away before it has agreed, accepts nothing meanwhile, and is wiped later', async () => {
    const station = await anUnsentStation()
    await order(hub, station.id)
    const refusals: string[] = []
    station.way.before = async (path) => {
      if (!/\/order\/[\w-]+$/.test(path)) return
      // What would be accepted now would be nowhere afterwards.
      await station.comment('Between the two.').catch((error: Error) => refusals.push(error.message))
      station.way.isUp = false
    }
    station.way.isUp = true
    station.sync()
    await station.until(async () => (await station.call('sync.status', {})).hub === 'offline')
    await expect.poll(() => refusals).toEqual([expect.stringContaining('read_only')])
    const later = await station.comment('Said after it.')
    station.way.before = () => undefined
    station.way.isUp = true
    station.sync()
    await station.until(station.isWiped)
    expect((await actsAt(hub)).answered.toSorted()).toEqual([station.unsent, later].toSorted())
  })

  it('is wiped under another name too: a copy, or what was restored, has the one of before', async () => {
    const station = await anUnsentStation()
    await station.workstation.stop()
    const profile = join(aTempFolder(), 'copied')
    cpSync(station.profile, profile, { recursive: true })
    await order(hub, station.id)
    const copy = await aStation(hub, { profile })
    await copy.until(copy.isWiped)
    expect(await actsAt(hub)).toEqual({ answered: [station.unsent], carried: [] })
    expect(readdirSync(profile)).toEqual([WIPE_MARK])
    expect(readdirSync(station.profile)).toContain('workstation.db')
  })

  it('begins anew only once the hub knows, and then with nothing of before', async () => {
    const station = await anUnsentStation()
    await order(hub, station.id)
    station.way.before = (path) => {
      // The report that it is done does not get through.
      if (existsSync(join(station.profile, WIPE_MARK)) && path.includes('/order/'))
        throw new Error('Cut off.')
    }
    station.way.isUp = true
    station.sync()
    await station.until(station.isWiped)
    expect(await station.call('vault.state', {})).toMatchObject({ isWhole: true, isTold: false })
    expect(await station.call('vault.beginAnew', {})).toEqual({ outcome: 'not_yet' })
    await station.workstation.stop()
    const next = await aStation(hub, { profile: station.profile })
    await expect
      .poll(async () => (await next.call('vault.state', {})) as object)
      .toMatchObject({ isTold: true })
    expect(await next.call('vault.beginAnew', {})).toEqual({ outcome: 'begun' })
    next.sync()
    await next.until(next.isHere)
    expect((await next.call('sync.outbox', {})).operations).toEqual([])
    expect(await stepsOf(hub, station.id)).toEqual(['ordered', 'begun', 'done'])
  })

  it.each(STEPS)(
    'is wiped at the next start after a kill -9 at “%s”, and the hub hears of it',
    async (step) => {
      const station = await anUnsentStation()
      const { profile, unsent, id } = station
      await station.workstation.stop()
      await order(hub, id)
      const script = join(import.meta.dirname, 'wipingProcess.ts')
      const child = spawn(process.execPath, ['--no-warnings', script, profile, hub.url, step], {
        stdio: 'inherit',
      })
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
      expect(signal).toBe('SIGKILL')
      const next = await aStation(hub, { profile })
      // At once, whether or not the hub is there.
      expect(await next.call('vault.state', {})).toMatchObject({ state: 'wiped', isWhole: true })
      expect(readdirSync(profile)).toEqual([WIPE_MARK])
      for (const name of KEY_FILES) expect(existsSync(join(profile, name))).toBe(false)
      await expect.poll(() => stepsOf(hub, id)).toEqual(['ordered', 'begun', 'done'])
      expect(await actsAt(hub)).toEqual({ answered: [unsent], carried: [] })
    },
  )
})
