import { openStore } from '../../store/openStore.ts'
import { openKeys } from '../keys/openKeys.ts'
import type { ProfileKeys } from '../keys/profileKeys.ts'
import type { WorkstationPorts } from '../ports.ts'
import { createOperationJournal } from '../sync/operationJournal.ts'
import type { TellWipeStep } from '../wiping/eraseProfile.ts'
import type { TellStep } from './coverProfile.ts'

export { PLACES } from './profilePlaces.ts'

/** What a profile is kept with. Hosts leave it as it is; a test may weaken a part to see that its absence is noticed. */
export interface ProfileParts {
  /** Null = the profile lies in the open. */
  readonly openKeys: (ports: WorkstationPorts, passphrase: string | null) => Promise<ProfileKeys | null>
  readonly openStore: typeof openStore
  readonly createJournal: typeof createOperationJournal
  /** Told of each step of encrypting a profile from before there were keys. */
  readonly onConversion: TellStep
  /** Told of each step of a wipe. */
  readonly onWiping: TellWipeStep
  /** Room that is given up on a full disk; 0 = none. */
  readonly reserveBytes: number
}

export const PROFILE_PARTS: ProfileParts = {
  openKeys,
  openStore,
  createJournal: createOperationJournal,
  onConversion: () => undefined,
  onWiping: () => undefined,
  reserveBytes: 50 * 1024 * 1024,
}
