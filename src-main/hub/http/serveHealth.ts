import { sql } from 'drizzle-orm'
import type { Context } from 'hono'
import type { HubEnv, HubPorts } from './createHubApp.ts'

/** Answers once the database does. */
export const serveHealth =
  ({ db }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    await db.execute(sql`select 1`)
    return context.json({ status: 'ok' })
  }
