import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkstationPorts } from '../ports.ts'
import { PLACES } from '../recovery/profilePlaces.ts'
import type { WipeOrder } from '../sync/hubOrders.ts'
import { eraseFiles, eraseKeys, type TellWipeStep } from './eraseProfile.ts'
import { markOf, readWipeMark, writeWipeMark } from './wipeMark.ts'

type WipePorts = Pick<WorkstationPorts, 'keys' | 'log' | 'paths' | 'forgetSignIn'>

/** From here on no start opens this profile any more, and nobody can read it. The database may still be open. */
export async function beginWipe(ports: WipePorts, order: WipeOrder, tell: TellWipeStep): Promise<void> {
  const { profile } = ports.paths
  // On a full disk this makes room for the mark.
  rmSync(join(profile, PLACES.reserve), { force: true })
  writeWipeMark(profile, markOf(order))
  tell('marked')
  await eraseKeys({ ...ports, profile }, tell)
}

/** Ends what was begun, whatever it was cut off by. Nothing of the profile is open. Twice is as good as once. */
export async function finishWipe(ports: WipePorts, tell: TellWipeStep): Promise<void> {
  const { profile } = ports.paths
  const mark = readWipeMark(profile)
  if (mark === null || (mark !== 'unreadable' && mark.isErased)) return
  await eraseKeys({ ...ports, profile }, tell)
  eraseFiles(profile, tell)
  await ports.forgetSignIn?.()
  tell('sign-in gone')
  if (mark !== 'unreadable') writeWipeMark(profile, { ...mark, isErased: true })
  ports.log({ level: 'warn', event: 'this workstation was wiped' })
  tell('erased')
}
