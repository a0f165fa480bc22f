import { describe, expect, it } from 'vitest'
import {
  addOperation,
  findNextToSend,
  giveSequence,
  hasOperation,
  listConflicts,
  listWaiting,
  type OutboxOperation,
  settleApplied,
  settleConflict,
  takeBack,
} from '../../../src-main/store/outboxRepo.ts'
import { ClaimId, OperationId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { aStore } from '../../builders/store.ts'

const opId = (n: number) => OperationId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const operation = (n: number, wishes: Partial<OutboxOperation> = {}): OutboxOperation => ({
  operationId: opId(n),
  claimId: ClaimId.parse('208417'),
  claimName: 'Teams rollout',
  kind: 'comment',
  byUserId: UserId.parse('u-reviewer'),
  claimRevision: 3,
  content: { n },
  madeAt: 1000 + n,
  holdUntil: null,
  startedReview: null,
  base: null,
  clockOffsetMs: null,
  ...wishes,
})

function anOutbox(...operations: readonly OutboxOperation[]) {
  const store = aStore()
  store.write((s) => {
    for (const op of operations) addOperation(s, op)
  })
  const next = (now: number) => store.read((s) => findNextToSend(s, now))?.operationId ?? null
  const waiting = (n: number) => {
    const found = store.read((s) => listWaiting(s, null)).find(({ operationId }) => operationId === opId(n))
    if (found === undefined) throw new Error(`Operation ${n} does not wait.`)
    return found
  }
  return { store, next, waiting }
}

describe('the outbox', () => {
  it('sends oldest first, and nothing that is still held', () => {
    const other = ClaimId.parse('another')
    const { next } = anOutbox(operation(1, { holdUntil: 9000 }), operation(2, { claimId: other }))
    expect(next(5000)).toBe(opId(2))
    expect(next(9000)).toBe(opId(1))
  })

  it('never lets an operation overtake an older one of the same claim', () => {
    const { next } = anOutbox(operation(1, { holdUntil: 9000 }), operation(2))
    expect(next(5000)).toBe(null)
  })

  it('sends again what left without an answer before anything new, so that sequences have no gap', () => {
    const { store, next } = anOutbox(operation(1), operation(2, { claimId: ClaimId.parse('another') }))
    store.write((s) => giveSequence(s, opId(2), 1))
    expect(next(5000)).toBe(opId(2))
  })

  it('takes back what is held, once, and not after it left', () => {
    const { store } = anOutbox(operation(1, { holdUntil: 9000 }), operation(2, { holdUntil: 9000 }))
    store.write((s) => giveSequence(s, opId(2), 1))
    const undo = (n: number, now: number) =>
      store.write((s) => takeBack(s, opId(n), now))?.operationId ?? null
    expect([undo(1, 5000), undo(1, 5000), undo(2, 5000)]).toEqual([opId(1), null, null])
    expect(store.read((s) => hasOperation(s, opId(1)))).toBe(true)
  })

  it('carries later operations of the claim over to the revision that an own one brought', () => {
    const { store, waiting } = anOutbox(operation(1), operation(2))
    store.write((s) => settleApplied(s, waiting(1), 4, 0))
    expect(waiting(2).claimRevision).toBe(4)
  })

  it('leaves them where they were when somebody else changed the claim in between', () => {
    const { store, waiting } = anOutbox(operation(1), operation(2))
    store.write((s) => settleApplied(s, waiting(1), 5, 0))
    expect(waiting(2).claimRevision).toBe(3)
  })

  it('moves a refused operation to the conflict tray with all that it said', () => {
    const { store, waiting } = anOutbox(operation(1))
    store.write((s) => settleConflict(s, waiting(1), 'decided_elsewhere', 5, 2000))
    expect(store.read((s) => listWaiting(s, null))).toEqual([])
    expect(store.read(listConflicts)).toMatchObject([{ operationId: opId(1), reason: 'decided_elsewhere' }])
    expect(store.read(({ sqlite }) => sqlite.prepare('select content from conflicts').pluck().get())).toBe(
      '{"n":1}',
    )
  })
})
