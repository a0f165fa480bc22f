import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { partsOfPacked } from '../builders/packedProduct.ts'
import { aTempFolder } from '../builders/tempFolder.ts'
import { missingWalls } from '../e2e/electron/webPreferences.ts'
import { isFiltered, type Machine, whyNoDisplay, whyNoSandbox } from '../run/electronHere.ts'
import { electron, type Run } from '../run/steps.ts'
import { CHECKLIST } from '../trust/checklist/index.ts'
import { listSources, ROOT } from './sourceFiles.ts'

const Suite = z.object({
  file: z.string(),
  specs: z.array(z.object({ title: z.string() })),
})
const Listed = z.object({ suites: z.array(Suite), errors: z.array(z.unknown()) })

/** The specs that Playwright finds by a config, as it reads them itself, without running one. */
async function specsOf(config: string) {
  const cli = join(ROOT, 'node_modules/@playwright/test/cli.js')
  const args = [cli, 'test', '--list', '--reporter=json', '--config', `test/config/${config}`]
  const { PLAYWRIGHT_JSON_OUTPUT_FILE: _file, ...env } = process.env
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, env, maxBuffer: 2 ** 26 })
  return Listed.parse(JSON.parse(stdout))
}

/** A project with a binary of Electron, and in the place of Playwright what leaves this report (null = none) and ends with this code. */
function aRunAgainst(report: unknown, code = 0): Run {
  const root = aTempFolder()
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  put('node_modules/electron/path.txt', 'electron')
  put('node_modules/electron/dist/electron', '')
  const isOurs = `process.argv.includes('test/config/electron.config.ts') && process.argv.includes('walls')`
  const leave = `require('node:fs').writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE, ${JSON.stringify(JSON.stringify(report))})`
  put(
    'node_modules/@playwright/test/cli.js',
    `${report === null ? '' : `if (${isOurs}) ${leave};`}process.exitCode = ${code}`,
  )
  return { root, say: () => undefined, args: ['walls'] }
}

describe('the specs for the Electron window', () => {
  it('are read by their runner, each file with its specs, and those that promises name among them', async () => {
    const { suites, errors } = await specsOf('electron.config.ts')
    expect(errors).toEqual([])
    const files = listSources('test/e2e/electron').filter((path) => path.endsWith('.spec.ts'))
    expect(suites.map(({ file }) => `test/e2e/electron/${file}`).toSorted()).toEqual(files.toSorted())
    const named = CHECKLIST.flatMap(({ proofs }) => proofs).flatMap((proof) =>
      proof.by === 'electron' ? proof.titles.map((title) => [proof.file, title] as const) : [],
    )
    expect(named.length).toBeGreaterThan(8)
    const missing = named.filter(([path, title]) => {
      const suite = suites.find(({ file }) => path === `test/e2e/electron/${file}`)
      return suite?.specs.some((spec) => spec.title.startsWith(title)) !== true
    })
    expect(missing).toEqual([])
  })

  it('are no part of the browser’s run', async () => {
    const { suites } = await specsOf('playwright.config.ts')
    expect(suites.length).toBeGreaterThan(20)
    expect(suites.filter(({ file }) => file.includes('electron'))).toEqual([])
  })

  it('are left out where there is no binary, and that is said', async () => {
    const run = { root: aTempFolder(), say: () => undefined, args: [] }
    expect(await electron(run)).toEqual({
      passed: 0,
      failed: [],
      skipped: [{ title: 'specs in the Electron window', reason: 'no Electron binary' }],
    })
  })

  it('run where there is one, and count as what their runner says of them', async () => {
    vi.stubEnv('DISPLAY', ':99')
    onTestFinished(() => void vi.unstubAllEnvs())
    const skip = { type: 'skip', description: 'no sandbox' }
    const tests = [
      { status: 'expected', annotations: [], results: [{}] },
      { status: 'skipped', annotations: [skip], results: [] },
    ]
    const spec = { title: 'every renderer', file: 'walls.spec.ts', line: 7 }
    const report = { errors: [], suites: [{ specs: [{ ...spec, tests }] }] }
    const whole = { passed: 1, failed: [], skipped: [{ title: 'every renderer', reason: 'no sandbox' }] }
    expect(await electron(aRunAgainst(report))).toEqual(whole)
    // A runner that dies, with its report or without, has failed.
    const died = { title: 'electron.config.ts', reason: 'the runner ended with 1, and named no test' }
    expect(await electron(aRunAgainst(report, 1))).toEqual({ ...whole, failed: [died] })
    expect(await electron(aRunAgainst(null, 1))).toMatchObject({
      passed: 0,
      failed: [{ title: 'electron.config.ts', reason: 'the runner ended without its report' }],
    })
  })

  it('that failed are named with their place and the first words of their error', async () => {
    vi.stubEnv('DISPLAY', ':99')
    onTestFinished(() => void vi.unstubAllEnvs())
    const results = [{ error: { message: '\u001b[31mexpected\u001b[39m\n  one window' } }, {}]
    const flaky = { status: 'flaky', annotations: [], results }
    const spec = { title: 'one window', file: 'walls.spec.ts', line: 7, tests: [flaky] }
    const report = { errors: [{ message: 'no display' }], suites: [{ specs: [spec] }] }
    expect((await electron(aRunAgainst(report, 1))).failed).toEqual([
      { title: 'electron.config.ts', reason: 'no display' },
      { title: 'walls.spec.ts:7 › one window', reason: 'expected one window' },
    ])
  })

  it('need a display, seen or not', () => {
    expect(whyNoDisplay(false, false)).toContain('no display')
    expect([whyNoDisplay(true, false), whyNoDisplay(false, true)]).toEqual([null, null])
  })
})

