/**
 * The document readers beside the archive, as a small product of their own in `resources/reader`: their entries, the libraries that they
 * load, and the Node that bounds them (permissions, no network). Electron's binary takes no permissions and its fuses forbid it to
 * be a Node; a plain Node looks into no archive. What lies here is not under the archive's seal: the folder belongs to the
 * installer, and what the readers answer is taken for a stranger's word in any case.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { Configuration, FileSet } from 'electron-builder'

const to = (folder: string) => (folder === '' ? 'reader' : `reader/${folder}`)

const ENTRIES = ['reader.js', 'painter.js', 'recogniser.js']

/** Package → what of it runs. Signing places, pictures, character recognition, languages. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'pdfjs-dist': [
    'package.json',
    'LICENSE',
    'legacy/build/{pdf,pdf.worker}.mjs',
    '{cmaps,standard_fonts,wasm,iccs}/**',
    '!wasm/quickjs*',
  ],
  '@napi-rs': ['canvas*/**'],
  '@img': ['**/*'],
  sharp: ['**/*', '!{src,install}/**'],
  'detect-libc': ['**/*'],
  semver: ['**/*'],
  'tesseract.js-core': ['package.json', 'LICENSE', 'tesseract-core-simd-lstm.{js,wasm}'],
  eld: [
    'package.json',
    'LICENSE',
    'src/*.js',
    'src/entries/static.extrasmall.js',
    'src/ngrams/extrasmall.js',
  ],
}
const NOT_RUN = ['!**/*.{ts,cts,mts,md,map,h,hpp}']

/** On every system alike, but for Node itself and the entries: whatever stands here is left out of the archive, which has chunks in common. */
export const READER_TREE: FileSet[] = [
  { from: 'resources/ocr', to: to('resources/ocr'), filter: ['*.gz'] },
  ...Object.entries(LIBRARIES).map(([name, filter]) => ({
    from: `node_modules/${name}`,
    to: to(`node_modules/${name}`),
    filter: [...filter, ...NOT_RUN],
  })),
]

/** What electron-builder tells a hook before it packs. */
type PackContext = Parameters<Exclude<Configuration['beforePack'], string | null | undefined>>[0]

const NODE_PACKAGES = { linux: 'node-linux', win: 'node-win', mac: 'node-darwin' } as const

/** The Node of one system, for the architecture that is packed. */
export const readerNode = (system: keyof typeof NODE_PACKAGES): FileSet[] => [
  {
    from: `node_modules/${NODE_PACKAGES[system]}-\${arch}`,
    to: to(''),
    filter: [system === 'win' ? 'bin/node.exe' : 'bin/node', 'LICENSE'],
  },
]

/** A product that can read no document is not packed: a file that is missing would only be left out without a word. */
export function refuseWithoutReader({ packager, arch, electronPlatformName }: PackContext): void {
  const system =
    electronPlatformName === 'win32' ? 'win' : electronPlatformName === 'darwin' ? 'mac' : 'linux'
  const name = `${NODE_PACKAGES[system]}-${ARCHES[arch] ?? String(arch)}`
  const file = join('node_modules', name, system === 'win' ? 'bin/node.exe' : 'bin/node')
  if (!existsSync(join(packager.projectDir, file)))
    throw new Error(`The readers need ${file}: install the package ${name} first.`)
}

/** As electron-builder counts them. */
const ARCHES: Readonly<Record<number, string>> = { 1: 'x64', 3: 'arm64' }

/** Puts the readers' entries beside their libraries, with those chunks that they load and no other. */
export function putReaderEntries({ packager, appOutDir }: PackContext): void {
  const { projectDir } = packager
  const folder = join(packager.getResourcesDir(appOutDir), 'reader')
  const built = join(projectDir, 'out/main')
  for (const file of loadedBy(built, ENTRIES)) {
    mkdirSync(dirname(join(folder, 'out/main', file)), { recursive: true })
    copyFileSync(join(built, file), join(folder, 'out/main', file))
  }
  // Says to Node that these are modules.
  copyFileSync(join(projectDir, 'package.json'), join(folder, 'package.json'))
}

/** As the build writes an import of a chunk, whether it is loaded at once or later. */
const IMPORT = /(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g

/** The entries and everything that they load, by path from the folder of the build. */
function loadedBy(built: string, entries: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const follow = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    for (const [, target = ''] of readFileSync(join(built, file), 'utf8').matchAll(IMPORT))
      follow(posix.join(posix.dirname(file), target))
  }
  entries.forEach(follow)
  return found
}
