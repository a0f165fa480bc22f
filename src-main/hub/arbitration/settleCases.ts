import { randomInt, randomUUID } from 'node:crypto'
import type {
  ArbitrationCase,
  ContestedThing,
} from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { LeaveReason } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import { CaseId, type ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { DECISION_REASONS } from '../../../src-preload/contract/vocabulary/words.ts'
import { caseAfter, lookAgainAt, openedCase } from '../../domain/arbitration/caseAfter.ts'
import { caseClocks } from '../../domain/arbitration/caseClocks.ts'
import { type CasePlan, planCase } from '../../domain/arbitration/detect.ts'
import { leaveReason } from '../../domain/arbitration/leaveReason.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import { basisName, type BasisOf } from '../claims/clockBasis.ts'
import {
  type ContendingItem,
  listCasesBefore,
  listContendingItems,
  listLeavers,
  listLivingCases,
  listLosers,
  listThingsToSettle,
  type ThingKey,
} from '../store/arbitrationRepo.ts'
import { insertCase, insertOutreach, setLook, updateCase } from '../store/arbitrationWrites.ts'
import type { ClaimKey } from '../store/claimsRepo.ts'
import type { Tx } from '../store/database.ts'
import { assertHeld } from '../store/thingLocks.ts'
import { contentionsOf, type Timed } from './contentions.ts'

/** Something that a claim names or named. */
export interface Thing extends ThingKey {
  readonly contested: ContestedThing
}

export interface Settling {
  readonly basisOf: BasisOf
  /** The instant of the act, ISO; null = claims are brought in with a past: what they make is as old as the youngest of them. */
  readonly at: string | null
}

/**
 * Makes the cases on these things what the claims of their customers make of them: opens, joins, leaves, dissolves, and says anew where
 * each stands. Doing it again changes nothing. The claims were written in this transaction, which holds the things.
 * @returns the claims whose rivals may be others now.
 * @throws ThingsNotHeld
 */
export async function settleCases(tx: Tx, things: readonly Thing[], settling: Settling): Promise<ClaimKey[]> {
  assertHeld(tx, things)
  const affected: ClaimKey[] = []
  for (let from = 0; from < things.length; from += THINGS_AT_ONCE)
    affected.push(...(await settleSome(tx, things.slice(from, from + THINGS_AT_ONCE), settling)))
  return affected
}

/** A statement takes 65,535 values. */
const THINGS_AT_ONCE = 1_000

async function settleSome(tx: Tx, things: readonly Thing[], settling: Settling): Promise<ClaimKey[]> {
  const toSettle = await listThingsToSettle(tx, things)
  const names = new Set(toSettle.map(nameOf))
  const items = Map.groupBy(await listContendingItems(tx, toSettle), nameOf)
  const living = await listLivingCases(
    tx,
    toSettle.filter(({ hasCase }) => hasCase),
  )
  const cases = new Map(living.map((one) => [nameOfCase(one), one]))
  const affected: ClaimKey[] = []
  for (const thing of things.filter((one) => names.has(nameOf(one)))) {
    const own = items.get(nameOf(thing)) ?? []
    const known = cases.get(nameOf(thing)) ?? null
    affected.push(...(await settleOne(tx, { thing, items: own, known }, settling)))
  }
  return affected
}

const nameOf = ({ tenantId, key }: { readonly tenantId: string; readonly key: string }) =>
  `${tenantId} ${key}`
const nameOfCase = ({ tenantId, contested }: ArbitrationCase) => nameOf({ tenantId, key: contested.key })

interface Found {
  readonly thing: Thing
  readonly items: readonly ContendingItem[]
  readonly known: ArbitrationCase | null
}

async function settleOne(tx: Tx, found: Found, { at: told, basisOf }: Settling): Promise<ClaimKey[]> {
  const { known, items } = found
  const at = Instant.parse(told ?? youngest(items)?.submittedAt.toISOString() ?? known?.openedAt)
  const timed = await contentionsOf(tx, found, { at, basisOf })
  const plan = planCase(
    timed.map(({ claim }) => claim),
    known?.parties ?? null,
  )
  const doing = { found, timed, at, basisOf }
  if (known !== null) return keepCase(tx, known, plan, doing)
  return plan.act === 'open' ? openCase(tx, plan, doing) : []
}

const youngest = (items: readonly ContendingItem[]): ContendingItem | undefined =>
  items.toSorted((a, b) => b.submittedAt.getTime() - a.submittedAt.getTime())[0]

interface Doing {
  readonly found: Found
  readonly timed: readonly Timed[]
  readonly at: Instant
  readonly basisOf: BasisOf
}

async function openCase(
  tx: Tx,
  { parties }: Extract<CasePlan, { act: 'open' }>,
  { found: { thing, items }, timed, at, basisOf }: Doing,
): Promise<ClaimKey[]> {
  const opener = youngest(
    items.filter(({ claimId }) =>
      parties.some(({ claim, role }) => role === 'challenger' && claim.claimId === claimId),
    ),
  )
  if (opener === undefined) throw new Error('A case was to be opened that nobody asked for')
  const policy = { id: opener.policyId, version: opener.policyVersion }
  const basis = basisOf(policy)
  const { id, version } = basis.calendar
  const claimIds = parties.map(({ claim }) => claim.claimId)
  const one = openedCase(
    {
      caseId: CaseId.parse(randomUUID()),
      tenantId: thing.tenantId,
      customerName: opener.customerName,
      contested: thing.contested,
      openedAt: at,
      policy,
      calendar: { id, version },
      clocks: caseClocks(Date.parse(at), basis.policy, basis.calendar),
      orderSeed: randomInt(2 ** 31),
      isWhole: true,
    },
    parties,
    await listCasesBefore(tx, thing, claimIds),
  )
  await insertCase(tx, one, { clocksBasis: basisName(basis), lookAt: lookAt(one, timed, at) })
  for (const { claimId, outreach } of one.parties)
    for (const entry of outreach) await insertOutreach(tx, one, { claimId, entry })
  return keysOf(one)
}

/** Writes what became of a case; nothing where nothing did. */
async function keepCase(
  tx: Tx,
  known: ArbitrationCase,
  plan: CasePlan,
  { found: { thing }, timed, at, basisOf }: Doing,
): Promise<ClaimKey[]> {
  const leaving = plan.act === 'keep' || plan.act === 'dissolve' ? plan.leaving : []
  const reasons = await reasonsFor(tx, thing, leaving)
  const after = caseAfter(known, plan, {
    at,
    reasonFor: (claimId) => reasons.get(claimId) ?? leaveReason(null, thing.contested),
  })
  const lookAgain = lookAt(after, timed, at)
  if (after === known) {
    await setLook(tx, known, lookAgain)
    return []
  }
  const basis = basisOf(known.policy)
  const clocks = caseClocks(Date.parse(known.openedAt), basis.policy, basis.calendar)
  await updateCase(tx, { ...after, clocks }, { clocksBasis: basisName(basis), lookAt: lookAgain })
  return hasOtherRivals(known, after) ? [...keysOf(known), ...keysOf(after)] : []
}

/** Whether somebody came or went, or is another partner's now. */
function hasOtherRivals(known: ArbitrationCase, after: ArbitrationCase): boolean {
  const partiesOf = (one: ArbitrationCase) =>
    livingParties(one.parties).map(({ claimId, mpnId }) => `${claimId} ${mpnId}`)
  return after.state === 'dissolved' || partiesOf(known).join() !== partiesOf(after).join()
}

const keysOf = ({ tenantId, parties }: ArbitrationCase): ClaimKey[] =>
  livingParties(parties).map(({ claimId }) => ({ tenantId, claimId }))

function lookAt(one: ArbitrationCase, timed: readonly Timed[], at: Instant): Date | null {
  const lastDays = timed.flatMap(({ lastDay }) => lastDay ?? [])
  const ms = lookAgainAt(one, lastDays, Date.parse(at))
  return ms === null ? null : new Date(ms)
}

/** Of each claim that leaves and still exists. */
async function reasonsFor(
  tx: Tx,
  thing: Thing,
  leaving: readonly ClaimId[],
): Promise<ReadonlyMap<string, LeaveReason>> {
  const leavers = await listLeavers(tx, thing.tenantId, leaving)
  const losers = await listLosers(tx, thing, leaving)
  return new Map(
    leavers.map(({ claimId, keys, rejectedFor, ...claim }) => {
      const leaver = {
        ...claim,
        rejectedFor: DECISION_REASONS.filter((reason) => rejectedFor.includes(reason)),
        hasLost: losers.has(claimId),
        namesThing: keys.includes(thing.key),
      }
      return [claimId, leaveReason(leaver, thing.contested)]
    }),
  )
}