describe('whether Chromium’s sandbox can stand', () => {
  const machine = (over: Partial<Machine> = {}): Machine => ({
    platform: 'linux',
    isRoot: false,
    read: () => undefined,
    lendsRoot: () => false,
    ...over,
  })
  const says = (file: string, text: string) => machine({ read: (path) => (path === file ? text : undefined) })
  const CLONE = '/proc/sys/kernel/unprivileged_userns_clone'
  const APPARMOR = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'

  it.each([
    ['Windows and macOS', machine({ platform: 'win32', isRoot: true }), null],
    ['a person without rights on Linux', machine(), null],
    ['root', machine({ isRoot: true }), 'root'],
    ['a Debian that allows namespaces', says(CLONE, '1'), null],
    ['a Debian that does not', says(CLONE, '0'), CLONE],
    ['an Ubuntu whose AppArmor keeps them', says(APPARMOR, '1'), APPARMOR],
  ])('is known of %s', (_, where, why) => {
    const said = whyNoSandbox('/electron/electron', where)
    if (why === null) expect(said).toBeNull()
    else expect(said).toContain(why)
  })

  it('is so without namespaces too, where the program that makes them has its rights', () => {
    const lent = (path: string) => path === '/electron/chrome-sandbox'
    expect(whyNoSandbox('/electron/electron', { ...says(CLONE, '0'), lendsRoot: lent })).toBeNull()
  })

  it('is seen in what Linux says of a process', () => {
    expect(isFiltered('Name:\tproofdesk\nSeccomp:\t2\nSeccomp_filters:\t1\n')).toBe(true)
    expect(isFiltered('Name:\tproofdesk\nSeccomp:\t0\nSeccomp_filters:\t2\n')).toBe(false)
  })
})

describe('the walls of a page', () => {
  const whole = { sandbox: true, contextIsolation: true, webSecurity: true, nodeIntegration: false }

  it('are all there, whether the rest is said to be off or not at all', () => {
    expect(missingWalls(whole)).toEqual([])
    expect(missingWalls({ ...whole, enableBlinkFeatures: '', webviewTag: false, plugins: false })).toEqual([])
  })

  it('are missed by name', () => {
    expect(missingWalls({})).toEqual(['sandbox', 'contextIsolation', 'webSecurity'])
    expect(
      missingWalls({ ...whole, webSecurity: false, enableBlinkFeatures: 'X', webviewTag: true }),
    ).toEqual(['webSecurity', 'enableBlinkFeatures', 'webviewTag'])
  })
})

describe('where the parts of a packed product lie', () => {
  it.each([
    ['linux', 'linux-unpacked', 'proofdesk', 'resources'],
    ['linux', 'linux-arm64-unpacked', 'proofdesk', 'resources'],
    ['win32', 'win-unpacked', 'Proofdesk.exe', 'resources'],
    ['darwin', 'mac-arm64', 'Proofdesk.app/Contents/MacOS/Proofdesk', 'Proofdesk.app/Contents/Resources'],
  ] as const)('is known for %s in %s', (platform, name, program, resources) => {
    const packages = aTempFolder()
    mkdirSync(join(packages, name))
    const folder = join(packages, name)
    expect(partsOfPacked(packages, platform)).toEqual({
      folder,
      program: join(folder, program),
      archive: join(folder, resources, 'app.asar'),
      reader: join(folder, resources, 'reader'),
    })
  })

  it('is nowhere, where nothing was packed for this system', () => {
    expect(() => partsOfPacked(aTempFolder(), 'darwin')).toThrow('nothing that was packed for darwin')
  })
})
