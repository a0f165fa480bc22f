import type { CaseParty } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { DissolveReason } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { isSamePartner, type Standing } from '../intake/exclusivity.ts'
import { livingParties } from './parties.ts'

/** A claim that holds or asks for one contested thing. */
export interface Contention extends Pick<ClaimForm, 'claimId' | 'mpnId' | 'partnerCompanyName'> {
  readonly standing: Exclude<Standing, 'none'>
  /** Ids of its items that are the thing. */
  readonly items: readonly string[]
  readonly firstReviewedAt: Instant | null
  /** It waits for arbitration since then, and was told so (S-130); null = it does not. */
  readonly heldSince: Instant | null
}

/** What a case keeps of a claim that is in it. */
export type Membership = Pick<
  CaseParty,
  'claimId' | 'mpnId' | 'partnerName' | 'role' | 'items' | 'firstReviewedAt' | 'left'
>

/** A claim as the case is to have it from now on. */
export interface PlannedParty {
  readonly claim: Contention
  readonly role: 'challenger' | 'incumbent'
}

/** What has to be done about one contested thing, so that its case is what the claims make of it. */
export type CasePlan =
  | { readonly act: 'nothing' }
  | { readonly act: 'open'; readonly parties: readonly PlannedParty[] }
  | {
      readonly act: 'keep'
      /** New parties, and such as come back. */
      readonly joining: readonly PlannedParty[]
      /** Parties of which something else is true than the case has. */
      readonly changed: readonly PlannedParty[]
      readonly leaving: readonly ClaimId[]
    }
  | { readonly act: 'dissolve'; readonly reason: DissolveReason; readonly leaving: readonly ClaimId[] }

/**
 * Who is in the case of one thing hangs on the claims alone, never on the order in which they came: every claim that holds or asks for it
 * and has a rival, an applicant among them. Several partners of a customer are none while they name other things (S-85), nor is
 * one partner its own (S-83).
 * @param claims all that hold or ask for the thing.
 * @param known its living case; null = it has none.
 */
export function planCase(claims: readonly Contention[], known: readonly Membership[] | null): CasePlan {
  const parties = contendersAmong(claims)
  if (known === null) return parties.length === 0 ? { act: 'nothing' } : { act: 'open', parties }
  const living = livingParties(known)
  if (parties.length === 0) {
    const left = living.filter(({ claimId }) => !claims.some((one) => one.claimId === claimId))
    const reason = claims.some(({ standing }) => standing === 'asks') ? 'one_partner_left' : 'no_challenger'
    return { act: 'dissolve', reason, leaving: left.map(({ claimId }) => claimId) }
  }
  const partyOf = ({ claim }: PlannedParty) => living.find(({ claimId }) => claimId === claim.claimId)
  const joining = parties.filter((one) => partyOf(one) === undefined)
  const changed = parties.filter((one) => {
    const party = partyOf(one)
    return party !== undefined && !isAsKept(one, party)
  })
  const leaving = living
    .filter(({ claimId }) => !parties.some(({ claim }) => claim.claimId === claimId))
    .map(({ claimId }) => claimId)
  const isSame = joining.length + changed.length + leaving.length === 0
  return isSame ? { act: 'nothing' } : { act: 'keep', joining, changed, leaving }
}

/** Nobody contends where all hold it by now: there is nothing to give to anybody. */
function contendersAmong(claims: readonly Contention[]): PlannedParty[] {
  if (!claims.some(({ standing }) => standing === 'asks')) return []
  const [first] = claims
  // Where there is another partner than the first one's, every claim has a rival.
  if (first === undefined || claims.every((other) => isSamePartner(first, other))) return []
  return claims
    .toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1))
    .map((claim) => ({ claim, role: claim.standing === 'asks' ? 'challenger' : 'incumbent' }))
}

const isAsKept = ({ claim, role }: PlannedParty, party: Membership): boolean =>
  party.role === role &&
  party.mpnId === claim.mpnId &&
  party.partnerName === claim.partnerCompanyName &&
  party.firstReviewedAt === claim.firstReviewedAt &&
  party.items.toSorted().join() === claim.items.toSorted().join()
