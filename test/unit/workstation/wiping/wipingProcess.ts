/** Starts a workstation and ends itself by SIGKILL at a named step of its wipe: `wipingProcess.ts PROFILE HUB STEP`. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { createHubLink, fixedAddress } from '../../../../src-main/hosts/services/hubLink.ts'
import { systemClock } from '../../../../src-main/hosts/services/systemClock.ts'
import type { PoePort, WorkstationPorts } from '../../../../src-main/workstation/ports.ts'
import { PROFILE_PARTS } from '../../../../src-main/workstation/recovery/profileParts.ts'
import { createWorkstation } from '../../../../src-main/workstation/workstation.ts'
import { fileKeys } from '../../../builders/profileKey.ts'
import { NOTHING_TO_SHOW } from '../../../fakes/nothingToShow.ts'

const [profile = '', hub = '', last = ''] = process.argv.slice(2)
const migrations = join(import.meta.dirname, '../../../../resources/migrations/workstation')
const poe: PoePort = {
  readerVersion: 'none',
  checkerVersion: 'none',
  read: () => Promise.reject(new Error('There is no reader.')),
  judge: () => Promise.reject(new Error('There is no checker.')),
  ...NOTHING_TO_SHOW,
  knowsProduct: () => Promise.resolve(true),
}
const ports: WorkstationPorts = {
  clock: systemClock,
  hub: createHubLink(fixedAddress(new URL(hub))),
  poe,
  keys: fileKeys(),
  log: () => undefined,
  chooseCopyPlace: () => Promise.resolve(null),
  openExternal: () => Promise.resolve(false),
  uuid: randomUUID,
  paths: { profile, migrations, app: profile, viewer: profile },
  host: {
    kind: 'headless',
    version: '0.0.0',
    appOrigin: 'http://127.0.0.1:4000',
    viewerOrigin: 'http://viewer.localhost:4000',
    doorScript: null,
    user: UserId.parse('reviewer'),
  },
}
const workstation = createWorkstation(ports, {
  ...PROFILE_PARTS,
  reserveBytes: 0,
  onWiping: (step) => {
    if (step === last) process.kill(process.pid, 'SIGKILL')
  },
})
await workstation.start()
// Alarms of the clock keep no process alive, as a window would.
setInterval(() => undefined, 60_000)
