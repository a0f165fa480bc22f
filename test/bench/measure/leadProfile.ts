import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { clocksOf } from '../../../src-main/domain/clocks/claimClocks.ts'
import { clockedClaim } from '../../../src-main/domain/clocks/clockedClaim.ts'
import { applyClaim } from '../../../src-main/store/feedRepo.ts'
import { putReference } from '../../../src-main/store/referenceRepo.ts'
import { tellPast } from '../../../src-main/workstation/lead/tellPast.ts'
import { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { HistoryKind, HistorySide } from '../../../src-preload/contract/vocabulary/words.ts'
import { aCalendar } from '../../builders/calendar.ts'
import { SEED_2020 } from '../../builders/policy.ts'
import { openBenchCore } from './benchCore.ts'
import { MANY_CLAIMS } from './bigProfile.ts'
import { claimNumber } from './manyClaims.ts'
import type { BenchContext } from './row.ts'

const DAY = 86_400_000
const PER_WRITE = 1_000
export const LEAD_CALENDAR = aCalendar()

type Step = readonly [days: number, kind: HistoryKind, side: HistorySide, to?: string, sub?: string]

/** Nine things that happen to every claim; the tenth is where it stands. */
const LIFE: readonly Step[] = [
  [0, 'submitted', 'partner', 'submitted', 'queued'],
  [1, 'taken', 'reviewer'],
  [2, 'review_started', 'reviewer', 'under_review', 'in_review'],
  [4, 'information_requested', 'reviewer', 'partner_action_required', 'open'],
  [5, 'commented', 'partner'],
  [7, 'resubmitted', 'partner', 'under_review', 'resubmitted'],
  [9, 'taken', 'reviewer'],
  [10, 'review_started', 'reviewer', 'under_review', 'in_review'],
  [11, 'commented', 'reviewer'],
]
const ENDS: readonly (Step & { readonly 3: string; readonly 4: string })[] = [
  [12, 'commented', 'reviewer', 'under_review', 'in_review'],
  [12, 'information_requested', 'reviewer', 'partner_action_required', 'open'],
  [12, 'held_for_arbitration', 'reviewer', 'under_review', 'awaiting_arbitration'],
  [14, 'approved', 'reviewer', 'approved', 'consent_open'],
  [16, 'rejected', 'reviewer', 'rejected', 'disputable'],
]

/** A claim with ten entries of history, submitted in the ten weeks before, and the clocks that it then has. */
export function leadClaim(n: number, now: number): ClaimRecord {
  const end = ENDS[n % ENDS.length] ?? ENDS[0]
  if (end === undefined) throw new Error('There is no end.')
  const submitted = now - (12 + (n % 60)) * DAY - (n % 1440) * 60_000
  const plain = claimNumber(n)
  const record = ClaimRecord.parse({
    ...plain,
    form: { ...plain.form, submittedAt: new Date(submitted).toISOString() },
    state: end[3],
    subState: end[4],
    calendar: { id: LEAD_CALENDAR.id, version: LEAD_CALENDAR.version },
    history: [...LIFE, end].map(([days, kind, side, to = null, sub = null], at) => ({
      entryId: `h${n}-${at}`,
      at: new Date(submitted + days * DAY * (0.6 + (n % 7) / 10)).toISOString(),
      side,
      kind,
      actorName: 'Somebody',
      fromState: null,
      toState: to,
      toSubState: sub,
      detail: null,
    })),
  })
  return { ...record, clocks: clocksOf(clockedClaim(record, []), SEED_2020, LEAD_CALENDAR) }
}

let made: Promise<string> | null = null

/**
 * A team lead's profile with 100,000 claims and 1,000,000 entries of history, all of whose past is told; made once a run. Gives back the
 * database, which nobody changes.
 */
export function leadProfile(
  context: Pick<BenchContext, 'root' | 'say' | 'scratch'>,
  now: number,
): Promise<string> {
  made ??= make(context, now)
  return made
}

async function make({ root, say, scratch }: Parameters<typeof leadProfile>[0], now: number): Promise<string> {
  say('  filling a profile with 100,000 claims and 1,000,000 entries of history …')
  const profile = join(scratch, 'lead')
  mkdirSync(profile)
  const { core, close } = openBenchCore(root, profile, { isPlain: true })
  core.store.write((s) => putReference(s, { policies: [SEED_2020], calendars: [LEAD_CALENDAR] }))
  for (let first = 0; first < MANY_CLAIMS; first += PER_WRITE)
    core.store.write((s) => {
      for (let n = first; n < first + PER_WRITE; n += 1) applyClaim(s, leadClaim(n, now))
    })
  await tellPast(core)
  close()
  return join(profile, 'workstation.db')
}
