import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { type Did, isApplied, type LeadsDecision } from './did.ts'
import { IN_PLAY, wrongsOfCases, wrongsOfRecords } from './standingWrongs.ts'
import { wrongsOfDecisions } from './decisionWrongs.ts'
import { frozen, holds, itemFor, keysOf, livingPartiesOf, type View } from './view.ts'

/** What must hold of a hub between any two acts, worked out anew from what was done and answered: by none of the product's own rules. */
export interface ArbitrationOracle {
  isDropping(claimId: string, key: string): boolean
  /** Everything that is wrong after a moment; empty = nothing is. */
  judge(before: View, after: View, dids: readonly Did[]): string[]
}

export function createOracle(): ArbitrationOracle {
  /** Claims and things that cases did not give to them, until they come back. */
  const dropping = new Set<string>()
  const waiting = new Set<Waiting>()
  const sent = new Set<LeadsDecision>()
  const isDropping = (claimId: string, key: string): boolean => dropping.has(`${claimId} ${key}`)
  return {
    isDropping,
    judge(before, after, dids) {
      // What is sent again is answered again, and does nothing.
      const applied = dids.filter(
        (did) => isApplied(did) && !(did.side === 'team' && did.of !== null && sent.has(did.of)),
      )
      // Of what is done in one moment only a decision can come before a return: after it, the decision is refused.
      for (const did of applied)
        if (did.side === 'team' && did.of !== null) {
          noteLosers(before, did.of, dropping)
          noteWaiting(before, after, did.of, waiting)
        }
      for (const did of applied) noteReturn(before, did, dropping)
      noteStaying(after, waiting, dropping)
      for (const did of dids) if (did.side === 'team' && did.of !== null) sent.add(did.of)
      return [
        ...wrongsOfCases(after, isDropping),
        ...wrongsOfRecords(before, after),
        ...wrongsOfDecisions(after, [...sent]),
        ...wrongsOfGains(before, after, applied),
        ...wrongsOfWords(before, after, applied),
        ...(applied.length === 0 && dids.length > 0 ? wrongsOfRefusals(before, after) : []),
      ]
    },
  }
}

/** Whoever does not get the thing is out, but who holds it where nobody gets it. */
function noteLosers(before: View, { decision }: LeadsDecision, dropping: Set<string>): void {
  for (const { caseId, winner } of decision.cases) {
    const known = before.cases.find((one) => one.caseId === caseId)
    if (known === undefined) continue
    for (const { claimId, role } of livingPartiesOf(known)) {
      const stays = winner === null ? role === 'incumbent' : winner === claimId
      if (!stays) dropping.add(`${claimId} ${known.contested.key}`)
    }
  }
}

/** A holder that lets go of a thing once the winner is approved. */
interface Waiting {
  readonly holder: string
  readonly key: string
  readonly winner: string
}

function noteWaiting(before: View, after: View, { decision }: LeadsDecision, waiting: Set<Waiting>): void {
  for (const { caseId, winner } of decision.cases) {
    const known = before.cases.find((one) => one.caseId === caseId)
    if (known === undefined || winner === null) continue
    const { key } = known.contested
    for (const { claimId } of livingPartiesOf(known)) {
      const claim = claimIn(after, claimId)
      if (claimId !== winner && claim !== undefined && holds(claim, key))
        waiting.add({ holder: claimId, key, winner })
    }
  }
}

/** Where the winner is out before it was approved, whoever holds the thing still goes on holding it. */
function noteStaying(after: View, waiting: Set<Waiting>, dropping: Set<string>): void {
  for (const one of waiting) {
    const { holder, key, winner } = one
    const holding = claimIn(after, holder)
    const asking = claimIn(after, winner)
    const isHeld = holding !== undefined && holds(holding, key)
    const isAsked =
      asking !== undefined && IN_PLAY.includes(asking.state) && itemFor(asking, key) !== undefined
    if (isHeld && isAsked) continue
    waiting.delete(one)
    if (isHeld) dropping.delete(`${holder} ${key}`)
  }
}

const RETURNS: readonly string[] = ['resubmit', 'dispute']

/** It is back from its partner, or its rejection was disputed or taken back: it asks for everything that it names. */
function noteReturn(before: View, did: Did, dropping: Set<string>): void {
  const wasRejected = before.claims.find(({ form }) => form.claimId === did.claimId)?.state === 'rejected'
  const isReturn = did.side === 'others' ? RETURNS.includes(did.act) : did.kind === 'reopen' && wasRejected
  if (!isReturn) return
  for (const entry of dropping) if (entry.startsWith(`${did.claimId} `)) dropping.delete(entry)
}

/** Nobody gets a thing but by an approval that somebody was told of: above all nobody gets one back because another one lost it. */
function wrongsOfGains(before: View, after: View, applied: readonly Did[]): string[] {
  const approvals = new Set(applied.flatMap(approvedBy))
  return after.claims.flatMap((claim) => {
    const { claimId } = claim.form
    const was = claimIn(before, claimId)
    return keysOf(claim)
      .filter((key) => holds(claim, key) && (was === undefined || !holds(was, key)))
      .filter(() => was?.state === 'approved' || !approvals.has(claimId))
      .map((key) => `${claimId} holds ${key}, and nobody gave it that`)
  })
}

function approvedBy(did: Did): string[] {
  if (did.side === 'others') return []
  if (did.of === null) return did.kind === 'approve' ? [did.claimId] : []
  return did.of.decision.letters.filter(({ act }) => act === 'approve').map(({ claimId }) => claimId)
}

const claimIn = (view: View, claimId: string): ClaimRecord | undefined =>
  view.claims.find(({ form }) => form.claimId === claimId)

/** What was written to a partner in this moment names none of the other parties that were there. */
function wrongsOfWords(before: View, after: View, applied: readonly Did[]): string[] {
  const arrived = new Set(applied.filter(({ side }) => side === 'others').map(({ claimId }) => claimId))
  return after.claims.flatMap(({ form, comments }) => {
    const known = claimIn(before, form.claimId)?.comments.length ?? 0
    const others = before.claims.filter(
      (one) =>
        one.form.claimId !== form.claimId && one.form.mpnId !== form.mpnId && !arrived.has(one.form.claimId),
    )
    const marks = others.flatMap((one) => [one.form.partnerCompanyName, one.form.claimId, one.form.mpnId])
    return comments
      .slice(known)
      .filter(({ side, visibility }) => side !== 'partner' && visibility === 'partner_visible')
      .flatMap(({ text }) =>
        marks
          .filter((mark) => text.toLowerCase().includes(mark.toLowerCase()))
          .map((mark) => `${form.claimId} was told of ${mark}: ${text}`),
      )
  })
}

/** A moment in which nothing was done leaves everything as it was. */
const wrongsOfRefusals = (before: View, after: View): string[] =>
  frozen(before) === frozen(after) ? [] : ['everything was refused, and something is other than it was']
