import type { ClaimDetail, CommandOutcome, DecisionInput } from '../../../src-preload/contract/claims.ts'
import { ClaimId, type OperationId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OperationKind, SentKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { aCommandId, type TortureStation } from './tortureStation.ts'

/** An act that a workstation has said to be durable. From here on it may never vanish. */
export interface Acknowledged {
  readonly operationId: OperationId
  readonly claimId: string
  readonly kind: SentKind
  readonly station: TortureStation
  /** Said by nothing else, so that its effect can be counted; null where the act has no words. */
  readonly words: string | null
}

const SAID: Pick<DecisionInput, 'items' | 'mayRemoveItems' | 'partnerRequestReason'> = {
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
}

const WORDED: Partial<Record<OperationKind, true>> = {
  comment: true,
  request_info: true,
  reject: true,
  hold_for_arbitration: true,
  reopen: true,
}

/** Does one act on one claim as a person at the window would. Null = the workstation refused it, or has no such claim. */
export async function act(
  station: TortureStation,
  claimId: string,
  kind: OperationKind,
  toUserId = 'reviewer-2',
): Promise<Acknowledged | null> {
  const id = ClaimId.parse(claimId)
  const detail = await station.call('claims.open', { claimId: id }).catch(() => null)
  if (detail === null) return null
  const commandId = aCommandId()
  const words = `${kind} ${commandId}`
  const on = { claimId: id, revision: detail.claim.revision, commandId }
  const outcome = await send(station, kind, { ...on, words, toUserId: UserId.parse(toUserId) }, detail)
  if (outcome.outcome !== 'accepted') return null
  return {
    operationId: outcome.operationId,
    claimId,
    kind,
    station,
    words: WORDED[kind] === true ? words : null,
  }
}

interface Saying {
  readonly claimId: ClaimId
  readonly revision: number
  readonly commandId: OperationId
  readonly words: string
  readonly toUserId: UserId
}

async function send(
  station: TortureStation,
  kind: OperationKind,
  { words, toUserId, ...on }: Saying,
  detail: ClaimDetail,
): Promise<CommandOutcome> {
  const decide = (said: Pick<DecisionInput, 'decision' | 'reasons' | 'comment' | 'note'>) =>
    station.call('claims.decide', { ...on, ...SAID, ...said })
  switch (kind) {
    case 'take':
      return station.call('claims.take', on)
    case 'release':
      return station.call('claims.release', on)
    case 'hand_over':
      return station.call('claims.handOver', { ...on, toUserId, note: '' })
    case 'start_review':
      return station.call('claims.startReview', on)
    case 'approve':
      return decide({ decision: kind, reasons: [], comment: '', note: '' })
    case 'request_info':
      return decide({ decision: kind, reasons: ['POE_MISSING_CUSTOMER_ACK'], comment: words, note: '' })
    case 'reject': {
      const reasons = detail.proposal?.reasons ?? ['REJ_INSUFFICIENT_POE']
      const partnerRequestReason = detail.proposal?.partnerRequestReason ?? null
      return station.call('claims.decide', {
        ...on,
        ...SAID,
        decision: kind,
        reasons,
        partnerRequestReason,
        comment: words,
        note: 'It cannot be mended.',
      })
    }
    case 'hold_for_arbitration':
      return station.call('claims.hold', { ...on, comment: words })
    case 'escalate':
    case 'settle_escalation':
    case 'nudge': {
      const claims = [{ ...on, toUserId: null }]
      const { outcomes } = await station.call('team.act', { act: kind, claims, reason: words })
      return outcomes[0]?.outcome ?? { outcome: 'blocked', blocks: [] }
    }
    case 'reopen':
      return station.call('claims.reopen', { ...on, reason: words })
    case 'case_ask':
    case 'case_tell': {
      const { cases } = await station.call('arbitration.ofClaim', { claimId: on.claimId })
      const caseId = cases[0]?.caseId
      if (caseId === undefined) throw new Error('A party was to be approached that is in no case')
      const letter = { ...on, comment: words }
      const { outcomes } =
        kind === 'case_tell'
          ? await station.call('arbitration.tell', { caseId, letters: [letter] })
          : await station.call('arbitration.ask', {
              caseId,
              letters: [{ ...letter, asks: ['newest_poe'] }],
              businessDays: null,
            })
      return outcomes[0]?.outcome ?? { outcome: 'blocked', blocks: [] }
    }
    case 'comment':
      return station.call('claims.comment', { ...on, text: words, visibility: 'internal', inReplyTo: null })
  }
}
