import type { ConflictDetail } from '../../../src-preload/contract/sync.ts'
import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { CaseDraft } from '../../../src-preload/contract/vocabulary/caseDecisionShape.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import { mayEver } from '../../domain/arbitration/voteBlocks.ts'
import { isLivingCase } from '../../domain/arbitration/caseState.ts'
import { block } from '../../domain/claim/block.ts'
import { mayLead } from '../../domain/claim/roles.ts'
import type { OfferedChoice } from '../../domain/conflicts/conflictChoices.ts'
import { findCase } from '../../store/arbitrationRepo.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import type { KeptConflict } from '../../store/outboxRepo.ts'
import type { Acting } from '../claims/guards.ts'
import { type CaseAct, readCaseAct } from '../sync/operationRequest.ts'

type Decided = NonNullable<ConflictDetail['decided']>

/**
 * What was decided or voted, beside the cases and their parties as they stand here now; null = it was no act on a case, or
 * another person's vote: it stays sealed in the tray as well.
 */
export function decidedView(store: ReadStore, kept: KeptConflict, userId: UserId): Decided | null {
  const act = readCaseAct(kept.content)
  if (act === null || isSealed(kept, userId)) return null
  const cases = act.cases.map(({ caseId }) => findCase(store, caseId))
  const known = cases.flatMap((one) => one ?? [])
  return {
    reason: act.reason,
    cases: act.cases.map(({ caseId, winner }, at) => {
      const now = cases[at] ?? null
      return {
        caseId,
        name: now?.contested.name ?? null,
        state: now?.state ?? null,
        mine: winner === null ? null : partnerName(known, winner),
        now: outcomeNow(now),
      }
    }),
    parties: act.parties.map((party) => partyView(store, known, lettersIn(act), party)),
    joined: joinedSince(known, act),
  }
}

/** Another person's vote says nothing to whoever works here now. */
export const isSealed = (
  { kind, byUserId }: Pick<KeptConflict, 'kind' | 'byUserId'>,
  userId: UserId,
): boolean => kind === 'case_vote' && byUserId !== userId

function outcomeNow(one: ArbitrationCase | null): Decided['cases'][number]['now'] {
  const outcome = one?.outcome ?? null
  if (one === null || outcome === null) return null
  const winner = one.parties.find(({ claimId }) => claimId === outcome.winner)
  return { byName: outcome.by.name, at: outcome.at, winner: winner?.partnerName ?? null }
}

const partnerName = (cases: readonly ArbitrationCase[], claimId: string): string =>
  cases.flatMap(({ parties }) => parties).find((party) => party.claimId === claimId)?.partnerName ?? claimId

const lettersIn = (act: CaseAct): CaseDraft['letters'] => ('letters' in act ? act.letters : [])

function partyView(
  store: ReadStore,
  cases: readonly ArbitrationCase[],
  letters: CaseDraft['letters'],
  { claimId, claimRevision }: CaseAct['parties'][number],
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
function joinedSince(cases: readonly ArbitrationCase[], { parties }: CaseAct): string[] {
  const now = cases.flatMap((one) => livingParties(one.parties))
  const joined = now.filter(({ claimId }) => !parties.some((seen) => seen.claimId === claimId))
  return [...new Set(joined.map(({ partnerName: name }) => name))]
}

/** A decision or vote is made anew while one of its cases lives, on what they are now; its words wait there. */
export function choicesOnCases(
  store: ReadStore,
  kept: KeptConflict,
  act: CaseAct,
  { actor }: Acting,
): OfferedChoice[] {
  const isTheirs = kept.byUserId === actor.userId || mayLead(actor.role)
  const mayNot = isTheirs ? [] : [block('role_may_not')]
  const lives = act.cases.some(({ caseId }) => isLivingCase(findCase(store, caseId)?.state ?? 'decided'))
  const redoing = mayEver(actor.role, act.kind) ? mayNot : [block('role_may_not')]
  const offered: OfferedChoice[] = [
    ...(lives ? [{ choice: 'redo', blocks: redoing } as const] : []),
    { choice: 'let_go', blocks: mayNot },
  ]
  return offered.toSorted((a, b) => a.blocks.length - b.blocks.length)
}

/** Its words as a draft of a new one, about those of its cases that still wait for a decision. */
export function draftOfAct(store: ReadStore, act: CaseAct): CaseDraft {
  const living = act.cases.filter(({ caseId }) => {
    const now = findCase(store, caseId)
    return now !== null && isLivingCase(now.state)
  })
  return {
    choices: living.map(({ caseId, winner }) => ({ caseId, winner })),
    reason: act.reason,
    letters: lettersIn(act).map((letter) => ({ ...letter })),
  }
}
