import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Look } from '../trustRow.ts'

const Licence = z.union([
  z.object({ license: z.object({ id: z.string().optional(), name: z.string().optional() }) }),
  z.object({ expression: z.string() }),
])
const PartsList = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(
    z.object({
      version: z.string(),
      purl: z.string(),
      licenses: z.array(Licence).default([]),
      hashes: z.array(z.unknown()).default([]),
    }),
  ),
})
const LockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), name: z.string().optional(), link: z.boolean().optional() }),
  ),
})

export interface BoughtIn {
  readonly name: string
  readonly version: string
  /** As its makers state it; empty = they do not. */
  readonly licence: string
}

/** The list of parts that `npm run sbom` writes, read back. Rejects when it is none. */
export async function listParts(
  root: string,
): Promise<readonly (BoughtIn & { readonly hasHash: boolean })[]> {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'],
    { cwd: root, maxBuffer: 64 * 2 ** 20 },
  )
  return PartsList.parse(JSON.parse(stdout)).components.map(({ purl, version, licenses, hashes }) => ({
    name: nameIn(purl),
    version,
    licence: licenses.map(wordsOf).join(' AND '),
    hasHash: hashes.length > 0,
  }))
}

/** A package may be installed under another name; where it comes from it has its own. */
const nameIn = (purl: string): string =>
  decodeURIComponent(purl.replace(/^pkg:npm\//, '').replace(/@[^@/]+$/, ''))

const wordsOf = (licence: z.infer<typeof Licence>): string =>
  'expression' in licence ? licence.expression : (licence.license.id ?? licence.license.name ?? '')

/** B8: the list has every package that the lock file would install, each with the hash of what is downloaded. */
export const listIsWhole: Look = {
  by: 'look',
  how: 'npm run --silent sbom',
  find: async (root) => {
    const listed = await listParts(root)
    const lock = LockFile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
    const locked = Object.entries(lock.packages)
      .filter(([path, { link }]) => path !== '' && link !== true)
      .map(([path, { name, version }]) => `${name ?? path.split('node_modules/').at(-1)}@${version}`)
    const known = new Set(listed.map(({ name, version }) => `${name}@${version}`))
    const missing = [...new Set(locked)].filter((one) => !known.has(one))
    const unhashed = listed.filter(({ hasHash }) => !hasHash)
    return {
      holds: missing.length === 0 && unhashed.length === 0,
      evidence: `${listed.length} parts listed as CycloneDX; of the lock file ${missing.length} are missing (${missing.slice(0, 3).join(', ')}), ${unhashed.length} have no hash`,
    }
  },
}
