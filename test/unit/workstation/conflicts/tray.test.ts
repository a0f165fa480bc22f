import { describe, expect, it } from 'vitest'
import type { Input } from '../../../../src-preload/contract/index.ts'
import { ClaimId, type OperationId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  CONFLICT_REASONS,
  type ConflictChoice,
  type ConflictReason,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { aClaimRecord, type ClaimWishes } from '../../../builders/claimRecord.ts'
import { aSyncedStation, PAPER, THE_CLAIM } from '../../../fakes/syncedStation.ts'
import { aCommandId } from '../../../fakes/workstation.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

const OTHER = ClaimId.parse('other')
const NEW_PAPER = new TextEncoder().encode('another paper')
const WORDS = 'The papers do not show the work.'
const lease = (userId: string, name: string, until = '2026-11-20T10:20:00.000Z') => ({
  also: { assignedTo: { userId: UserId.parse(userId), name, until } } as Partial<ClaimRecord>,
})
const entry = (entryId: string, wishes: Partial<ClaimRecord['history'][number]> = {}) =>
  ({
    entryId,
    at: '2026-11-20T09:30:00.000Z',
    side: 'reviewer',
    kind: 'commented',
    actorName: 'Ole Ruud',
    fromState: null,
    toState: null,
    detail: null,
    ...wishes,
  }) as ClaimRecord['history'][number]

const BEFORE: ClaimWishes = {
  documents: [{ documentId: 'd1', bytes: PAPER }],
  history: [entry('h1')],
}

/** A claim that was rejected here while the hub had it otherwise, and what then came of it. */
async function met(reason: ConflictReason, after: ClaimWishes | null) {
  const desk = await aSyncedStation([aClaimRecord(BEFORE)])
  const { station, hub } = desk
  hub.script.operation = (request) =>
    request.action.kind === 'reject'
      ? { outcome: 'conflict', reason, currentRevision: after === null ? null : 4 }
      : { outcome: 'applied', revision: request.claimRevision }
  const gone = { claimId: THE_CLAIM, '@removed': { reason: 'deleted' } }
  const now = after === null ? gone : aClaimRecord({ ...BEFORE, revision: 4, ...after })
  const made = await desk.decide({
    decision: 'reject',
    reasons: ['REJ_INSUFFICIENT_POE', 'REJ_MISSING_PRODUCTS'],
    comment: WORDS,
    note: 'Nothing could mend it.',
  })
  if (made.outcome !== 'accepted') throw new Error(JSON.stringify(made))
  hub.script.feed = () => ({ body: { value: [now], '@odata.deltaLink': 'seen' } })
  await desk.drain()
  const { operationId } = made
  const detail = async () => (await station.call('sync.conflict', { operationId })).detail
  const theirsCame = async () => {
    const revision = (await detail())?.theirs?.revision
    return after === null ? revision === undefined : revision === 4
  }
  await station.until(theirsCame)
  const settle = (choice: ConflictChoice, more: Partial<Input<'sync.settleConflict'>> = {}) =>
    station.call('sync.settleConflict', {
      operationId,
      commandId: aCommandId(),
      choice,
      toUserId: null,
      ...more,
    })
  const choices = async () =>
    (await detail())?.choices.map(({ choice, blocks }) => [choice, ...blocks.map((one) => one.reason)])
  return { ...desk, operationId, detail, settle, choices }
}

/** The rows as they lie in the database; the workstation has closed it. */
function readConflicts(file: string) {
  const db = bareDatabase(file, { readonly: true })
  try {
    return db.prepare('select settled_as, replaced_by, content from conflicts').all() as {
      readonly settled_as: string
      readonly replaced_by: string | null
      readonly content: string
    }[]
  } finally {
    db.close()
  }
}

const decided = (side: 'reviewer' | 'partner' | 'customer' | 'system'): ClaimWishes => ({
  state: 'rejected',
  subState: 'final',
  history: [
    entry('h1'),
    entry('h2', { side, kind: 'rejected', fromState: 'under_review', toState: 'rejected' }),
  ],
})

describe('a conflict in the tray', () => {
  it.each<[ConflictReason, ClaimWishes | null, string[][]]>([
    ['decided_elsewhere', decided('reviewer'), [['let_go']]],
    ['withdrawn', decided('partner'), [['let_go']]],
    ['document_replaced', { documents: [{ documentId: 'd2', bytes: NEW_PAPER }] }, [['redo'], ['let_go']]],
    [
      'reassigned',
      lease('u-lead', 'Paul Brandt'),
      [['let_go'], ['take_and_redo', 'held_by_other'], ['hand_over', 'not_held_by_you']],
    ],
    ['role_lost', {}, [['send_again'], ['let_go'], ['hand_over', 'not_held_by_you']]],
    ['clock_expired', decided('system'), [['let_go']]],
    ['four_eyes_self', {}, [['let_go'], ['hand_over', 'not_held_by_you']]],
    ['claim_deleted', null, [['let_go']]],
    ['schema_too_old', {}, [['send_again'], ['let_go']]],
    ['claim_changed', { history: [entry('h1'), entry('h2')] }, [['redo'], ['send_again'], ['let_go']]],
    ['not_allowed', {}, [['redo'], ['let_go']]],
    ['conflict_of_interest', {}, [['let_go'], ['hand_over', 'not_held_by_you']]],
  ])('%s: shows mine, the base, theirs and what can be done', async (reason, after, choices) => {
    const conflict = await met(reason, after)
    const detail = await conflict.detail()
    expect(detail).toMatchObject({
      conflict: { claimId: THE_CLAIM, kind: 'reject', reason, revision: 3 },
      mine: {
        reasons: ['REJ_INSUFFICIENT_POE', 'REJ_MISSING_PRODUCTS'],
        comment: WORDS,
        note: 'Nothing could mend it.',
        verdicts: expect.arrayContaining([expect.objectContaining({ criterion: 'dates', verdict: 'met' })]),
      },
      base: { revision: 3, state: 'under_review', documents: [{ fileName: 'd1.pdf' }] },
    })
    expect(detail?.theirs?.state ?? null).toBe(after === null ? null : (after.state ?? 'under_review'))
    expect(await conflict.choices()).toEqual(choices)
  })

  it('says what happened since, and which documents came and went, though this machine was away meanwhile', async () => {
    const { detail } = await met('document_replaced', {
      documents: [{ documentId: 'd2', bytes: NEW_PAPER }],
      history: [entry('h1'), entry('h2', { kind: 'document_added', detail: 'd2.pdf' })],
    })
    expect(await detail()).toMatchObject({
      since: [{ entryId: 'h2', kind: 'document_added' }],
      documents: { added: ['d2.pdf'], removed: ['d1.pdf'] },
    })
  })
})

describe('dealing with a conflict', () => {
  const left = async ({ station }: Awaited<ReturnType<typeof met>>) =>
    (await station.call('sync.status', {})).conflicts

  it('by letting go puts it away, once, and keeps the row with all it says', async () => {
    const conflict = await met('withdrawn', decided('partner'))
    expect(await conflict.settle('let_go')).toEqual({ outcome: 'settled' })
    expect([await left(conflict), await conflict.detail()]).toEqual([0, null])
    expect(await conflict.settle('let_go')).toEqual({ outcome: 'gone' })
    await conflict.station.workstation.stop()
    const rows = readConflicts(conflict.station.database)
    expect(rows).toMatchObject([{ settled_as: 'let_go', replaced_by: null }])
    expect(rows[0]?.content).toContain(WORDS)
  })

  it('by redoing puts the words into the draft of the claim, above what was begun there since', async () => {
    const conflict = await met('claim_changed', {})
    const { station, open } = conflict
    const begun = {
      act: 'request_info' as const,
      reasons: [],
      comment: 'Please send the annex.',
      isCommentOwn: true,
      items: [],
      mayRemoveItems: false,
      partnerRequestReason: null,
      note: '',
    }
    await station.call('claims.keepDraft', { claimId: THE_CLAIM, draft: begun })
    expect(await conflict.settle('redo')).toEqual({ outcome: 'settled' })
    expect((await open()).draft?.draft).toMatchObject({
      act: 'reject',
      reasons: ['REJ_INSUFFICIENT_POE', 'REJ_MISSING_PRODUCTS'],
      comment: `${WORDS}\n\nPlease send the annex.`,
      note: 'Nothing could mend it.',
      isCommentOwn: true,
    })
  })

  it('by redoing waits when both texts together are too long for one draft, and loses neither', async () => {
    const conflict = await met('claim_changed', {})
    const { station, open } = conflict
    const long = 'x'.repeat(7_990)
    await station.call('claims.keepDraft', {
      claimId: THE_CLAIM,
      draft: {
        act: 'reject',
        reasons: [],
        comment: long,
        isCommentOwn: true,
        items: [],
        mayRemoveItems: false,
        partnerRequestReason: null,
        note: '',
      },
    })
    expect(await conflict.settle('redo')).toMatchObject({ outcome: 'blocked' })
    expect([(await open()).draft?.draft.comment, await left(conflict)]).toEqual([long, 1])
  })

  it('by sending again makes a new operation against the claim as it is now', async () => {
    const conflict = await met('claim_changed', {})
    const { hub, station, operationId } = conflict
    hub.script.operation = (request) => ({ outcome: 'applied', revision: request.claimRevision + 1 })
    const commandId = aCommandId()
    expect(await conflict.settle('send_again', { commandId })).toEqual({ outcome: 'settled' })
    expect(await conflict.settle('send_again', { commandId })).toEqual({ outcome: 'settled' })
    await conflict.drain()
    const [first, again, ...more] = hub.received
    expect([first?.operationId, again?.operationId, more]).toEqual([operationId, commandId, []])
    expect(again).toMatchObject({ claimRevision: 4, action: { comment: WORDS } })
    await station.workstation.stop()
    expect(readConflicts(station.database)).toMatchObject([
      { settled_as: 'send_again', replaced_by: commandId },
    ])
  })

  it('by taking and redoing takes the claim once the other’s lease is over', async () => {
    const conflict = await met('reassigned', lease('u-lead', 'Paul Brandt', '2026-11-20T10:05:00.000Z'))
    expect(await conflict.settle('take_and_redo')).toMatchObject({
      outcome: 'blocked',
      blocks: [{ reason: 'held_by_other' }],
    })
    expect((await conflict.open()).draft).toBe(null)
    conflict.station.clock.advance(5 * 60_000)
    expect(await conflict.settle('take_and_redo')).toEqual({ outcome: 'settled' })
    const { draft, claim } = await conflict.open()
    expect([draft?.draft.comment, claim.assignedTo?.userId]).toEqual([WORDS, 'u-reviewer'])
    await conflict.drain()
    expect(conflict.hub.received.map(({ action }) => action.kind)).toEqual(['reject', 'take'])
  })

  it('by handing over sends the words along as a note, to a colleague who reviews', async () => {
    const conflict = await met('four_eyes_self', lease('u-reviewer', 'Marta Ginevri'))
    const nobody = { outcome: 'blocked', blocks: [{ reason: 'nobody_to_hand_to' }] }
    expect(await conflict.settle('hand_over')).toMatchObject(nobody)
    expect(await conflict.settle('hand_over', { toUserId: UserId.parse('u-auditor') })).toMatchObject(nobody)
    expect(await conflict.settle('hand_over', { toUserId: UserId.parse('u-lead') })).toEqual({
      outcome: 'settled',
    })
    await conflict.drain()
    expect(conflict.hub.received.at(-1)?.action).toEqual({
      kind: 'hand_over',
      toUserId: 'u-lead',
      toName: 'Paul Brandt',
      note: `${WORDS}\n\nNothing could mend it.`,
    })
  })

  it('refuses what does not make sense on the claim as it is now', async () => {
    const conflict = await met('claim_deleted', null)
    for (const choice of ['redo', 'send_again', 'take_and_redo', 'hand_over'] as const)
      expect(await conflict.settle(choice)).toMatchObject({ outcome: 'blocked' })
    expect(await left(conflict)).toBe(1)
  })

  it('is left to the person who made it, and to the team lead', async () => {
    const conflict = await met('withdrawn', decided('partner'))
    const as = (userId: string) =>
      conflict.station.call('session.switchUser', { userId: UserId.parse(userId) })
    await as('u-auditor')
    expect(await conflict.settle('let_go')).toMatchObject({
      outcome: 'blocked',
      blocks: [{ reason: 'role_may_not' }],
    })
    await as('u-lead')
    expect(await conflict.settle('let_go')).toEqual({ outcome: 'settled' })
  })
})

describe('two operations of one person that meet different conflicts in one push', () => {
  const NINE = CONFLICT_REASONS.slice(0, 9)
  const PAIRS = NINE.flatMap((one, at) => NINE.slice(at + 1).map((other) => [one, other] as const))

  it.each([
    ['on two claims', THE_CLAIM, OTHER],
    ['on one claim', THE_CLAIM, THE_CLAIM],
  ])('%s: all pairs lie in the tray, none is lost, each is settled apart', async (_, first, second) => {
    const { hub, station } = await aSyncedStation([aClaimRecord(), aClaimRecord({ claimId: OTHER })])
    hub.script.operation = ({ action }) => ({
      outcome: 'conflict',
      // The comment says which conflict it is to meet.
      reason:
        CONFLICT_REASONS.find((one) => action.kind === 'comment' && action.text === one) ?? 'not_allowed',
      currentRevision: 3,
    })
    expect(PAIRS.length).toBe(36)
    const say = (claimId: ClaimId, text: string, commandId: OperationId) =>
      station.call('claims.comment', {
        claimId,
        revision: 3,
        commandId,
        text,
        visibility: 'internal',
        inReplyTo: null,
      })
    const inTray = async () =>
      (await station.call('sync.conflicts', {})).conflicts.map(({ operationId, reason }) => [
        operationId,
        reason,
      ])
    for (const [one, other] of PAIRS) {
      const [a, b] = [aCommandId(), aCommandId()]
      await Promise.all([say(first, one, a), say(second, other, b)])
      await station.until(async () => (await inTray()).length === 2)
      expect(new Map((await inTray()) as [OperationId, string][])).toEqual(
        new Map([
          [a, one],
          [b, other],
        ]),
      )
      for (const [operationId, text, left] of [
        [a, one, [[b, other]]],
        [b, other, []],
      ] as const) {
        const { detail } = await station.call('sync.conflict', { operationId })
        expect(detail?.mine.comment).toBe(text)
        await station.call('sync.settleConflict', {
          operationId,
          commandId: aCommandId(),
          choice: 'let_go',
          toUserId: null,
        })
        expect(await inTray()).toEqual(left)
      }
    }
  })
})

describe('a full resync', () => {
  it('keeps what waits, what lies in the tray and what was begun, one for one', async () => {
    const { hub, station } = await aSyncedStation([aClaimRecord(), aClaimRecord({ claimId: OTHER })])
    const comment = (text: string) =>
      station.call('claims.comment', {
        claimId: OTHER,
        revision: 3,
        commandId: aCommandId(),
        text,
        visibility: 'internal',
        inReplyTo: null,
      })
    hub.script.operation = () => ({ outcome: 'conflict', reason: 'withdrawn', currentRevision: 5 })
    await comment('Into the tray')
    await station.until(async () => (await station.call('sync.status', {})).conflicts === 1)
    hub.script.operation = () => ({ status: 503 })
    await comment('Still waiting')
    await station.call('claims.keepDraft', {
      claimId: THE_CLAIM,
      draft: {
        act: 'approve',
        reasons: [],
        comment: 'Begun',
        isCommentOwn: true,
        items: [],
        mayRemoveItems: false,
        partnerRequestReason: null,
        note: '',
      },
    })
    const kept = async () => ({
      outbox: (await station.call('sync.outbox', {})).operations.map(({ operationId }) => operationId),
      conflicts: (await station.call('sync.conflicts', {})).conflicts,
      draft: (await station.call('claims.open', { claimId: THE_CLAIM })).draft,
    })
    const before = await kept()
    hub.script.feed = (link) =>
      link === 'seen'
        ? { status: 410 }
        : { body: { value: [aClaimRecord({ claimName: 'Read anew' })], '@odata.deltaLink': 'anew' } }
    station.clock.advance(60_000)
    const rows = () => station.call('claims.list', { filter: { text: '' }, offset: 0, limit: 9 })
    await station.until(async () => (await rows()).total === 1)
    expect([before.outbox.length, before.conflicts.length]).toEqual([1, 1])
    expect(await kept()).toEqual(before)
  })
})
