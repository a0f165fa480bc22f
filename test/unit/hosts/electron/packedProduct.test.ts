import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extractFile, uncache } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { startNodeEntry } from '../../../../src-main/hosts/services/childEntry.ts'
import { createPoe } from '../../../../src-main/hosts/services/poePort.ts'
import { findProduct } from '../../../../src-main/hosts/services/productPaths.ts'
import { ensureBuilt } from '../../../../src-main/hosts/launcher/ensureBuilt.ts'
import { Sha256 } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { brokenSeals, changeLetter, filesOf, unsealed } from '../../../builders/archiveSeal.ts'
import { fusesOf } from '../../../builders/fuses.ts'
import { type LaidOutProduct, packProduct } from '../../../builders/packedProduct.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { describeSession } from './sessionSuite.ts'

const root = resolve(import.meta.dirname, '../../../..')
const MB = 1024 * 1024

let packed: LaidOutProduct
let files: readonly string[] = []

beforeAll(async () => {
  await ensureBuilt({ root, parts: ['main', 'preload', 'renderer', 'viewer'], say: () => undefined })
  packed = await packProduct()
  files = filesOf(packed.archive)
}, 240_000)
afterAll(() => packed.remove())

const below = (folder: string): string[] => files.filter((path) => path.startsWith(`${folder}/`))
const firstNames = (paths: readonly string[], depth: number): string[] =>
  [...new Set(paths.map((path) => path.split('/').slice(0, depth).join('/')))].sort()

describe('the archive', () => {
  it('holds what runs, its data and its libraries, and nothing else', () => {
    expect(firstNames(files, 1)).toEqual(['node_modules', 'out', 'package.json', 'resources'])
    expect(firstNames(below('out'), 2)).toEqual(['out/main', 'out/preload', 'out/renderer', 'out/viewer'])
    expect(firstNames(below('resources'), 2)).toEqual(
      ['calendars', 'catalogue', 'demo', 'migrations', 'policy'].map((name) => `resources/${name}`),
    )
    expect(
      files.filter((path) => /\.(?:[cm]?tsx?|map|md|test\.js)$|(?:^|\/)(?:tests?|src-\w+)\//.test(path)),
    ).toEqual([])
  })

  it('holds libraries of the product alone, none of the workshop, no updater', () => {
    const Lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) })
    const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
    const names = new Set(
      below('node_modules').map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path),
    )
    expect(names.size).toBeGreaterThan(5)
    expect([...names].filter((name) => packages[`node_modules/${name}`]?.dev !== undefined)).toEqual([])
    expect([...names].filter((name) => /updat/i.test(name))).toEqual([])
    const code = below('out/main').map((path) => extractFile(packed.archive, path).toString('utf8'))
    expect(code.filter((text) => text.includes('autoUpdater'))).toEqual([])
    // Electron's updaters ask these files where to look.
    const beside = readdirSync(packed.folder, { recursive: true, encoding: 'utf8' })
    expect(beside.filter((path) => /(?:app-update|latest[\w-]*)\.ya?ml$/.test(path))).toEqual([])
  })

  it('holds no key, no setting of a machine and no path of the one that packed it', () => {
    expect(files.filter((path) => /(?:^|\/)\.|\.(?:pem|p12|pfx|key|env|log|db|sqlite)$/i.test(path))).toEqual(
      [],
    )
    const telling = files.filter((path) => {
      const text = extractFile(packed.archive, path).toString('latin1')
      return text.includes(`${root}/`) || /-----BEGIN [A-Z ]*PRIVATE KEY-----\n[\w+/]/.test(text)
    })
    expect(telling).toEqual([])
  })

  it('has every migration, policy, calendar and paper of the demo, and the words of both languages in its code', () => {
    for (const folder of [
      'migrations/hub',
      'migrations/workstation',
      'policy',
      'calendars',
      'demo/documents',
    ]) {
      const wanted = readdirSync(join(root, 'resources', folder)).filter((name) => /\.(?!md$)\w+$/.test(name))
      expect(wanted.length).toBeGreaterThan(0)
      expect
        .soft(below(`resources/${folder}`))
        .toEqual(expect.arrayContaining(wanted.map((name) => `resources/${folder}/${name}`)))
    }
    const Words = z.record(z.string(), z.string())
    const code = below('out/renderer').map((path) => extractFile(packed.archive, path).toString('utf8'))
    for (const language of ['en', 'it']) {
      const words = Words.parse(
        JSON.parse(readFileSync(join(root, `resources/locales/${language}.json`), 'utf8')),
      )
      const plain = words['page.queue'] ?? ''
      expect(plain).not.toBe('')
      expect.soft(code.some((text) => text.includes(plain))).toBe(true)
    }
  })

  it('names an entry that is there, and none of the commands and tools of the workshop', () => {
    const manifest: unknown = JSON.parse(extractFile(packed.archive, 'package.json').toString('utf8'))
    const { main, version } = z.object({ main: z.string(), version: z.string() }).parse(manifest)
    expect(files).toContain(main)
    expect(version).toBe(findProduct(pathToFileURL(join(root, main)).href).version)
    expect(manifest).not.toHaveProperty('scripts')
    expect(manifest).not.toHaveProperty('devDependencies')
  })

  it('seals every file but the compiled ones, which the system’s loader opens', () => {
    expect(unsealed(packed.archive).filter((path) => !path.endsWith('.node'))).toEqual([])
    const platform = `${process.platform}-${process.arch}`
    expect(unsealed(packed.archive).toSorted()).toEqual([
      `node_modules/@napi-rs/keyring-${platform}-gnu/keyring.${platform}-gnu.node`,
      `node_modules/better-sqlite3/prebuilds/${platform}.node`,
    ])
    expect(brokenSeals(packed.archive)).toEqual([])
  })

  it('shows one changed byte by its seal', () => {
    const copy = join(aTempFolder(), 'app.asar')
    copyFileSync(packed.archive, copy)
    cpSync(`${packed.archive}.unpacked`, `${copy}.unpacked`, { recursive: true })
    const putBack = changeLetter(copy, 'package.json', 'The reviewer')
    uncache(copy)
    expect(brokenSeals(copy)).toEqual(['package.json'])
    // It reads as well as before: nothing but the seal stops it.
    const manifest: unknown = JSON.parse(extractFile(copy, 'package.json').toString('utf8'))
    expect(manifest).toMatchObject({ name: 'proofdesk', description: expect.stringMatching(/^Xhe reviewer/) })
    putBack()
    uncache(copy)
    expect(brokenSeals(copy)).toEqual([])
  })
})

