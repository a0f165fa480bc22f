import type { PGlite } from '@electric-sql/pglite'
import { type ClientBase, escapeLiteral, Pool, type PoolConfig, type QueryConfig, type QueryResult } from 'pg'
import { type CallerContext, settingsOf } from './callerContext.ts'

type ContextOf = () => CallerContext | null | undefined

const settingsSql = (context: CallerContext): string =>
  `select ${Object.entries(settingsOf(context))
    .map(([name, value]) => `set_config('proofdesk.${name}', ${escapeLiteral(value)}, true)`)
    .join(', ')}`

/**
 * Connections whose transactions begin with whom they are on behalf of, in the same message; single statements run in a transaction of
 * their own, sent at once. What is set ends with it, so no connection carries one caller's eyes to the next.
 */
export class ContextPool extends Pool {
  readonly #contextOf: ContextOf
  constructor(config: PoolConfig, contextOf: ContextOf) {
    super({ ...config, pipeline: true })
    this.#contextOf = contextOf
    const names = statementNames()
    this.on('connect', (client) => speakInContext(client, contextOf, names))
    // `query` of the pool has many shapes; the one that is used here is that of a promise.
    const plain: (config: QueryConfig, values?: unknown[]) => Promise<QueryResult> = this.query.bind(this)
    const query = (statement: QueryConfig, values?: unknown[]): Promise<QueryResult> =>
      (this.#contextOf() ?? null) === null ? plain(statement, values) : this.#ask(statement, values)
    Object.assign(this, { query })
  }

  /** One trip: all three are sent before the first is answered. One that fails is taken back by the commit behind it. */
  async #ask(statement: QueryConfig, values?: unknown[]): Promise<QueryResult> {
    const client = await this.connect()
    const asked = [client.query('begin'), client.query(statement, values), client.query('commit')] as const
    const [begun, answered, ended] = await Promise.allSettled(asked)
    client.release(begun.status === 'rejected' || ended.status === 'rejected')
    for (const one of [begun, answered, ended]) if (one.status === 'rejected') throw one.reason
    return asked[1]
  }
}

/** @param names of what was asked before: the server then need not plan it, policies and all, again. */
function speakInContext(client: ClientBase, contextOf: ContextOf, names: StatementNames): void {
  // The pool's own statements come with a callback.
  const plain: (statement: string | QueryConfig, ...rest: unknown[]) => Promise<QueryResult> =
    client.query.bind(client)
  const query = (
    statement: string | QueryConfig,
    values: unknown[] = [],
    ...rest: unknown[]
  ): Promise<QueryResult> => {
    const text = typeof statement === 'string' ? statement : statement.text
    const context = contextOf() ?? null
    if (text.startsWith('begin')) return plain(context === null ? text : `${text}; ${settingsSql(context)}`)
    if (typeof statement === 'string') return plain(statement, values, ...rest)
    const name = values.length === 0 ? undefined : names(text)
    return plain(name === undefined ? statement : { ...statement, name }, values, ...rest)
  }
  Object.assign(client, { query })
}

type StatementNames = (text: string) => string | undefined

/** Often enough to be worth a plan that stays; so many, and so long, that no connection's memory fills with them. */
const OFTEN = 3
const MOST_NAMES = 400
const MOST_COUNTED = 4_000
const LONGEST_NAMED = 8_000

function statementNames(): StatementNames {
  const counts = new Map<string, number>()
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || text.length > LONGEST_NAMED || names.size === MOST_NAMES) return known
    if (counts.size === MOST_COUNTED) counts.clear()
    const count = (counts.get(text) ?? 0) + 1
    counts.set(text, count)
    if (count < OFTEN) return undefined
    counts.delete(text)
    const name = `hub_${names.size + 1}`
    names.set(text, name)
    return name
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
