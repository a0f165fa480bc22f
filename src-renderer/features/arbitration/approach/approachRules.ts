import type { CaseDetail, PartyLetter } from '../../../../src-preload/contract/arbitration.ts'
import type { Block } from '../../../../src-preload/contract/vocabulary/blockShape.ts'
import type { CaseParty } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { CaseAsk, OutreachKind } from '../../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ApproachDraft, ReadyLetter } from '../../../stores/approachStore.ts'

/** A party that may be written to, with what is in the way of it. */
export interface Addressee {
  readonly party: CaseParty
  /** Null = its claim is not on this workstation. */
  readonly blocks: readonly Block[] | null
}

/** The living parties in the order in which the board shows them: nobody stands first by right. */
export function addresseesOf(
  { case: { parties }, claims }: CaseDetail,
  kind: OutreachKind,
  order: readonly ClaimId[],
): Addressee[] {
  const placeOf = (claimId: ClaimId) => (order.includes(claimId) ? order.indexOf(claimId) : order.length)
  const act = kind === 'ask' ? 'case_ask' : 'case_tell'
  return parties
    .filter(({ left }) => left === null)
    .toSorted((a, b) => placeOf(a.claimId) - placeOf(b.claimId))
    .map((party) => {
      const own = claims.find(({ claimId }) => claimId === party.claimId)
      const blocks = own?.actions.find(({ action }) => action === act)?.blocks ?? null
      return { party, blocks }
    })
}

export const mayReach = ({ blocks }: Addressee): boolean => blocks !== null && blocks.length === 0

/** Whether this person may do so at all; what else is in the way may pass. */
export const mayApproach = (addressees: readonly Addressee[]): boolean =>
  addressees.some(({ blocks }) => blocks?.every(({ reason }) => reason !== 'role_may_not') === true)

export const asksOf = (
  { asks }: ApproachDraft,
  { role }: CaseParty,
  kind: OutreachKind,
): readonly CaseAsk[] => (kind === 'tell' ? [] : asks[role])

/** The words of a letter as they would leave. */
export const textOf = ({ own }: ApproachDraft, claimId: ClaimId, drafted: PartyLetter | undefined): string =>
  own[claimId] ?? drafted?.text ?? ''

/** What a letter still lacks; null = nothing. `other_unsaid`: what else is asked no template knows. */
export type Lack =
  | { readonly kind: 'nobody_picked' }
  | { readonly kind: 'coming' }
  | {
      readonly kind: 'ask_missing' | 'comment_missing' | 'other_unsaid'
      readonly party: CaseParty
    }
  | { readonly kind: 'blocked'; readonly party: CaseParty; readonly blocks: readonly Block[] }

interface Desk {
  readonly kind: OutreachKind
  readonly draft: ApproachDraft
  readonly addressees: readonly Addressee[]
  /** By claim, as drafted for just these choices; undefined = they are on their way. */
  readonly letters: Readonly<Record<string, PartyLetter>> | undefined
}

const pickedOf = ({ draft, addressees }: Desk): Addressee[] =>
  addressees.filter((one) => draft.picked.includes(one.party.claimId) && mayReach(one))

/** The first thing in the way of sending, in the order of the screen. */
export function lackOf(desk: Desk): Lack | null {
  const picked = pickedOf(desk)
  if (picked.length === 0) return { kind: 'nobody_picked' }
  for (const { party } of picked) {
    const lack = lackOfLetter(desk, party)
    if (lack !== null) return lack
  }
  return null
}

function lackOfLetter({ kind, draft, letters }: Desk, party: CaseParty): Lack | null {
  const asks = asksOf(draft, party, kind)
  const own = draft.own[party.claimId]
  if (kind === 'ask' && asks.length === 0) return { kind: 'ask_missing', party }
  if (letters === undefined) return { kind: 'coming' }
  if (asks.includes('other') && own === undefined) return { kind: 'other_unsaid', party }
  const drafted = letters[party.claimId]
  if (textOf(draft, party.claimId, drafted).trim() === '') return { kind: 'comment_missing', party }
  // Of the words themselves the guard speaks, which reads them as they are now.
  const blocks = (drafted?.blocks ?? []).filter(({ reason }) => !OF_WORDS.includes(reason))
  return blocks.length === 0 ? null : { kind: 'blocked', party, blocks }
}

const OF_WORDS: readonly Block['reason'][] = ['names_rival', 'repeats_internal_note', 'comment_missing']

/** All letters that would leave now. */
export function readyLetters(desk: Desk, revisions: ReadonlyMap<ClaimId, number>): ReadyLetter[] {
  const { draft, kind, letters = {} } = desk
  return pickedOf(desk).flatMap(({ party }) => {
    const { claimId } = party
    const drafted = letters[claimId]
    const revision = drafted?.revision ?? revisions.get(claimId)
    if (revision === undefined) return []
    const comment = textOf(draft, claimId, drafted).trim()
    return [{ claimId, revision, comment, asks: asksOf(draft, party, kind) }]
  })
}
