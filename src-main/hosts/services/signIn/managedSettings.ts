import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BadFlags } from '../badFlags.ts'

/** What whoever manages this machine has set for everybody who works at it: hub and directory, all of it or nothing. */
export const ManagedSettings = z.strictObject({
  hub: z.string(),
  authority: z.string(),
  clientId: z.string(),
  scope: z.string(),
})
export type ManagedSettings = z.infer<typeof ManagedSettings>

/** Places that only an administrator writes to. */
export function managedFile(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === 'win32') return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Proofdesk', 'settings.json')
  if (platform === 'darwin') return '/Library/Application Support/Proofdesk/settings.json'
  return '/etc/proofdesk/settings.json'
}

/**
 * Null = nobody manages this machine. A file that cannot be understood is not passed over: it may be all that keeps tokens in the house.
 * @throws BadFlags
 */
export function readManagedSettings(file = managedFile()): ManagedSettings | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new BadFlags(`${file} cannot be read.`, { cause: error })
  }
  try {
    return ManagedSettings.parse(JSON.parse(text))
  } catch (error) {
    throw new BadFlags(`${file} needs hub, authority, clientId and scope, and nothing else.`, {
      cause: error,
    })
  }
}
