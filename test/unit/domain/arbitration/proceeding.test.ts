import { describe, expect, it } from 'vitest'
import { applyAct, blocksOf } from '../../../../src-main/domain/claim/applyAct.ts'
import { proceedingOf } from '../../../../src-main/domain/arbitration/proceeding.ts'
import type { ClaimCommand } from '../../../../src-main/domain/claim/commands.ts'
import type { ClaimSituation } from '../../../../src-main/domain/claim/situation.ts'
import { NO_MATTERS } from '../../../../src-preload/contract/vocabulary/noMatters.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { DecisionReason } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aSituation, NOW, reviewer } from '../../../builders/domain/situation.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

const setting = { policy: SEED_2020, now: NOW }
const at = Instant.parse(new Date(NOW).toISOString())
const claimOf = (more: Partial<ClaimSituation>) => ({ ...aSituation(), items: ['i1', 'i2'], ...more })
const blocks = (command: ClaimCommand, more: Partial<ClaimSituation>) =>
  blocksOf(command, claimOf(more), reviewer(), setting).filter(({ reason }) => reason === 'open_arbitration')
const reject = (reason: DecisionReason): ClaimCommand => ({
  act: 'reject',
  reasons: [reason],
  comment: 'Not this one.',
  partnerRequestReason: 'WRONG_MPN',
  note: 'Seen.',
})
const ask: ClaimCommand = {
  act: 'request_info',
  reasons: ['POE_MISSING_CUSTOMER_ACK'],
  items: [],
  mayRemoveItems: false,
  comment: 'Please sign it.',
}

describe('a claim of which something is contested', () => {
  it('S-86, S-87: has only that contested, and the rest goes its way', () => {
    expect(proceedingOf(claimOf({ contested: ['i2', 'gone'] }))).toEqual({ contested: ['i2'], free: ['i1'] })
    expect(proceedingOf(claimOf({}))).toEqual({ contested: [], free: ['i1', 'i2'] })
  })

  it('is approved by nobody, which names the contested items where others are free', () => {
    const approve = { act: 'approve', comment: '' } as const
    expect(blocks(approve, { contested: [] })).toEqual([])
    expect(blocks(approve, { contested: ['i2'] })).toMatchObject([{ item: 'i2' }])
    expect(blocks(approve, { contested: ['i1', 'i2'] })).toMatchObject([{ item: null }])
    expect(blocks(approve, { contested: ['i1', 'i2'], subState: 'awaiting_arbitration' })).toHaveLength(1)
    expect(blocks(approve, { subState: 'awaiting_arbitration' })).toHaveLength(1)
  })

  it('is rejected for what its partner did or did not do, not for what the comparison is there to tell', () => {
    expect(blocks(reject('REJ_INSUFFICIENT_POE'), { contested: ['i2'] })).toHaveLength(1)
    expect(blocks(reject('REJ_PARTNER_REQUEST'), { contested: ['i2'] })).toEqual([])
    const waiting = { contested: ['i2'], state: 'partner_action_required', subState: 'overdue' } as const
    expect(blocks(reject('REJ_INSUFFICIENT_POE'), waiting)).toEqual([])
  })

  it('S-129: had its first review with a question, which of any other claim is no such thing', () => {
    const after = (contested: string[]) => {
      const done = applyAct(ask, claimOf({ contested }), reviewer(), setting)
      return 'matters' in done ? done.matters.firstReviewedAt : done.blocks
    }
    expect([after(['i1']), after([])]).toEqual([at, null])
  })

  it('goes back to its review when nothing is left to arbitrate, to its dispute where there is one', () => {
    const over = (more: Partial<ClaimSituation>) => {
      const held = { ...NO_MATTERS, ...more.matters, heldSince: at }
      const done = applyAct(
        { act: 'arbitration_over' },
        claimOf({ ...more, matters: held }),
        { side: 'system' },
        setting,
      )
      return 'status' in done
        ? [done.status?.subState, done.matters.heldSince, done.entries.length]
        : done.blocks
    }
    const held = { subState: 'awaiting_arbitration' } as const
    expect(over(held)).toEqual(['in_review', null, 1])
    const dispute = { openedAt: at, justification: 'x', documentIds: [], decidedAt: null }
    expect(over({ ...held, matters: { ...NO_MATTERS, dispute } })).toEqual(['dispute_review', null, 1])
    expect(over({ state: 'partner_action_required', subState: 'open' })).toEqual(['open', null, 1])
    const free = applyAct({ act: 'arbitration_over' }, claimOf(held), { side: 'system' }, setting)
    expect(free).toMatchObject({ blocks: [{ reason: 'not_in_this_state' }] })
  })
})
