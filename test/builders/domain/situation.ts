import { NO_MATTERS } from '../../../src-preload/contract/vocabulary/noMatters.ts'
import type { Actor, ClaimSituation, Setting } from '../../../src-main/domain/claim/situation.ts'
import type { Clock } from '../../../src-preload/contract/vocabulary/clockShape.ts'
import { Instant, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { Role, Timer } from '../../../src-preload/contract/vocabulary/words.ts'
import { SEED_2020 } from '../policy.ts'

export const NOW = Date.parse('2026-11-16T08:00:00Z')
export const instant = (ms: number): Instant => Instant.parse(new Date(ms).toISOString())

/** A claim under review on which nothing stands in the way of any decision. */
export const aSituation = (wishes: Partial<ClaimSituation> = {}): ClaimSituation => ({
  state: 'under_review',
  subState: 'in_review',
  documents: 1,
  items: ['item-1', 'item-2'],
  program: 'OSU_M365',
  criteria: [{ criterion: 'usablePoe', item: null, verdict: 'met' }],
  matters: NO_MATTERS,
  clocks: [],
  assignedTo: null,
  comments: [],
  rivals: 1,
  hasUnknownWords: false,
  ...wishes,
})

export const setting = (policy: PolicyProfile = SEED_2020, now = NOW): Setting => ({ policy, now })

export const reviewer = (userId = 'rita', role: Role = 'reviewer'): Actor => ({
  side: 'reviewer',
  userId: UserId.parse(userId),
  role,
})
export const partner: Actor = { side: 'partner' }
export const customer: Actor = { side: 'customer' }
export const system: Actor = { side: 'system' }

/** A clock that is due so many milliseconds from `NOW`. */
export const clockDue = (timer: Timer, inMs: number): Clock => ({
  timer,
  startedAt: instant(NOW - 1000),
  dueAt: instant(NOW + inMs),
  halfAt: null,
  threeQuartersAt: null,
  nineTenthsAt: null,
  pausedShare: null,
})
