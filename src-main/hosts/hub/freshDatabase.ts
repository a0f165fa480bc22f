import { existsSync } from 'node:fs'
import { cp, rename, rm } from 'node:fs/promises'

/** Where the build leaves it, below the product's root. */
export const EMPTY_DATABASE = 'out/database/pg'

/**
 * Puts a copy of the empty database that came with the build where there is none yet: to make one takes the embedded PostgreSQL over two
 * seconds. Without such a database nothing happens. What a copy that was cut short has left is never taken for a database.
 */
export async function putFreshDatabase(folder: string, empty: string): Promise<void> {
  if (existsSync(folder) || !existsSync(empty)) return
  const aside = `${folder}.new`
  await rm(aside, { recursive: true, force: true })
  await cp(empty, aside, { recursive: true })
  await rename(aside, folder)
}
