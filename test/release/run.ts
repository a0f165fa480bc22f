/**
 * `npm run release-table [-- --from DIR] [-- --release]`: writes `release.json` and `release.md` beside what `npm run dist` made. With
 * `--release` it refuses a version whose notes have no day, or are about other parts than these, and a folder without a file.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { artefactsIn, ReleaseTable } from './artefacts.ts'
import { currentVersion, partsHere, readNotes, whyNotOut } from './notes.ts'
import { releaseText } from './releaseText.ts'

const root = resolve(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: 'out/packages' },
    release: { type: 'boolean', default: false },
  },
})

function run(folder: string, isRelease: boolean): string | null {
  const notes = readNotes(root, currentVersion(root))
  const parts = partsHere(root)
  mkdirSync(folder, { recursive: true })
  const artefacts = artefactsIn(folder)
  const why = isRelease ? whyNotOut(notes, parts) : null
  if (why !== null) return why
  if (isRelease && artefacts.length === 0) return `There is nothing to install in ${folder}.`
  const table = ReleaseTable.parse({ version: notes.version, date: notes.date, parts, artefacts })
  writeFileSync(join(folder, 'release.json'), `${JSON.stringify(table, null, 2)}\n`)
  writeFileSync(join(folder, 'release.md'), releaseText(notes, table))
  process.stderr.write(`${artefacts.length} files of version ${notes.version} are listed in ${folder}.\n`)
  return null
}

const why = run(resolve(root, values.from), values.release)
if (why !== null) {
  process.stderr.write(`${why}\n`)
  process.exitCode = 1
}
