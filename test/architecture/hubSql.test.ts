import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { breachesOf, FORBIDDEN_SQL } from '../builders/hub/sqlRules.ts'
import { listSources, readSource, ROOT } from './sourceFiles.ts'

/** What stands in the source against the rule, and why it may. One that nobody needs any more fails the test. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'resources/migrations/hub/0014_log_in_chains.sql: triggers':
    'they refuse to rewrite the log and look at nothing; where a cluster has none, the missing grants refuse it alone',
  'resources/migrations/hub/0016_order_a_wipe.sql: triggers': 'the same for orders to wipe a workstation',
  'src-main/hub/store/migrate.ts: sequences':
    'the numbers of drizzle’s own ledger, which stays on one node and orders nothing but migrations',
  'src-main/hub/store/migrate.ts: table locks':
    'the same ledger: two hubs that start at once bring the schema up to date one after the other',
}

const MIGRATIONS = 'resources/migrations/hub'

/** The program without its comments, which may well speak of what is forbidden. */
function codeOf(path: string): string {
  const text = readSource(path)
  if (path.endsWith('.sql')) return text.replaceAll(/--.*$/gm, '')
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  return ts.createPrinter({ removeComments: true }).printFile(file)
}

const sources = () => [
  ...listSources('src-main/hub'),
  ...readdirSync(join(ROOT, MIGRATIONS))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => `${MIGRATIONS}/${name}`),
]

describe('the SQL of the hub', () => {
  it('uses nothing that a spread-out PostgreSQL lacks', () => {
    expect(sources().filter((path) => path.endsWith('.sql')).length).toBeGreaterThan(2)
    const breaches = sources().flatMap((path) => breachesOf(codeOf(path)).map((what) => `${path}: ${what}`))
    expect(breaches.sort()).toEqual(Object.keys(EXCEPTIONS).sort())
  })

  it.each(FORBIDDEN_SQL)('would be caught at $what', ({ what, sample }) => {
    expect(breachesOf(sample)).toContain(what)
  })

  it('may say in words what it does not do', () => {
    expect(breachesOf('Those who listen: the server notifies nobody, its rules merge serials.')).toEqual([])
  })
})
