import { NO_MATTERS } from '../../../../src-preload/contract/vocabulary/noMatters.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actBlocks } from '../../../../src-main/domain/claim/actBlocks.ts'
import { blocksOf } from '../../../../src-main/domain/claim/applyAct.ts'
import type { ClaimCommand } from '../../../../src-main/domain/claim/commands.ts'
import type { Actor, ClaimSituation, Setting } from '../../../../src-main/domain/claim/situation.ts'
import { TRANSITIONS } from '../../../../src-main/domain/claim/transitions.ts'
import type { DecisionInput } from '../../../../src-preload/contract/claims.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId, Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  CRITERIA,
  OPERATION_KINDS,
  type ClaimState,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { DOCS_2023, SEED_2020 } from '../../../builders/policy.ts'
import { aSyncedStation, PAPER } from '../../../fakes/syncedStation.ts'
import { aCommandId } from '../../../fakes/workstation.ts'

/** Every status that the table of moves knows for a reviewer to see, each once. */
const STATUSES = [
  ...new Map(
    TRANSITIONS.flatMap(({ from, within, to, subState }) => [
      ...from.map((state) => ({ state, subState: within?.[0] ?? null })),
      ...(to === 'same' || to === 'gone' ? [] : [{ state: to, subState }]),
    ])
      .filter(({ state }) => state !== 'editing')
      .map((status) => [`${status.state} ${status.subState}`, status] as const),
  ).values(),
]
const at = Instant.parse('2026-11-18T09:00:00Z')
const PEOPLE = [
  { userId: 'u-reviewer', role: 'reviewer' },
  { userId: 'u-lead', role: 'team_lead' },
  { userId: 'u-auditor', role: 'auditor' },
] as const

const clocksDue = (dueAt: string): ClaimRecord['clocks'] =>
  (['partner_response', 'consent', 'dispute_window'] as const).map((timer) => ({
    timer,
    startedAt: at,
    dueAt: Instant.parse(dueAt),
    halfAt: null,
    threeQuartersAt: null,
    nineTenthsAt: null,
    pausedShare: null,
  }))

/** Claims in many statuses, with and without papers, clocks that ran out, and open matters. */
const RECORDS = STATUSES.flatMap(({ state, subState }, n) =>
  [0, 1, 2].map((variant) =>
    aClaimRecord({
      claimId: `c${n}-${variant}`,
      state,
      subState,
      documents: variant === 0 ? [] : [{ documentId: 'd1', bytes: PAPER }],
      clocks: clocksDue(variant === 1 ? '2026-11-20T09:00:00Z' : '2026-11-20T11:00:00Z'),
      matters: mattersOf(variant),
      also: { policy: variant === 2 ? { id: DOCS_2023.id, version: 1 } : { id: SEED_2020.id, version: 1 } },
    }),
  ),
)

function mattersOf(variant: number): Partial<ClaimRecord['matters']> {
  if (variant === 0) return {}
  const rejection = {
    at,
    reasons: [],
    byUserId: UserId.parse(variant === 1 ? 'u-reviewer' : 'u-lead'),
    judged: [],
  }
  const partnerRequest = { askedAt: at, reason: 'WRONG_MPN' as const, commentId: 'k1' }
  return variant === 1 ? { rejection, disputes: 1, infoRounds: 1 } : { rejection, partnerRequest }
}

const situationFor = (record: ClaimRecord): ClaimSituation => ({
  state: record.state,
  subState: record.subState,
  documents: record.documents.length,
  items: ['i1'],
  program: 'OSU_M365',
  criteria: CRITERIA.map((criterion) => ({
    criterion,
    item: criterion === 'products' ? 'i1' : null,
    verdict: 'met',
  })),
  matters: { ...NO_MATTERS, ...record.matters },
  clocks: record.clocks,
  assignedTo: record.assignedTo,
  comments: [],
  hasUnknownWords: false,
})

const settingFor = ({ policy }: ClaimRecord, now: number): Setting => ({
  policy: policy.id === DOCS_2023.id ? DOCS_2023 : SEED_2020,
  now,
})

const actorOf = ({ userId, role }: (typeof PEOPLE)[number]): Actor => ({
  side: 'reviewer',
  userId: UserId.parse(userId),
  role,
})

describe('the guards of this workstation', () => {
  it('S-27 S-45 block on every claim, for every person, exactly what the rules block', async () => {
    const { station } = await aSyncedStation(RECORDS)
    const now = station.clock.now()
    const seen = new Set<ClaimState>()
    for (const person of PEOPLE) {
      await station.call('session.switchUser', { userId: UserId.parse(person.userId) })
      for (const record of RECORDS) {
        const { actions } = await station.call('claims.open', { claimId: record.form.claimId })
        const rules = OPERATION_KINDS.map((action) => ({
          action,
          blocks: actBlocks(action, situationFor(record), actorOf(person), settingFor(record, now)),
        }))
        expect({ id: record.form.claimId, actions }).toEqual({ id: record.form.claimId, actions: rules })
        seen.add(record.state)
      }
    }
    expect([...seen].sort()).toEqual([
      'approved',
      'partner_action_required',
      'rejected',
      'submitted',
      'under_review',
    ])
  })

  it('S-29 S-41 refuse every decision with exactly the blocks of the rules, or take it', async () => {
    const { station } = await aSyncedStation(RECORDS)
    const now = station.clock.now()
    let accepted = 0
    const said = fc.record({
      record: fc.constantFrom(...RECORDS),
      decision: fc.constantFrom('approve', 'request_info', 'reject'),
      reasons: fc.subarray([
        'POE_MISSING_PRODUCTS',
        'REJ_PARTNER_REQUEST',
        'REJ_CUSTOMER_DECLINE',
        'REJ_INSUFFICIENT_POE',
        'REJ_NO_PARTNER_RESPONSE',
      ]),
      comment: fc.constantFrom('', 'Said.'),
      items: fc.subarray(['i1', 'i9']),
      mayRemoveItems: fc.boolean(),
      partnerRequestReason: fc.constantFrom(null, 'WRONG_MPN'),
      note: fc.constantFrom('', 'For the lead.'),
    }) as fc.Arbitrary<Omit<DecisionInput, 'claimId' | 'revision' | 'commandId'> & { record: ClaimRecord }>
    await fc.assert(
      fc.asyncProperty(said, async ({ record, ...input }) => {
        const { claimId } = record.form
        const rules = blocksOf(
          commandFor(input),
          situationFor(record),
          actorOf(PEOPLE[0]),
          settingFor(record, now),
        )
        const outcome = await station.call('claims.decide', {
          ...input,
          claimId: ClaimId.parse(claimId),
          revision: record.revision,
          commandId: aCommandId(),
        })
        if (outcome.outcome === 'accepted') {
          accepted += 1
          await station.call('sync.undo', { operationId: outcome.operationId })
        }
        expect(outcome).toMatchObject(
          rules.length === 0 ? { outcome: 'accepted' } : { outcome: 'blocked', blocks: rules },
        )
      }),
      { numRuns: 300 },
    )
    expect(accepted).toBeGreaterThan(0)
  })
})

function commandFor(input: Omit<DecisionInput, 'claimId' | 'revision' | 'commandId'>): ClaimCommand {
  const { decision: act, reasons, comment, items, mayRemoveItems, partnerRequestReason, note } = input
  switch (act) {
    case 'approve':
      return { act, comment }
    case 'request_info':
      return { act, comment, reasons, items, mayRemoveItems }
    case 'reject':
      return { act, comment, reasons, partnerRequestReason, note }
  }
}
