import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { extractAll } from '@electron/asar'

const ROOT = resolve(import.meta.dirname, '../..')

/** Before its fuses in every binary of Electron, by which they are found (@electron/fuses). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** Version 1, and the settings with which Electron comes: as a Node, with its options, with what Node's inspector asks, `file:` as ever. */
const AS_IT_COMES = Buffer.concat([Buffer.from([1, 9]), Buffer.from('101100011')])

/** The product as electron-builder packs it on this machine. */
export interface PackedProduct {
  /** What is installed: the program and its `resources`. */
  readonly folder: string
  readonly program: string
  readonly archive: string
  /** Where the readers lie. */
  readonly reader: string
  /** The same with the archive's content in a folder that has the archive's name, as Node can run it without Electron. */
  readonly laidOut: string
  remove(): void
}

/**
 * Packs by the configuration of the releases, as `npm run pack` does. Electron's binary cannot be had everywhere, so a file with the wire
 * of its fuses stands in its place: it is packed, its fuses are blown, nobody starts it.
 */
export async function packProduct(): Promise<PackedProduct> {
  const place = mkdtempSync(join(tmpdir(), 'proofdesk-packed-'))
  await promisify(execFile)(process.execPath, builderArguments(place), { cwd: ROOT })
  const folder = join(place, 'packages', 'linux-unpacked')
  const resources = join(folder, 'resources')
  const archive = join(resources, 'app.asar')
  const reader = join(resources, 'reader')
  const laidOut = join(place, 'laid-out', 'app.asar')
  extractAll(archive, laidOut)
  symlinkSync(reader, join(place, 'laid-out', 'reader'))
  return {
    folder,
    program: join(folder, 'proofdesk'),
    archive,
    reader,
    laidOut,
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
}

function builderArguments(place: string): string[] {
  const electron = join(place, 'electron')
  writeElectron(electron)
  return [
    join(ROOT, 'node_modules/electron-builder/cli.js'),
    '--linux',
    'dir',
    '--config',
    'test/config/packages.config.ts',
    `-c.electronDist=${electron}`,
    `-c.directories.output=${join(place, 'packages')}`,
  ]
}

function writeElectron(folder: string): void {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8'))
  const { version } = manifest as { version: string } // npm's own file
  mkdirSync(folder)
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(SENTINEL), AS_IT_COMES]))
  chmodSync(join(folder, 'electron'), 0o755)
}
