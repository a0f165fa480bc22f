import type { HubDatabase } from '../../../src-main/hub/store/database.ts'
import { openServer } from '../../builders/hub/testDatabase.ts'
import { anEmbeddedDatabase } from '../../builders/hub/embeddedDatabase.ts'
import { startPostgres, whyNoPostgres } from '../../builders/hub/postgresServer.ts'

/**
 * A database of its own for a hub: a PostgreSQL server where one is wanted and there is one, else PGlite in this process. Closing
 * it ends the server too.
 */
export async function openTortureDatabase(
  wantsServer: boolean,
): Promise<{ readonly database: HubDatabase; readonly url: string | null }> {
  if (!wantsServer || whyNoPostgres() !== null) return { database: await anEmbeddedDatabase(), url: null }
  const server = await startPostgres()
  const opened = openServer({ url: server.url })
  const close = async () => {
    await opened.close()
    await server.stop()
  }
  return { database: { ...opened, close }, url: server.url }
}
