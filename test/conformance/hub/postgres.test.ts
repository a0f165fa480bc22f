import { afterAll, beforeAll, describe } from 'vitest'
import type { Opening } from '../../../src-main/hub/store/database.ts'
import { type PostgresServer, startPostgres, whyNoPostgres } from '../../builders/hub/postgresServer.ts'
import { openServer } from '../../builders/hub/testDatabase.ts'
import { watchSql } from '../../builders/hub/watchSql.ts'
import { describeHub } from './suite/hubSuite.ts'
import { describeLateCommits } from './suite/lateCommitSuite.ts'
import { describeLog } from './suite/logSuite.ts'
import { describeFourEyes } from './suite/fourEyesSuite.ts'
import { describeSameMoment } from './suite/sameMomentSuite.ts'
import { describeSchema } from './suite/schemaSuite.ts'
import { describeStatements } from './suite/statementSuite.ts'

const missing = whyNoPostgres()

describe.skipIf(missing !== null)(`PostgreSQL 15${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let server: PostgresServer | undefined
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server?.stop())

  const open = (opening: Opening = {}) => {
    if (server === undefined) throw new Error('The server did not start')
    return Promise.resolve(openServer({ url: server.workUrl, ownerUrl: server.url }, opening))
  }
  const seen = new Set<string>()
  describeHub('the hub on PostgreSQL', () => open(watchSql(seen)), 250, seen)
  describeLog(() => open(watchSql(seen)), 6)
  describeFourEyes(() => open())
  describeStatements(seen, () => open())
  describeLateCommits(() => open())
  describeSameMoment(() => open())
  // Last: it leaves the database as the others need it, but looks at all of it.
  describeSchema(() => open())
})
