import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../../../src-main/domain/claim/applyAct.ts'
import { actBlocks } from '../../../../src-main/domain/claim/actBlocks.ts'
import type { ClaimCommand } from '../../../../src-main/domain/claim/commands.ts'
import type { Actor, ClaimSituation } from '../../../../src-main/domain/claim/situation.ts'
import { conflictChoices, type MetConflict } from '../../../../src-main/domain/conflicts/conflictChoices.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  CLAIM_STATES,
  CONFLICT_REASONS,
  type ConflictReason,
  type OperationKind,
  ROLES,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import { aSituation, clockDue, instant, NOW, setting } from '../../../builders/domain/situation.ts'

const as = (role: (typeof ROLES)[number]): Extract<Actor, { side: 'reviewer' }> => ({
  side: 'reviewer',
  userId: UserId.parse('rita'),
  role,
})
const COMMANDS: Readonly<Partial<Record<OperationKind, ClaimCommand>>> = {
  reject: {
    act: 'reject',
    reasons: ['REJ_INSUFFICIENT_POE'],
    comment: 'The signature is missing.',
    partnerRequestReason: null,
    note: 'Nothing could mend it.',
  },
  comment: { act: 'comment', text: 'Looks complete.', visibility: 'internal', inReplyTo: null },
  take: { act: 'take' },
  reopen: { act: 'reopen', reason: 'A mistake.' },
}
const lease = (userId: string, until = NOW + 60_000) => ({
  userId: UserId.parse(userId),
  until: instant(until),
})

function met(wishes: Partial<MetConflict> & { readonly reason: ConflictReason }): MetConflict {
  const kind = wishes.kind ?? 'reject'
  return {
    kind,
    command: COMMANDS[kind] ?? null,
    claim: aSituation(),
    setting: setting(),
    actor: as('reviewer'),
    isTheirs: true,
    hasSameDocuments: true,
    isPending: false,
    ...wishes,
  }
}
/** `choice` where it is open, `choice: reason` where something stands in the way. */
const offered = (wishes: Parameters<typeof met>[0]): string[] =>
  conflictChoices(met(wishes)).map(({ choice, blocks }) =>
    blocks.length === 0 ? choice : `${choice}: ${blocks.map(({ reason }) => reason).join(' ')}`,
  )

const MINE = aSituation({ assignedTo: lease('rita') })
const THEIRS = aSituation({ assignedTo: lease('ole') })
const APPROVED = aSituation({
  state: 'approved',
  subState: 'consent_open',
  clocks: [clockDue('consent', 60_000)],
})
const FINAL = aSituation({ state: 'rejected', subState: 'final' })

