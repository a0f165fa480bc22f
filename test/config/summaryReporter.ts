import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import type { Summary } from '../run/summary.ts'

/** Writes what ran and what did not, with the reason, where `test/run.ts` reads it. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const file = process.env['PROOFDESK_TEST_SUMMARY']
    if (file === undefined) return
    const broken = modules.filter((module) => module.errors().length > 0).length
    const summary: Summary = { passed: 0, failed: unhandled.length + broken, skipped: [] }
    for (const module of modules)
      for (const test of module.children.allTests()) {
        // A promise of what is yet to be built is no test that this machine left out.
        if (test.options.mode === 'todo') continue
        const result = test.result()
        if (result.state === 'passed') summary.passed += 1
        else if (result.state === 'failed') summary.failed += 1
        else
          summary.skipped.push({
            title: test.fullName,
            reason: ('note' in result ? result.note : undefined) ?? 'no reason given',
          })
      }
    writeFileSync(file, JSON.stringify(summary))
  }
}
