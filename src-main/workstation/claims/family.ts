import type { Output } from '../../../src-preload/contract/index.ts'
import type { FamilyMember } from '../../../src-preload/contract/related.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { KINSHIPS } from '../../../src-preload/contract/vocabulary/words.ts'
import type { ExclusiveUnits } from '../../domain/intake/exclusivity.ts'
import { kinshipOf, sharedNames } from '../../domain/intake/kinship.ts'
import { countRelatives, listRelatives, type StoredRelative } from '../../store/familyRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findPolicy } from '../../store/referenceRepo.ts'
import { AppError } from '../appError.ts'

/** The other claims of the customer, by what they are to this one. Judged by this claim's own profile. */
export function familyOf(store: ReadStore, claimId: ClaimId): Output<'claims.family'> {
  const [mine, ...others] = listRelatives(store, claimId)
  if (mine === undefined)
    throw new AppError('not_found', 'This claim is not in the queue of this workstation.')
  const units = findPolicy(store, mine.policy)?.exclusivity ?? null
  const members = others.map((theirs) => memberOf(mine, theirs, units))
  return {
    // A stable sort: within a kinship the youngest stays first.
    members: members.toSorted((a, b) => KINSHIPS.indexOf(a.kinship) - KINSHIPS.indexOf(b.kinship)),
    total: countRelatives(store, claimId),
  }
}

function memberOf(mine: StoredRelative, theirs: StoredRelative, units: ExclusiveUnits | null): FamilyMember {
  const { claimId, claimName, state, subState, mpnId, program, submittedAt, stateChangedAt } = theirs
  const shared = sharedNames(mine, theirs, units)
  return {
    claimId,
    claimName,
    state,
    subState,
    mpnId,
    program,
    submittedAt,
    stateChangedAt,
    shared,
    kinship: kinshipOf(mine, theirs, shared.length > 0),
    partnerName: theirs.partnerCompanyName,
    items: theirs.items.map(({ name }) => name),
  }
}
