/** `npm test`: builds, checks, runs everything this machine can, says what it could not and why. */
import { resolve } from 'node:path'
import { ensureBuilt } from '../src-main/hosts/launcher/ensureBuilt.ts'
import { BUILD_PARTS } from '../src-main/hosts/launcher/buildParts.ts'
import * as steps from './run/steps.ts'
import { sum, type Summary } from './run/summary.ts'

const STEPS = {
  types: steps.types,
  lint: steps.lint,
  format: steps.format,
  vitest: steps.vitest,
  browser: steps.browser,
  electron: steps.electron,
} as const
type StepName = keyof typeof STEPS

const root = resolve(import.meta.dirname, '..')
const say = (line: string) => void process.stderr.write(`${line}\n`)

/** `npm test` runs all; `npm test -- vitest test/unit/store` runs one step and hands it the rest. */
async function run([first, ...args]: readonly string[]): Promise<void> {
  const named = Object.keys(STEPS).find((name): name is StepName => name === first)
  if (first !== undefined && named === undefined) {
    say(`Usage: npm test [-- ${Object.keys(STEPS).join('|')} [ARGS…]]`)
    process.exitCode = 2
    return
  }
  await ensureBuilt({ root, parts: BUILD_PARTS, say })
  const names = named === undefined ? (Object.keys(STEPS) as StepName[]) : [named]
  const parts: Summary[] = []
  for (const name of names) {
    say(`\n— ${name}`)
    parts.push(await STEPS[name]({ root, say, args }))
  }
  report(sum(parts))
}

/** What failed is named once more at the end: of a long run, the end is what is kept. */
function report({ passed, failed, skipped }: Summary): void {
  const lines = [
    ...failed.map(({ title, reason }) => `failed: ${title} (${reason})`),
    ...skipped.map(({ title, reason }) => `skipped: ${title} (${reason})`),
    `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`,
  ]
  process.stdout.write(`\n${lines.join('\n')}\n`)
  process.exitCode = failed.length === 0 ? 0 : 1
}

await run(process.argv.slice(2))
