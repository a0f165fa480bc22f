import { describe, expect, it } from 'vitest'
import type { ClaimRecord, HistoryEntry } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord, aClock } from '../../../builders/claimRecord.ts'
import { aSyncedStation, type SyncedWishes } from '../../../fakes/syncedStation.ts'
import { aCommandId } from '../../../fakes/workstation.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

/** The station's clock stands at 10:00 UTC on Friday, 20 November 2026. */
const FRIDAY_END = '2026-11-20T23:00:00.000Z'
const MARTA = UserId.parse('u-reviewer')
const PAUL = UserId.parse('u-lead')
const heldBy = (userId: UserId, name: string): Partial<ClaimRecord> =>
  ({ assignedTo: { userId, name, until: '2030-01-01T00:00:00.000Z' } }) as Partial<ClaimRecord>

/** Decisions of the ten business days before. */
const decided = (claimId: string, days: readonly string[], actorName = 'Marta Ginevri'): HistoryEntry[] =>
  days.map((day, at) => ({
    entryId: `${claimId}-${at}`,
    at: `${day}T09:00:00.000Z` as HistoryEntry['at'],
    side: 'reviewer',
    kind: 'information_requested',
    actorName,
    fromState: null,
    toState: null,
    fromSubState: null,
    toSubState: null,
    reasons: [],
    changes: [],
    detail: null,
  }))
/** Two a day. */
const PACE = ['06', '09', '10', '11', '12', '13', '16', '17', '18', '19'].flatMap((day) => {
  return [`2026-11-${day}`, `2026-11-${day}`]
})
const closed = (history: HistoryEntry[]) =>
  aClaimRecord({ claimId: 'closed', state: 'rejected', subState: 'final', clocks: [], history })

const waiting = (count: number, wish: Partial<ClaimRecord> = {}, prefix = 'C') =>
  Array.from({ length: count }, (_, n) =>
    aClaimRecord({
      claimId: `${prefix}-${n}`,
      claimName: `Claim ${prefix}-${n}`,
      clocks: [aClock(FRIDAY_END)] as unknown as ClaimRecord['clocks'],
      also: wish,
    }),
  )

async function aTeam(records: readonly ClaimRecord[], wishes: SyncedWishes = {}) {
  const all = [...records, closed(decided('closed', PACE))]
  const synced = await aSyncedStation(all, { user: 'u-lead', ...wishes })
  const ask = (day = '2026-11-20', whatIf: object | null = null) =>
    synced.station.call('team.forecast', {
      day,
      whatIf: whatIf === null ? null : { transfer: null, moves: [], more: null, ...whatIf },
    })
  return { ...synced, ask }
}
const numbers = (told: Awaited<ReturnType<Awaited<ReturnType<typeof aTeam>>['ask']>>) => {
  if (told.outcome !== 'forecast') throw new Error('There is a calendar.')
  return told
}
const on = (record: ClaimRecord, toUserId: UserId | null = null) => ({
  claimId: record.form.claimId,
  revision: record.revision,
  commandId: aCommandId(),
  toUserId,
})

describe('the forecast of the team', () => {
  it('says by the pace of the last days what breaches, who holds it, and between what and what it may lie', async () => {
    const { ask } = await aTeam(waiting(6, heldBy(MARTA, 'Marta Ginevri')))
    const told = numbers(await ask())
    // Two a day, and by their hours all of today's are still to come: 9 o'clock UTC is past.
    expect(told.paces.find(({ userId }) => userId === MARTA)).toMatchObject({
      perDay: 2,
      basis: 'history',
    })
    expect(told.asItIs).toMatchObject({ open: 6, overdue: 0, breaching: 5, low: 5, high: 5 })
    expect(told.asItIs.shares).toEqual([{ userId: MARTA, open: 6, overdue: 0, breaching: 5 }])
    expect(told.breaching.map(({ claimName }) => claimName)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `Claim C-${n}`),
    )
  })

  it('shows what moving some claims to somebody else changes, and which they are', async () => {
    const { ask } = await aTeam(waiting(6, heldBy(MARTA, 'Marta Ginevri')))
    const told = numbers(await ask('2026-11-20', { transfer: { from: MARTA, to: PAUL, count: 1 } }))
    expect(told.whatIf).toMatchObject({ breaching: 4 })
    expect(told.moved.map(({ claimId }) => claimId)).toEqual(['C-1'])
    const more = numbers(await ask('2026-11-20', { more: { reviewers: 2, from: '2026-11-20' } }))
    expect(more.whatIf).toMatchObject({ breaching: 5 })
  })

  it('counts a claim of the partner’s or of an arbitration as nobody’s work', async () => {
    const others = [
      aClaimRecord({
        claimId: 'asked',
        state: 'partner_action_required',
        subState: 'open',
        dueAt: FRIDAY_END,
      }),
      aClaimRecord({ claimId: 'contested', subState: 'awaiting_arbitration', dueAt: FRIDAY_END }),
      aClaimRecord({ claimId: 'paused', dueAt: null }),
    ]
    const { ask } = await aTeam(others, {
      isHere: async ({ call }) => (await call('team.load', {})).free === 0,
    })
    expect(numbers(await ask()).asItIs).toMatchObject({ open: 0, breaching: 0 })
  })

  it('is held against the past, and the error is told', async () => {
    const { station } = await aTeam(waiting(2))
    const tested = await station.call('team.backTest', { ahead: 2 })
    if (tested.outcome !== 'tested') throw new Error('There is a calendar.')
    expect(tested.days.length).toBeGreaterThan(5)
    expect(tested.claims).toBe(3)
    expect(tested.meanAbsoluteError).not.toBeNull()
  })
})

