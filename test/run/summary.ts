import { existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/** A test that did not pass, with what it or its runner said of it. */
export interface Unpassed {
  readonly title: string
  readonly reason: string
}

/** What one step of the test run came to. */
export interface Summary {
  passed: number
  failed: Unpassed[]
  skipped: Unpassed[]
}

export const NOTHING: Summary = { passed: 0, failed: [], skipped: [] }

/** A step of which no test is known that failed. */
export function failedAs(title: string, reason: string): Summary {
  return { ...NOTHING, failed: [{ title, reason }] }
}

const MAX_REASON = 300

/** The first words of what an error said, on one line and without colours. */
export function inShort(message: string | undefined): string {
  const line = stripVTControlCharacters(message ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return line === '' ? 'no reason given' : line.slice(0, MAX_REASON)
}

export function sum(parts: readonly Summary[]): Summary {
  return {
    passed: parts.reduce((n, part) => n + part.passed, 0),
    failed: parts.flatMap((part) => part.failed),
    skipped: parts.flatMap((part) => part.skipped),
  }
}

/** A step that ended without leaving its summary has failed, whatever its exit code said. */
export function readSummary(step: string, file: string, exitCode: number): Summary {
  if (!existsSync(file)) return noReport(step)
  return withExitCode(step, JSON.parse(readFileSync(file, 'utf8')) as Summary, exitCode)
}

/** A runner that failed without a failed test has failed as well. */
export function withExitCode(step: string, summary: Summary, exitCode: number): Summary {
  if (exitCode === 0 || summary.failed.length > 0) return summary
  return sum([summary, failedAs(step, `the runner ended with ${exitCode}, and named no test`)])
}

const noReport = (step: string) => failedAs(step, 'the runner ended without its report')

/** The part of Playwright's JSON report that is counted here. */
interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[]
  readonly errors: readonly PlaywrightError[]
}
interface PlaywrightError {
  readonly message?: string
}
interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs: readonly PlaywrightSpec[]
}
interface PlaywrightSpec {
  readonly title: string
  readonly file: string
  readonly line: number
  readonly tests: readonly PlaywrightTest[]
}
interface PlaywrightTest {
  readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped'
  readonly annotations: readonly { readonly type: string; readonly description?: string }[]
  readonly results: readonly { readonly error?: PlaywrightError }[]
}

export function readPlaywrightReport(step: string, file: string): Summary {
  if (!existsSync(file)) return noReport(step)
  const report = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport
  const amiss = report.errors.map(({ message }) => failedAs(step, inShort(message)))
  return sum([...amiss, ...report.suites.map(sumOfSuite)])
}

function sumOfSuite(suite: PlaywrightSuite): Summary {
  const own = suite.specs.flatMap((spec) => spec.tests.map((test) => sumOfTest(spec, test)))
  return sum([...own, ...(suite.suites ?? []).map(sumOfSuite)])
}

/** A test that needed a second try has failed once: it counts as failed. */
function sumOfTest({ title, file, line }: PlaywrightSpec, { status, annotations, results }: PlaywrightTest) {
  if (status === 'expected') return { ...NOTHING, passed: 1 }
  if (status !== 'skipped') {
    const error = results.find((result) => result.error !== undefined)?.error
    return failedAs(`${file}:${line} › ${title}`, inShort(error?.message))
  }
  const reason = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'
  return { ...NOTHING, skipped: [{ title, reason }] }
}
