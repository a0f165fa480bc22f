import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import { findCase } from '../../store/arbitrationRepo.ts'
import { belongsToClaim } from '../../store/documentsRepo.ts'
import { factsOf, type FactsRun } from '../checks/documentFacts.ts'

/** `missing` also for documents of other claims: the right to see a document comes from its claim. */
export async function compareDocuments(
  run: FactsRun,
  { claimId, before, after }: Input<'documents.compare'>,
): Promise<Output<'documents.compare'>> {
  const areOfClaim = run.core.store.read((s) =>
    [before, after].every((sha256) => belongsToClaim(s, claimId, sha256)),
  )
  return areOfClaim ? compareBytes(run, before, after) : { outcome: 'missing' }
}

/** Of papers of two parties of a case: read where they are, compared, and kept nowhere. */
export async function comparePartyDocuments(
  run: FactsRun,
  { caseId, before, after }: Input<'arbitration.compare'>,
): Promise<Output<'arbitration.compare'>> {
  const areOfParties = run.core.store.read((s) => {
    const living = livingParties(findCase(s, caseId)?.parties ?? [])
    return [before, after].every(
      ({ claimId, sha256 }) =>
        living.some((party) => party.claimId === claimId) && belongsToClaim(s, claimId, sha256),
    )
  })
  return areOfParties ? compareBytes(run, before.sha256, after.sha256) : { outcome: 'missing' }
}

async function compareBytes(
  run: FactsRun,
  before: Sha256,
  after: Sha256,
): Promise<Output<'documents.compare'>> {
  const [old, young] = [await factsOf(run, before), await factsOf(run, after)]
  if (old === null || young === null) return { outcome: 'missing' }
  return { outcome: 'compared', comparison: await run.core.ports.poe.compare(old, young) }
}
