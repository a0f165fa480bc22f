import { describe, expect, it } from 'vitest'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aSyncedStation, THE_CLAIM } from '../../../fakes/syncedStation.ts'

const FEED = 'GET /v1.0/claims/delta'
const EVENTS = 'GET /v1.0/claims/events'

async function aListener() {
  const desk = await aSyncedStation([aClaimRecord()], { script: { isLive: true } })
  const { station, hub } = desk
  const status = () => station.call('sync.status', {})
  const isLive = async () => (await status()).isLive
  await station.until(isLive)
  /** Lets the news that came with the connection be read, so that a round is over and the next one is most of a minute off. */
  const quiet = async () => {
    const before = rounds()
    await station.clock.whenSet(500)
    station.clock.advance(500)
    await hub.whenAsked(FEED, before + 1)
    await station.clock.whenSet(48_001, 40_000)
  }
  const rounds = () => hub.asked.filter((one) => one === FEED).length
  const brings = (revision: number) => {
    hub.script.feed = () => ({ body: { value: [aClaimRecord({ revision })], '@odata.deltaLink': 'seen' } })
  }
  const has = (revision: number) => async () => (await desk.open(THE_CLAIM)).claim.revision === revision
  return { ...desk, status, isLive, quiet, rounds, brings, has }
}

describe('a line on which the hub tells of changes', () => {
  it('brings a change although it is not yet time to ask, many of them in one round', async () => {
    const { hub, station, quiet, rounds, brings, has } = await aListener()
    await quiet()
    const before = rounds()
    brings(4)
    for (let n = 0; n < 20; n += 1) hub.tell()
    // The alarm that gathers them is set when the first of them is heard.
    await station.clock.whenSet(500)
    station.clock.advance(500)
    await station.until(has(4))
    expect(rounds() - before).toBe(1)
  })

  it('lets a quiet workstation ask about once a minute, and never later than that', async () => {
    const { hub, station, quiet, rounds } = await aListener()
    await quiet()
    const before = rounds()
    station.clock.advance(30_000)
    await station.call('sync.status', {})
    expect(rounds()).toBe(before)
    station.clock.advance(18_001)
    await hub.whenAsked(FEED, before + 1)
  })

  it('that breaks is said, and is called again; meanwhile the workstation asks every few seconds', async () => {
    const { hub, station, quiet, isLive, brings, has } = await aListener()
    await quiet()
    hub.script.isLive = false
    hub.breakLines()
    await station.until(async () => !(await isLive()))
    brings(5)
    station.clock.advance(5_000)
    await station.until(has(5))
    hub.script.isLive = true
    station.clock.advance(60_000)
    await station.until(isLive)
  })

  it('that has been silent for a minute is taken to be dead', async () => {
    const { hub, station, quiet, isLive } = await aListener()
    await quiet()
    const calls = hub.asked.filter((one) => one === EVENTS).length
    station.clock.advance(61_000)
    await station.until(async () => !(await isLive()))
    station.clock.advance(60_000)
    await hub.whenAsked(EVENTS, calls + 1)
  })

  it('is called anew by whoever works here next', async () => {
    const { hub, station, isLive } = await aListener()
    const users: (string | null)[] = []
    const request = hub.port.request
    Object.assign(hub.port, {
      request: (...asked: Parameters<typeof request>) => {
        if (asked[1].endsWith('/events')) users.push(asked[0])
        return request(...asked)
      },
    })
    await station.call('session.switchUser', { userId: UserId.parse('u-lead') })
    await station.until(async () => !(await isLive()))
    station.clock.advance(60_000)
    await station.until(isLive)
    expect(users).toEqual(['u-lead'])
  })
})

describe('a hub that takes requests in and never answers', () => {
  it('holds a round up for two minutes; then it is begun anew, and what waits goes out', async () => {
    const { hub, station, on, drain } = await aSyncedStation([aClaimRecord()])
    hub.script.isSilent = true
    const silent = hub.asked.filter((one) => one.startsWith('POST')).length
    await station.call('claims.take', await on())
    await hub.whenAsked('POST /v1.0/claims/208417/operations', silent + 1)
    expect(await station.call('sync.status', {})).toMatchObject({ hub: 'online', outbox: { waiting: 1 } })
    station.clock.advance(121_000)
    await station.until(async () => (await station.call('sync.status', {})).hub === 'offline')
    expect(station.log.map(({ event }) => event)).toContain(
      'a round with the hub was stuck and is begun anew',
    )
    hub.script.isSilent = false
    // The round that began anew had asked before the hub found its voice.
    station.clock.advance(121_000)
    await drain()
    expect(hub.received.map(({ sequence, action }) => [sequence, action.kind])).toEqual([[1, 'take']])
  })
})
