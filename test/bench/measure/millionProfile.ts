import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBenchCore } from './benchCore.ts'
import { fillWithMillion, MILLION } from './millionClaims.ts'

let made: string | null = null

/** A profile of a million claims under the product's own schema; made once a run, outside of every measured time. */
export function millionProfile(root: string, say: (line: string) => void): string {
  made ??= make(root, say)
  return made
}

function make(root: string, say: (line: string) => void): string {
  say(`  filling a profile with ${MILLION} claims …`)
  const profile = mkdtempSync(join(tmpdir(), 'proofdesk-bench-'))
  process.on('exit', () => rmSync(profile, { recursive: true, force: true }))
  const startedAt = performance.now()
  const { core, close } = openBenchCore(root, profile)
  core.store.read(({ sqlite }) => fillWithMillion(sqlite))
  close()
  say(`  filled in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  return profile
}
