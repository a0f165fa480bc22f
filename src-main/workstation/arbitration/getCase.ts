import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { CaseId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { sealedFor } from '../../domain/arbitration/votes.ts'
import { findCase } from '../../store/arbitrationRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { AppError } from '../appError.ts'

/** As this person may see it, also where another one worked here before. Throws not_found when the feed never brought it or took it away. */
export function getCase(store: ReadStore, caseId: CaseId, userId: UserId): ArbitrationCase {
  const found = findCase(store, caseId)
  if (found === null) throw new AppError('not_found', 'This case is not on this workstation.')
  return sealedFor(found, userId)
}
