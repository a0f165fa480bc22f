import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { listUnsentFacts, markFactsSent, type UnsentFacts } from '../../store/sentFactsRepo.ts'
import type { Core } from '../core.ts'
import { ask, askingAs, claimPath } from './asking.ts'

const pack = promisify(gzip)
const BATCH = 10

/**
 * Sends what was read off documents to the hub, once per document and reader version, so that the same paper on two claims is found
 * over all workstations. What the hub does not want is not offered again. Rejects with HubUnavailable; the rest waits.
 */
export async function sendFacts(core: Core, shouldStop: () => boolean): Promise<number> {
  // Who may only look has no facts to give; they wait for somebody who may.
  if (core.ports.hub.state() !== 'ready' || core.session.user().role === 'auditor') return 0
  for (let sent = 0; ; ) {
    const unsent = core.store.read((store) => listUnsentFacts(store, BATCH))
    if (unsent.length === 0) return sent
    for (const one of unsent) {
      if (shouldStop()) return sent
      await send(core, one)
      core.store.write((store) => markFactsSent(store, one, core.ports.clock.now()))
      sent += 1
    }
  }
}

async function send(core: Core, { claimId, sha256, readerVersion, facts }: UnsentFacts): Promise<void> {
  const path = `${claimPath(claimId)}/documents/${sha256}/facts/${encodeURIComponent(readerVersion)}`
  const response = await ask(askingAs(core), path, {
    method: 'PUT',
    body: new Uint8Array(await pack(facts)),
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  })
  await response.body?.cancel()
  if (response.ok) return
  core.ports.log({
    level: 'warn',
    event: 'the hub did not take the facts of a document',
    facts: { claimId, sha256, status: response.status },
  })
}
