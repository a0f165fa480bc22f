import { afterAll, beforeAll, describe } from 'vitest'
import { openPostgres } from '../../../src-main/hub/store/database.ts'
import { type PostgresServer, startPostgres, whyNoPostgres } from '../../builders/hub/postgresServer.ts'
import { describeHub } from './suite/hubSuite.ts'
import { describeLateCommits } from './suite/lateCommitSuite.ts'

const missing = whyNoPostgres()

describe.skipIf(missing !== null)(`PostgreSQL 15${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let server: PostgresServer | undefined
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server?.stop())

  const open = () => {
    if (server === undefined) throw new Error('The server did not start')
    return Promise.resolve(openPostgres(server.url, () => {}))
  }
  describeHub('the hub on PostgreSQL', open, 1_000)
  describeLateCommits(open)
})
