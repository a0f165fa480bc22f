import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { CaseDecision } from '../../../src-main/hub/api/caseDecision.ts'
import { decisionOn, type MadeDecision } from '../../builders/hub/caseDecisions.ts'
import type { Step } from './history.ts'
import { isDecidable, isLiving, keysOf, livingPartiesOf, type View } from './view.ts'

export type Winners = Readonly<Record<string, string | null>>

/** Whether an earlier case went against a claim that has not come back with the thing since. */
export type IsDropping = (claimId: string, key: string) => boolean

type Letters = MadeDecision['letters']

interface Deciding {
  readonly view: View
  readonly cases: readonly ArbitrationCase[]
  readonly winners: Winners
  readonly isDropping: IsDropping
}

/** How a claim comes out of the cases, told from the field's text (domain.md section 4.5) and not from the product's rules. */
interface Share {
  readonly won: number
  /** Of which the winner can be approved now, or holds it. */
  readonly lostNow: number
  readonly lostLater: number
  readonly nobodys: number
  /** What it asks for beside the cases. */
  readonly others: number
  readonly toDrop: number
  readonly isInOther: boolean
}

const partOf = (one: ArbitrationCase, claimId: string): boolean =>
  livingPartiesOf(one).some((party) => party.claimId === claimId)

function shareOf(claim: ClaimRecord, deciding: Deciding): Share {
  const { view, cases, winners, isDropping } = deciding
  const { claimId } = claim.form
  const own = cases.filter((one) => partOf(one, claimId)).map(({ contested }) => contested.key)
  const lost = own.filter((key) => winners[key] !== null && winners[key] !== claimId)
  const rest = keysOf(claim).filter((key) => !own.includes(key))
  const toDrop = rest.filter((key) => isDropping(claimId, key)).length
  const lostLater = claim.state === 'approved' ? lost.filter((key) => waits(winners[key], deciding)) : []
  return {
    won: own.filter((key) => winners[key] === claimId).length,
    lostNow: lost.length - lostLater.length,
    lostLater: lostLater.length,
    nobodys: own.filter((key) => winners[key] === null).length,
    others: rest.length - toDrop,
    toDrop,
    isInOther: view.cases.some((one) => isLiving(one) && !cases.includes(one) && partOf(one, claimId)),
  }
}

/** Whether a winner cannot be approved yet. */
function waits(claimId: string | null | undefined, deciding: Deciding): boolean {
  const winner = deciding.view.claims.find(({ form }) => form.claimId === claimId)
  if (winner === undefined || winner.state === 'approved') return false
  const { lostNow, nobodys, toDrop, isInOther } = shareOf(winner, deciding)
  return isInOther || lostNow + toDrop + nobodys > 0
}

/** What is written to a claim. */
function actsFor(claim: ClaimRecord, deciding: Deciding): { act: string; isLater: boolean }[] {
  const share = shareOf(claim, deciding)
  const now = (act: string) => [{ act, isLater: false }]
  if (claim.state === 'rejected') return []
  if (claim.state === 'approved')
    return [
      ...(share.lostNow > 0 ? now('end_association') : []),
      ...(share.lostLater > 0 ? [{ act: 'end_association', isLater: true }] : []),
    ]
  if (claim.matters.partnerRequest !== null) return now('reject')
  if (share.isInOther) return []
  if (share.lostNow + share.toDrop > 0) {
    const isLeft = share.won + share.nobodys + share.others > 0
    return now(claim.state === 'partner_action_required' || !isLeft ? 'reject' : 'request_info')
  }
  if (share.nobodys > 0) return claim.state === 'under_review' ? now('request_info') : []
  return share.won > 0 ? now('approve') : []
}

/** Says something that nothing else says; now and then it names somebody whom it must not name. */
export type Say = (about: string, how: number) => string

/** What a lead decides on what they see; null = there is nothing to decide. */
export function decisionOf(
  view: View,
  { whom, how }: Step,
  { isDropping, say }: { readonly isDropping: IsDropping; readonly say: Say },
): CaseDecision | null {
  const living = view.cases.filter(isLiving)
  const decidable = living.filter((one) => isDecidable(one, view))
  const among = decidable.length > 0 ? decidable : living
  const first = among[whom % among.length]
  if (first === undefined) return null
  const cases = how % 3 === 0 ? [first] : connected(living, first)
  const isNobodys = how % 7 === 0
  const winners = Object.fromEntries(
    cases.map((one, place) => {
      const parties = livingPartiesOf(one)
      const chosen = parties[(Math.floor(how / 7) + place) % parties.length]?.claimId ?? null
      return [one.contested.key, isNobodys ? null : chosen]
    }),
  )
  const deciding = { view, cases, winners, isDropping }
  const parties = view.claims.filter(({ form }) => cases.some((one) => partOf(one, form.claimId)))
  const letters: Letters = parties.flatMap((claim) =>
    actsFor(claim, deciding).map((act) => ({
      ...act,
      claimId: claim.form.claimId,
      comment: say(claim.form.claimId, Math.floor(how / 49)),
    })),
  )
  return decisionOn(cases, parties, {
    winners,
    letters,
    reason: say('the record', 1),
    unproved: isNobodys ? parties.map(({ form }) => form.claimId) : [],
  })
}

/** All living cases that hang together with one by their parties. */
function connected(living: readonly ArbitrationCase[], first: ArbitrationCase): ArbitrationCase[] {
  const found = new Set([first])
  for (const one of found)
    for (const other of living)
      if (livingPartiesOf(one).some(({ claimId }) => partOf(other, claimId))) found.add(other)
  return living.filter((one) => found.has(one))
}
