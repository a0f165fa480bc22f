import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataDir } from './dataDir.ts'
import type { HostFlags } from './hostFlags.ts'

/** What lies in a sample workspace and comes anew with the next one. The browser's profile, the window's place and the logs stay. */
const MADE_ANEW = ['profile', 'hub'] as const

/**
 * Whether everything in this folder is the sample workspace: the demo hub was the first to write here, and no other hub has been
 * since. A mark in the folder says so, and goes for good with the first start on another hub.
 */
export function isSampleFolder(data: DataDir, hub: HostFlags['hub']): boolean {
  const mark = join(data.root, 'sample-workspace')
  if (hub !== 'embedded') {
    rmSync(mark, { force: true })
    return false
  }
  if (!existsSync(data.profile) && !existsSync(join(data.root, 'hub')))
    writeFileSync(mark, 'Everything in this folder is the sample workspace of Proofdesk.\n', { mode: 0o600 })
  return existsSync(mark)
}

/** Nothing may be at work in the folder. */
export async function forgetSample(data: DataDir): Promise<void> {
  await Promise.all(
    MADE_ANEW.map((name) => rm(join(data.root, name), { recursive: true, force: true, maxRetries: 5 })),
  )
}
