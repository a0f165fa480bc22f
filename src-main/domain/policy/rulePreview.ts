import type { ClaimAct } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { Clock } from '../../../src-preload/contract/vocabulary/clockShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type {
  BlockFlip,
  ClaimPreview,
  DueMove,
  PreviewCounts,
  PreviewList,
} from '../../../src-preload/contract/vocabulary/rulePreviewShape.ts'
import type { RuleContent } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { canonicalJson } from '../canonicalJson.ts'
import { actBlocks } from '../claim/actBlocks.ts'
import type { Actor, ClaimSituation } from '../claim/situation.ts'
import { type Calendar, daysOf } from '../clocks/calendar.ts'
import { clocksOf } from '../clocks/claimClocks.ts'
import type { ClockedClaim } from '../clocks/claimTimers.ts'

/** What one claim is judged and timed by. */
export interface ClaimRules {
  readonly policy: PolicyProfile
  readonly calendar: Calendar
}

/** An open claim as a preview looks at it. */
export interface PreviewedClaim {
  readonly claimId: ClaimPreview['claimId']
  readonly claimName: string
  readonly clocked: ClockedClaim
  /** As they run now, with the clocks that are stored. */
  readonly situation: ClaimSituation
}

/**
 * The rules of a claim once a draft is in force. Open claims keep their profile, whichever it is: that of a draft stands in for it on every
 * one of them, since any claim like them is judged by the draft from its day on.
 */
export function rulesAfter(now: ClaimRules, draft: RuleContent): ClaimRules {
  return draft.kind === 'calendar' ? { ...now, calendar: draft.calendar } : { ...now, policy: draft.profile }
}

/** What changes on a claim where other rules take the place of its own; both lists empty = nothing. @param now epoch milliseconds. */
export function previewClaim(
  claim: PreviewedClaim,
  before: ClaimRules,
  after: ClaimRules,
  now: number,
): Pick<ClaimPreview, 'moves' | 'flips'> {
  const clocks = clocksOf(claim.clocked, after.policy, after.calendar)
  return {
    moves: movesBetween(claim.situation.clocks, clocks, after.calendar, now),
    flips: flipsBetween(
      { situation: claim.situation, policy: before.policy },
      { situation: { ...claim.situation, clocks }, policy: after.policy },
      now,
    ),
  }
}

/** Due instants that are others afterwards. A clock that stands still has none to move. */
export function movesBetween(
  before: readonly Clock[],
  after: readonly Clock[],
  calendar: Calendar,
  now: number,
): DueMove[] {
  return before.flatMap(({ timer, dueAt }) => {
    const moved = after.find((clock) => clock.timer === timer)?.dueAt ?? null
    if (dueAt === null || moved === null || dueAt === moved) return []
    const wasOver = Date.parse(dueAt) <= now
    const isOver = Date.parse(moved) <= now
    return {
      timer,
      now: dueAt,
      after: moved,
      businessDays: businessDaysBetween(Date.parse(dueAt), Date.parse(moved), calendar),
      breach: wasOver === isOver ? null : isOver ? 'added' : 'removed',
    }
  })
}

/** Business days that end after the one instant and not after the other; negative where the second is the earlier one. */
export function businessDaysBetween(from: number, to: number, calendar: Calendar): number {
  if (to < from) return -businessDaysBetween(to, from, calendar)
  const days = daysOf(calendar)
  let count = 0
  for (let day = days.dayAt(from); days.startOf(day + 1) <= to; day += 1)
    if (days.startOf(day + 1) > from && days.isBusinessDay(day)) count += 1
  return count
}

/** What a reviewer, a partner or a customer may try on an open claim, and a profile has a say in. */
const WATCHED: readonly (readonly [ClaimAct, 'reviewer' | 'partner' | 'customer'])[] = [
  ['approve', 'reviewer'],
  ['request_info', 'reviewer'],
  ['reject', 'reviewer'],
  ['reopen', 'reviewer'],
  ['edit', 'partner'],
  ['add_document', 'partner'],
  ['resubmit', 'partner'],
  ['dispute', 'partner'],
  ['disassociate', 'partner'],
  ['decline', 'customer'],
]

interface Judged {
  readonly situation: ClaimSituation
  readonly policy: PolicyProfile
}

function flipsBetween(before: Judged, after: Judged, now: number): BlockFlip[] {
  return WATCHED.flatMap(([act, side]) => {
    const was = blocksOf(act, side, before, now)
    const is = blocksOf(act, side, after, now)
    return canonicalJson(was) === canonicalJson(is) ? [] : [{ act, now: was, after: is }]
  })
}

function blocksOf(
  act: ClaimAct,
  side: 'reviewer' | 'partner' | 'customer',
  { situation, policy }: Judged,
  now: number,
): Block[] {
  return actBlocks(act, situation, actorOf(side, situation), { policy, now })
}

/** Whoever holds the claim, so that nothing but the rules makes a difference. */
function actorOf(side: 'reviewer' | 'partner' | 'customer', { assignedTo }: ClaimSituation): Actor {
  return side === 'reviewer' ? { side, userId: assignedTo?.userId ?? NOBODY, role: 'team_lead' } : { side }
}

// Nobody has this id: an id is given out by a directory and never empty.
const NOBODY = '' as Extract<Actor, { side: 'reviewer' }>['userId']

export const NO_COUNTS: PreviewCounts = {
  claims: 0,
  dues: 0,
  later: 0,
  earlier: 0,
  breachesAdded: 0,
  breachesRemoved: 0,
  flipped: 0,
  changed: 0,
  hidden: 0,
}

const IS_IN: Readonly<Record<Exclude<PreviewList, 'flipped'>, (move: DueMove) => boolean>> = {
  later: ({ now, after }) => after > now,
  earlier: ({ now, after }) => after < now,
  breachesAdded: ({ breach }) => breach === 'added',
  breachesRemoved: ({ breach }) => breach === 'removed',
}

/** Of claims that change those with something of one list, and that alone; null = all of everything. */
export function listOf(changed: readonly ClaimPreview[], list: PreviewList | null): readonly ClaimPreview[] {
  if (list === null) return changed
  const part = (claim: ClaimPreview): ClaimPreview =>
    list === 'flipped'
      ? { ...claim, moves: [] }
      : { ...claim, moves: claim.moves.filter(IS_IN[list]), flips: [] }
  return changed.map(part).filter(({ moves, flips }) => moves.length + flips.length > 0)
}

/** The counts with one more claim. @param isHidden it is not for the eyes of whoever asks. */
export function countIn(
  counts: PreviewCounts,
  { situation }: PreviewedClaim,
  { moves, flips }: Pick<ClaimPreview, 'moves' | 'flips'>,
  isHidden: boolean,
): PreviewCounts {
  const isChanged = moves.length + flips.length > 0
  const of = (list: keyof typeof IS_IN) => moves.filter(IS_IN[list]).length
  return {
    claims: counts.claims + 1,
    dues: counts.dues + situation.clocks.filter(({ dueAt }) => dueAt !== null).length,
    later: counts.later + of('later'),
    earlier: counts.earlier + of('earlier'),
    breachesAdded: counts.breachesAdded + of('breachesAdded'),
    breachesRemoved: counts.breachesRemoved + of('breachesRemoved'),
    flipped: counts.flipped + (flips.length > 0 ? 1 : 0),
    changed: counts.changed + (isChanged ? 1 : 0),
    hidden: counts.hidden + (isChanged && isHidden ? 1 : 0),
  }
}
