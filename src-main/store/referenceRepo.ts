import type { Calendar } from '../../src-preload/contract/vocabulary/calendarShape.ts'
import type { PolicyProfile } from '../../src-preload/contract/vocabulary/policyShape.ts'
import type { PolicyVersion } from '../../src-preload/contract/vocabulary/policyVersion.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/** A table of things that have versions, and the columns in which a claim names one of them. */
interface Shelf {
  readonly table: 'policies' | 'calendars'
  readonly content: 'profile' | 'calendar'
  readonly namedBy: { readonly id: string; readonly version: string }
}

const POLICIES: Shelf = {
  table: 'policies',
  content: 'profile',
  namedBy: { id: 'policy_id', version: 'policy_version' },
}
const CALENDARS: Shelf = {
  table: 'calendars',
  content: 'calendar',
  namedBy: { id: 'calendar_id', version: 'calendar_version' },
}

/** Null until the hub has given this very version: no other one stands in for it. */
export function findPolicy(store: ReadStore, named: PolicyVersion): PolicyProfile | null {
  return find(store, POLICIES, named) as PolicyProfile | null
}

/** Null until the hub has given it. */
export function findCalendar(store: ReadStore, named: PolicyVersion): Calendar | null {
  return find(store, CALENDARS, named) as Calendar | null
}

/** The newest version of a calendar that is here; of any when null. Null = there is none. */
export function findNewestCalendar(store: ReadStore, id: string | null): Calendar | null {
  const text = statement(
    store,
    'select calendar from calendars where @id is null or id = @id order by version desc, id limit 1',
  )
    .pluck()
    .get({ id })
  return typeof text === 'string' ? (JSON.parse(text) as Calendar) : null
}

/** Every version that is here, the newest of each first. */
export function listReference(store: ReadStore): {
  readonly policies: readonly PolicyProfile[]
  readonly calendars: readonly Calendar[]
} {
  return {
    policies: list(store, POLICIES) as PolicyProfile[],
    calendars: list(store, CALENDARS) as Calendar[],
  }
}

/** Parsed by its schema when it came. */
const list = (store: ReadStore, { table, content }: Shelf): unknown[] =>
  statement(store, `select ${content} from ${table} order by id, version desc`)
    .pluck()
    .all()
    .map((text) => JSON.parse(String(text)))

/**
 * Takes over what the hub gives out now. Of what it no longer gives, that which a claim here still names stays. Returns false when
 * everything was known.
 */
export function putReference(
  store: WriteStore,
  given: { readonly policies: readonly PolicyProfile[]; readonly calendars: readonly Calendar[] },
): boolean {
  const policies = fill(store, POLICIES, given.policies)
  const calendars = fill(store, CALENDARS, given.calendars)
  return policies || calendars
}

/** Parsed by its schema when it came; null = it is not here. */
function find(store: ReadStore, { table, content }: Shelf, { id, version }: PolicyVersion): unknown {
  const text = statement(store, `select ${content} from ${table} where id = ? and version = ?`)
    .pluck()
    .get(id, version)
  return typeof text === 'string' ? JSON.parse(text) : null
}

function fill(
  store: WriteStore,
  { table, content, namedBy }: Shelf,
  given: readonly PolicyVersion[],
): boolean {
  const put = statement(
    store,
    `insert into ${table} (id, version, ${content}) values (?, ?, ?)
     on conflict do update set ${content} = excluded.${content} where ${content} <> excluded.${content}`,
  )
  const written = given.filter((one) => put.run(one.id, one.version, JSON.stringify(one)).changes > 0)
  statement(
    store,
    `delete from ${table}
     where not exists (select 1 from json_each(?) as one where one.value ->> 'id' = ${table}.id and one.value ->> 'version' = ${table}.version)
       and not exists (select 1 from claims where ${namedBy.id} = ${table}.id and ${namedBy.version} = ${table}.version)`,
  ).run(JSON.stringify(given.map(({ id, version }) => ({ id, version }))))
  return written.length > 0
}
