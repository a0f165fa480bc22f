/** Opens a profile and ends itself by SIGKILL at a named step of its conversion: `openingProcess.ts PROFILE STEP`. */
import { join } from 'node:path'
import type { WorkstationPorts } from '../../../../src-main/workstation/ports.ts'
import { openProfile } from '../../../../src-main/workstation/recovery/openProfile.ts'
import { PROFILE_PARTS } from '../../../../src-main/workstation/recovery/profileParts.ts'
import { fileKeys } from '../../../builders/profileKey.ts'

const [profile = '', step = ''] = process.argv.slice(2)
const migrations = join(import.meta.dirname, '../../../../resources/migrations/workstation')
const ports: Pick<WorkstationPorts, 'clock' | 'keys' | 'log'> & { paths: unknown } = {
  clock: { now: Date.now, elapsed: () => performance.now(), after: () => () => undefined },
  keys: fileKeys(),
  log: () => undefined,
  paths: { profile, migrations, app: profile, viewer: profile },
}
const { store, journal } = await openProfile(
  // Nothing else is asked of the ports while a profile opens.
  ports as WorkstationPorts,
  {
    ...PROFILE_PARTS,
    onConversion: (name) => {
      if (name === step) process.kill(process.pid, 'SIGKILL')
    },
  },
  { passphrase: null, known: null },
)
journal.close()
store.close()
