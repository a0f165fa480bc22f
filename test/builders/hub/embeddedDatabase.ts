import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { EMPTY_DATABASE, putFreshDatabase } from '../../../src-main/hosts/hub/freshDatabase.ts'
import { type HubDatabase, type Opening, openPglite } from '../../../src-main/hub/store/database.ts'
import { asTests } from './testDatabase.ts'

const EMPTY = resolve(import.meta.dirname, '../../..', EMPTY_DATABASE)

/** An embedded PostgreSQL of its own, put where it lies as the hub puts it; in memory where the build did not leave an empty one. */
export async function anEmbeddedDatabase(opening: Opening = {}): Promise<HubDatabase> {
  const asked = { contextOf: asTests, ...opening }
  if (!existsSync(EMPTY)) return openPglite(null, asked)
  const folder = await mkdtemp(join(tmpdir(), 'proofdesk-pg-'))
  await putFreshDatabase(join(folder, 'pg'), EMPTY)
  const opened = await openPglite(join(folder, 'pg'), asked)
  const close = async () => {
    await opened.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { ...opened, close }
}
