import { createManualClock } from '../../../../fakes/manualClock.ts'
import {
  createDocumentFiles,
  type KeepingStep,
} from '../../../../../src-main/workstation/documents/documentFiles.ts'
import { keysInStore } from '../../../../../src-main/workstation/documents/documentKeys.ts'
import { sealPlainFiles } from '../../../../../src-main/workstation/documents/sealPlainFiles.ts'
import { openStore } from '../../../../../src-main/store/openStore.ts'

/** Seals the plain documents of a profile, and is killed at a step of one of them. */
const [profile = '', migrations = '', step = '', nth = '0'] = process.argv.slice(2)

const store = openStore({ file: `${profile}/workstation.db`, migrations, now: 0, key: null })
let passed = 0
const onStep = (at: KeepingStep) => {
  if (at !== step) return
  if (passed === Number(nth)) process.kill(process.pid, 'SIGKILL')
  passed += 1
}
const clock = createManualClock()
const files = createDocumentFiles(`${profile}/documents`, keysInStore(store, clock), onStep)
await sealPlainFiles(
  { store, files, emit: () => undefined, ports: { paths: { profile }, log: () => undefined } },
  () => false,
)
process.send?.('sealed')
store.close()
