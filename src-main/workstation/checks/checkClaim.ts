import type { CheckReport } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimDocument, ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { DocumentFacts } from '../../poe/facts/documentFacts.ts'
import { reportChanges } from '../../domain/checks/reportChanges.ts'
import { findFacts, findLastReport, putChips, putFacts, putReport } from '../../store/checksRepo.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { findClaim, type StoredClaim } from '../../store/claimsRepo.ts'
import { markMissing } from '../../store/documentsRepo.ts'
import { noteCheckedDocuments, putPrints } from '../../store/evidenceRepo.ts'
import { toInstant } from '../../store/instants.ts'
import { putPageTexts } from '../../store/searchTextsRepo.ts'
import { listVerdicts } from '../../store/verdictsRepo.ts'
import type { Core } from '../core.ts'
import type { CheckMemory } from './checkMemory.ts'
import { chipsOf, criteriaViews } from './criteriaViews.ts'
import { documentNames } from './documentNames.ts'
import { documentPrints } from './documentPrints.ts'
import { pageTexts } from './pageTexts.ts'
import { claimsWithSameEvidence } from './recycledFlags.ts'

interface JudgedDocument {
  readonly file: string
  readonly addedAt: string | null
  readonly facts: DocumentFacts
}

export interface CheckRun {
  readonly core: Core
  readonly memory: CheckMemory
  /** Somebody looks at the claim. */
  readonly isAwaited: boolean
}

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
    const facts = await factsOf(run, document)
    if (facts === null) return null
    const isLate = document.addedAt > record.form.submittedAt
    const file = names[at] ?? document.fileName
    documents.push({ file, addedAt: isLate ? document.addedAt : null, facts })
  }
  return documents
}

/** From the cache of this reader version, else from the reader. Null = the bytes are gone and must be fetched again. */
async function factsOf(
  { core, memory, isAwaited }: CheckRun,
  { sha256 }: ClaimDocument,
): Promise<DocumentFacts | null> {
  const { readerVersion } = core.ports.poe
  const kept = DocumentFacts.safeParse(core.store.read((store) => findFacts(store, sha256, readerVersion)))
  if (kept.success) return kept.data
  const bytes = await core.files.read(sha256)
  if (bytes === null) {
    core.store.write((store) => markMissing(store, sha256))
    return null
  }
  return memory.readOnce(sha256, async () => {
    const facts = await unlessEnding(core.ending, () => core.ports.poe.read({ bytes, sha256, isAwaited }))
    core.store.write((store) => {
      putFacts(store, sha256, readerVersion, facts, core.ports.clock.now())
      putPageTexts(store, sha256, pageTexts(facts))
    })
    return facts
  })
}

/** A slow document must not keep the workstation from closing. */
async function unlessEnding<T>(ending: AbortSignal, work: () => Promise<T>): Promise<T> {
  ending.throwIfAborted()
  let giveUp: () => void = () => undefined
  const ended = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(new Error('The workstation is stopping.'))
    ending.addEventListener('abort', giveUp, { once: true })
  })
  try {
    return await Promise.race([work(), ended])
  } finally {
    ending.removeEventListener('abort', giveUp)
  }
}
