import type { WorkstationPorts } from '../ports.ts'
import { tellDone } from './wipedDesk.ts'
import { isMarked } from './wipeMark.ts'
import { finishWipe } from './wipeProfile.ts'

/**
 * Ends the wipes of these profiles and tells the hub, as far as they were cut off: where each person has a profile of their own, nobody may
 * ever sign in again who would open it. Never rejects. Gives back what ends the telling.
 */
export async function endWipes(ports: WorkstationPorts, profiles: readonly string[]): Promise<() => void> {
  const telling: { stop(): void }[] = []
  for (const profile of profiles.filter(isMarked)) {
    const own = { ...ports, paths: { ...ports.paths, profile } }
    try {
      await finishWipe(own, () => undefined)
    } catch (error) {
      ports.log({ level: 'error', event: 'a wipe could not be ended', error })
    }
    telling.push(tellDone(ports, profile))
  }
  return () => {
    for (const one of telling) one.stop()
  }
}
