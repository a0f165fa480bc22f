import { describe, expect, it } from 'vitest'
import { getClaimAtHand } from '../../../../src-main/workstation/claims/claimAtHand.ts'
import { detailsSaid } from '../../../../src-main/workstation/claims/handWordsAtHand.ts'
import type { PapersTold } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import {
  CaseId,
  ClaimId,
  type OperationId,
  UserId,
} from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  type ClaimCheckName,
  type Verdict,
  CLAIM_CHECKS,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import { aCase } from '../../../builders/arbitrationCase.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord, sha256Of } from '../../../builders/claimRecord.ts'
import { aStore } from '../../../builders/store.ts'
import { aSyncedStation, everythingMet, PAPER } from '../../../fakes/syncedStation.ts'
import { aCommandId } from '../../../fakes/workstation.ts'

const CASE = CaseId.parse('0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c01')
const [CHALLENGER, HOLDER] = [ClaimId.parse('208417'), ClaimId.parse('208500')]
const documents = [{ documentId: 'd1', bytes: PAPER }]
const CLAIMS = [
  aClaimRecord({ clocks: [], documents }),
  aClaimRecord({ claimId: HOLDER, state: 'approved', subState: 'consent_closed', clocks: [], documents }),
]

const no = { told: 'no' } as const
const saysNothing: PapersTold = {
  acknowledged: { told: 'cannot_tell', evidence: [] },
  engagement: no,
  items: [{ item: 'i1', named: no, work: no, identified: no, statement: no }],
}

/** A board on which the checker could settle neither a detail of the challenger's claim nor a date of anybody's. */
async function aBoard(machine: Partial<Record<ClaimCheckName, Verdict>> = { contacts: 'cannot_tell' }) {
  const judged = everythingMet(CLAIMS)
  const desk = await aSyncedStation(CLAIMS, {
    poe: {
      ...judged,
      async judge({ form }) {
        const record = CLAIMS.find(({ form: { claimId } }) => claimId === form.claimId)
        if (record === undefined) throw new Error('Nobody has this claim.')
        const claimChecks = CLAIM_CHECKS.map((check) => ({
          check,
          verdict: (form.claimId === CHALLENGER ? machine[check] : undefined) ?? ('met' as const),
          sentence: 'It fits.',
          say: { code: 'test', values: {} },
          evidence: [],
        }))
        const readings = [
          {
            document: 'd1.pdf',
            page: 1,
            quads: [],
            text: '03/04/2026',
            readings: ['2026-04-03', '2026-03-04'],
          },
        ].map((date) => ({ ...date, role: 'customer_signature' as const }))
        return { ...aReport(record), dates: readings, claimChecks, told: saysNothing }
      },
    },
    script: { feed: () => ({ body: { value: [...CLAIMS, aCase()], '@odata.deltaLink': 'end' } }) },
  })
  const { station } = desk
  const board = () => station.call('arbitration.board', { caseId: CASE })
  const party = async (claimId: ClaimId) => (await board()).parties.find((one) => one.claimId === claimId)
  const on = (claimId: ClaimId) => ({ claimId, revision: 3, commandId: aCommandId() })
  const say = (verdict: 'met' | 'not_met' | null, note: string, check: 'contacts' | 'matrix' = 'contacts') =>
    station.call('claims.setDetail', { ...on(CHALLENGER), check, verdict, note })
  const read = (claimId: ClaimId, day: string | null, evidenceId: OperationId | null = null) =>
    station.call('claims.readDays', {
      ...on(claimId),
      reading: { what: 'acknowledged', day },
      evidenceId,
    })
  return { ...desk, board, party, on, say, read }
}

const reasonsIn = (outcome: { readonly outcome: string }) =>
  'blocks' in outcome ? (outcome.blocks as { reason: string }[]).map(({ reason }) => reason) : []

