import { existsSync, readFileSync } from 'node:fs'

/** What one step of the test run came to. */
export interface Summary {
  passed: number
  failed: number
  skipped: { title: string; reason: string }[]
}

export const NOTHING: Summary = { passed: 0, failed: 0, skipped: [] }

export function sum(parts: readonly Summary[]): Summary {
  return {
    passed: parts.reduce((n, part) => n + part.passed, 0),
    failed: parts.reduce((n, part) => n + part.failed, 0),
    skipped: parts.flatMap((part) => part.skipped),
  }
}

/** A step that ended without leaving its summary has failed, whatever its exit code said. */
export function readSummary(file: string, exitCode: number): Summary {
  if (!existsSync(file)) return { ...NOTHING, failed: 1 }
  const summary = JSON.parse(readFileSync(file, 'utf8')) as Summary
  return exitCode !== 0 && summary.failed === 0 ? { ...summary, failed: 1 } : summary
}

/** The part of Playwright's JSON report that is counted here. */
interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[]
  readonly errors: readonly unknown[]
}
interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs: readonly { readonly title: string; readonly tests: readonly PlaywrightTest[] }[]
}
interface PlaywrightTest {
  readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped'
  readonly annotations: readonly { readonly type: string; readonly description?: string }[]
}

export function readPlaywrightReport(file: string): Summary {
  if (!existsSync(file)) return { ...NOTHING, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport
  return sum([{ ...NOTHING, failed: report.errors.length }, ...report.suites.map(sumOfSuite)])
}

function sumOfSuite(suite: PlaywrightSuite): Summary {
  const own = suite.specs.flatMap(({ title, tests }) => tests.map((test) => sumOfTest(title, test)))
  return sum([...own, ...(suite.suites ?? []).map(sumOfSuite)])
}

/** A test that needed a second try has failed once: it counts as failed. */
function sumOfTest(title: string, { status, annotations }: PlaywrightTest): Summary {
  if (status === 'expected') return { ...NOTHING, passed: 1 }
  if (status !== 'skipped') return { ...NOTHING, failed: 1 }
  const reason = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'
  return { ...NOTHING, skipped: [{ title, reason }] }
}
