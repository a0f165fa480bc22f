import { describe, expect, it } from 'vitest'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OperationRequest } from '../../../../src-main/hub/api/operations.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aSyncedStation, THE_CLAIM } from '../../../fakes/syncedStation.ts'
import { aCommandId } from '../../../fakes/workstation.ts'

const said = ({ action }: OperationRequest) => (action.kind === 'comment' ? action.text : action.kind)

async function aDesk() {
  const desk = await aSyncedStation([aClaimRecord(), aClaimRecord({ claimId: 'other' })])
  const { station, hub } = desk
  const comment = (text: string, claimId = THE_CLAIM) =>
    station.call('claims.comment', {
      claimId,
      revision: 3,
      commandId: aCommandId(),
      text,
      visibility: 'internal',
      inReplyTo: null,
    })
  const waiting = async () => (await station.call('sync.outbox', {})).operations.length
  const conflicts = async () => (await station.call('sync.conflicts', {})).conflicts
  const sent = () => hub.received.map((request) => [said(request), request.sequence])
  return { ...desk, comment, waiting, conflicts, sent }
}
const problem = (status: number, code: string) => ({ status, body: { code, status } })

describe('the numbers of operations', () => {
  it.each(['sequence_gap', 'sequence_reused'])(
    'begin at one under a new client id when the hub says %s, and no operation is lost',
    async (code) => {
      const { hub, station, comment, sent, drain } = await aDesk()
      await comment('First')
      await drain()
      const before = hub.received.length
      const old = hub.received[0]?.clientId
      const apply = hub.script.operation
      hub.script.operation = (request, claimId) =>
        request.clientId === old ? problem(409, code) : apply(request, claimId)
      await comment('Second')
      await drain()
      await comment('Third')
      await drain()
      expect(sent().slice(before)).toEqual([
        ['Second', 2],
        ['Second', 1],
        ['Third', 2],
      ])
      const [refused, taken] = hub.received.slice(before)
      expect(taken?.operationId).toBe(refused?.operationId)
      expect(taken?.clientId).not.toBe(refused?.clientId)
      expect((await station.call('sync.status', {})).conflicts).toBe(0)
    },
  )

  it('are not tried for ever when the hub takes none: the operation waits', async () => {
    const { hub, station, comment, waiting } = await aDesk()
    hub.script.operation = () => problem(409, 'sequence_gap')
    await comment('Waits')
    await station.until(async () => (await station.call('sync.status', {})).hub === 'offline')
    expect([await waiting(), hub.received.length]).toEqual([1, 2])
  })

  it.each([
    [400, 'schema_too_old'],
    [403, 'role_lost'],
    [404, 'claim_deleted'],
    [412, 'claim_changed'],
    [413, 'schema_too_old'],
    [422, 'not_allowed'],
  ])('are not used up by a refusal with %i, which lands in the tray as %s', async (status, reason) => {
    const { hub, comment, conflicts, sent, drain } = await aDesk()
    const apply = hub.script.operation
    hub.script.operation = (request, claimId) =>
      said(request) === 'Refused' ? { status } : apply(request, claimId)
    await comment('Refused')
    await comment('Taken')
    await drain()
    expect(sent()).toEqual([
      ['Refused', 1],
      ['Taken', 1],
    ])
    expect(await conflicts()).toMatchObject([{ kind: 'comment', reason }])
  })

  it('are used up by an answer, also when it is a conflict', async () => {
    const { hub, comment, sent, drain } = await aDesk()
    hub.script.operation = (request) =>
      said(request) === 'Refused'
        ? { outcome: 'conflict', reason: 'withdrawn', currentRevision: 9 }
        : { outcome: 'applied', revision: 4 }
    await comment('Refused')
    await comment('Taken')
    await drain()
    expect(sent()).toEqual([
      ['Refused', 1],
      ['Taken', 2],
    ])
  })
})

describe('an operation behind one that met a conflict', () => {
  it('goes to the hub all the same and gets an answer of its own', async () => {
    const { hub, station, comment, conflicts, decide, drain } = await aDesk()
    hub.script.operation = (request) =>
      request.action.kind === 'comment'
        ? { outcome: 'applied', revision: 10 }
        : { outcome: 'conflict', reason: 'document_replaced', currentRevision: 9 }
    await decide({
      decision: 'reject',
      reasons: ['REJ_INSUFFICIENT_POE'],
      comment: 'No.',
      note: 'Nothing could mend it.',
    })
    await comment('Rejected it, see above.')
    await drain()
    expect(hub.received.map(said)).toEqual(['reject', 'Rejected it, see above.'])
    expect(await conflicts()).toMatchObject([{ kind: 'reject', reason: 'document_replaced' }])
    expect((await station.call('sync.status', {})).outbox.waiting).toBe(0)
  })
})

describe('several people on one profile', () => {
  it('send what they made, each as themselves', async () => {
    const users: (string | null)[] = []
    const { hub, station, comment, waiting } = await aDesk()
    hub.script.up = false
    await comment('By the reviewer')
    await station.call('session.switchUser', { userId: UserId.parse('u-lead') })
    await comment('By the lead')
    await station.until(async () => (await station.call('sync.status', {})).hub === 'offline')
    hub.script.up = true
    const request = hub.port.request
    Object.assign(hub.port, {
      request: (...asked: Parameters<typeof request>) => {
        if (asked[1].endsWith('/operations')) users.push(asked[0])
        return request(...asked)
      },
    })
    station.clock.advance(60_000)
    await station.until(async () => (await waiting()) === 0)
    expect([users, hub.received.map(said)]).toEqual([
      ['u-reviewer', 'u-lead'],
      ['By the reviewer', 'By the lead'],
    ])
  })
})

describe('the hub’s clock', () => {
  it('is learned from its answers, shown, and kept with what is made; due instants stay as the hub gave them', async () => {
    const { hub, station, comment, drain, open } = await aDesk()
    const due = (await open()).claim.clocks.map(({ dueAt }) => dueAt)
    hub.script.time = () => station.clock.now() + 10 * 60_000
    const offset = async () => (await station.call('sync.status', {})).clockOffsetMs
    expect(await offset()).toBe(null)
    await station.call('sync.now', {})
    // Half a second stands for what the whole seconds of the header cut off.
    await station.until(async () => (await offset()) === 600_500)
    await comment('With an offset')
    await drain()
    expect(hub.received[0]?.clockOffsetMs).toBe(600_500)
    expect((await open()).claim.clocks.map(({ dueAt }) => dueAt)).toEqual(due)
  })
})

describe('what a person has said', () => {
  it('leaves and news comes although the hub cannot say who is of the team', async () => {
    const { hub, station, comment, waiting, row } = await aDesk()
    hub.script.people = () => ({ status: 503 })
    // Past the time for which what is known of people holds.
    station.clock.advance(6 * 60_000)
    await comment('Leaves')
    await station.until(async () => (await waiting()) === 0)
    hub.script.feed = () => ({
      body: {
        value: [aClaimRecord({ revision: 9, claimName: 'Came all the same' })],
        '@odata.deltaLink': 'later',
      },
    })
    station.clock.advance(60_000)
    await station.until(async () => (await row())?.claimName === 'Came all the same')
  })
})
