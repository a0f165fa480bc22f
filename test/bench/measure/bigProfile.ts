import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyPage } from '../../../src-main/workstation/sync/pull.ts'
import { openBenchCore } from './benchCore.ts'
import { feedPages } from './manyClaims.ts'

export const MANY_CLAIMS = 100_000
const PAGE = 1_000

export interface BigProfile {
  readonly dataDir: string
  readonly database: string
}

let made: Promise<BigProfile> | null = null

/** A data folder whose profile holds 100,000 claims; made once a run through the product's own feed code. */
export function bigProfile(root: string, say: (line: string) => void): Promise<BigProfile> {
  made ??= make(root, say)
  return made
}

async function make(root: string, say: (line: string) => void): Promise<BigProfile> {
  say(`  filling a profile with ${MANY_CLAIMS} claims …`)
  const dataDir = mkdtempSync(join(tmpdir(), 'proofdesk-bench-'))
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  const profile = join(dataDir, 'profile')
  const { core, close } = openBenchCore(root, profile)
  for (const page of feedPages(MANY_CLAIMS, PAGE)) applyPage(core, page, null)
  close()
  return { dataDir, database: join(profile, 'workstation.db') }
}
