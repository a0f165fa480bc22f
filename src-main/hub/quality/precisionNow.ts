import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import type { Instant, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  type CheckPrecision,
  type MachineWord,
  precisionByCheck,
} from '../../domain/quality/checkPrecision.ts'
import { precisionOf } from '../../domain/quality/precisionPolicy.ts'
import { isOverridden } from '../../domain/quality/stratumOf.ts'
import type { HubUser } from '../api/people.ts'
import type {
  AdvisoryCheck,
  CheckStanding,
  Override,
} from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import type { Precision } from '../api/quality.ts'
import type { Rules } from '../policy/rules.ts'
import { listStandings, putStandings } from '../store/checkStandingsRepo.ts'
import { actingAs, LOOK } from '../store/callerContext.ts'
import type { Db } from '../store/database.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { listTeam } from '../store/peopleRepo.ts'
import { aboutClaims, type DecisionRow, listDecisions } from '../store/qualityRepo.ts'
import { transact } from '../store/transact.ts'
import { named } from './sampledViews.ts'

interface Reckoning {
  readonly db: Db
  readonly rules: Rules
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** A check that was mended must not bear its old faults for ever, and one that is seldom asked needs some time to be known. */
const SPAN_MS = 90 * 86_400_000
const MOST_DECISIONS = 5000
/** What was reckoned is good for so long: every workstation asks with each round. */
const GOOD_FOR_MS = 60_000

/** When each database was last reckoned by this process. */
const reckonedAt = new WeakMap<Db, number>()

/** How often each check is right as of now, at most a minute old. */
async function standingsNow(reckoning: Reckoning): Promise<CheckStanding[]> {
  const { db, rules, now } = reckoning
  const last = reckonedAt.get(db)
  if (last === undefined || now() - last >= GOOD_FOR_MS || now() < last) {
    await reckon(reckoning, await newestDecisions(reckoning))
    reckonedAt.set(db, now())
  }
  return (await listStandings(db)).flatMap((row) => {
    const wish = rules.knows(row.policy) ? precisionOf(rules.basisOf(row.policy).policy) : null
    return wish === null ? [] : [{ ...row, ...wish }]
  })
}

/** Those whose findings have to be confirmed. */
export async function advisoryNow(reckoning: Reckoning): Promise<AdvisoryCheck[]> {
  return (await standingsNow(reckoning)).flatMap(({ policy, criterion, level, advisorySince: since }) =>
    since === null ? [] : [{ policy, criterion, level, since }],
  )
}

/** The same reckoned this very moment, with every word that a person did not share. */
export async function precisionFor(reckoning: Reckoning, user: HubUser): Promise<Precision> {
  const { db, now } = reckoning
  const decisions = await newestDecisions(reckoning)
  await reckon(reckoning, decisions)
  reckonedAt.set(db, now())
  return {
    checks: await standingsNow(reckoning),
    overridden: await overridesIn(db, decisions, user),
  }
}

const newestDecisions = ({ db, now }: Reckoning): Promise<DecisionRow[]> => {
  const span = { from: new Date(now() - SPAN_MS), to: new Date(now() + 1), most: MOST_DECISIONS }
  return actingAs(LOOK, () => listDecisions(db, span))
}

async function reckon({ db, rules, now }: Reckoning, decisions: readonly DecisionRow[]): Promise<void> {
  const byPolicy = Map.groupBy(decisions, ({ policy: { id, version } }) => `${id}@${version}`)
  if ([...byPolicy.values()].some(([one]) => one !== undefined && !rules.knows(one.policy)))
    await rules.refresh(db)
  const rows = [...byPolicy.values()].flatMap((own) => {
    const [one] = own
    if (one === undefined || !rules.knows(one.policy)) return []
    return standingsUnder(one.policy, own, rules)
  })
  await transact(db, (tx) => putStandings(tx, rows, new Date(now())))
}

function standingsUnder(policy: PolicyVersion, decisions: readonly DecisionRow[], rules: Rules) {
  const checks = precisionByCheck(decisions.flatMap(machineWords), precisionOf(rules.basisOf(policy).policy))
  return checks.map(({ criterion, hits, of, low, high, isAdvisory }: CheckPrecision) => ({
    policy,
    criterion,
    hits,
    of,
    low,
    high,
    isAdvisory,
  }))
}

/** Older workstations do not say what the machine said: of their decisions nothing is known. */
const machineWords = ({ decisionId, verdicts }: DecisionRow): MachineWord[] =>
  verdicts.flatMap(({ criterion, machine, verdict }) =>
    machine === undefined || machine === null ? [] : [{ decisionId, criterion, machine, counted: verdict }],
  )

const MOST_OVERRIDES = 500

async function overridesIn(
  db: Db,
  decisions: readonly DecisionRow[],
  { userId }: HubUser,
): Promise<Override[]> {
  const words = decisions
    .flatMap((decision) => decision.verdicts.filter(isOverridden).map((word) => ({ decision, word })))
    .slice(0, MOST_OVERRIDES)
  const about = await aboutClaims(
    db,
    words.map(({ decision }) => decision),
  )
  const linked = await linkedPartners(db, userId)
  const names = new Map((await listTeam(db, true)).map((person) => [person.userId, person.name]))
  const nameOf = (id: UserId): string => names.get(id) ?? id
  return words.flatMap(({ decision, word }): Override[] => {
    const { decisionId, deciderId, decidedAt } = decision
    const { criterion, item, machine, verdict: counted, reason } = word
    const claim = about.get(decision.claimId)
    if (claim === undefined || linked.includes(claim.mpnId)) return []
    if (machine === undefined || machine === null || counted === null) return []
    const decider = { userId: deciderId, name: nameOf(deciderId) }
    const at = decidedAt.toISOString() as Instant // what a date gives is one
    return [
      { decisionId, ...named(claim), decidedAt: at, decider, criterion, item, machine, counted, reason },
    ]
  })
}
