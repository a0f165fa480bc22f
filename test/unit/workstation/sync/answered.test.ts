import { describe, expect, it } from 'vitest'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aSyncedStation, whyNot } from '../../../fakes/syncedStation.ts'

const DECISION: Parameters<Awaited<ReturnType<typeof aSyncedStation>>['decide']>[0] = {
  decision: 'reject',
  reasons: ['REJ_INSUFFICIENT_POE'],
  comment: 'Nothing here shows any work.',
  note: 'Nothing to mend.',
}

/** A desk whose acts the hub applies, and whose feed brings only what the test says. */
async function aDesk() {
  const desk = await aSyncedStation([aClaimRecord()])
  const { hub, station, open, on } = desk
  const brings = async (...items: readonly ClaimRecord[]) => {
    const asked = hub.asked.filter((what) => what === 'GET /v1.0/claims/delta').length
    hub.script.feed = () => ({ body: { value: items, '@odata.deltaLink': 'seen' } })
    await station.call('sync.now', {})
    await hub.whenAnswered('GET /v1.0/claims/delta', asked + 1)
  }
  const holder = async () => (await open()).claim.assignedTo?.userId ?? null
  const isUnsent = async () => (await station.call('sync.outbox', {})).operations.length > 0
  const take = async () => {
    await station.call('claims.take', await on())
    await station.until(async () => !(await isUnsent()))
  }
  return { ...desk, brings, holder, take }
}

describe('between the answer of the hub and the feed that brings it', () => {
  it('a decision stays said: nobody is shown the claim as undecided', async () => {
    const { decide, drain, open, row, brings, station } = await aDesk()
    await decide(DECISION)
    await drain()
    expect(whyNot(await open(), 'approve')).toContain('operation_pending')
    expect((await row())?.pendingDecision).toBe('reject')
    expect((await station.call('sync.status', {})).outbox).toMatchObject({ held: 0, waiting: 0 })
    await brings(aClaimRecord({ also: { state: 'rejected', subState: null, revision: 4 } }))
    await station.until(async () => (await row())?.pendingDecision === null)
    expect(whyNot(await open(), 'approve')).not.toContain('operation_pending')
  })

  it('a lease stays said too, which leaves the revision as it is', async () => {
    const { hub, holder, take } = await aDesk()
    hub.script.operation = () => ({ outcome: 'applied', revision: 3 })
    await take()
    expect(await holder()).toBe('u-reviewer')
  })

  it('an older picture of the claim does not undo what was said', async () => {
    const { decide, drain, row, brings } = await aDesk()
    await decide(DECISION)
    await drain()
    await brings(aClaimRecord())
    expect((await row())?.pendingDecision).toBe('reject')
  })

  it('who took a claim goes on holding it, and may release it', async () => {
    const { holder, take, open, station, on } = await aDesk()
    await take()
    expect(await holder()).toBe('u-reviewer')
    expect(whyNot(await open(), 'release')).toEqual([])
    expect(await station.call('claims.release', await on())).toMatchObject({ outcome: 'accepted' })
    expect(await holder()).toBe(null)
  })

  it("the hub's own word of who holds it counts as soon as it comes", async () => {
    const { holder, take, brings, station } = await aDesk()
    await take()
    const assignedTo = {
      userId: UserId.parse('u-lead'),
      name: 'Paul Brandt',
      until: '2026-11-20T10:30:00.000Z',
    }
    await brings(aClaimRecord({ also: { assignedTo, revision: 4 } as Partial<ClaimRecord> }))
    await station.until(async () => (await holder()) === 'u-lead')
  })

  it('an act whose answer was lost counts as the feed has brought it, not as it was said', async () => {
    const { hub, station, on, open, brings } = await aDesk()
    const until = '2026-11-20T10:30:07.000Z'
    const assignedTo = { userId: UserId.parse('u-reviewer'), name: 'Marta Ginevri', until }
    hub.script.operation = () => ({ status: 503 })
    await station.call('claims.take', await on())
    await station.until(async () => (await station.call('sync.status', {})).hub === 'offline')
    await brings(aClaimRecord({ also: { assignedTo } as Partial<ClaimRecord> }))
    hub.script.operation = ({ claimRevision }) => ({ outcome: 'applied', revision: claimRevision })
    station.clock.advance(60_000)
    await station.until(async () => (await station.call('sync.outbox', {})).operations.length === 0)
    expect((await open()).claim.assignedTo).toEqual(assignedTo)
  })

  const comment = { text: 'And this.', visibility: 'internal', inReplyTo: null } as const

  it('the next act is made on what this workstation has brought about itself', async () => {
    const { hub, station, on, drain } = await aDesk()
    await station.call('claims.comment', { ...(await on()), ...comment })
    await drain()
    await station.call('claims.comment', { ...(await on()), ...comment })
    await drain()
    expect(hub.received.map(({ claimRevision }) => claimRevision)).toEqual([3, 4])
    expect((await station.call('sync.status', {})).conflicts).toBe(0)
  })

  it('where somebody else changed the claim too, the next act is made on what is seen here', async () => {
    const { hub, station, on, drain, row } = await aDesk()
    hub.script.operation = ({ claimRevision }) => ({ outcome: 'applied', revision: claimRevision + 2 })
    await station.call('claims.comment', { ...(await on()), ...comment })
    await drain()
    expect([(await on()).revision, (await row())?.revision]).toEqual([3, 3])
  })

  it('what the feed never tells of is let go with the first reading some seconds later', async () => {
    const { decide, drain, row, brings, station } = await aDesk()
    await decide(DECISION)
    await drain()
    await brings()
    expect((await row())?.pendingDecision).toBe('reject')
    station.clock.advance(6_000)
    await station.until(async () => (await row())?.pendingDecision === null)
  })
})
