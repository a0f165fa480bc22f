import type { CheckReport } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimDocument, ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { DocumentFacts } from '../../poe/facts/documentFacts.ts'
import { findFacts, listUnchecked, putChips, putFacts, putReport } from '../../store/checksRepo.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import { markMissing } from '../../store/documentsRepo.ts'
import { listVerdicts } from '../../store/verdictsRepo.ts'
import type { Core } from '../core.ts'
import { chipsOf, criteriaViews } from './criteriaViews.ts'

/** Checks every claim whose documents are here, due first at the front. Claims that fail are named in `failed` and passed over. */
export async function checkClaims(
  core: Core,
  failed: Set<ClaimId>,
  shouldStop: () => boolean,
): Promise<number> {
  let checked = 0
  for (;;) {
    const next = core.store
      .read((store) => listUnchecked(store, 1 + failed.size))
      .find((claimId) => !failed.has(claimId))
    if (next === undefined || shouldStop()) return checked
    try {
      if (await checkClaim(core, next)) checked += 1
    } catch (error) {
      if (shouldStop()) return checked
      failed.add(next)
      core.ports.log({
        level: 'error',
        event: 'a claim could not be checked',
        facts: { claimId: next },
        error,
      })
    }
    core.emit('claims.changed', { ids: [next] })
  }
}

/** False when the claim changed or lost a document on the way: it is still unchecked and comes up again. */
async function checkClaim(core: Core, claimId: ClaimId): Promise<boolean> {
  const stored = core.store.read((store) => findClaim(store, claimId))
  if (stored === null) return false
  const report = await judge(core, stored.record)
  if (report === null) return false
  return core.store.write((store) => {
    if (!putReport(store, claimId, stored.checkKey, report, core.ports.clock.now())) return false
    const said = listVerdicts(store, claimId, stored.checkKey)
    putChips(store, claimId, chipsOf(criteriaViews(stored.record.form, report, said)))
    return true
  })
}

async function judge(core: Core, record: ClaimRecord): Promise<CheckReport | null> {
  const files = namesOf(record.documents)
  const documents: { file: string; addedAt: string | null; facts: DocumentFacts }[] = []
  for (const [at, document] of record.documents.entries()) {
    const facts = await factsOf(core, document)
    if (facts === null) return null
    const late = document.addedAt > record.form.submittedAt
    documents.push({ file: files[at] ?? document.fileName, addedAt: late ? document.addedAt : null, facts })
  }
  return core.ports.poe.judge({ caseId: null, form: record.form, policy: record.policy, documents })
}

/** A report names documents by file; two of one name on one claim are told apart by their id. */
function namesOf(documents: readonly ClaimDocument[]): string[] {
  return documents.map(({ fileName, documentId }) =>
    documents.filter((other) => other.fileName === fileName).length > 1
      ? `${fileName} (${documentId})`
      : fileName,
  )
}

/** From the cache of this reader version, else from the reader. Null = the bytes are gone and must be fetched again. */
async function factsOf(core: Core, { sha256, fileName }: ClaimDocument): Promise<DocumentFacts | null> {
  const { readerVersion } = core.ports.poe
  const kept = DocumentFacts.safeParse(core.store.read((store) => findFacts(store, sha256, readerVersion)))
  if (kept.success) return kept.data
  const bytes = await core.files.read(sha256)
  if (bytes === null) {
    core.store.write((store) => markMissing(store, sha256))
    return null
  }
  const facts = await unlessEnding(core.ending, () => core.ports.poe.read({ bytes, sha256, fileName }))
  core.store.write((store) => putFacts(store, sha256, readerVersion, facts, core.ports.clock.now()))
  return facts
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
