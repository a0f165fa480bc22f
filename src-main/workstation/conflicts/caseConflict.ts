import type { ConflictDetail } from '../../../src-preload/contract/sync.ts'
import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { CaseDraft } from '../../../src-preload/contract/vocabulary/caseDecisionShape.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import { isLivingCase } from '../../domain/arbitration/caseState.ts'
import { block } from '../../domain/claim/block.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import type { OfferedChoice } from '../../domain/conflicts/conflictChoices.ts'
import { findCase } from '../../store/arbitrationRepo.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import type { KeptConflict } from '../../store/outboxRepo.ts'
import type { Acting } from '../claims/guards.ts'
import { type CaseDecision, readDecision } from '../sync/operationRequest.ts'

type Decided = NonNullable<ConflictDetail['decided']>

/** What was decided, beside the cases and their parties as they stand here now; null = it was no decision of a case. */
export function decidedView(store: ReadStore, { content }: KeptConflict): Decided | null {
  const decision = readDecision(content)
  if (decision === null) return null
  const cases = decision.cases.map(({ caseId }) => findCase(store, caseId))
  const known = cases.flatMap((one) => one ?? [])
  return {
    reason: decision.reason,
    cases: decision.cases.map(({ caseId, winner }, at) => {
      const now = cases[at] ?? null
      return {
        caseId,
        name: now?.contested.name ?? null,
        state: now?.state ?? null,
        mine: winner === null ? null : partnerName(known, winner),
        now: outcomeNow(now),
      }
    }),
    parties: decision.parties.map((party) => partyView(store, known, decision, party)),
    joined: joinedSince(known, decision),
  }
}

function outcomeNow(one: ArbitrationCase | null): Decided['cases'][number]['now'] {
  const outcome = one?.outcome ?? null
  if (one === null || outcome === null) return null
  const winner = one.parties.find(({ claimId }) => claimId === outcome.winner)
  return { byName: outcome.by.name, at: outcome.at, winner: winner?.partnerName ?? null }
}

const partnerName = (cases: readonly ArbitrationCase[], claimId: string): string =>
  cases.flatMap(({ parties }) => parties).find((party) => party.claimId === claimId)?.partnerName ?? claimId

function partyView(
  store: ReadStore,
  cases: readonly ArbitrationCase[],
  { letters }: CaseDecision,
  { claimId, claimRevision }: CaseDecision['parties'][number],
): Decided['parties'][number] {
  const record = findClaim(store, claimId)?.record ?? null
  const own = letters.filter((one) => one.claimId === claimId)
  const isParty = cases.some(({ parties }) =>
    livingParties(parties).some((party) => party.claimId === claimId),
  )
  return {
    claimId,
    partnerName: partnerName(cases, claimId),
    letters: own.map(({ act, comment }) => ({ act, comment })),
    state: record?.state ?? null,
    subState: record?.subState ?? null,
    isChanged: record !== null && record.revision !== claimRevision,
    hasLeft: !isParty,
  }
}

/** Partners that came into these cases since. */
function joinedSince(cases: readonly ArbitrationCase[], { parties }: CaseDecision): string[] {
  const now = cases.flatMap((one) => livingParties(one.parties))
  const joined = now.filter(({ claimId }) => !parties.some((seen) => seen.claimId === claimId))
  return [...new Set(joined.map(({ partnerName: name }) => name))]
}

/** A decision is made anew while one of its cases lives, on what they are now; its words wait there. */
export function choicesOfDecision(
  store: ReadStore,
  kept: KeptConflict,
  decision: CaseDecision,
  { actor }: Acting,
): OfferedChoice[] {
  const isTheirs = kept.byUserId === actor.userId || actor.role === 'team_lead'
  const mayNot = isTheirs ? [] : [block('role_may_not')]
  const lives = decision.cases.some(({ caseId }) => isLivingCase(findCase(store, caseId)?.state ?? 'decided'))
  const redoing = roleMay(actor.role, 'case_decide') ? mayNot : [block('role_may_not')]
  const offered: OfferedChoice[] = [
    ...(lives ? [{ choice: 'redo', blocks: redoing } as const] : []),
    { choice: 'let_go', blocks: mayNot },
  ]
  return offered.toSorted((a, b) => a.blocks.length - b.blocks.length)
}

/** The words of the decision as a draft of a new one, about those of its cases that still wait for one. */
export function draftOfDecision(store: ReadStore, decision: CaseDecision): CaseDraft {
  const living = decision.cases.filter(({ caseId }) => {
    const now = findCase(store, caseId)
    return now !== null && isLivingCase(now.state)
  })
  return {
    choices: living.map(({ caseId, winner }) => ({ caseId, winner })),
    reason: decision.reason,
    letters: decision.letters.map((letter) => ({ ...letter })),
  }
}
