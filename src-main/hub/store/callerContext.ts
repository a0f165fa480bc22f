import { AsyncLocalStorage } from 'node:async_hooks'
import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Tx } from './database.ts'

/**
 * For whom the database is asked. It is told with every transaction, and its policies (`tableWalls.ts`) keep from it what is not for
 * that caller; who said nothing sees nothing.
 */
export type CallerContext =
  /** A person of the team, reading: all but what partners have with whom they have dealings (MPN ids, trust.md R4). */
  | { readonly kind: 'team'; readonly hidden: readonly string[] }
  /** Somebody of a partner, reading: what their own location claims. */
  | { readonly kind: 'partner'; readonly mpnId: string }
  /** Somebody of a customer, reading: what is claimed of them. */
  | { readonly kind: 'customer'; readonly tenantId: string }
  /** The hub itself, reading what it may not write: where a claim is, what has changed. */
  | { readonly kind: 'look' }
  /** An act on the claims of one customer, whose rivals change with it. */
  | { readonly kind: 'act'; readonly tenantId: string }
  /** An act of which it is not known yet which customer it is about; never on what partners have who are hidden. */
  | { readonly kind: 'hub'; readonly hidden?: readonly string[] }
  /** What clocks bring about, the start and the demo queue. */
  | { readonly kind: 'jobs' }

export const LOOK: CallerContext = { kind: 'look' }
export const HUB: CallerContext = { kind: 'hub' }
export const JOBS: CallerContext = { kind: 'jobs' }

const contexts = new AsyncLocalStorage<CallerContext | null>()

/** Runs something on behalf of somebody. `null` = of nobody, who sees nothing. */
export const actingAs = <T>(context: CallerContext | null, run: () => PromiseLike<T>): Promise<T> =>
  // Awaited inside: a query begins only when somebody waits for it.
  contexts.run(context, async () => await run())

/** On whose behalf this runs. Undefined = nobody has said; null = nobody. */
export const currentContext = (): CallerContext | null | undefined => contexts.getStore()

/** From here on the transaction is an act on one customer's claims alone. */
export async function narrowTo(tx: Tx, tenantId: TenantId): Promise<void> {
  await enter(tx, { kind: 'act', tenantId })
}

/** The settings of an act, for a statement that finds out itself whose claim it is about. */
export const actSettings = (tenantId: AnyPgColumn): SQL<string> => {
  const settings = Object.entries({
    ...settingsOf({ kind: 'act', tenantId: '' }),
    tenant: sql`${tenantId}::text`,
  })
  const told = settings.map(([name, value]) => sql`set_config(${`proofdesk.${name}`}, ${value}, true)`)
  return sql<string>`concat(${sql.join(told, sql`, `)})`
}

/** The transaction goes on for somebody else. */
export async function enter(tx: Tx, context: CallerContext): Promise<void> {
  await tx.execute(enterSql(context))
}

/** All of what the policies ask for, so that nothing of a context before stays; gone when the transaction ends. */
export function enterSql(context: CallerContext, before: SQL = sql``): SQL {
  const settings = Object.entries(settingsOf(context)).map(
    ([name, value]) => sql`set_config(${`proofdesk.${name}`}, ${value}, true)`,
  )
  return sql`select ${before}${sql.join(settings, sql`, `)}`
}

interface Settings {
  readonly caller: string
  readonly tenant: string
  readonly partner: string
  /** An array, as PostgreSQL writes it. */
  readonly hidden: string
}

export function settingsOf(context: CallerContext): Settings {
  return {
    caller: context.kind,
    tenant: 'tenantId' in context ? context.tenantId : '',
    partner: 'mpnId' in context ? context.mpnId : '',
    hidden: arrayText('hidden' in context ? (context.hidden ?? []) : []),
  }
}

const arrayText = (words: readonly string[]): string =>
  `{${words.map((word) => `"${word.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`
