import { NO_MATTERS } from '../../../src-preload/contract/vocabulary/noMatters.ts'
import { applyAct, type ActResult } from '../../../src-main/domain/claim/applyAct.ts'
import type { ClaimCommand } from '../../../src-main/domain/claim/commands.ts'
import { nextClockAct } from '../../../src-main/domain/claim/nextClockAct.ts'
import type { Actor, ClaimSituation } from '../../../src-main/domain/claim/situation.ts'
import { timelineOf } from '../../../src-main/domain/claim/timeline.ts'
import { TRANSITIONS } from '../../../src-main/domain/claim/transitions.ts'
import type { Calendar } from '../../../src-main/domain/clocks/calendar.ts'
import { clocksOf } from '../../../src-main/domain/clocks/claimClocks.ts'
import { ARBITRATION_ACTS } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { aSituation, instant, reviewer } from './situation.ts'

/** A claim that lives by the rules alone: no store, no wire. Null = it does not exist, or no more. */
export class LivingClaim {
  claim: ClaimSituation | null = null
  readonly history: HistoryEntry[] = []
  now: number
  private submittedAt: number
  private changedAt: number
  private readonly policy: PolicyProfile
  private readonly calendar: Calendar

  constructor(policy: PolicyProfile, calendar: Calendar, now: number) {
    this.policy = policy
    this.calendar = calendar
    this.now = now
    this.submittedAt = now
    this.changedAt = now
  }

  /** Does what the rules allow; gives back what they said. */
  act(command: ClaimCommand, actor: Actor = actorOf(command), isArbitrated = false): ActResult {
    const situation = this.claim === null ? null : { ...this.claim, isArbitrated }
    const result = applyAct(command, situation, actor, { policy: this.policy, now: this.now })
    if ('blocks' in result) return result
    // A claim that was cancelled is gone: this is another one.
    if (command.act === 'create') this.history.length = 0
    const added = result.entries.map((entry, index) => ({
      ...entry,
      entryId: `e${this.history.length + index}`,
      actorName: actor.side,
    }))
    this.history.push(...added)
    if (command.act === 'submit') this.submittedAt = this.now
    this.changedAt = this.now
    const before = this.claim ?? aSituation({ state: 'editing', subState: null, matters: NO_MATTERS })
    const { status, matters } = result
    this.claim = status === null ? null : { ...before, ...status, matters }
    this.retime()
    return result
  }

  /** Lets time pass; what clocks bring about happens on the way, each at its instant. */
  pass(ms: number): void {
    const until = this.now + ms
    for (;;) {
      const next = this.claim === null ? null : nextClockAct(this.claim, this.claim.clocks, this.changedAt)
      if (next === null || next.at > until) break
      this.now = Math.max(this.now, next.at)
      this.act({ act: next.act })
    }
    this.now = until
  }

  private retime(): void {
    if (this.claim === null) return
    const { state, subState, matters } = this.claim
    const timeline = timelineOf(instant(this.submittedAt), this.history)
    const clocked = { state, subState, matters, timeline, isContested: false }
    this.claim = { ...this.claim, clocks: clocksOf(clocked, this.policy, this.calendar) }
  }
}

/** Who does such a thing: a lead for the team. */
export function actorOf({ act }: ClaimCommand): Actor {
  const side = TRANSITIONS.find((one) => one.act === act)?.side
  if (side === undefined) throw new Error(`Nobody does ${act}.`)
  const isOutcome = ARBITRATION_ACTS.some((one) => one === act)
  return side === 'reviewer' ? reviewer('lea', isOutcome ? 'arbitration_lead' : 'team_lead') : { side }
}
