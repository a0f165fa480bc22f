import { describe, expect, it } from 'vitest'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { DesktopNotice } from '../../../../src-main/workstation/ports.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { createManualClock } from '../../../fakes/manualClock.ts'
import { aSyncedStation, type SyncedWishes } from '../../../fakes/syncedStation.ts'
import { startWorkstation, type TestStation } from '../../../fakes/workstation.ts'

const HOUR = 3_600_000
/** Where the test's clock begins. */
const START = Date.parse('2026-11-20T10:00:00.000Z')
const inHours = (hours: number) => new Date(START + hours * HOUR).toISOString()
const mine = {
  assignedTo: { userId: 'u-reviewer', name: 'Marta Ginevri', until: '2030-01-01T00:00:00.000Z' },
}

/** A claim with a clock that passes its marks after so many hours. */
const aClocked = (claimId: string, marks: readonly [number, number, number, number], also: object = mine) =>
  aClaimRecord({
    claimId,
    claimName: `Claim ${claimId}`,
    clocks: [
      {
        timer: 'review',
        startedAt: inHours(-1),
        halfAt: inHours(marks[0]),
        threeQuartersAt: inHours(marks[1]),
        nineTenthsAt: inHours(marks[2]),
        dueAt: inHours(marks[3]),
        pausedShare: null,
      },
    ] as unknown as ClaimRecord['clocks'],
    also,
  })

async function aWatched(records: readonly ClaimRecord[], wishes: SyncedWishes = {}) {
  const shown: { notice: DesktopNotice; open: () => void }[] = []
  const notify = (notice: DesktopNotice, open: () => void) => void shown.push({ notice, open })
  const synced = await aSyncedStation(records, { notify, ...wishes })
  const { station } = synced
  await begunToWatch(station)
  return { ...synced, shown }
}

/** The first look is over: the next one is set, and no mark is nearer. */
const begunToWatch = (station: TestStation) => pass(station, 2_000)

/** Goes on, and resolves when what was to be seen then was looked at: the next look is a whole quarter of an hour away. */
async function pass({ clock }: TestStation, ms: number) {
  clock.advance(ms)
  await clock.whenSet(15 * 60_000, 15 * 60_000)
}

const digests = async ({ call }: TestStation) =>
  (await call('notices.list', {})).notices.flatMap(({ content }) =>
    content.kind === 'digest' ? [content.crossings.map(({ claimId, share }) => `${claimId} ${share}`)] : [],
  )

