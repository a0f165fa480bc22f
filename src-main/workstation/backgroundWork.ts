import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { forgetRefusals } from '../store/documentsRepo.ts'
import type { CheckMemory } from './checks/checkMemory.ts'
import type { Core } from './core.ts'
import { HubUnavailable } from './sync/hubUnavailable.ts'
import { createWorker } from './worker.ts'

/** Documents come after claims, checks after documents, the hub has facts after them. What they need is loaded with their first work: no window waits for it. */
export function createWorkers(core: Core, memory: CheckMemory) {
  const { log } = core.ports
  const stopping = () => core.ending.aborted
  const unlessAway = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      // The sync loop notices the same and tries again; what follows it does so then.
      if (!(error instanceof HubUnavailable)) throw error
    }
  }
  const facts = createWorker('sending facts', log, async () => {
    const { sendFacts } = await import('./sync/sendFacts.ts')
    await unlessAway(() => sendFacts(core, stopping))
  })
  const checks = createWorker('checking', log, async () => {
    const { checkClaims } = await import('./checks/checkLoop.ts')
    await checkClaims(core, memory, stopping)
    if (!stopping()) facts.kick()
  })
  let isInOrder = false
  const sealing = createWorker('sealing documents', log, async () => {
    // Once: what is fetched later is not left over.
    if (isInOrder) return
    const { sealPlainFiles } = await import('./documents/sealPlainFiles.ts')
    isInOrder = true
    await sealPlainFiles(core, stopping)
  })
  let isFirst = true
  let hasChanged = true
  const documents = createWorker('fetching documents', log, async () => {
    const { prefetchDocuments } = await import('./documents/prefetch.ts')
    // What was refused in an earlier run may be given now.
    if (isFirst) {
      core.store.write(forgetRefusals)
      // What was fetched is not to be taken for left over, and two must not write one file.
      sealing.kick()
      await sealing.rest()
    }
    isFirst = false
    const mayHaveOrphans = hasChanged
    hasChanged = false
    await unlessAway(() => prefetchDocuments(core, { mayHaveOrphans, onFetched: checks.kick }, stopping))
    if (!stopping()) checks.kick()
  })
  const onPulled = (claims: number) => {
    if (claims > 0) hasChanged = true
    documents.kick()
  }
  const opened: ClaimId[] = []
  const urgent = createWorker('checking an opened claim', log, async () => {
    const { checkNow } = await import('./checks/checkLoop.ts')
    const { askSightings } = await import('./sync/hubSightings.ts')
    // The last one opened is the one that somebody looks at.
    for (let claimId = opened.pop(); claimId !== undefined && !stopping(); claimId = opened.pop()) {
      const of = claimId
      await checkNow(core, memory, of, stopping)
      await unlessAway(() => askSightings(core, of, stopping))
    }
    if (!stopping()) facts.kick()
  })
  const onOpened = (claimId: ClaimId) => {
    if (opened.at(-1) !== claimId) opened.push(claimId)
    urgent.kick()
  }
  return { onPulled, onOpened, checks, sealing, workers: [sealing, documents, checks, urgent, facts] }
}
