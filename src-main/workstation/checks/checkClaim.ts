import type { CheckReport } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { DocumentFacts } from '../../poe/facts/documentFacts.ts'
import { reportChanges } from '../../domain/checks/reportChanges.ts'
import { findLastReport, putChips, putReport } from '../../store/checksRepo.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { findClaim, type StoredClaim } from '../../store/claimsRepo.ts'
import { noteCheckedDocuments, putPrints } from '../../store/evidenceRepo.ts'
import { toInstant } from '../../store/instants.ts'
import { listVerdicts } from '../../store/verdictsRepo.ts'
import type { Core } from '../core.ts'
import { chipsOf, criteriaViews } from './criteriaViews.ts'
import { documentNames } from './documentNames.ts'
import { factsOf, type FactsRun } from './documentFacts.ts'
import { documentPrints } from './documentPrints.ts'
import { claimsWithSameEvidence } from './recycledFlags.ts'

interface JudgedDocument {
  readonly file: string
  readonly addedAt: string | null
  readonly facts: DocumentFacts
}

export type CheckRun = FactsRun

/** False when the claim changed or lost a document on the way: it is still unchecked and comes up again. */
export async function checkClaim(run: CheckRun, claimId: ClaimId): Promise<boolean> {
  const { core } = run
  const stored = core.store.read((store) => findClaim(store, claimId))
  if (stored === null) return false
  const { form, policy } = stored.record
  const documents = await documentsOf(run, stored.record)
  if (documents === null) return false
  const report = await core.ports.poe.judge({ caseId: null, form, policy, documents })
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
  const names = documentNames(record.documents)
  const documents: JudgedDocument[] = []
  for (const [at, document] of record.documents.entries()) {
    const facts = await factsOf(run, document.sha256)
    if (facts === null) return null
    const isLate = document.addedAt > record.form.submittedAt
    const file = names[at] ?? document.fileName
    documents.push({ file, addedAt: isLate ? document.addedAt : null, facts })
  }
  return documents
}
