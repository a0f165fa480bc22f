import type { Input, Output } from '../../../src-preload/contract/index.ts'
import { belongsToClaim } from '../../store/documentsRepo.ts'
import { factsOf, type FactsRun } from '../checks/documentFacts.ts'

/** `missing` also for documents of other claims: the right to see a document comes from its claim. */
export async function compareDocuments(
  run: FactsRun,
  { claimId, before, after }: Input<'documents.compare'>,
): Promise<Output<'documents.compare'>> {
  const { store, ports } = run.core
  const areOfClaim = store.read((s) => [before, after].every((sha256) => belongsToClaim(s, claimId, sha256)))
  if (!areOfClaim) return { outcome: 'missing' }
  const [old, young] = [await factsOf(run, before), await factsOf(run, after)]
  if (old === null || young === null) return { outcome: 'missing' }
  return { outcome: 'compared', comparison: await ports.poe.compare(old, young) }
}
