import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openPostgres } from '../../hub/store/database.ts'
import { migrate } from '../../hub/store/migrate.ts'
import { claimFolder } from '../services/claimFolder.ts'
import { backUp, restore } from './backup.ts'
import { defaultDataFolder } from './dataFolder.ts'
import { openDocuments } from './openDocuments.ts'
import { productRoot } from './productRoot.ts'
import { TaskRefused } from './taskRefused.ts'
import { doWipeTask, WIPE_USAGE } from './wipeTask.ts'

export const TASKS = ['migrate', 'backup', 'restore', 'wipe'] as const
export type Task = (typeof TASKS)[number]

export const TASKS_USAGE = `Instead of flags, one of these, as the owner of the database:
  migrate --database-url URL                  brings the schema, its grants and policies up to date
  backup DIR [--database-url URL]             writes database and documents into a new folder
  restore DIR [--database-url URL]            puts them where no hub was yet; workstations read everything anew
  backup and restore of the embedded database take --data-dir, and no hub that has it open
${WIPE_USAGE}`

export const isTask = (word: string | undefined): word is Task => TASKS.some((task) => task === word)

/** Does one thing and says in one line what. @throws TaskRefused */
export async function doTask(task: Task, args: readonly string[]): Promise<string> {
  if (task === 'wipe') return doWipeTask(args)
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'database-url': { type: 'string' }, 'data-dir': { type: 'string' } },
  })
  const databaseUrl = values['database-url'] ?? null
  const migrations = join(productRoot(), 'resources', 'migrations', 'hub')
  if (task === 'migrate') {
    if (databaseUrl === null) throw new TaskRefused('migrate needs --database-url')
    const database = openPostgres({ url: databaseUrl })
    try {
      await migrate(database.owner, migrations)
    } finally {
      await database.close()
    }
    return JSON.stringify({ migrated: true })
  }
  const [dir, ...rest] = positionals
  if (dir === undefined || rest.length > 0) throw new TaskRefused(`${task} needs one folder`)
  return copy(task, dir, { databaseUrl, dataDir: values['data-dir'] ?? defaultDataFolder(), migrations })
}

interface Copying {
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly migrations: string
}

async function copy(
  task: 'backup' | 'restore',
  dir: string,
  { databaseUrl, dataDir, migrations }: Copying,
): Promise<string> {
  const folder = join(dataDir, 'hub')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const giveBack = databaseUrl === null ? await claimFolder(folder) : async () => {}
  try {
    const documents = await openDocuments(process.env, join(folder, 'documents'))
    const place = { databaseUrl, folder: join(folder, 'pg'), documents, migrations }
    const manifest = await (task === 'backup' ? backUp(place, dir) : restore(place, dir))
    return JSON.stringify({
      [task]: dir,
      claims: manifest.rows['claims'] ?? 0,
      documents: manifest.documents.length,
    })
  } finally {
    await giveBack()
  }
}
