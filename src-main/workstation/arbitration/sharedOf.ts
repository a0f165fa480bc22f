import type { Output } from '../../../src-preload/contract/index.ts'
import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import { type ClaimedPaper, sharedEvidence } from '../../domain/evidence/sharedEvidence.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import { listPrints } from '../../store/evidenceRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { listPageTexts } from '../../store/searchTextsRepo.ts'
import { isHidden } from '../checks/blindClaims.ts'
import { sideOf } from '../checks/listReuses.ts'
import { getClaimAtHand } from '../claims/claimAtHand.ts'

/** More says nothing more: somebody handed in the other's whole folder. */
const MOST = 100

/** What the papers of different parties have in common, from what is known of them here: nobody need be asked for it. */
export function sharedOf(
  store: ReadStore,
  one: ArbitrationCase,
  userId: UserId,
): Output<'arbitration.shared'> {
  const here = livingParties(one.parties)
    .filter(({ claimId }) => findClaim(store, claimId) !== null)
    .map(({ claimId }) => getClaimAtHand(store, claimId))
  const heldBack = here.filter((claim) => isHidden(store, claim, userId))
  const papers = here
    .filter((claim) => !heldBack.includes(claim))
    .flatMap(({ record }) =>
      record.documents.map(
        ({ sha256 }): ClaimedPaper => ({
          claimId: record.form.claimId,
          side: sideOf(record),
          sha256,
          prints: listPrints(store, sha256),
          pages: listPageTexts(store, sha256),
        }),
      ),
    )
  return {
    found: sharedEvidence(papers)
      .slice(0, MOST)
      .map(({ places: [first, second], ...rest }) => ({ ...rest, places: [{ ...first }, { ...second }] })),
    unread: papers
      .filter(({ pages, prints }) => pages.length === 0 && prints.length === 0)
      .map(({ claimId, sha256 }) => ({ claimId, sha256 })),
    heldBack: heldBack.map(({ record }) => record.form.claimId),
  }
}
