import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { WebSocket } from 'ws'
import { createLoopbackTransport } from '../../../src-preload/loopbackTransport.ts'
import { BRIDGE_PATH } from '../../../src-preload/loopbackFrames.ts'
import { CONTRACT_VERSION } from '../../../src-preload/contract/index.ts'
import { rawKey } from '../../../src-main/store/databaseKey.ts'
import { keyBeside } from '../../builders/profileKey.ts'
import { bigProfile } from '../measure/bigProfile.ts'
import { startHost } from '../measure/loopbackHost.ts'
import { type Bench, compare } from '../measure/row.ts'

const run = promisify(execFile)

/** What a bare program needs for the same hundred rows: start, open, one query. */
const BARE = `import Database from 'better-sqlite3'
const db = new Database(process.argv[1])
db.pragma("key = '" + process.argv[2] + "'")
const rows = db.prepare('select * from claims order by due_sort, claim_id limit 100').all()
if (rows.length !== 100) throw new Error('There are no rows.')`

export const start: Bench = {
  id: 'start',
  async run({ root, say }) {
    const { dataDir, database } = await bigProfile(root, say)
    const known = keyBeside(database)
    if (known === null) throw new Error('The profile has no key.')
    const key = rawKey(known)
    return compare(
      {
        id: 'start',
        what: 'spawn of the built host, 100,000-claim profile → first 100 rows through the router',
        baseline: 'fresh node, bare driver: open with its key, read 100 rows',
        must: 2.5,
        aim: 1.4,
        rounds: 15,
        ours: () => timeToFirstRows(root, dataDir),
        theirs: async () => {
          const startedAt = performance.now()
          await run(process.execPath, ['--input-type=module', '--eval', BARE, database, key], { cwd: root })
          return performance.now() - startedAt
        },
      },
      say,
    )
  },
}

async function timeToFirstRows(root: string, dataDir: string): Promise<number> {
  const startedAt = performance.now()
  const host = await startHost(root, dataDir)
  try {
    await readFirstRows(host.launchUrl)
    return performance.now() - startedAt
  } finally {
    await host.stop()
  }
}

/** Plain HTTP: what fetch needs to warm up in this process is not the host's time. */
async function cookieFrom(launchUrl: string): Promise<string> {
  const [launched] = (await once(get(launchUrl), 'response')) as [IncomingMessage]
  launched.resume()
  return launched.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

async function readFirstRows(launchUrl: string): Promise<void> {
  const { origin, host } = new URL(launchUrl)
  const cookie = await cookieFrom(launchUrl)
  const transport = createLoopbackTransport({
    connect: () => new WebSocket(`ws://${host}${BRIDGE_PATH}`, { headers: { cookie, origin } }),
    contractVersion: CONTRACT_VERSION,
    after: () => () => undefined,
  })
  try {
    const reply = await transport.request('claims.list', {
      filter: { text: '' },
      offset: 0,
      limit: 100,
    })
    if (!reply.ok) throw new Error(`The host answered ${reply.error.code}.`)
  } finally {
    transport.close()
  }
}
