import type { z } from 'zod'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/** Names of the single values of a profile. */
export type ProfileValue =
  | 'client_id'
  /** Names that the profile had before, the latest first. */
  | 'former_client_ids'
  /** Of the last operation that the hub has answered under the present client id. */
  | 'last_sequence'
  | 'feed_link'
  /** Since when the hub gives whoever works here no claims, as it said without a break. */
  | 'shut_out_since'
  /** Entity tag of the policies and calendars at hand. */
  | 'reference_tag'
  /** Checks whose findings have to be confirmed. */
  | 'advisory_checks'
  /** What a person was drawn to look at again. */
  | `second_reviews ${string}`
  /** The last entry of the log that the hub has had of what a person looked at, with its hash. */
  | `reads_sent ${string}`
  /** What a person has begun to say of one of these. */
  | `second_review_draft ${string}`
  | 'last_sync_at'
  /** How much of the time of work without the hub a person has used up. */
  | 'offline_term'
  | 'settings'
  /** How each person left the queue. */
  | 'desks'
  | 'user'
  | 'people'
  /** How much each person of the team takes on, and when they are away. */
  | 'rooms'
  /** Up to when each person was told of marks of clocks. */
  | 'told_until'
  | 'checker_version'
  /** Of which form the check keys are. */
  | 'check_key_form'
  /** Of the schema as migrations left it, and how many they were. */
  | 'schema_hash'
  | 'schema_version'
  /** What this very database was called at its first start, and how often it was started (trust.md P8). */
  | 'instance'
  /** That the database was put together anew, until somebody has read it. */
  | 'recovery'
  /** Drafts of calendars and profiles at the hub and what was done to them, as it told last. */
  | 'rule_book'
  /** What a person has typed of a draft and the hub has not got. */
  | `rule_draft ${string}`
  /** How a person's votes on a claim stood to the machine's, which they had not seen. */
  | `blind_vote ${string}`

/** Null when never written, or when what stands there no longer fits its schema. */
export function findValue<T>(store: ReadStore, name: ProfileValue, schema: z.ZodType<T>): T | null {
  const row = statement(store, 'select value from profile where name = ?').pluck().get(name)
  if (typeof row !== 'string') return null
  const parsed = schema.safeParse(JSON.parse(row))
  return parsed.success ? parsed.data : null
}

export function putValue(store: WriteStore, name: ProfileValue, value: unknown): void {
  statement(
    store,
    'insert into profile (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
  ).run(name, JSON.stringify(value))
}

export function removeValue(store: WriteStore, name: ProfileValue): void {
  statement(store, 'delete from profile where name = ?').run(name)
}