describe('what a person may do with a rejection that met a conflict', () => {
  it.each<[ConflictReason, string[]]>([
    ['decided_elsewhere', ['let_go', 'redo']],
    ['withdrawn', ['let_go', 'redo']],
    ['document_replaced', ['redo', 'send_again', 'let_go']],
    ['claim_changed', ['redo', 'send_again', 'let_go']],
    ['reassigned', ['redo', 'hand_over', 'let_go']],
    ['role_lost', ['hand_over', 'send_again', 'let_go']],
    ['clock_expired', ['redo', 'let_go']],
    ['four_eyes_self', ['hand_over', 'let_go']],
    ['claim_deleted', ['let_go']],
    ['schema_too_old', ['send_again', 'let_go']],
    ['not_allowed', ['redo', 'let_go']],
    ['conflict_of_interest', ['hand_over', 'let_go']],
  ])('%s, on a claim that is theirs and can be rejected', (reason, choices) => {
    expect(offered({ reason, claim: MINE })).toEqual(choices)
  })

  it.each<[ConflictReason, string[]]>([
    ['decided_elsewhere', ['let_go']],
    ['withdrawn', ['let_go']],
    ['document_replaced', ['let_go']],
    ['claim_changed', ['let_go']],
    ['reassigned', ['let_go']],
    ['role_lost', ['let_go']],
    ['clock_expired', ['let_go']],
    ['four_eyes_self', ['let_go']],
    ['claim_deleted', ['let_go']],
    ['schema_too_old', ['let_go']],
    ['not_allowed', ['let_go']],
    ['conflict_of_interest', ['let_go']],
  ])('%s, on a claim that is gone or closed for good: reading and letting go', (reason, choices) => {
    expect(offered({ reason, claim: null })).toEqual(choices)
    expect(offered({ reason, claim: FINAL })).toEqual(choices)
  })

  it.each<[ConflictReason, string[]]>([
    ['decided_elsewhere', ['let_go', 'redo: held_by_other']],
    ['claim_changed', ['let_go', 'redo: held_by_other', 'send_again: held_by_other']],
    ['reassigned', ['let_go', 'take_and_redo: held_by_other', 'hand_over: not_held_by_you']],
    ['role_lost', ['let_go', 'hand_over: not_held_by_you', 'send_again: held_by_other']],
    ['four_eyes_self', ['let_go', 'hand_over: not_held_by_you']],
  ])('%s, on a claim that somebody else holds: says so', (reason, choices) => {
    expect(offered({ reason, claim: THEIRS })).toEqual(choices)
  })

  it('reassigned, once the other’s lease is over: take it and go on', () => {
    const over = aSituation({ assignedTo: lease('ole', NOW - 1) })
    expect(offered({ reason: 'reassigned', claim: over })).toEqual([
      'take_and_redo',
      'let_go',
      'hand_over: not_held_by_you',
    ])
  })

  it('decided elsewhere: a lead may take it up again while the decision can be reopened', () => {
    const decided = { reason: 'decided_elsewhere', claim: APPROVED } as const
    expect(offered(decided)).toEqual(['let_go'])
    expect(offered({ ...decided, actor: as('team_lead') })).toEqual(['let_go', 'redo'])
  })

  it('role lost: sending again opens when the role is back', () => {
    const lost = { reason: 'role_lost', claim: MINE } as const
    expect(offered({ ...lost, actor: as('auditor') })).toEqual([
      'let_go',
      'hand_over: role_may_not',
      'send_again: role_may_not',
    ])
    expect(offered(lost)).toContain('send_again')
  })

  it('never sends a decision again on documents that its author has not seen', () => {
    for (const reason of CONFLICT_REASONS)
      expect(offered({ reason, hasSameDocuments: false })).not.toContain('send_again')
  })

  it('waits with everything but letting go while another decision is on its way', () => {
    expect(offered({ reason: 'claim_changed', isPending: true })).toEqual([
      'let_go',
      'redo: operation_pending',
      'send_again: operation_pending',
    ])
  })

  it('leaves words that another version wrote to be read, not sent', () => {
    expect(offered({ reason: 'schema_too_old', command: null })).toEqual(['let_go'])
    expect(offered({ reason: 'schema_too_old', setting: null })).toEqual([
      'let_go',
      'send_again: unknown_content',
    ])
  })

  it('leaves what somebody else made to them and to the team lead', () => {
    expect(offered({ reason: 'withdrawn', isTheirs: false })).toEqual([
      'let_go: role_may_not',
      'redo: role_may_not',
    ])
  })
})

describe('what a person may do with a comment or a taking that met a conflict', () => {
  it('is sending it again, as there is nothing to redo', () => {
    expect(offered({ reason: 'claim_changed', kind: 'comment' })).toEqual(['send_again', 'let_go'])
    expect(offered({ reason: 'withdrawn', kind: 'comment', claim: FINAL })).toEqual(['let_go', 'send_again'])
    expect(offered({ reason: 'reassigned', kind: 'take', claim: THEIRS })).toEqual([
      'let_go',
      'send_again: held_by_other',
    ])
    expect(offered({ reason: 'reassigned', kind: 'take' })).toEqual(['send_again', 'let_go'])
  })
})

describe('over every reason, state, role and act', () => {
  const claims: (ClaimSituation | null)[] = [
    null,
    MINE,
    THEIRS,
    APPROVED,
    ...CLAIM_STATES.map((state) => aSituation({ state, subState: null })),
    aSituation({ state: 'under_review', subState: 'dispute_review' }),
    aSituation({ hasUnknownWords: true }),
  ]
  const all = CONFLICT_REASONS.flatMap((reason) =>
    claims.flatMap((claim) =>
      ROLES.flatMap((role) =>
        (['reject', 'comment', 'take', 'reopen'] as const).map((kind) =>
          met({ reason, claim, kind, actor: as(role) }),
        ),
      ),
    ),
  )

  it('one’s own conflict can always be let go, and each choice is offered once', () => {
    for (const one of all) {
      const choices = conflictChoices(one)
      expect(choices).toContainEqual({ choice: 'let_go', blocks: [] })
      expect(new Set(choices.map(({ choice }) => choice)).size).toBe(choices.length)
    }
  })

  it('what is open passes the guards of the act that comes of it', () => {
    let open = 0
    for (const one of all)
      for (const { choice, blocks } of conflictChoices(one)) {
        if (blocks.length > 0 || choice === 'let_go') continue
        const { claim, actor, command } = one
        if (claim === null || command === null) throw new Error(`${choice} needs a claim and words.`)
        if (choice === 'send_again') expect(blocksOf(command, claim, actor, setting())).toEqual([])
        if (choice === 'hand_over') expect(actBlocks('hand_over', claim, actor, setting())).toEqual([])
        if (choice === 'take_and_redo') expect(actBlocks('take', claim, actor, setting())).toEqual([])
        open += 1
      }
    expect(open).toBeGreaterThan(100)
  })
})
