import type { Core } from '../core.ts'
import { listLocked } from '../locked/setLockedAside.ts'
import type { ProfileMark } from './profileMark.ts'

/** Never rejects: a profile that cannot be written now can still be read, and the next start tries again. */
export async function settledIn(core: Core, before: ProfileMark | null): Promise<ProfileMark | null> {
  try {
    const { settleIn } = await import('./settleIn.ts')
    await takeInWhatWasLocked(core)
    return core.ending.aborted ? null : settleIn(core, before)
  } catch (error) {
    core.ports.log({ level: 'error', event: 'the profile could not settle in', error })
    return null
  }
}

/** Seldom there is any. What cannot be taken in now is there with the next start. */
async function takeInWhatWasLocked(core: Core): Promise<void> {
  if (listLocked(core.ports.paths.profile).length === 0) return
  try {
    const { takeInLocked } = await import('../locked/takeInLocked.ts')
    await takeInLocked(core, null)
  } catch (error) {
    core.ports.log({ level: 'error', event: 'a locked profile could not be taken in', error })
  }
}