describe('the load of the team', () => {
  it('is what each reviewer holds of what waits, and what nobody holds', async () => {
    const { station } = await aTeam([...waiting(2, heldBy(MARTA, 'Marta Ginevri')), ...waiting(3, {}, 'F')])
    const load = await station.call('team.load', {})
    expect(load.people.map(({ user, held, perDay }) => [user.name, held, perDay])).toEqual([
      ['Marta Ginevri', 2, 2],
      ['Paul Brandt', 0, 2],
    ])
    expect(load.free).toBe(3)
  })

  it('is set by a lead with the hub, which keeps it, and not without one', async () => {
    const kept: unknown[] = []
    const room = {
      claimsADay: 5,
      absences: [{ from: '2026-11-20', to: '2026-11-24', note: '' }],
      programs: [],
    }
    const team = (path: string, body: unknown) => {
      if (path.endsWith('/capacity')) kept.push([path, body])
      if (path.endsWith('/capacity')) return { body: { outcome: 'kept', revision: 1, room } }
      const capacities = kept.length === 0 ? [] : [{ userId: 'u-reviewer', revision: 1, room }]
      return { body: { capacities } }
    }
    const { station, hub, ask } = await aTeam(waiting(2, heldBy(MARTA, 'Marta Ginevri')), {
      script: { team },
    })
    expect(await station.call('team.setRoom', { userId: MARTA, revision: 0, room })).toEqual({
      outcome: 'kept',
    })
    expect(kept).toEqual([['/v1.0/people/u-reviewer/capacity', { revision: 0, room }]])
    const [marta] = (await station.call('team.load', {})).people
    expect(marta).toMatchObject({ room, revision: 1, isAway: true })
    // Who is away decides nothing until they are back.
    expect(numbers(await ask()).asItIs.breaching).toBe(2)
    hub.script.up = false
    expect(await station.call('team.setRoom', { userId: MARTA, revision: 1, room })).toEqual({
      outcome: 'offline',
    })
    await station.workstation.stop()
    expect(audited(station.database, 'capacity set')).toEqual(['u-lead'])
  })

  it('is not a reviewer’s to set', async () => {
    const { station } = await aTeam([], { user: 'u-reviewer', isHere: async () => true })
    const room = { claimsADay: 5, absences: [], programs: [] }
    expect(await station.call('team.setRoom', { userId: MARTA, revision: 0, room })).toEqual({
      outcome: 'role_may_not',
    })
    expect(await station.call('team.stations', {})).toEqual({ outcome: 'role_may_not' })
  })
})

function audited(database: string, act: string): unknown[] {
  const db = bareDatabase(database, { readonly: true })
  const rows = db.prepare('select actor from audit where act = ?').pluck().all(act)
  db.close()
  return rows
}

