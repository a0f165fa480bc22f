import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { PutWipe } from '../../hub/api/wipes.ts'
import { actingAs, HUB, JOBS } from '../../hub/store/callerContext.ts'
import { type HubDatabase, openPglite, openPostgres } from '../../hub/store/database.ts'
import { listWorkstations } from '../../hub/store/teamRepo.ts'
import { transact } from '../../hub/store/transact.ts'
import { listCarried, listWipes } from '../../hub/store/wipesRepo.ts'
import { putWipe } from '../../hub/wiping/orderWipe.ts'
import { claimFolder } from '../services/claimFolder.ts'
import { defaultDataFolder } from './dataFolder.ts'
import { TaskRefused } from './taskRefused.ts'

export const WIPE_USAGE = `  wipe list                                   workstations, when each was last here, and what was ordered about it
  wipe order|take-back CLIENT --by OFFICE --reason WHY
                                              has a lost workstation wiped at its next contact; takes that back before it begins
  wipe carried CLIENT                         what waited there and came along, for whoever does it again
                                              (all with --database-url URL, or --data-dir where no hub has it open)`

const ACTS = { order: 'ordered', 'take-back': 'taken_back' } as const

/** Wiping from afar by the office that looks after the machines. One line of JSON. @throws TaskRefused */
export async function doWipeTask(args: readonly string[], now: () => number = Date.now): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'database-url': { type: 'string' },
      'data-dir': { type: 'string' },
      by: { type: 'string' },
      reason: { type: 'string' },
    },
  })
  const [verb = '', client, ...rest] = positionals
  const clientId = z.uuid().safeParse(client?.toLowerCase())
  if (rest.length > 0 || !(verb === 'list' ? client === undefined : clientId.success))
    throw new TaskRefused('wipe takes list, or order, take-back or carried with the id of a workstation')
  const place = { url: values['database-url'] ?? null, dataDir: values['data-dir'] ?? defaultDataFolder() }
  return withDatabase(place, async (database) => {
    const id = clientId.data ?? ''
    if (verb === 'list') return JSON.stringify(await listed(database, now()))
    if (verb === 'carried')
      return JSON.stringify({ carried: await actingAs(JOBS, () => listCarried(database.db, id)) })
    if (verb !== 'order' && verb !== 'take-back') throw new TaskRefused(`wipe does not know ${verb}`)
    return order(database, id, { act: ACTS[verb], reason: values.reason ?? '', by: values.by ?? '' }, now())
  })
}

interface OfficeWish extends PutWipe {
  readonly by: string
}

async function order(
  { db }: HubDatabase,
  clientId: string,
  { by, ...wish }: OfficeWish,
  now: number,
): Promise<string> {
  const asked = PutWipe.safeParse(wish)
  const byName = by.trim()
  if (!asked.success || byName === '' || byName.length > 100)
    throw new TaskRefused('wipe order and take-back need --by and --reason: both stay in the log')
  const answer = await putWipe(db, { ...asked.data, clientId, byUserId: null, byName, at: new Date(now) })
  if (answer === null) throw new TaskRefused('No workstation of that id was ever here; wipe list names them')
  if (answer.outcome === 'too_late')
    throw new TaskRefused(`Too late: the last thing that happened is ${answer.last}`)
  return JSON.stringify({ clientId, ...answer })
}

async function listed({ db }: HubDatabase, now: number) {
  const wipes = await actingAs(HUB, () => transact(db, listWipes))
  const since = new Date(now - LISTED_MS)
  const workstations = (await listWorkstations(db, since)).map(
    ({ clientId, userId, name, seenAt, unsent }) => ({
      clientId,
      userId,
      name,
      seenAt,
      unsent,
    }),
  )
  return { workstations, wipes }
}

/** A lost machine may be missed late. */
const LISTED_MS = 365 * 86_400_000

async function withDatabase(
  { url, dataDir }: { readonly url: string | null; readonly dataDir: string },
  work: (database: HubDatabase) => Promise<string>,
): Promise<string> {
  const folder = join(dataDir, 'hub')
  if (url === null) await mkdir(folder, { recursive: true, mode: 0o700 })
  const giveBack = url === null ? await claimFolder(folder) : async () => {}
  try {
    const database = url === null ? await openPglite(join(folder, 'pg')) : openPostgres({ url })
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  } finally {
    await giveBack()
  }
}
