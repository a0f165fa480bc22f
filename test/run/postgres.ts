/** `npm run test:postgres [-- ARGS…]`: the whole suite of the hub on a PostgreSQL 15 of its own, which it starts and stops. */
import { resolve } from 'node:path'
import { whyNoPostgres } from '../builders/hub/postgresServer.ts'
import { vitest } from './steps.ts'

const say = (line: string) => void process.stderr.write(`${line}\n`)

const missing = whyNoPostgres()
if (missing === null) {
  const args = ['test/conformance/hub/postgres', ...process.argv.slice(2)]
  const { passed, failed, skipped } = await vitest({ root: resolve(import.meta.dirname, '../..'), say, args })
  say(`${passed} passed, ${failed.length} failed, ${skipped.length} skipped`)
  process.exitCode = failed.length === 0 ? 0 : 1
} else {
  say(
    `There is ${missing}. On Debian or Ubuntu: sudo apt-get install -y --no-install-recommends postgresql-15`,
  )
  process.exitCode = 2
}