describe('acts on the team', () => {
  it('balance: proposes what helps, shows it before it is sent, and can be taken back', async () => {
    const records = waiting(3, heldBy(MARTA, 'Marta Ginevri'))
    const { station, ask, hub } = await aTeam(records)
    const proposal = await station.call('team.balance', { day: '2026-11-20' })
    if (proposal.outcome !== 'proposal') throw new Error('There is a calendar.')
    expect(proposal).toMatchObject({ before: 2, after: 1 })
    expect(proposal.moves).toMatchObject([
      { claim: { claimId: 'C-1' }, to: PAUL, cause: 'holder_full', decisions: 1, held: 0 },
    ])
    hub.script.up = false
    const claims = proposal.moves.map(({ claim, to }) => {
      return { claimId: claim.claimId, revision: claim.revision, commandId: aCommandId(), toUserId: to }
    })
    const { outcomes } = await station.call('team.act', { act: 'hand_over', reason: 'Balanced', claims })
    expect(outcomes.map(({ outcome }) => outcome?.outcome)).toEqual(['accepted'])
    expect(numbers(await ask()).asItIs.breaching).toBe(1)
    const { operations } = await station.call('sync.outbox', {})
    expect(operations).toMatchObject([{ kind: 'hand_over', state: 'held' }])
    for (const { commandId: operationId } of claims)
      expect(await station.call('sync.undo', { operationId })).toEqual({ outcome: 'undone' })
    expect(numbers(await ask()).asItIs.breaching).toBe(2)
  })

  it('says before it is sent what those who give or get claims would hold then', async () => {
    const free = waiting(2)
    const records = [...free, ...waiting(2, heldBy(MARTA, 'Marta Ginevri'), 'M')]
    const { station } = await aTeam(records)
    const claims = ['C-0', 'M-0', 'M-1'].map((id) => ({ claimId: ClaimId.parse(id), toUserId: PAUL }))
    const plan = () => station.call('team.plan', { act: 'hand_over', reason: '', claims })
    const marta = { userId: MARTA, name: 'Marta Ginevri', isAway: false, held: 2, after: 0 }
    const paul = { userId: PAUL, isAway: false, held: 0, after: 3 }
    expect((await plan()).loads).toMatchObject([marta, paul])
    const [first] = free
    if (first === undefined) throw new Error('There is a claim.')
    await station.call('team.act', { act: 'hand_over', reason: '', claims: [on(first, PAUL)] })
    // What was handed over a moment ago is theirs already.
    expect((await plan()).loads).toMatchObject([marta, { ...paul, held: 1, after: 3 }])
    const reminded = [{ claimId: ClaimId.parse('M-0'), toUserId: null }]
    expect(
      (await station.call('team.plan', { act: 'nudge', reason: 'Due', claims: reminded })).loads,
    ).toEqual([])
  })

  it('assigns what nobody holds, and leaves out what it may not, saying why', async () => {
    const records = [...waiting(1), ...waiting(1, heldBy(PAUL, 'Paul Brandt'), 'P'), closed([])]
    const { station, drain, hub } = await aTeam(records.slice(0, 2))
    const [free, own, done] = records.map(({ form }) => form.claimId)
    const claims = [free, own, done, ClaimId.parse('gone')].flatMap((claimId) => {
      return claimId === undefined ? [] : [{ claimId, toUserId: PAUL }]
    })
    expect(await station.call('team.plan', { act: 'hand_over', reason: '', claims })).toMatchObject({
      able: ['C-0'],
      leftOut: [
        { claimId: 'P-0', blocks: [{ reason: 'nobody_to_hand_to' }] },
        { claimId: 'closed', blocks: [{ reason: 'not_in_this_state' }] },
        { claimId: 'gone', blocks: [] },
      ],
    })
    const [first] = records
    if (first === undefined) throw new Error('There is a claim.')
    await station.call('team.act', { act: 'hand_over', reason: 'Yours', claims: [on(first, MARTA)] })
    await drain()
    expect(hub.received.at(-1)?.action).toEqual({
      kind: 'hand_over',
      toUserId: 'u-reviewer',
      toName: 'Marta Ginevri',
      note: 'Yours',
    })
  })

  it('raises a claim with a reason, once, and a lead says that it was attended to', async () => {
    const escalation = {
      at: '2026-11-20T09:00:00.000Z',
      byUserId: 'u-reviewer',
      reason: 'The customer rang.',
    }
    const raised = aClaimRecord({ claimId: 'raised', matters: { escalation } as never })
    const { station } = await aTeam([raised, ...waiting(1)])
    expect((await station.call('team.load', {})).raised).toEqual([
      {
        claimId: 'raised',
        claimName: raised.form.claimName,
        revision: 3,
        at: escalation.at,
        byName: 'Marta Ginevri',
        reason: 'The customer rang.',
      },
    ])
    const act = async (kind: 'escalate' | 'settle_escalation', reason: string) =>
      (await station.call('team.act', { act: kind, reason, claims: [on(raised)] })).outcomes[0]?.outcome
    expect(await act('escalate', 'Again')).toMatchObject({ blocks: [{ reason: 'escalated_already' }] })
    expect(await act('settle_escalation', '')).toMatchObject({ outcome: 'accepted' })
    // Said once, and out of the lead's sight: the hub hears of it when the undo time is over.
    expect(await act('settle_escalation', '')).toMatchObject({ blocks: [{ reason: 'not_escalated' }] })
    expect((await station.call('team.load', {})).raised).toEqual([])
  })

  it('shows what was raised in the queue from the moment in which it is said, until it is taken back', async () => {
    const records = waiting(2)
    const { station } = await aTeam(records, { user: 'u-reviewer' })
    const [first] = records
    if (first === undefined) throw new Error('There is a claim.')
    const rowsOf = async (text: string) =>
      (await station.call('claims.list', { filter: { text }, offset: 0, limit: 10 })).rows
    const claims = [on(first)]
    const raise = () => station.call('team.act', { act: 'escalate', reason: 'They rang.', claims })
    expect(await raise()).toMatchObject({ outcomes: [{ outcome: { outcome: 'accepted' } }] })
    expect(await rowsOf('is:raised')).toMatchObject([{ claimId: 'C-0', raised: true, reminded: false }])
    const again = [{ ...on(first), toUserId: null }]
    const { outcomes } = await station.call('team.act', { act: 'escalate', reason: 'Twice.', claims: again })
    expect(outcomes).toMatchObject([{ outcome: { blocks: [{ reason: 'escalated_already' }] } }])
    const [operationId] = claims.map(({ commandId }) => commandId)
    if (operationId === undefined) throw new Error('There is a command.')
    await station.call('sync.undo', { operationId })
    expect(await rowsOf('is:raised')).toEqual([])
  })

  it('reminds whoever holds a claim, with a reason, and nobody where nobody does', async () => {
    const records = [...waiting(1), ...waiting(1, heldBy(MARTA, 'Marta Ginevri'), 'M')]
    const { station } = await aTeam(records)
    const plan = async (reason: string) => {
      const claims = records.map(({ form }) => ({ claimId: form.claimId, toUserId: null }))
      const { able, leftOut } = await station.call('team.plan', { act: 'nudge', reason, claims })
      return [able, leftOut.flatMap(({ blocks }) => blocks.map(({ reason: why }) => why))]
    }
    expect(await plan('Due today')).toEqual([['M-0'], ['held_by_nobody']])
    expect(await plan(' ')).toEqual([[], ['held_by_nobody', 'reason_missing', 'reason_missing']])
  })
})

