import type { CheckReport } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { DocumentFacts } from '../../poe/facts/documentFacts.ts'
import { reportChanges } from '../../domain/checks/reportChanges.ts'
import { findLastReport, putChips, putReport } from '../../store/checksRepo.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { findClaim, type StoredClaim } from '../../store/claimsRepo.ts'
import { noteCheckedDocuments, putPrints } from '../../store/evidenceRepo.ts'
import { toInstant } from '../../store/instants.ts'
import { findPolicy } from '../../store/referenceRepo.ts'
import { listVerdicts } from '../../store/verdictsRepo.ts'
import type { Core } from '../core.ts'
import { chipsOf, criteriaViews } from './criteriaViews.ts'
import { factsOf, type FactsRun } from './documentFacts.ts'
import { documentPrints } from './documentPrints.ts'
import { type JudgedDocument, judgedDocuments } from './judgedDocuments.ts'
import { claimsWithSameEvidence } from './recycledFlags.ts'

export type CheckRun = FactsRun

/** False when the claim changed or lost a document on the way: it is still unchecked and comes up again. */
export async function checkClaim(run: CheckRun, claimId: ClaimId): Promise<boolean> {
  const { core } = run
  const { stored, profile } = core.store.read((store) => {
    const found = findClaim(store, claimId)
    return { stored: found, profile: found === null ? null : findPolicy(store, found.record.policy) }
  })
  if (stored === null) return false
  const { form, policy } = stored.record
  const documents = await documentsOf(run, stored.record)
  if (documents === null) return false
  const report = await core.ports.poe.judge({
    caseId: null,
    form,
    policy,
    maxAgeMonths: profile?.poe.maxAgeMonths,
    documents,
  })
  const isKept = keep(core, stored, documents, report)
  // What was found again is shown on both claims.
  const others = isKept ? core.store.read((store) => claimsWithSameEvidence(store, stored.record)) : []
  if (others.length > 0) core.emit('claims.changed', { ids: others })
  return isKept
}

function keep(
  core: Core,
  { record, checkKey }: StoredClaim,
  documents: readonly JudgedDocument[],
  report: CheckReport,
): boolean {
  const { form } = record
  const { claimId } = form
  const now = core.ports.clock.now()
  // Made before the transaction: over a long paper it takes a while, and nobody else may write meanwhile.
  const prints = documents.map(({ file, facts }) => ({
    sha256: facts.sha256,
    prints: documentPrints(facts, file, report),
  }))
  return core.store.write((store) => {
    const before = findLastReport(store, claimId)
    const changes = before === null ? null : reportChanges(before.report, report, toInstant(before.madeAt))
    if (!putReport(store, claimId, checkKey, report, now, changes)) return false
    noteCheckedDocuments(store, claimId, record.documents, now)
    for (const one of prints) putPrints(store, one.sha256, one.prints)
    const said = listVerdicts(store, claimId, checkKey)
    putChips(store, claimId, chipsOf(criteriaViews(form, report, said)))
    return true
  })
}

/** Null when bytes of one are gone. */
async function documentsOf(run: CheckRun, record: ClaimRecord): Promise<JudgedDocument[] | null> {
  const read: DocumentFacts[] = []
  for (const { sha256 } of record.documents) {
    const facts = await factsOf(run, sha256)
    if (facts === null) return null
    read.push(facts)
  }
  return judgedDocuments(record, read)
}
