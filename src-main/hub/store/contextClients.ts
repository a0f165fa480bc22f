import type { PGlite } from '@electric-sql/pglite'
import { escapeLiteral, Pool, type PoolConfig, type QueryConfig, type QueryResult } from 'pg'
import { type CallerContext, settingsOf } from './callerContext.ts'

type ContextOf = () => CallerContext | null | undefined

const settingsSql = (context: CallerContext): string =>
  `select ${Object.entries(settingsOf(context))
    .map(([name, value]) => `set_config('proofdesk.${name}', ${escapeLiteral(value)}, true)`)
    .join(', ')}`

/**
 * Connections whose single statements run in a transaction of their own that says on whose behalf: what is set ends with it, so no
 * connection carries one caller's eyes to the next. Transactions say it themselves (`openPostgres`).
 */
export class ContextPool extends Pool {
  readonly #contextOf: ContextOf
  constructor(config: PoolConfig, contextOf: ContextOf) {
    super(config)
    this.#contextOf = contextOf
    // `query` of the pool has many shapes; the one that is used here is that of a promise.
    const plain: (config: QueryConfig, values?: unknown[]) => Promise<QueryResult> = this.query.bind(this)
    const query = (statement: QueryConfig, values?: unknown[]): Promise<QueryResult> => {
      const context = this.#contextOf() ?? null
      return context === null ? plain(statement, values) : this.#ask(context, statement, values)
    }
    Object.assign(this, { query })
  }

  async #ask(context: CallerContext, statement: QueryConfig, values?: unknown[]): Promise<QueryResult> {
    const client = await this.connect()
    let fault: Error | undefined
    try {
      await client.query(`begin; ${settingsSql(context)}`)
      const answer = await client.query(statement, values)
      await client.query('commit')
      return answer
    } catch (error) {
      await client.query('rollback').catch((broken: Error) => (fault = broken))
      throw error
    } finally {
      client.release(fault)
    }
  }
}

/** The embedded database, whose single statements do the same, as the working role. */
export function inContext(client: PGlite, contextOf: ContextOf, role: string): PGlite {
  const query: PGlite['query'] = (statement, params, options) => {
    const context = contextOf() ?? null
    return client.transaction(async (tx) => {
      await tx.exec(`set local role "${role}"; ${context === null ? '' : settingsSql(context)}`)
      return tx.query(statement, params, options)
    })
  }
  return new Proxy(client, {
    get: (target, name) => {
      if (name === 'query') return query
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
