import { execFile } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
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
  /** What is installed: the program and what lies beside it. */
  readonly folder: string
  readonly program: string
  readonly archive: string
  /** Where the readers lie. */
  readonly reader: string
  remove(): void
}

/** The same with the archive's content in a folder that has the archive's name, as Node can run it without Electron. */
export interface LaidOutProduct extends PackedProduct {
  readonly laidOut: string
}

/**
 * Packs by the configuration of the releases, as `npm run pack` does. Electron's binary cannot be had everywhere, so a file with the wire
 * of its fuses stands in its place: it is packed, its fuses are blown, nobody starts it.
 */
export async function packProduct(): Promise<LaidOutProduct> {
  const place = mkdtempSync(join(tmpdir(), 'proofdesk-packed-'))
  const electron = join(place, 'electron')
  writeElectron(electron)
  const packed = await packWith(electron, place)
  const laidOut = join(place, 'laid-out', 'app.asar')
  extractAll(packed.archive, laidOut)
  symlinkSync(packed.reader, join(place, 'laid-out', 'reader'))
  return { ...packed, laidOut }
}

/** @param dist the folder of Electron as it comes. @param place takes everything; removed with the product. */
export async function packWith(
  dist: string,
  place = mkdtempSync(join(tmpdir(), 'proofdesk-packed-')),
): Promise<PackedProduct> {
  const packages = join(place, 'packages')
  await promisify(execFile)(process.execPath, builderArguments(dist, packages), { cwd: ROOT })
  const remove = () => rmSync(place, { recursive: true, force: true, maxRetries: 5 })
  return { ...partsOfPacked(packages), remove }
}

const SYSTEMS = {
  linux: { flag: '--linux', folder: 'linux', program: 'proofdesk', resources: 'resources' },
  win32: { flag: '--win', folder: 'win', program: 'Proofdesk.exe', resources: 'resources' },
  darwin: {
    flag: '--mac',
    folder: 'mac',
    program: 'Proofdesk.app/Contents/MacOS/Proofdesk',
    resources: 'Proofdesk.app/Contents/Resources',
  },
} as const

/** What electron-builder makes of a system; Linux where it knows no other. */
const systemOf = (platform: NodeJS.Platform) =>
  SYSTEMS[platform === 'win32' || platform === 'darwin' ? platform : 'linux']

/**
 * Where the parts lie in what was packed: its folder is called by system and, where that is not the usual one, architecture.
 * @throws where there is none for this system.
 */
export function partsOfPacked(
  packages: string,
  platform: NodeJS.Platform = process.platform,
): Omit<PackedProduct, 'remove'> {
  const system = systemOf(platform)
  const name = readdirSync(packages, { withFileTypes: true }).find(
    (entry) => entry.isDirectory() && entry.name.startsWith(system.folder),
  )?.name
  if (name === undefined) throw new Error(`${packages} holds nothing that was packed for ${platform}.`)
  const folder = join(packages, name)
  const resources = join(folder, system.resources)
  return {
    folder,
    program: join(folder, system.program),
    archive: join(resources, 'app.asar'),
    reader: join(resources, 'reader'),
  }
}

const builderArguments = (dist: string, packages: string): string[] => [
  join(ROOT, 'node_modules/electron-builder/cli.js'),
  systemOf(process.platform).flag,
  'dir',
  '--config',
  'test/config/packages.config.ts',
  `-c.electronDist=${dist}`,
  `-c.directories.output=${packages}`,
]

function writeElectron(folder: string): void {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8'))
  const { version } = manifest as { version: string } // npm's own file
  mkdirSync(folder)
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(SENTINEL), AS_IT_COMES]))
  chmodSync(join(folder, 'electron'), 0o755)
}