describe('workstations', () => {
  it('say of themselves what could not leave, and a lead reads it by the names of the claims', async () => {
    const said: { path: string; body: unknown }[] = []
    const team = (path: string, body: unknown) => {
      if (body !== null) said.push({ path, body })
      if (path !== '/v1.0/workstations') return { body: { outcome: 'noted' } }
      const clientId = said.at(-1)?.path.split('/').at(-1)
      const station = {
        clientId,
        userId: 'u-reviewer',
        name: 'Marta Ginevri',
        seenAt: '2026-11-20T09:00:00.000Z',
      }
      return { body: { workstations: [{ ...station, ...(said.at(-1)?.body as object) }] } }
    }
    const operation = () => ({ status: 503 })
    const records = waiting(1)
    const { station } = await aTeam(records, { script: { team, operation } })
    const [record] = records
    if (record === undefined) throw new Error('There is a claim.')
    const { toUserId: _nobody, ...command } = on(record)
    await station.call('claims.decide', {
      ...command,
      decision: 'reject',
      reasons: ['REJ_INSUFFICIENT_POE'],
      comment: 'No proof.',
      note: 'Nothing came.',
      items: [],
      mayRemoveItems: false,
      partnerRequestReason: null,
    })
    station.clock.advance(60_000)
    await station.until(async () => said.some(({ body }) => (body as { unsent: number }).unsent === 1))
    const told = await station.call('team.stations', {})
    expect(told).toMatchObject({
      stations: [
        {
          name: 'Marta Ginevri',
          unsent: 1,
          isThisOne: true,
          decided: [{ claimId: 'C-0', claimName: 'Claim C-0' }],
        },
      ],
    })
  })
})
