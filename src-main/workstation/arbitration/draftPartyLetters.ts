import type { PartyLetter } from '../../../src-preload/contract/arbitration.ts'
import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { ArbitrationCase, CaseParty } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { CaseAsk } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { askDueAt } from '../../domain/arbitration/outreach.ts'
import { commandOf } from '../../domain/claim/commandOf.ts'
import { caseAskFacts, caseTellFacts } from '../../domain/letter/caseFacts.ts'
import type { LetterFacts } from '../../domain/letter/letterFacts.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { claimFor } from '../checks/blindClaims.ts'
import { type ClaimAtHand, findOwnCalendar, getClaimAtHand } from '../claims/claimAtHand.ts'
import { type Acting, actingNow, blocksOfCommand } from '../claims/guards.ts'
import type { Core } from '../core.ts'
import { getCase } from './getCase.ts'
import { askOf, tellOf } from './approachParties.ts'

type Wish = Input<'arbitration.draftLetters'>

/** A party that can be written to: its claim is here, and what says when an answer is due. */
interface Addressee {
  readonly party: CaseParty
  readonly claim: ClaimAtHand
  readonly policy: PolicyProfile
  readonly calendar: Calendar
  readonly asks: readonly CaseAsk[]
}

/** One letter for each party. Of the case it is told its own part alone, so that no letter can give another party away. */
export async function draftPartyLetters(core: Core, wish: Wish): Promise<Output<'arbitration.draftLetters'>> {
  const acting = actingNow(core)
  const addressees = core.store.read((store) => addresseesOf(store, wish, acting))
  // Templates of six languages: loaded with the first letter.
  const { writeLetter } = await import('../letters/draftLetter.ts')
  return { letters: addressees.map((one) => letterTo(one, wish, { acting, write: writeLetter })) }
}

function addresseesOf(store: ReadStore, { caseId, parties }: Wish, { actor }: Acting): Addressee[] {
  const found = getCase(store, caseId, actor.userId)
  return parties.flatMap(({ claimId, asks }) => {
    const party = livingParty(found, claimId)
    if (party === undefined || findClaim(store, claimId) === null) return []
    const claim = claimFor(store, getClaimAtHand(store, claimId), actor.userId)
    const calendar = findOwnCalendar(store, claim.record)
    const { policy } = claim
    return policy === null || calendar === null ? [] : [{ party, claim, policy, calendar, asks }]
  })
}

const livingParty = ({ parties }: ArbitrationCase, claimId: string): CaseParty | undefined =>
  parties.find((party) => party.claimId === claimId && party.left === null)

interface Writing {
  readonly acting: Acting
  readonly write: (facts: LetterFacts) => { readonly language: string; readonly text: string }
}

function letterTo(
  to: Addressee,
  { caseId, kind, businessDays }: Wish,
  { acting, write }: Writing,
): PartyLetter {
  const { party, claim, policy, calendar, asks } = to
  const { record } = claim
  const source = { record, policy, zone: calendar.zone, party }
  const { state } = record
  const dueAt =
    kind === 'tell' ? null : askDueAt({ state, businessDays, policy, calendar, at: acting.hubNow })
  const { language, text } = write(
    dueAt === null ? caseTellFacts(source) : caseAskFacts(source, asks, Date.parse(dueAt)),
  )
  const action =
    kind === 'tell' ? tellOf(caseId, text) : askOf({ caseId, asks: [...asks], businessDays }, text)
  const blocks = blocksOfCommand(commandOf(action), claim, acting)
  return { claimId: party.claimId, revision: record.revision, language, text, dueAt, blocks }
}
