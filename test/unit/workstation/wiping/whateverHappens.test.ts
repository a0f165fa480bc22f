import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { isMarked } from '../../../../src-main/workstation/wiping/wipeMark.ts'
import { anEmbeddedDatabase } from '../../../builders/hub/embeddedDatabase.ts'
import { openTestHub, type TestHub } from '../../../builders/hub/testHub.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { actsAt, aStation, putClaim, putWipe, stationsAt, type WipeStation } from './wipeDesk.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub(await anEmbeddedDatabase())
})
beforeEach(() => hub.clear())
afterAll(() => hub.close())

const STEPS = [
  'say',
  'say',
  'round',
  'hub away',
  'hub back',
  'no sign-in',
  'sign-in',
  'order',
  'take back',
  'kill',
] as const
type Step = (typeof STEPS)[number]

/** A workstation that lives through kills: each leaves the folder as it was, and the next life goes on from there. */
async function aLife() {
  const acknowledged: string[] = []
  let station = await aStation(hub, { profile: join(aTempFolder(), 'profile') })
  await station.until(async () => (await station.isHere()) && (await stationsAt(hub)).length > 0)
  /** Until a round is over, or there is nobody any more who would have one. */
  const round = async () => {
    const before = station.clock.now()
    const isOver = async () => {
      station.clock.advance(1_000)
      if (await station.isWiped()) return true
      if (!station.way.isUp || !station.way.isSignedIn)
        return (await station.call('sync.status', {})).hub === 'offline'
      await station.call('sync.now', {})
      const { lastSyncAt } = await station.call('sync.status', {})
      return lastSyncAt !== null && Date.parse(lastSyncAt) > before
    }
    await expect.poll(() => isOver().catch(() => false), { timeout: 10_000 }).toBe(true)
  }
  const say = async () => {
    if (await station.isWiped()) return
    const said = await station.comment(`Word ${acknowledged.length}`).catch(() => null)
    if (said !== null) acknowledged.push(said)
  }
  const kill = async () => {
    const profile = join(aTempFolder(), 'profile')
    cpSync(station.profile, profile, { recursive: true })
    const { isUp, isSignedIn } = station.way
    station.way.isUp = false
    await station.workstation.stop()
    station = await aStation(hub, { profile })
    Object.assign(station.way, { isUp, isSignedIn })
  }
  const order = async (act: 'ordered' | 'taken_back') => {
    for (const clientId of await stationsAt(hub)) await putWipe(hub, clientId, act)
  }
  const doStep = async (step: Step): Promise<unknown> => {
    const { way } = station
    switch (step) {
      case 'say':
        return say()
      case 'round':
        return round()
      case 'hub away':
        return (way.isUp = false)
      case 'hub back':
        return (way.isUp = true)
      case 'no sign-in':
        return (way.isSignedIn = false)
      case 'sign-in':
        return (way.isSignedIn = true)
      case 'order':
        return order('ordered')
      case 'take back':
        return order('taken_back')
      case 'kill':
        return kill()
    }
  }
  return {
    acknowledged,
    doStep,
    now: (): WipeStation => station,
  }
}

it('whatever comes in whatever order, nothing that was acknowledged is missing at the hub once the workstation is wiped', async () => {
  let wiped = 0
  const check = async (steps: readonly Step[]) => {
    await hub.clear()
    await putClaim(hub)
    const life = await aLife()
    for (const step of steps) await life.doStep(step)
    await life.doStep('order')
    life.now().way.isUp = true
    const isWiped = async () => {
      life.now().clock.advance(30_000)
      return life.now().isWiped()
    }
    await expect.poll(isWiped, { timeout: 20_000 }).toBe(true)
    const { answered, carried } = await actsAt(hub)
    expect(life.acknowledged.filter((id) => !answered.includes(id) && !carried.includes(id))).toEqual([])
    expect(isMarked(life.now().profile)).toBe(true)
    expect(existsSync(join(life.now().profile, 'workstation.db'))).toBe(false)
    await life.now().workstation.stop()
    if (life.acknowledged.length > 0) wiped += 1
  }
  const steps = fc.array(fc.constantFrom(...STEPS), { minLength: 3, maxLength: 8 })
  const property = fc.asyncProperty(steps, check)
  const seed = Number(process.env['WIPE_SEED'] ?? 20_261_123)
  const details = await fc.check(property, { seed, numRuns: 12, endOnFailure: true })
  if (details.failed)
    throw new Error(`Seed ${seed}: ${fc.defaultReportMessage(details) ?? ''}`, {
      cause: details.errorInstance,
    })
  // Runs in which nothing was said would prove nothing.
  expect(wiped, `seed ${seed}`).toBeGreaterThan(5)
}, 180_000)
