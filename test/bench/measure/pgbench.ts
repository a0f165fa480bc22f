import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { whyNoPostgres } from '../../builders/hub/postgresServer.ts'

const PROGRAM = '/usr/lib/postgresql/15/bin/pgbench'
const run = promisify(execFile)

/** @throws a word on what to install where the rows of the hub cannot be measured. */
export function assertPgbench(): void {
  const missing = whyNoPostgres() ?? (existsSync(PROGRAM) ? null : `no ${PROGRAM}`)
  if (missing !== null)
    throw new Error(`The hub's rows need Debian's PostgreSQL: ${missing}. apt-get install -y postgresql-15`)
}

interface Bout {
  readonly script: string
  readonly scratch: string
  readonly clients: number
  /** Of each client. */
  readonly transactions: number
  readonly variables: Readonly<Record<string, number>>
}

/**
 * Runs a script with prepared statements, the quickest way that a bare client has.
 * @returns milliseconds for all transactions, without the time that connecting took.
 */
export async function pgbench(url: string, bout: Bout): Promise<number> {
  const { script, scratch, clients, transactions, variables } = bout
  const file = join(scratch, 'script.sql')
  await writeFile(file, script)
  const defined = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`])
  const args = ['-n', '-M', 'prepared', '-c', `${clients}`, '-t', `${transactions}`, '-f', file, ...defined]
  const { stdout } = await run(PROGRAM, [...args, url])
  const processed = /actually processed: (\d+)\/(\d+)/.exec(stdout)
  const perSecond = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1])
  if (processed === null || processed[1] !== processed[2] || !(perSecond > 0))
    throw new Error(`pgbench did not do all of it: ${stdout}`)
  return (1000 * clients * transactions) / perSecond
}
