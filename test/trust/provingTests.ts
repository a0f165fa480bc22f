import { existsSync, readFileSync, rmSync, mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { ensureBrowser } from '../run/chromium.ts'
import { findElectron } from '../../src-main/hosts/launcher/electronBinary.ts'
import { hasDisplay } from '../../src-main/hosts/services/display.ts'
import { whyNoDisplay } from '../run/electronHere.ts'
import { runTool, type Run, UNSEEN_DISPLAY } from '../run/steps.ts'
import type { RanTest } from './answer.ts'
import type { ProvingTests, TrustRow } from './trustRow.ts'

/** Of the report of vitest what is needed here. */
const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ title: z.string(), status: z.string() })),
    }),
  ),
})

const PlaywrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ status: z.string() })),
})
const PlaywrightSuite = z.object({
  specs: z.array(PlaywrightSpec),
  get suites() {
    return z.array(PlaywrightSuite).optional()
  },
})
type PlaywrightSuite = z.infer<typeof PlaywrightSuite>
const PlaywrightReport = z.object({ suites: z.array(PlaywrightSuite) })

/** Runs each test that a row names, once, and no other. A runner that dies leaves no report: its tests did not run. */
export async function runProvingTests(run: Run, rows: readonly TrustRow[]): Promise<RanTest[]> {
  const named = rows.flatMap(({ proofs }) =>
    proofs.filter((proof): proof is ProvingTests => 'titles' in proof),
  )
  const of = (by: ProvingTests['by']) => named.filter((proof) => proof.by === by)
  return [
    ...(await byVitest(run, of('vitest'))),
    ...(await byBrowser(run, of('browser'))),
    ...(await byElectron(run, of('electron'))),
  ]
}

const filesOf = (proofs: readonly ProvingTests[]) => [...new Set(proofs.map(({ file }) => file))]
const anyTitle = (proofs: readonly ProvingTests[]) =>
  [...new Set(proofs.flatMap(({ titles }) => titles))].map((title) => RegExp.escape(title)).join('|')

async function byVitest(run: Run, proofs: readonly ProvingTests[]): Promise<RanTest[]> {
  if (proofs.length === 0) return []
  const report = freshReport(run.root, 'trust-vitest.json')
  const args = ['run', '--config', 'test/config/vitest.config.ts', ...filesOf(proofs), '-t', anyTitle(proofs)]
  await runTool(run, 'vitest', [...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`])
  if (!existsSync(report)) return []
  const { testResults } = VitestReport.parse(JSON.parse(readFileSync(report, 'utf8')))
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, status }) => ({
      file: relative(run.root, name),
      title,
      status: statusOf(status === 'passed', status === 'failed'),
    })),
  )
}

async function byBrowser(run: Run, proofs: readonly ProvingTests[]): Promise<RanTest[]> {
  if (proofs.length === 0) return []
  const browser = ensureBrowser(run.say)
  if (browser === null) return []
  return byPlaywright(run, proofs, { config: 'playwright.config.ts', folder: 'test/e2e' }, [], {
    PROOFDESK_BROWSER: browser,
  })
}

async function byElectron(run: Run, proofs: readonly ProvingTests[]): Promise<RanTest[]> {
  if (proofs.length === 0 || findElectron(run.root) === undefined || whyNoDisplay() !== null) return []
  const within = hasDisplay() ? [] : UNSEEN_DISPLAY
  return byPlaywright(run, proofs, { config: 'electron.config.ts', folder: 'test/e2e/electron' }, within, {})
}

/** @param specs a config of Playwright, and the folder from which its report names files. */
async function byPlaywright(
  run: Run,
  proofs: readonly ProvingTests[],
  specs: { readonly config: string; readonly folder: string },
  within: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<RanTest[]> {
  const report = freshReport(run.root, `trust-${specs.config}.json`)
  const args = ['test', '--config', `test/config/${specs.config}`, '--reporter=dot,json']
  const words = [...args, ...filesOf(proofs), '--grep', anyTitle(proofs)]
  await runTool(run, 'playwright', words, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }, within)
  if (!existsSync(report)) return []
  const { suites } = PlaywrightReport.parse(JSON.parse(readFileSync(report, 'utf8')))
  return suites.flatMap(specsIn).map(({ title, file, tests }) => ({
    file: join(specs.folder, file),
    title,
    // A second try has failed once.
    status: statusOf(
      tests.every(({ status }) => status === 'expected'),
      tests.some(({ status }) => status !== 'expected' && status !== 'skipped'),
    ),
  }))
}

const specsIn = ({ specs, suites = [] }: PlaywrightSuite): z.infer<typeof PlaywrightSpec>[] => [
  ...specs,
  ...suites.flatMap(specsIn),
]

const statusOf = (isPassed: boolean, isFailed: boolean): RanTest['status'] =>
  isFailed ? 'failed' : isPassed ? 'passed' : 'skipped'

/** A report of an earlier run must not speak for this one. */
function freshReport(root: string, name: string): string {
  const folder = join(root, 'out', 'test-reports')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  rmSync(file, { force: true })
  return file
}
