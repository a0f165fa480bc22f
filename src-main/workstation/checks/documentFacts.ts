import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { DocumentFacts } from '../../poe/facts/documentFacts.ts'
import { findFacts, putFacts } from '../../store/checksRepo.ts'
import { putPageTexts } from '../../store/searchTextsRepo.ts'
import type { Core } from '../core.ts'
import { noteMissing } from '../documents/noteMissing.ts'
import type { CheckMemory } from './checkMemory.ts'
import { pageTexts } from './pageTexts.ts'

export interface FactsRun {
  readonly core: Core
  readonly memory: CheckMemory
  /** Somebody looks at the claim. */
  readonly isAwaited: boolean
}

/** As they are kept, or read now. Null when its bytes are not on this machine. Rejects when the reader cannot start. */
export async function factsOf(
  { core, memory, isAwaited }: FactsRun,
  sha256: Sha256,
): Promise<DocumentFacts | null> {
  const { readerVersion } = core.ports.poe
  const kept = DocumentFacts.safeParse(core.store.read((store) => findFacts(store, sha256, readerVersion)))
  if (kept.success) return kept.data
  const bytes = await core.files.read(sha256)
  if (bytes === null) {
    noteMissing(core, [sha256])
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
