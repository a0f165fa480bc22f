import { describe, expect, it } from 'vitest'
import type { OperationRequest } from '../../../../src-main/hub/api/operations.ts'
import { CaseId, ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCase, anAsk, aParty } from '../../../builders/arbitrationCase.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aSyncedStation } from '../../../fakes/syncedStation.ts'
import { aCommandId } from '../../../fakes/workstation.ts'

const CASE = CaseId.parse('0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c01')
const CLAIMS = [
  aClaimRecord(),
  aClaimRecord({ claimId: '208500', state: 'approved', subState: 'consent_closed', clocks: [] }),
]
const ASKS: ('newest_poe' | 'still_engaged')[] = ['newest_poe', 'still_engaged']
const reasonsIn = (outcome: unknown) =>
  (outcome as { blocks?: readonly { reason: string }[] }).blocks?.map(({ reason }) => reason)

/** A lead's workstation with the case of these two claims. What the hub answers may be said. */
async function aDesk(
  parties = [
    aParty({ claimId: '208417' }),
    aParty({ claimId: '208500', role: 'incumbent', mpnId: '5500111' }),
  ],
  operation?: (request: OperationRequest) => never,
) {
  const contest = aCase({ parties })
  const desk = await aSyncedStation(CLAIMS, {
    user: 'u-lead',
    script: {
      feed: (link) => ({
        body: { value: link === 'seen' ? [] : [...CLAIMS, contest], '@odata.deltaLink': 'seen' },
      }),
      ...(operation === undefined ? {} : { operation }),
    },
  })
  const letter = (claimId: string, comment = 'Please send your newest proof.') => ({
    claimId: ClaimId.parse(claimId),
    revision: 3,
    commandId: aCommandId(),
    comment,
  })
  const ask = (letters: readonly ReturnType<typeof letter>[]) =>
    desk.station.call('arbitration.ask', {
      caseId: CASE,
      letters: letters.map((one) => ({ ...one, asks: ASKS })),
      businessDays: null,
    })
  return { ...desk, letter, ask }
}

describe('asking the parties of a case', () => {
  it('makes one operation for each, in words of its own, which waits as a decision does and then leaves', async () => {
    const { ask, letter, hub, drain, station } = await aDesk()
    const { outcomes } = await ask([letter('208417'), letter('208500', 'Are you still engaged?')])
    expect(outcomes.map(({ outcome }) => outcome?.outcome)).toEqual(['accepted', 'accepted'])
    expect(hub.received).toEqual([])
    expect((await station.call('sync.outbox', {})).operations).toMatchObject([
      { kind: 'case_ask', state: 'held' },
      { kind: 'case_ask', state: 'held' },
    ])
    await drain()
    expect(hub.received.map(({ action }) => action)).toEqual([
      {
        kind: 'case_ask',
        caseId: CASE,
        asks: ['newest_poe', 'still_engaged'],
        businessDays: null,
        comment: 'Please send your newest proof.',
      },
      expect.objectContaining({ comment: 'Are you still engaged?' }),
    ])
  })

  it('can be undone for one of them, while the other is asked', async () => {
    const { ask, letter, hub, drain, station } = await aDesk()
    const [first, second] = [letter('208417'), letter('208500')]
    await ask([first, second])
    expect((await station.call('sync.undo', { operationId: first.commandId })).outcome).toBe('undone')
    await drain()
    expect(hub.received.map(({ operationId }) => operationId)).toEqual([second.commandId])
  })

  it('refuses what says nothing, was asked already or is about no party, and tells so of each by itself', async () => {
    const asked = aParty({ claimId: '208500', outreach: [anAsk({ asks: ['newest_poe', 'still_engaged'] })] })
    const left = { at: '2026-11-19T09:00:00.000Z', reason: 'withdrawn' }
    const { ask, letter } = await aDesk([aParty({ claimId: '208417', left }), asked])
    const { outcomes } = await ask([letter('208417'), letter('208500', ' '), letter('209999')])
    expect(outcomes.map(({ outcome }) => outcome && reasonsIn(outcome))).toEqual([
      ['case_closed'],
      ['comment_missing', 'already_asked'],
      null,
    ])
  })

  it('says beforehand who may: leads alone, of parties that are here', async () => {
    const { station } = await aDesk()
    const actions = async () =>
      (await station.call('arbitration.case', { caseId: CASE })).claims.map((one) =>
        one.actions.map(({ action, blocks }) => [action, ...blocks.map(({ reason }) => reason)].join(' ')),
      )
    expect(await actions()).toEqual([
      ['case_ask', 'case_tell'],
      ['case_ask', 'case_tell'],
    ])
    await station.call('session.switchUser', { userId: 'u-reviewer' as never })
    expect(await actions()).toEqual([
      ['case_ask role_may_not', 'case_tell'],
      ['case_ask role_may_not', 'case_tell'],
    ])
  })

  it('lands with its words in the tray where the case moved on', async () => {
    const { ask, letter, drain, station } = await aDesk(undefined, (() => ({
      outcome: 'conflict',
      reason: 'case_moved_on',
      currentRevision: 3,
    })) as never)
    const { commandId, ...one } = letter('208500')
    await ask([{ ...one, commandId }])
    await drain()
    const { detail } = await station.call('sync.conflict', { operationId: commandId })
    expect(detail).toMatchObject({
      conflict: { reason: 'case_moved_on', kind: 'case_ask' },
      mine: { comment: 'Please send your newest proof.' },
    })
    expect(detail?.choices.map(({ choice }) => choice)).toEqual(['send_again', 'let_go'])
  })
})

describe('telling a party', () => {
  it('leaves at once, and a claim that was told may be held without more words', async () => {
    const told = aParty({ claimId: '208417', toldAt: '2026-11-19T09:00:00.000Z' })
    const { station, letter, hub, on } = await aDesk([told, aParty({ claimId: '208500', mpnId: '5500111' })])
    const { outcomes } = await station.call('arbitration.tell', { caseId: CASE, letters: [letter('208500')] })
    expect(outcomes).toMatchObject([{ outcome: { outcome: 'accepted', holdUntil: null } }])
    await station.until(async () => hub.received.length === 1)
    expect(hub.received[0]?.action).toMatchObject({ kind: 'case_tell', caseId: CASE })
    expect(await station.call('claims.hold', { ...(await on()), comment: '' })).toMatchObject({
      outcome: 'accepted',
    })
  })

  it('S-130: one that was not told is not held without words', async () => {
    const { station, on } = await aDesk()
    expect(reasonsIn(await station.call('claims.hold', { ...(await on()), comment: '' }))).toEqual([
      'comment_missing',
    ])
  })
})
