import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { WORKING_ROLE } from '../../../src-main/hub/store/raiseWalls.ts'

const BIN = '/usr/lib/postgresql/15/bin'
const run = promisify(execFile)

export interface PostgresServer {
  /** As the superuser, past all policies. */
  readonly url: string
  /** As who owns the database, and may make roles. */
  readonly ownerUrl: string
  /** As a login that may do nothing but what the working role may. */
  readonly workUrl: string
  stop(): Promise<void>
}

/** Why no real server can be started here; null when one can. */
export function whyNoPostgres(): string | null {
  if (!existsSync(join(BIN, 'initdb'))) return `no PostgreSQL 15 in ${BIN}`
  if (process.getuid?.() === 0 && !existsSync('/usr/sbin/runuser')) return 'no runuser to leave root with'
  return null
}

/** Nothing of a test outlives it, so the disk need not keep up. */
const UNSYNCED = '-c fsync=off -c synchronous_commit=off'

/**
 * A server of its own on a Unix socket, in a folder that goes with it.
 * @param isDurable syncs every commit to the disk, as a server of a team does: for measuring.
 */
export async function startPostgres(isDurable = false): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-pg-'))
  const asPostgres = async (program: string, args: readonly string[]) => {
    // PostgreSQL refuses root.
    if (process.getuid?.() !== 0) await run(join(BIN, program), [...args], { cwd: folder })
    else await run('runuser', ['-u', 'postgres', '--', join(BIN, program), ...args], { cwd: '/' })
  }
  if (process.getuid?.() === 0) await run('chown', ['postgres', folder])
  else await chmod(folder, 0o700)
  const data = join(folder, 'data')
  await asPostgres('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8'])
  const options = `-k ${folder} -c listen_addresses='' ${isDurable ? '' : UNSYNCED}`
  await asPostgres('pg_ctl', ['start', '-D', data, '-w', '-o', options, '-l', join(folder, 'log')])
  const urlOf = (user: string) => `postgres://${user}@/postgres?host=${encodeURIComponent(folder)}`
  await makeLogins(urlOf('postgres'))
  return {
    url: urlOf('postgres'),
    ownerUrl: urlOf('proofdesk_owner'),
    workUrl: urlOf('proofdesk_login'),
    async stop() {
      await asPostgres('pg_ctl', ['stop', '-D', data, '-m', 'immediate', '-w'])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** As an administrator prepares a server for a hub. */
async function makeLogins(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`create role ${WORKING_ROLE} nologin;
    create role proofdesk_owner login createrole in role ${WORKING_ROLE};
    create role proofdesk_login login in role ${WORKING_ROLE};
    alter database postgres owner to proofdesk_owner`)
  await client.end()
}
