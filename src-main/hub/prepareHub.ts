import { join } from 'node:path'
import type { Calendar } from '../../src-preload/contract/vocabulary/calendarShape.ts'
import { sealOlder } from './audit/sealOlder.ts'
import { catchUpKeys } from './claims/catchUpKeys.ts'
import { letGoOfHeld } from './claims/letGoOfHeld.ts'
import { refreshClocks } from './claims/refreshClocks.ts'
import { type DemoPorts, fillDemoQueue } from './demo/fillDemoQueue.ts'
import { beginEpoch } from './feed/beginEpoch.ts'
import type { HubPorts } from './http/hubPorts.ts'
import { ASSIGNMENTS_FILE, readAssignments } from './policy/assignmentFile.ts'
import { CalendarFile } from './policy/calendarFile.ts'
import { readJsonFile } from './policy/jsonFile.ts'
import { readPolicies } from './policy/policyFile.ts'
import { loadRules, type Rules } from './policy/rules.ts'
import { actingAs, JOBS } from './store/callerContext.ts'
import type { Db } from './store/database.ts'
import { migrate } from './store/migrate.ts'
import { ensureSigningKey } from './store/signingKeysRepo.ts'
import {
  listCalendars,
  lockAssignments,
  putAssignments,
  putCalendar,
  putProfile,
} from './store/referenceRepo.ts'
import { isPublished } from './store/rulesRepo.ts'

export interface HubFolders {
  readonly migrations: string
  /** `demo.json` and `documents/`. */
  readonly demo: string
  /** Profiles and `assignments.json`. */
  readonly policy: string
  /** The file of the team's calendar. */
  readonly calendar: string
}

/**
 * Makes a database ready to be served: schema, epoch of the feed, profiles and calendar, clocks of the calendar in force, demo
 * queue where wanted.
 * @param owner who owns the tables, for the schema.
 * @throws DatabaseRefused when the data are of another version, VersionTaken when a profile or calendar changed without a new
 *   version; the data are left as they are.
 */
export async function prepareHub(ports: PreparePorts, owner: Db, folders: HubFolders): Promise<Rules> {
  await migrate(owner, folders.migrations)
  return actingAs(JOBS, () => bringUpToDate(ports, folders))
}

type PreparePorts = Omit<HubPorts, 'isLoopback' | 'rules' | 'signIn' | 'issuers' | 'limits'> &
  Pick<DemoPorts, 'writeLetter'>

async function bringUpToDate(ports: PreparePorts, folders: HubFolders): Promise<Rules> {
  const { db, log } = ports
  await beginEpoch(db)
  const rules = await bringRules(db, folders)
  const sealed = await sealOlder(db)
  if (sealed > 0) log({ level: 'info', event: 'chains of the log were begun', facts: { chains: sealed } })
  const refreshed = await refreshClocks({ ...ports, rules })
  if (refreshed > 0) log({ level: 'info', event: 'clocks were set anew', facts: { claims: refreshed } })
  const named = await catchUpKeys(db, rules)
  if (named > 0)
    log({ level: 'info', event: 'claims were looked through for rivals', facts: { claims: named } })
  const freed = await letGoOfHeld({ ...ports, rules })
  if (freed > 0)
    log({ level: 'info', event: 'claims that waited for nothing went back', facts: { claims: freed } })
  if (!ports.hasDemo) return rules
  await ensureSigningKey(db, ports.now())
  const filled = await fillDemoQueue({ ...ports, rules }, folders.demo)
  if (filled > 0) log({ level: 'info', event: 'demo queue was filled', facts: { claims: filled } })
  return rules
}

/** Shipped profiles and the calendar join what the database has; assignments are only brought to a database without any. */
export async function bringRules(
  db: Db,
  { policy, calendar }: Pick<HubFolders, 'policy' | 'calendar'>,
): Promise<Rules> {
  const shipped = (await readPolicies(policy)).map(({ profile }) => profile)
  const assignments = await readAssignments(join(policy, ASSIGNMENTS_FILE), shipped)
  const inForce = await readJsonFile(calendar, CalendarFile)
  await db.transaction(async (tx) => {
    // Two hubs that start on one empty database: the second waits here and then finds assignments.
    const assigned = await lockAssignments(tx)
    // What leads published under a number stays, whatever a later program ships under it.
    for (const profile of shipped)
      if (!(await isPublished(tx, 'profile', profile))) await putProfile(tx, profile)
    if (!(await isPublished(tx, 'calendar', inForce))) await putCalendar(tx, inForce)
    if (assigned.length === 0) await putAssignments(tx, assignments)
  })
  const isInForce = ({ id, version }: Calendar) => id === inForce.id && version === inForce.version
  return loadRules(db, (await listCalendars(db)).find(isInForce) ?? inForce)
}
