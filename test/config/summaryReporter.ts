import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import { inShort, type Summary } from '../run/summary.ts'

/** Writes what ran and what did not, with the reason, where `test/run.ts` reads it. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const file = process.env['PROOFDESK_TEST_SUMMARY']
    if (file === undefined) return
    const summary: Summary = {
      passed: 0,
      failed: unhandled.map((error) => ({ title: 'outside of any test', reason: saidBy(error) })),
      skipped: [],
    }
    for (const module of modules) count(module, summary)
    writeFileSync(file, JSON.stringify(summary))
  }
}

function count(module: TestModule, summary: Summary): void {
  const [amiss] = module.errors()
  if (amiss !== undefined)
    summary.failed.push({ title: module.relativeModuleId, reason: inShort(amiss.message) })
  for (const test of module.children.allTests()) {
    // A promise of what is yet to be built is no test that this machine left out.
    if (test.options.mode === 'todo') continue
    const result = test.result()
    const title = `${module.relativeModuleId} › ${test.fullName}`
    if (result.state === 'passed') summary.passed += 1
    else if (result.state === 'failed')
      summary.failed.push({ title, reason: inShort(result.errors[0]?.message) })
    else
      summary.skipped.push({
        title: test.fullName,
        reason: ('note' in result ? result.note : undefined) ?? 'no reason given',
      })
  }
}

/** What is thrown outside of a test comes from another process, as plain data. */
function saidBy(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error
  return inShort(String(hasMessage ? error.message : error))
}
