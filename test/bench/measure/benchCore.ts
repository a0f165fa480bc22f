import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { openStore } from '../../../src-main/store/openStore.ts'
import type { Core } from '../../../src-main/workstation/core.ts'
import { createDocumentFiles } from '../../../src-main/workstation/documents/documentFiles.ts'
import { keysInStore } from '../../../src-main/workstation/documents/documentKeys.ts'
import type { WorkstationPorts } from '../../../src-main/workstation/ports.ts'
import { createSession } from '../../../src-main/workstation/session/session.ts'
import { createWipeGate } from '../../../src-main/workstation/wiping/wipeGate.ts'
import { createHubClock } from '../../../src-main/workstation/sync/hubClock.ts'
import { NEVER_OVER } from '../../../src-main/workstation/signIn/offlineWatch.ts'
import { createOperationJournal } from '../../../src-main/workstation/sync/operationJournal.ts'
import { NOTHING_TO_SHOW } from '../../fakes/nothingToShow.ts'
import { fileKeys, withKey } from '../../builders/profileKey.ts'

/** The real core over a real profile, without the loops around it; `isPlain`: not encrypted, for what else reads the same file. */
export function openBenchCore(
  root: string,
  profile: string,
  { isPlain } = { isPlain: false },
): { core: Core; close: () => void } {
  const migrations = join(root, 'resources/migrations/workstation')
  const keys = isPlain ? null : withKey(profile)
  const key = keys?.database ?? null
  const store = openStore({ file: join(profile, 'workstation.db'), migrations, now: Date.now(), key })
  const refuse = () => Promise.reject(new Error('Nothing of this is measured.'))
  const ports: WorkstationPorts = {
    clock: { now: Date.now, elapsed: () => performance.now(), after: () => () => undefined },
    hub: { state: () => 'none', onChange: () => () => undefined, request: refuse },
    poe: {
      readerVersion: '',
      checkerVersion: '',
      read: refuse,
      judge: refuse,
      ...NOTHING_TO_SHOW,
      knowsProduct: refuse,
    },
    log: () => undefined,
    keys: fileKeys(),
    chooseCopyPlace: () => Promise.resolve(null),
    openExternal: () => Promise.resolve(false),
    uuid: () => randomUUID(),
    paths: { profile, migrations, app: profile, viewer: profile },
    host: {
      kind: 'headless',
      version: 'bench',
      appOrigin: 'http://127.0.0.1:1',
      viewerOrigin: 'http://viewer.localhost:1',
      doorScript: null,
      user: UserId.parse('u-reviewer'),
    },
  }
  const emit = () => undefined
  const journal = createOperationJournal(
    join(profile, 'journal', 'operations.jsonl'),
    keys === null ? null : { key: keys.journal, keyId: keys.keyId },
  )
  const core: Core = {
    ports,
    store,
    session: createSession(store, ports, emit),
    files: createDocumentFiles(join(profile, 'documents'), keysInStore(store, ports.clock)),
    journal,
    hubClock: createHubClock(emit),
    keyId: keys?.keyId ?? null,
    offline: NEVER_OVER,
    wipeGate: createWipeGate(),
    emit,
    ending: new AbortController().signal,
  }
  return {
    core,
    close: () => {
      journal.close()
      store.close()
    },
  }
}
