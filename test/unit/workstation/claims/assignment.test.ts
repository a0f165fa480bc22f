import { describe, expect, it } from 'vitest'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aSyncedStation, THE_CLAIM, whyNot } from '../../../fakes/syncedStation.ts'
import { aCommandId } from '../../../fakes/workstation.ts'

const MINUTE = 60_000
const FEED = 'GET /v1.0/claims/delta'
const LEAD = UserId.parse('u-lead')
const lease = (userId: string, until = '2026-11-20T10:20:00.000Z'): Partial<ClaimRecord> =>
  ({ assignedTo: { userId: UserId.parse(userId), name: userId, until } }) as Partial<ClaimRecord>
const DRAFT = {
  act: 'approve' as const,
  reasons: [],
  comment: 'Begun',
  isCommentOwn: true,
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
}

describe('taking, releasing and handing over', () => {
  it('shows at once whose the claim is, and sends it at once', async () => {
    const { hub, station, open, on } = await aSyncedStation([aClaimRecord()])
    hub.script.up = false
    expect(await station.call('claims.take', await on())).toMatchObject({
      outcome: 'accepted',
      holdUntil: null,
    })
    expect((await open()).claim.assignedTo).toEqual({
      userId: 'u-reviewer',
      name: 'Marta Ginevri',
      until: '2026-11-20T10:30:00.000Z',
    })
    await station.call('claims.release', await on())
    expect((await open()).claim.assignedTo).toBe(null)
    hub.script.up = true
    station.clock.advance(MINUTE)
    await station.until(async () => (await station.call('sync.outbox', {})).operations.length === 0)
    expect(hub.received.map(({ action, claimRevision }) => [action.kind, claimRevision])).toEqual([
      ['take', 3],
      ['release', 4],
    ])
  })

  it('stands in the way of everybody else while the lease runs, and of nobody afterwards', async () => {
    const { station, open } = await aSyncedStation([aClaimRecord({ also: lease('u-lead') })])
    expect([whyNot(await open(), 'take'), whyNot(await open(), 'reject')]).toEqual([
      ['held_by_other'],
      ['held_by_other'],
    ])
    station.clock.advance(21 * MINUTE)
    expect([whyNot(await open(), 'take'), whyNot(await open(), 'reject')]).toEqual([[], []])
  })

  it('goes to colleagues who review, as the hub names them', async () => {
    const { station, on, hub, drain } = await aSyncedStation([aClaimRecord({ also: lease('u-reviewer') })])
    const { colleagues, others } = await station.call('session.current', {})
    expect([colleagues.map(({ userId }) => userId), others.length]).toEqual([['u-lead'], 2])
    const handTo = async (userId: string) =>
      station.call('claims.handOver', { ...(await on()), toUserId: UserId.parse(userId), note: 'Please.' })
    expect(await handTo('u-auditor')).toMatchObject({ blocks: [{ reason: 'nobody_to_hand_to' }] })
    expect(await handTo('u-lead')).toMatchObject({ outcome: 'accepted' })
    await drain()
    expect(hub.received.at(-1)?.action).toMatchObject({
      kind: 'hand_over',
      toUserId: LEAD,
      toName: 'Paul Brandt',
    })
  })

  it('waits while a decision on the claim is on its way', async () => {
    const { station, decide, on } = await aSyncedStation([aClaimRecord({ also: lease('u-reviewer') })])
    await decide({ decision: 'reject', reasons: ['REJ_INSUFFICIENT_POE'], comment: 'No.', note: 'Final.' })
    const pending = { outcome: 'blocked', blocks: [{ reason: 'operation_pending' }] }
    expect(await station.call('claims.release', await on())).toMatchObject(pending)
    expect(
      await station.call('claims.handOver', { ...(await on()), toUserId: LEAD, note: '' }),
    ).toMatchObject(pending)
  })

  it('leaves a draft where it is when a lease ends, for whoever wrote it to find when the claim is taken again', async () => {
    const { station, open, on } = await aSyncedStation([aClaimRecord({ also: lease('u-reviewer') })])
    await station.call('claims.keepDraft', { claimId: THE_CLAIM, draft: DRAFT })
    station.clock.advance(40 * MINUTE)
    await station.call('claims.take', await on())
    expect((await open()).draft?.draft).toEqual(DRAFT)
    await station.call('claims.keepDraft', { claimId: THE_CLAIM, draft: null })
    expect((await open()).draft).toBe(null)
  })
})

