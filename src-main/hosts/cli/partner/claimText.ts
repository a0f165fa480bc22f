import type { Clock } from '../../../../src-preload/contract/vocabulary/clockShape.ts'
import type { Timer } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { OwnClaim } from '../../../hub/api/ownClaim.ts'
import { statusText } from './resultText.ts'

const TIMERS: Readonly<Record<Timer, string>> = {
  pickup: 'the review begins by',
  review: 'the review ends by',
  decision_target: 'the decision is meant to come by',
  partner_response: 'the partner answers by',
  consent: 'the customer may decline until',
  dispute_window: 'the partner may dispute until',
  dispute_review: 'the dispute is decided by',
  arbitration_first_review: 'the first review ends by',
  arbitration: 'the arbitration ends by',
}

/** A claim as its partner sees it, in plain lines. @param now epoch milliseconds. */
export function claimText(claim: OwnClaim, now: number): string {
  const { form, matters } = claim
  const request = matters.infoRequest
  const rows: readonly (readonly [string, string])[] = [
    ['claim', `${form.claimId}  ${form.claimName}`],
    ['partner', `${form.partnerCompanyName} (${form.mpnId})`],
    ['customer', `${form.customer.companyName} (${form.customer.tenantId})`],
    ...form.items.map(({ name, subscriptionId }) => ['item', joined(name, subscriptionId)] as const),
    ['status', `${statusText(claim)}, since ${minute(claim.stateChangedAt)}`],
    ['revision', String(claim.revision)],
    ...claim.clocks.map((clock) => ['clock', clockText(clock, now)] as const),
    ...(request !== null && request.answeredAt === null
      ? [['asked', `${request.reasons.join(', ')}, ${minute(request.requestedAt)}`] as const]
      : []),
    ...(claim.state === 'rejected' && matters.rejection !== null
      ? [['rejected', matters.rejection.reasons.join(', ')] as const]
      : []),
    ...claim.documents.map(
      ({ fileName, sizeBytes }) => ['document', `${fileName} (${sizeBytes} bytes)`] as const,
    ),
    ...claim.comments.map(
      ({ commentId, authorName, at, text }) =>
        ['comment', `${minute(at)} ${authorName}: ${text.replaceAll(/\s+/g, ' ')} [${commentId}]`] as const,
    ),
  ]
  return rows.map(([name, text]) => `${name.padEnd(9)} ${text}\n`).join('')
}

const joined = (name: string, subscriptionId: string | null): string =>
  subscriptionId === null ? name : `${name}, subscription ${subscriptionId}`

/** To the minute, in UTC. */
const minute = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`

function clockText({ timer, dueAt, pausedShare }: Clock, now: number): string {
  if (dueAt === null) return `${TIMERS[timer]} …: waits, ${Math.round((pausedShare ?? 0) * 100)} % used`
  const ms = Date.parse(dueAt) - now
  return `${TIMERS[timer]} ${minute(dueAt)} (${ms < 0 ? `${length(-ms)} ago` : `in ${length(ms)}`})`
}

/** Days and hours, or hours and minutes when it is less than a day. */
function length(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  return days > 0 ? `${days} d ${hours} h` : `${hours} h ${minutes % 60} min`
}
