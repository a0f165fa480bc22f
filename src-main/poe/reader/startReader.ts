import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'

export interface ReaderPlace {
  /** The reader's entry: out/main/reader.js, or readerProcess.ts when run from the source. */
  readonly entry: string
  /** Folder of the pdfjs-dist package. */
  readonly pdfjsDir: string
  /** Folder of the language data by which pages that are pictures are read: resources/ocr. */
  readonly ocrDir: string
  /** The Node that runs it; the host's own by default. */
  readonly node?: string
  /** Further folders that the entry loads code from. Nothing else on the disk is readable to it. */
  readonly codeFolders?: readonly string[]
}

/** What another process of the same kind is given beyond the parser's bounds. */
export interface ReaderRole {
  /** Folders of the libraries that it loads. */
  readonly folders: readonly string[]
  /** Compiled add-ons, for libraries that draw and decode; nothing else may load one. */
  readonly addOns: boolean
  readonly arguments: readonly string[]
}

const YOUNG_MB = 32
const UNSHARE = '/usr/bin/unshare'
let unshareWorks: boolean | null = null

/** Whether a process may be started in an empty network namespace here. Tried once; containers often forbid it. */
export function canUnshare(): boolean {
  unshareWorks ??=
    process.platform === 'linux' &&
    existsSync(UNSHARE) &&
    spawnSync(UNSHARE, ['-rn', '/bin/true'], { timeout: 5000, stdio: 'ignore' }).status === 0
  return unshareWorks
}

/**
 * Starts one bound reader process. `--permission` without more grants: no writes, children, threads or add-ons.
 * @param isAwaited somebody waits for it; what is read ahead takes what others leave.
 */
export function startReader(
  place: ReaderPlace,
  role?: ReaderRole,
  isAwaited = role === undefined,
): ChildProcess {
  const entry = realpathSync(resolve(place.entry))
  const pdfjsDir = realpathSync(resolve(place.pdfjsDir))
  const node = place.node ?? process.execPath
  const args = [
    '--permission',
    ...[...readableFolders(entry, pdfjsDir), ...(place.codeFolders ?? []), ...(role?.folders ?? [])].map(
      (folder) => `--allow-fs-read=${folder}`,
    ),
    ...(role?.addOns ? ['--allow-addons'] : []),
    '--max-old-space-size=400',
    // Of a page's marks hardly any outlive the page: with room for some pages of them, little is left to be copied.
    `--min-semi-space-size=${YOUNG_MB}`,
    `--max-semi-space-size=${YOUNG_MB}`,
    '--no-warnings',
    entry,
    `--pdfjs-dir=${pdfjsDir}`,
    ...(role?.arguments ?? []),
  ]
  const [command, commandArgs] = canUnshare() ? [UNSHARE, ['-rn', node, ...args]] : [node, args]
  const child = spawn(command, commandArgs, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
    windowsHide: true,
  })
  giveWay(child, isAwaited ? constants.priority.PRIORITY_BELOW_NORMAL : constants.priority.PRIORITY_LOW)
  return child
}

/** The window goes before all papers; recognition takes all it is given for minutes. */
function giveWay({ pid }: ChildProcess, priority: number): void {
  try {
    if (pid !== undefined) setPriority(pid, priority)
  } catch {
    // It ended already, or the system lets nobody say: then it runs as any other.
  }
}

/** What the readers load from node_modules when they run from the source, with what that loads; a build has it in its chunks. */
const LIBRARIES: readonly string[] = [
  'fast-xml-parser',
  '@nodable/entities',
  'fast-xml-builder',
  'is-unsafe',
  'path-expression-matcher',
  'strnum',
  'anynum',
  'xml-naming',
  'diff',
  'postal-mime',
  '@kenjiuno/msgreader',
  '@kenjiuno/decompressrtf',
  'iconv-lite',
  'safer-buffer',
  'parse5',
  'entities',
  'css-tree',
  'css-select',
  'css-what',
  'boolbase',
  'nth-check',
  'domhandler',
  'domutils',
  'dom-serializer',
  'domelementtype',
  '@csstools',
  'pkijs',
  'asn1js',
  '@noble/hashes',
  '@peculiar/utils',
  'bytestreamjs',
]

/** From the source the entry imports its neighbours; the built entry stands alone with the chunks beside it. */
function readableFolders(entry: string, pdfjsDir: string): string[] {
  const fromSource = entry.endsWith('.ts')
  const own = fromSource ? [dirname(dirname(entry)), ...sharedRules(entry)] : [dirname(entry)]
  const scope = nearestPackageFile(dirname(entry))
  // Built, the libraries are part of the entry; from the source they lie beside pdf.js.
  const libraries = fromSource ? LIBRARIES.map((name) => join(dirname(pdfjsDir), name)) : []
  return [...[...own, pdfjsDir, ...libraries].map((folder) => `${folder}/`), ...(scope ? [scope] : [])]
}

/** The one folder outside that the source of the readers shares: how ink is known again is the domain's. */
function sharedRules(entry: string): string[] {
  const poe = entry.lastIndexOf(`${sep}poe${sep}`)
  return poe === -1 ? [] : [join(entry.slice(0, poe), 'domain', 'evidence')]
}

/** Node asks the nearest package.json how to take a .js file. */
function nearestPackageFile(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, 'package.json')
    if (existsSync(file)) return file
    if (dirname(at) === at) return null
  }
}