describe('the program that is packed', () => {
  it('has blown the fuses by which others would look into it or walk around the archive', async () => {
    expect(await fusesOf(packed.program)).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
    })
  })

  it('is started as a Node by nothing of ours: what runs beside it has a Node of its own or is a utility process', () => {
    const host = readdirSync(join(root, 'src-main/hosts/electron')).filter((name) => name.endsWith('.ts'))
    const code = host.map((name) => readFileSync(join(root, 'src-main/hosts/electron', name), 'utf8'))
    expect(code.filter((text) => /ELECTRON_RUN_AS_NODE|node:child_process|node:cluster/.test(text))).toEqual(
      [],
    )
    const { reader } = findProduct(pathToFileURL(join(packed.laidOut, 'out/main/index.js')).href)
    expect(reader.node).toBe(join(packed.laidOut, '../reader/bin/node'))
    expect(statSync(reader.node).mode & 0o111).not.toBe(0)
  })

  it('takes no more room than an installer may, and says what takes it', () => {
    const sizes = [
      ...firstNames(files, 2).map((name) => [`app.asar/${name}`, sizeInArchive(name)] as const),
      ...readdirSync(packed.reader).map(
        (name) => [`reader/${name}`, sizeOnDisk(join(packed.reader, name))] as const,
      ),
    ].toSorted(([, one], [, other]) => other - one)
    const all = sizes.reduce((sum, [, size]) => sum + size, 0)
    console.log(
      [...sizes, ['all', all] as const]
        .map(([name, size]) => `${(size / MB).toFixed(1).padStart(7)} MB  ${name}`)
        .join('\n'),
    )
    expect(sizeInArchive('')).toBeLessThan(100 * MB)
    expect(all).toBeLessThan(400 * MB)
  })
})

const sizeInArchive = (name: string): number =>
  files
    .filter((path) => name === '' || path === name || path.startsWith(`${name}/`))
    .reduce((sum, path) => sum + extractFile(packed.archive, path).length, 0)

function sizeOnDisk(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size
  return readdirSync(path).reduce((sum, name) => sum + sizeOnDisk(join(path, name)), 0)
}

describe('what is packed', () => {
  it.each([
    'D-001-sow.pdf',
    'D-015-incarico.docx',
    'D-012-log.xlsx',
    'D-020-conferma.eml',
    'D-104-allegato-a.png',
    'D-128-avenant.tiff',
  ])(
    'reads %s with its own reader, its own Node and its own libraries',
    async (name) => {
      const product = findProduct(pathToFileURL(join(packed.laidOut, 'out/main/index.js')).href)
      const { port, stop } = createPoe(product, product.reader.node)
      onTestFinished(stop)
      const bytes = readFileSync(join(packed.laidOut, 'resources/demo/documents', name))
      const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
      const facts = await port.read({ bytes, sha256, isAwaited: false })
      expect(facts).toMatchObject({ status: 'read' })
      expect(facts.pages.reduce((sum, { lines }) => sum + lines.length, 0)).toBeGreaterThan(0)
    },
    120_000,
  )

  it('runs the demo hub from what lies in the archive', async () => {
    const folder = aTempFolder()
    const args = ['--embedded', '--data-dir', folder, '--demo']
    const hub = startNodeEntry(join(packed.laidOut, 'out/main/hub.js'), args, join(folder, 'hub.log'))
    onTestFinished(() => hub.end(5_000))
    const said = await new Promise((listening) => {
      hub.onMessage(listening)
      hub.onExit(() => listening(readFileSync(join(folder, 'hub.log'), 'utf8')))
    })
    const { url } = z.object({ type: z.literal('listening'), url: z.url() }).parse(said)
    expect((await fetch(new URL('/v1.0/openapi.json', url))).status).toBe(200)
  }, 60_000)
})

describeSession('the packed Electron host', () => ({ root: packed.laidOut, isPacked: true }))
