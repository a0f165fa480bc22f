import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { z } from 'zod'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { DocumentStore } from '../../hub/documents/documentStore.ts'
import { countRows, hasTables, listNamedDocuments, noteRestored } from '../../hub/store/backupRepo.ts'
import { type HubDatabase, openPostgres, pgliteDatabase } from '../../hub/store/database.ts'
import { migrate } from '../../hub/store/migrate.ts'
import { ensureWorkingRole, raiseWalls } from '../../hub/store/raiseWalls.ts'

const run = promisify(execFile)

/** What a backup has, so that a restore can be held against it. */
const Manifest = z.object({
  format: z.literal(1),
  kind: z.enum(['pglite', 'postgres']),
  madeAt: z.iso.datetime(),
  databaseSha256: Sha256,
  /** Rows by table. */
  rows: z.record(z.string(), z.int()),
  documents: z.array(Sha256),
})
export type Manifest = z.infer<typeof Manifest>

/** The backup is not what its manifest says, or is of the other kind of database, or there are data already. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
}

export interface Place {
  /** Of the tables' owner; null = the embedded database in `folder`, which no hub has open. */
  readonly databaseUrl: string | null
  readonly folder: string
  readonly documents: DocumentStore
  readonly migrations: string
}

const DUMP = 'database.dump'
const MANIFEST = 'manifest.json'

/** Writes database and documents into a new folder, each document held against its hash. The manifest comes last. */
export async function backUp({ databaseUrl, folder, documents }: Place, into: string): Promise<Manifest> {
  await mkdir(join(into, 'documents'), { recursive: true, mode: 0o700 })
  const client = databaseUrl === null ? await PGlite.create({ dataDir: folder }) : null
  const database = client === null ? openPostgres({ url: databaseUrl ?? '' }) : pgliteDatabase(client)
  try {
    const rows = await countRows(database.db)
    if (client === null) await pgDump(databaseUrl ?? '', join(into, DUMP))
    else
      await writeFile(join(into, DUMP), Buffer.from(await (await client.dumpDataDir('gzip')).arrayBuffer()))
    // Listed after the database was written: none that it names is missing, and one more does no harm.
    const names = await listNamedDocuments(database.db)
    for (const sha256 of names) await copyOut(documents, sha256, into)
    const manifest: Manifest = {
      format: 1,
      kind: database.kind,
      madeAt: new Date().toISOString(),
      databaseSha256: await hashOf(join(into, DUMP)),
      rows,
      documents: names,
    }
    await writeFile(join(into, MANIFEST), JSON.stringify(manifest, null, 1), { mode: 0o600, flag: 'wx' })
    return manifest
  } finally {
    await database.close()
  }
}

/**
 * Puts a backup where no hub was yet. The feed begins a new epoch, so that every workstation reads all anew (410) and sends again what it
 * holds that is not there.
 * @throws BackupRefused
 */
export async function restore(place: Place, from: string): Promise<Manifest> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(from, MANIFEST), 'utf8')))
  const { databaseUrl, documents } = place
  if ((databaseUrl === null) !== (manifest.kind === 'pglite'))
    throw new BackupRefused('This backup is of the other kind of database.')
  if ((await hashOf(join(from, DUMP))) !== manifest.databaseSha256)
    throw new BackupRefused('The file of the database is not the one that was written.')
  for (const sha256 of manifest.documents) await copyIn(documents, sha256, from)
  const database = await restoreDatabase(place, join(from, DUMP))
  try {
    await migrate(database.owner, place.migrations)
    const rows = await countRows(database.db)
    const wrong = Object.entries(manifest.rows).filter(([table, count]) => rows[table] !== count)
    // A dump is of one moment; a hub that went on while rows were counted has some more.
    const lost = wrong.filter(([table, count]) => (rows[table] ?? 0) < count)
    if (lost.length > 0)
      throw new BackupRefused(`Rows are missing in ${lost.map(([table]) => table).join(', ')}.`)
    await noteRestored(database.db)
    return manifest
  } finally {
    await database.close()
  }
}

async function restoreDatabase({ databaseUrl, folder }: Place, dump: string): Promise<HubDatabase> {
  if (databaseUrl === null) {
    const loadDataDir = new Blob([await readFile(dump)])
    return pgliteDatabase(await PGlite.create({ dataDir: folder, loadDataDir }))
  }
  const database = openPostgres({ url: databaseUrl })
  try {
    if (await hasTables(database.owner)) throw new BackupRefused('There are data already.')
    await ensureWorkingRole(database.owner)
    const options = ['--no-owner', '--exit-on-error', '--single-transaction']
    await run('pg_restore', [...options, `--dbname=${databaseUrl}`, dump])
    // What is granted on the database itself is in no dump.
    await database.owner.transaction(raiseWalls)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Policies hold for the owner as well, who therefore says that jobs ask. Grants and policies are in the dump. */
async function pgDump(url: string, file: string): Promise<void> {
  const env = { ...process.env, PGOPTIONS: '-c proofdesk.caller=jobs' }
  await run('pg_dump', ['--format=custom', '--enable-row-security', `--file=${file}`, `--dbname=${url}`], {
    env,
  })
}

async function copyOut(documents: DocumentStore, sha256: Sha256, into: string): Promise<void> {
  const bytes = await documents.find(sha256)
  if (bytes === undefined) throw new BackupRefused(`The document ${sha256} is missing.`)
  await writeFile(join(into, 'documents', sha256), bytes, { mode: 0o600 })
}

async function copyIn(documents: DocumentStore, sha256: Sha256, from: string): Promise<void> {
  const stored = await documents.put(await readFile(join(from, 'documents', sha256)))
  if (stored !== sha256) throw new BackupRefused(`The document ${sha256} is not the one that was written.`)
}

async function hashOf(file: string): Promise<Sha256> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return Sha256.parse(hash.digest('hex'))
}
