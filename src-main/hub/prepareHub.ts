import { refreshClocks } from './claims/refreshClocks.ts'
import { fillDemoQueue } from './demo/fillDemoQueue.ts'
import { beginEpoch } from './feed/beginEpoch.ts'
import type { HubPorts } from './http/createHubApp.ts'
import { migrate } from './store/migrate.ts'

export interface HubFolders {
  readonly migrations: string
  /** `demo.json` and `documents/`. */
  readonly demo: string
}

/**
 * Makes a database ready to be served: schema, epoch of the feed, clocks of the calendar in force, demo queue where wanted.
 * @throws DatabaseRefused when the data are of another version; they are left as they are.
 */
export async function prepareHub(ports: Omit<HubPorts, 'isLoopback'>, folders: HubFolders): Promise<void> {
  const { db, basis, log } = ports
  await migrate(db, folders.migrations)
  await beginEpoch(db)
  const refreshed = await refreshClocks(db, basis)
  if (refreshed > 0) log({ level: 'info', event: 'clocks were set anew', facts: { claims: refreshed } })
  if (!ports.hasDemo) return
  const filled = await fillDemoQueue(ports, folders.demo)
  if (filled > 0) log({ level: 'info', event: 'demo queue was filled', facts: { claims: filled } })
}
