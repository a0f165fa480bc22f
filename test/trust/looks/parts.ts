import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import { z } from 'zod'
import type { Look } from '../trustRow.ts'
import { pinsOf } from './registry.ts'

/** One version and no other: a number, or a package under another name at one. */
const EXACT = /^(?:npm:[^@]*(?:@[^@/]+\/[^@]+)?@)?\d+\.\d+\.\d+(?:[-+][\w.-]+)?$/

/** B8, first half: what is bought in is one version each, and its install scripts do not run. */
export const pinsAndScripts: Look = {
  by: 'look',
  how: 'cat package.json .npmrc',
  find: async (root) => {
    const { dependencies, devDependencies, optionalDependencies } = pinsOf(root)
    const pins = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    const loose = pins.filter(([, version]) => !EXACT.test(version)).map(([name]) => name)
    const settings = readFileSync(join(root, '.npmrc'), 'utf8')
    const runsNone = /^ignore-scripts=true$/m.test(settings)
    const wrong = [...loose.map((name) => `${name} is not one version`), ...(runsNone ? [] : ['scripts run'])]
    return {
      holds: wrong.length === 0,
      evidence:
        wrong.length === 0
          ? `${pins.length} packages of one version each, no install script`
          : wrong.join(', '),
    }
  },
}

/** B6: nothing that updates a program by itself is bought in, and Electron's own is not used. */
export const noUpdater: Look = {
  by: 'look',
  how: 'npm ls electron-updater update-electron-app ; grep -rn autoUpdater src-main',
  find: (root) => {
    const { dependencies, devDependencies } = pinsOf(root)
    const bought = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => /updat/.test(name))
    const used = readFileSync(join(root, 'src-main/hosts/electron/electronApi.ts'), 'utf8').includes(
      'autoUpdater',
    )
    const holds = bought.length === 0 && !used
    return Promise.resolve({ holds, evidence: holds ? 'no updater is bought in or used' : bought.join(', ') })
  },
}

/** The library under the mended hole of 6.2.108 is not what is installed. */
const PDF_MENDED = [6, 2, 108] as const

/** D2: the PDF library that is installed is the pinned one, beyond its holes. */
export const pdfLibrary: Look = {
  by: 'look',
  how: 'npm ls pdfjs-dist',
  find: async (root) => {
    const file = join(root, 'node_modules/pdfjs-dist/package.json')
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8')))
    const pinned = { ...pinsOf(root).devDependencies, ...pinsOf(root).dependencies }['pdfjs-dist']
    const holds = version === pinned && isAtLeast(version, PDF_MENDED)
    return { holds, evidence: `pdfjs-dist ${version} is installed, ${pinned ?? 'none'} pinned` }
  },
}

/** SQLite mended the reset of its log in 3.53.0. */
const SQLITE_MENDED = [3, 53, 0] as const
const Version = z.object({ version: z.string() })

/** P3: SQLite itself, asked. */
export const sqliteVersion: Look = {
  by: 'look',
  how: `node -e "console.log(new (require('better-sqlite3'))(':memory:').prepare('select sqlite_version()').get())"`,
  find: async (root) => {
    const Database = createRequire(join(root, 'package.json'))('better-sqlite3') as new (
      name: string,
    ) => {
      prepare(sql: string): { get(): unknown }
      close(): void
    }
    const database = new Database(':memory:')
    const { version } = Version.parse(database.prepare('select sqlite_version() as version').get())
    database.close()
    return { holds: isAtLeast(version, SQLITE_MENDED), evidence: `SQLite ${version}` }
  },
}

function isAtLeast(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  const at = least.findIndex((number, index) => parts[index] !== number)
  return at === -1 || (parts[at] ?? 0) > (least[at] ?? 0)
}
