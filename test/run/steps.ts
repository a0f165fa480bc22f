import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findElectron } from '../../src-main/hosts/launcher/electronBinary.ts'
import { hasDisplay } from '../../src-main/hosts/services/display.ts'
import { ensureBrowser } from './chromium.ts'
import { whyNoDisplay } from './electronHere.ts'
import {
  failedAs,
  NOTHING,
  readPlaywrightReport,
  readSummary,
  type Summary,
  withExitCode,
} from './summary.ts'

export interface Run {
  readonly root: string
  readonly say: (line: string) => void
  /** Further words of the command line, for the runner of the step. */
  readonly args: readonly string[]
  /** Standard output is somebody's: what the tools say goes to the errors' side. */
  readonly isQuiet?: boolean
}

const NODE_TOOLS = {
  tsc: '@typescript/native/bin/tsc',
  oxlint: 'oxlint/bin/oxlint',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
} as const

/** Before a command: it runs with a display of its own that nobody sees. */
export const UNSEEN_DISPLAY: readonly string[] = ['xvfb-run', '--auto-servernum']

/** Runs a tool of this project under this Node, itself run by `within`; gives back its exit code. */
export async function runTool(
  { root, isQuiet = false }: Run,
  tool: keyof typeof NODE_TOOLS,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  within: readonly string[] = [],
): Promise<number> {
  const script = join(root, 'node_modules', NODE_TOOLS[tool])
  const [program = process.execPath, ...words] = [...within, process.execPath, script, ...args]
  const child = spawn(program, words, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['inherit', isQuiet ? 2 : 'inherit', 'inherit'],
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}

async function check(run: Run, title: string, tool: keyof typeof NODE_TOOLS, args: readonly string[]) {
  const code = await runTool(run, tool, args)
  run.say(`${code === 0 ? 'clean' : 'NOT CLEAN'}: ${title}`)
  return code === 0 ? { ...NOTHING, passed: 1 } : failedAs(title, `see what ${tool} said above`)
}

const SOURCES = ['src-main', 'src-preload', 'src-renderer', 'test']

export const types = (run: Run): Promise<Summary> => check(run, 'types', 'tsc', ['--noEmit'])
export const lint = (run: Run): Promise<Summary> =>
  check(run, 'lint', 'oxlint', [
    '--config',
    'test/config/oxlint.json',
    '--type-aware',
    '--deny-warnings',
    ...SOURCES,
  ])
export const format = (run: Run): Promise<Summary> =>
  check(run, 'format', 'biome', ['format', '--config-path', 'test/config/format.json', '.'])

function reportFile({ root }: Run, name: string): string {
  const folder = join(root, 'out', 'test-reports')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  rmSync(file, { force: true })
  return file
}

export async function vitest(run: Run): Promise<Summary> {
  const file = reportFile(run, 'vitest.json')
  const args = ['run', '--config', 'test/config/vitest.config.ts', ...run.args]
  const reporters = ['--reporter=default', '--reporter=./test/config/summaryReporter.ts']
  const code = await runTool(run, 'vitest', [...args, ...reporters], { PROOFDESK_TEST_SUMMARY: file })
  return readSummary('vitest', file, code)
}

/** The app and the viewer frame in a real browser. Without one every spec is skipped, and says why. */
export async function browser(run: Run): Promise<Summary> {
  const executable = ensureBrowser(run.say)
  if (executable === null)
    return { ...NOTHING, skipped: [{ title: 'browser specs', reason: 'no Chromium, Chrome or Edge' }] }
  return playwright(run, 'playwright.config.ts', 'playwright.json', { PROOFDESK_BROWSER: executable })
}

/** The specs that need the real Electron, where its binary is; its absence is said, not hidden. */
export async function electron(run: Run): Promise<Summary> {
  const leftOut = (reason: string): Summary => ({
    ...NOTHING,
    skipped: [{ title: 'specs in the Electron window', reason }],
  })
  if (findElectron(run.root) === undefined) return leftOut('no Electron binary')
  const noDisplay = whyNoDisplay()
  if (noDisplay !== null) return leftOut(noDisplay)
  return playwright(run, 'electron.config.ts', 'electron.json', {}, hasDisplay() ? [] : UNSEEN_DISPLAY)
}

/** Runs the specs of a config and counts them. */
async function playwright(
  run: Run,
  config: string,
  reportName: string,
  env: NodeJS.ProcessEnv,
  within: readonly string[] = [],
): Promise<Summary> {
  const file = reportFile(run, reportName)
  const args = ['test', '--config', `test/config/${config}`, '--reporter=list,json', ...run.args]
  const code = await runTool(run, 'playwright', args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, within)
  return withExitCode(config, readPlaywrightReport(config, file), code)
}