describe('taking the next claim', () => {
  const NEXT = ClaimId.parse('next')
  const next = aClaimRecord({ claimId: NEXT, also: lease('u-reviewer') })
  const takeNext = async (
    { station }: Awaited<ReturnType<typeof aSyncedStation>>,
    commandId = aCommandId(),
  ) => station.call('claims.takeNext', { commandId })

  it('answers once the claim that the hub chose is here and is this person’s', async () => {
    const asked: unknown[] = []
    const desk = await aSyncedStation([aClaimRecord()])
    desk.hub.script.assignment = (act, body, user) => {
      asked.push([act, body, user])
      return { body: { outcome: 'taken', claimId: NEXT } }
    }
    desk.hub.script.feed = () => ({ body: { value: [next], '@odata.deltaLink': 'seen' } })
    const commandId = aCommandId()
    expect(await takeNext(desk, commandId)).toEqual({ outcome: 'taken', claimId: NEXT })
    expect((await desk.open(NEXT)).claim.assignedTo?.userId).toBe('u-reviewer')
    expect(asked).toEqual([['next', { requestId: commandId }, 'u-reviewer']])
  })

  it('asks for the claim itself while the feed does not bring it yet', async () => {
    const desk = await aSyncedStation([aClaimRecord()])
    desk.hub.script.assignment = () => ({ body: { outcome: 'taken', claimId: NEXT } })
    desk.hub.script.claim = () => ({ body: next })
    expect(await takeNext(desk)).toEqual({ outcome: 'taken', claimId: NEXT })
    expect((await desk.open(NEXT)).claim.assignedTo?.userId).toBe('u-reviewer')
  })

  it('says that nothing is free, that the hub is away, and that this person may not', async () => {
    const desk = await aSyncedStation([aClaimRecord()])
    desk.hub.script.assignment = () => ({ body: { outcome: 'none' } })
    expect(await takeNext(desk)).toEqual({ outcome: 'none' })
    desk.hub.script.assignment = () => ({ status: 403 })
    expect(await takeNext(desk)).toMatchObject({ blocks: [{ reason: 'role_may_not' }] })
    desk.hub.script.up = false
    expect(await takeNext(desk)).toEqual({ outcome: 'offline' })
    await desk.station.call('session.switchUser', { userId: UserId.parse('u-auditor') })
    expect(await takeNext(desk)).toMatchObject({ blocks: [{ reason: 'role_may_not' }] })
  })
})

describe('a lease', () => {
  /** A desk that holds the claim, and what it asked to have renewed. */
  async function working(answer: 'renewed' | 'lost') {
    const asked: unknown[] = []
    const desk = await aSyncedStation([aClaimRecord({ also: lease('u-reviewer') })])
    const { station, hub, open } = desk
    hub.script.assignment = (_act, body) => {
      asked.push(body)
      const until = new Date(station.clock.now() + 30 * MINUTE).toISOString()
      return {
        body:
          answer === 'renewed'
            ? { renewed: [{ claimId: THE_CLAIM, until }], lost: [] }
            : { renewed: [], lost: [THE_CLAIM] },
      }
    }
    const until = async () => (await open()).claim.assignedTo?.until
    /** Lets time pass and a round with it. */
    const pass = async (ms: number) => {
      const rounds = hub.asked.filter((path) => path === FEED).length
      station.clock.advance(ms)
      await station.call('sync.now', {})
      await hub.whenAsked(FEED, rounds + 1)
    }
    const work = () => station.call('claims.working', { claimId: THE_CLAIM })
    return { ...desk, asked, until, pass, work }
  }

  it('is renewed while its holder works, every five minutes at most', async () => {
    const { asked, until, pass, work, station } = await working('renewed')
    await work()
    await pass(MINUTE)
    await station.until(async () => (await until()) === '2026-11-20T10:31:00.000Z')
    await work()
    await pass(2 * MINUTE)
    expect(asked).toEqual([{ claimIds: [THE_CLAIM] }])
    await pass(3 * MINUTE)
    await station.until(async () => (await until()) === '2026-11-20T10:36:00.000Z')
    expect(asked.length).toBe(2)
  })

  it('is not renewed without a sign of work in the last ten minutes', async () => {
    const { asked, pass, work } = await working('renewed')
    await pass(MINUTE)
    expect(asked).toEqual([])
    await work()
    await pass(11 * MINUTE)
    expect(asked).toEqual([])
  })

  it('that the hub does not renew shows as over', async () => {
    const { until, pass, work, station, open } = await working('lost')
    await work()
    await pass(MINUTE)
    await station.until(async () => (await until()) === null)
    expect((await open()).claim.assignedTo?.userId).toBe('u-reviewer')
    expect(whyNot(await open(), 'release')).toEqual(['not_held_by_you'])
  })
})