describe('a detail of an association that nobody verified', () => {
  it('S-126: holds the comparison back until a person verified it, and the board says who and how', async () => {
    const { board, party, say } = await aBoard()
    expect((await board()).ladder).toMatchObject({ suggestion: { kind: 'not_verified' } })
    expect((await say('met', 'Called the customer.')).outcome).toBe('accepted')
    const { ladder } = await board()
    expect(ladder).toMatchObject({ outcome: 'compared' })
    expect(ladder).not.toMatchObject({ suggestion: { kind: 'not_verified' } })
    expect(await party(CHALLENGER)).toMatchObject({ unverified: [] })
    expect((await party(CHALLENGER))?.details.find(({ check }) => check === 'contacts')).toMatchObject({
      verdict: 'met',
      word: { verdict: 'met', note: 'Called the customer.', byName: expect.any(String) },
    })
  })

  it('puts its party out on the first rung when a person denies it, until the word is taken back', async () => {
    const { board, say } = await aBoard()
    await say('not_met', 'The contact left years ago.')
    const validity = async () => {
      const { ladder } = await board()
      return ladder?.outcome === 'compared'
        ? ladder.rungs[0]?.parties.find((one) => one.claimId === CHALLENGER)
        : null
    }
    expect(await validity()).toMatchObject({ value: { word: 'not_valid', checks: ['contacts'] } })
    await say(null, '')
    expect((await board()).ladder).toMatchObject({ suggestion: { kind: 'not_verified' } })
  })

  it('is said with a note, by who may judge, and stands on the claim’s page too', async () => {
    const { say, station, open } = await aBoard()
    expect(reasonsIn(await say('met', ''))).toEqual(['verdict_reason_missing'])
    await say('met', 'By phone.')
    expect((await open()).detailWords).toMatchObject([
      { check: 'contacts', verdict: 'met', note: 'By phone.' },
    ])
    await station.call('session.switchUser', { userId: UserId.parse('u-auditor') })
    expect(reasonsIn(await say('not_met', 'No.'))).toEqual(['role_may_not'])
    expect((await station.call('arbitration.board', { caseId: CASE })).mayVerify).toBe(false)
  })

  it('can be denied where the machine verified it, and is kept as one function tells it to whoever sends a decision', async () => {
    const { say, party, station } = await aBoard({})
    await say('not_met', 'A revenue association was meant.', 'matrix')
    expect((await party(CHALLENGER))?.details.find(({ check }) => check === 'matrix')?.verdict).toBe(
      'not_met',
    )
    await station.workstation.stop()
    const store = aStore(station.database)
    expect(store.read((s) => detailsSaid(s, getClaimAtHand(s, CHALLENGER)))).toMatchObject([
      { check: 'matrix', verdict: 'not_met' },
    ])
    expect(store.read((s) => detailsSaid(s, getClaimAtHand(s, HOLDER)))).toEqual([])
  })
})

describe('a date that the machine could not read', () => {
  it('is chosen from its readings or entered by a person, and the ladder goes by it', async () => {
    const { board, party, read, say } = await aBoard()
    await say('met', 'Called the customer.')
    expect((await party(CHALLENGER))?.readings).toEqual(['2026-03-04', '2026-04-03'])
    expect(await party(CHALLENGER)).toMatchObject({ acknowledged: null, untold: ['acknowledged'] })
    expect((await read(CHALLENGER, '2026-04-03')).outcome).toBe('accepted')
    await read(HOLDER, '2026-03-04')
    expect((await party(CHALLENGER))?.acknowledged).toEqual({ from: '2026-04-03', to: '2026-04-03' })
    expect((await party(CHALLENGER))?.untold).toEqual([])
    expect((await party(CHALLENGER))?.readDays).toMatchObject([
      { reading: { what: 'acknowledged', day: '2026-04-03' }, byName: expect.any(String) },
    ])
    expect((await board()).ladder).toMatchObject({
      suggestion: { kind: 'clear', rung: 'recency', claimId: CHALLENGER },
    })
  })

  it('changes no verdict of a criterion, and is taken back whole', async () => {
    const { party, read, station, on } = await aBoard()
    const verdicts = async () => (await party(CHALLENGER))?.criteria.map(({ verdict }) => verdict)
    const before = await verdicts()
    await read(CHALLENGER, '2019-01-01')
    expect(await verdicts()).toEqual(before)
    await station.call('claims.forgetDays', {
      ...on(CHALLENGER),
      fact: { what: 'acknowledged', item: null },
    })
    expect(await party(CHALLENGER)).toMatchObject({ acknowledged: null, readDays: [] })
  })

  it('stands with the place that a reviewer marked, as long as that is marked', async () => {
    const { read, station, on, open } = await aBoard()
    const evidence = {
      criterion: 'dates' as const,
      item: null,
      sha256: sha256Of(PAPER),
      inside: [],
      page: 1,
      quads: [[10, 10, 60, 10, 60, 20, 10, 20]] as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ][],
      text: null,
      note: '',
    }
    const marked = on(CHALLENGER)
    await station.call('claims.addEvidence', { ...marked, evidence })
    await read(CHALLENGER, '2026-04-03', marked.commandId)
    expect((await open()).readDays[0]?.evidenceId).toBe(marked.commandId)
    await station.call('claims.removeEvidence', { ...on(CHALLENGER), evidenceId: marked.commandId })
    expect((await open()).readDays[0]).toMatchObject({ evidenceId: null, reading: { day: '2026-04-03' } })
    await expect(read(CHALLENGER, '2026-04-03', aCommandId())).rejects.toThrow('marked such a place')
  })

  it('of an engagement and of a statement is read for the item that it is about', async () => {
    const { party, station, on } = await aBoard()
    const say = (reading: Parameters<typeof station.call<'claims.readDays'>>[1]['reading']) =>
      station.call('claims.readDays', { ...on(CHALLENGER), reading, evidenceId: null })
    await say({ what: 'engagement', start: '2026-01-01', end: null })
    await say({ what: 'statement', item: 'i1', day: '2026-05-06' })
    expect(await party(CHALLENGER)).toMatchObject({
      engagement: { start: { from: '2026-01-01', to: '2026-01-01' }, end: null },
      statement: { from: '2026-05-06', to: '2026-05-06' },
    })
    await expect(say({ what: 'statement', item: 'elsewhere', day: null })).rejects.toThrow('no such item')
    await expect(say({ what: 'engagement', start: '2026-02-01', end: '2026-01-01' })).rejects.toThrow()
  })
})
