import type { LeadClaim } from '../../../src-preload/contract/lead.ts'
import { whyOpen } from '../../domain/lead/whyOpen.ts'
import { toInstant, toInstantOrNull } from '../../store/instants.ts'
import type { PickedClaim } from '../../store/leadRepo.ts'

/** A line of a list as the window shows it, at an instant. */
export function leadClaimOf(picked: PickedClaim, now: number): LeadClaim {
  const { claimId, claimName, revision, customerName, partnerName, program, state, subState } = picked
  const holder = holderOf(picked, now)
  const isHeldNow = holder?.isHeld ?? false
  const isContested = picked.competingClaims > 0
  const clock = clockOf(picked)
  return {
    claimId,
    claimName,
    revision,
    customerName,
    partnerName,
    program,
    state,
    subState,
    clock,
    past: clock === null ? pastOf(picked) : null,
    holder,
    why: whyOpen({ state, subState, isHeldNow, isContested, isDecidedHere: picked.isDecidedHere }),
    latePause: latePauseOf(picked),
  }
}

function holderOf(
  { assignedUserId, assignedName, assignedUntil }: PickedClaim,
  now: number,
): LeadClaim['holder'] {
  if (assignedUserId === null) return null
  return {
    userId: assignedUserId,
    name: assignedName ?? assignedUserId,
    isHeld: assignedUntil !== null && assignedUntil > now,
  }
}

/** As it runs on the claim now. */
function clockOf({ clocks, timer, startedAt }: PickedClaim): LeadClaim['clock'] {
  return clocks.find((one) => one.timer === timer && Date.parse(one.startedAt) === startedAt) ?? null
}

function pastOf({ timer, startedAt, dueAt, endedAt }: PickedClaim): LeadClaim['past'] {
  if (timer === null || startedAt === null || dueAt === null) return null
  return {
    timer,
    startedAt: toInstant(startedAt),
    dueAt: toInstant(dueAt),
    endedAt: toInstantOrNull(endedAt),
  }
}

function latePauseOf({ startedAt, answeredAt, answer }: PickedClaim): LeadClaim['latePause'] {
  if (startedAt === null || answeredAt === null || answer === null) return null
  return { pausedAt: toInstant(startedAt), answeredAt: toInstant(answeredAt), answer }
}
