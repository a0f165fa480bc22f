import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HubDatabase } from '../../../src-main/hub/store/database.ts'
import { anEmbeddedDatabase } from '../../builders/hub/embeddedDatabase.ts'
import { watchSql } from '../../builders/hub/watchSql.ts'
import { describeHub } from './suite/hubSuite.ts'
import { describeLog } from './suite/logSuite.ts'
import { describeFourEyes } from './suite/fourEyesSuite.ts'
import { describeSchema } from './suite/schemaSuite.ts'
import { describeStatements } from './suite/statementSuite.ts'

const seen = new Set<string>()
describeHub('the hub on PGlite', () => anEmbeddedDatabase(watchSql(seen)), 200, seen)
describeLog(() => anEmbeddedDatabase(watchSql(seen)), 6)
describeFourEyes(() => anEmbeddedDatabase())
describeStatements(seen, () => anEmbeddedDatabase())
describeSchema(() => anEmbeddedDatabase())

describe('PGlite', () => {
  let database: HubDatabase
  beforeAll(async () => {
    database = await anEmbeddedDatabase()
  })
  afterAll(() => database.close())

  it('runs transactions one after another, so that none commits late', async () => {
    const order: string[] = []
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const first = database.owner.transaction(async (tx) => {
      order.push('first began')
      begun.resolve()
      await gate.promise
      await tx.execute('select pg_current_xact_id()')
      order.push('first ended')
    })
    await begun.promise
    const second = database.owner.transaction(async (tx) => {
      order.push('second began')
      await tx.execute('select pg_current_xact_id()')
    })
    const read = database.owner.execute('select 1').then(() => order.push('read'))
    gate.resolve()
    await Promise.all([first, second, read])
    expect(order.slice(0, 2)).toEqual(['first began', 'first ended'])
    expect(order.slice(2).sort()).toEqual(['read', 'second began'])
  })
})