describe('the marks of the clocks of one’s claims', () => {
  it('are told as they are passed: four for a clock, one message each, and then no more', async () => {
    const { station, shown } = await aWatched([aClocked('a', [1, 2, 3, 4])])
    for (let hour = 1; hour <= 8; hour += 1) await pass(station, HOUR)
    expect(await digests(station)).toEqual([['a 100'], ['a 90'], ['a 75'], ['a 50']])
    await station.until(async () => shown.length === 4)
  })

  it('that were passed while the machine slept are one message, of the gravest of each clock', async () => {
    const { station } = await aWatched([aClocked('a', [1, 2, 3, 4]), aClocked('b', [1, 2, 30, 40])])
    await pass(station, 10 * HOUR)
    expect(await digests(station)).toEqual([['a 100', 'b 75']])
    expect((await station.call('notices.list', {})).notices[0]?.content).toMatchObject({
      counts: [
        { share: 75, claims: 1 },
        { share: 100, claims: 1 },
      ],
    })
  })

  it('are told by nobody twice after a restart, and what was passed meanwhile is told then', async () => {
    const first = await aWatched([aClocked('a', [1, 2, 3, 4])])
    await pass(first.station, 1.5 * HOUR)
    expect(await digests(first.station)).toEqual([['a 50']])
    await first.station.workstation.stop()
    const clock = createManualClock(START + 2.5 * HOUR)
    const second = await startWorkstation({ profile: first.station.profile, clock })
    clock.advance(0)
    await begunToWatch(second)
    expect(await digests(second)).toEqual([['a 75'], ['a 50']])
  })

  it('of claims that others hold are not told to a reviewer, and all of the team’s are to a lead', async () => {
    const others = { assignedTo: { ...mine.assignedTo, userId: 'u-else', name: 'Else' } }
    const records = [
      aClocked('a', [1, 2, 30, 40], others),
      aClocked('b', [1, 20, 30, 40], { assignedTo: null }),
    ]
    const reviewer = await aWatched(records)
    await pass(reviewer.station, 3 * HOUR)
    expect(await digests(reviewer.station)).toEqual([])
    const lead = await aWatched(records, { user: 'u-lead' })
    await pass(lead.station, 3 * HOUR)
    expect(await digests(lead.station)).toEqual([['a 75', 'b 50']])
  })

  it('wait for the end of the quiet hours, and are one message then', async () => {
    const { station, shown } = await aWatched([aClocked('a', [1, 2, 3, 30]), aClocked('b', [4, 20, 30, 40])])
    const hour = new Date(START).getHours()
    const quietHours = { from: ((hour + 23) % 24) * 60, to: ((hour + 6) % 24) * 60 }
    await station.call('settings.set', { quietHours })
    await pass(station, 5 * HOUR)
    expect([await digests(station), shown.length]).toEqual([[], 0])
    await pass(station, 1.5 * HOUR)
    expect(await digests(station)).toEqual([['a 90', 'b 50']])
    await station.until(async () => shown.length === 1)
  })
})

describe('a message', () => {
  it('of the desktop says what the bell says, in the language of the window, and opens the messages', async () => {
    const { station, shown } = await aWatched([aClocked('a', [1, 20, 30, 40])])
    await station.call('settings.set', { locale: 'it' })
    const asked: unknown[] = []
    station.workstation.onEvent((event, payload) => event === 'menu.command' && asked.push(payload))
    await pass(station, 2 * HOUR)
    await station.until(async () => shown.length > 0)
    expect(shown[0]?.notice).toEqual({
      title: 'Metà del tempo è trascorsa: Claim a',
      body: '1 richiesta a metà del tempo',
    })
    shown[0]?.open()
    expect(asked).toEqual([{ command: 'notices.open' }])
  })

  it('counts as unread until it was read', async () => {
    const { station } = await aWatched([aClocked('a', [1, 20, 30, 40])])
    await pass(station, 2 * HOUR)
    expect((await station.call('notices.list', {})).unread).toBe(1)
    const [first] = (await station.call('notices.list', {})).notices
    await station.call('notices.read', { upTo: first?.noticeId ?? 1 })
    expect(await station.call('notices.list', {})).toMatchObject({ unread: 0, notices: [{ isRead: true }] })
  })

  it('comes of a lead’s reminder to whoever holds the claim, and of what is raised to the lead', async () => {
    const said = { at: inHours(-1), byUserId: 'u-lead', reason: 'Due today' }
    const nudge = { ...said, toUserId: 'u-reviewer' }
    const escalation = { ...said, byUserId: 'u-reviewer', reason: 'The customer rang' }
    const record = aClaimRecord({
      claimId: 'a',
      matters: { nudge, escalation } as never,
      also: mine as never,
    })
    const told = async (user: string) => {
      const { station } = await aWatched([record], { user })
      await station.until(async () => (await station.call('notices.list', {})).notices.length > 0)
      return (await station.call('notices.list', {})).notices.map(({ content }) => content)
    }
    const { claimName } = record.form
    expect(await told('u-reviewer')).toEqual([
      { kind: 'nudge', claimId: 'a', claimName, byName: 'Paul Brandt', reason: 'Due today' },
    ])
    expect(await told('u-lead')).toEqual([
      { kind: 'escalation', claimId: 'a', claimName, byName: 'Marta Ginevri', reason: 'The customer rang' },
    ])
  })
})
