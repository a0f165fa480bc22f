import type Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { startStation, until, type Weakened } from './realStation.ts'
import type { Acknowledged } from './reviewer.ts'
import { bareDatabase } from '../../builders/profileKey.ts'

interface OperationRow {
  readonly id: string
  readonly content: string | null
}

/** Opens the profile as the next start would, and says of each acknowledged act that is not there. Empty = nothing is lost. */
export async function lossesOf(
  profile: string,
  acts: readonly Acknowledged[],
  weakened?: Weakened,
): Promise<string[]> {
  const station = await startStation(profile, undefined, weakened)
  // Found broken while it settled in, it is put together anew: then the first question is to be asked again.
  await until(station, async () => (await station.dispatch('sync.outbox', {})).ok)
  await station.workstation.stop()
  const sqlite = bareDatabase(join(profile, 'workstation.db'), { readonly: true })
  try {
    return [...lostOperations(sqlite, acts), ...lostDrafts(sqlite, acts), ...halfApplied(sqlite)]
  } finally {
    sqlite.close()
  }
}

function lostOperations(sqlite: Database.Database, acts: readonly Acknowledged[]): string[] {
  const rows = sqlite
    .prepare(
      `select operation_id as id, content from outbox union all select operation_id, content from conflicts
         union all select operation_id, null from settled where outcome = 'applied'`,
    )
    .all() as OperationRow[]
  const here = new Map(rows.map(({ id, content }) => [id, content]))
  const undone = new Set(acts.flatMap((act) => (act.did === 'undo' ? act.operationId : [])))
  const begunToUndo = new Set(
    sqlite.prepare("select operation_id from settled where outcome = 'undone'").pluck().all().map(String),
  )
  return acts.flatMap((act) => {
    if (act.did !== 'operation') return []
    const { operationId, kind, text } = act
    if (undone.has(operationId))
      return here.has(operationId) ? [`${kind} ${operationId} waits although it was undone`] : []
    // An undo may have been committed whose answer was never heard.
    if (begunToUndo.has(operationId)) return []
    const content = here.get(operationId)
    if (content === undefined) return [`${kind} ${operationId} is lost`]
    const action =
      content === null
        ? null
        : (JSON.parse(content) as { action: { text?: string; comment?: string } }).action
    return action === null || (action.text ?? action.comment) === text
      ? []
      : [`${kind} ${operationId} says something else`]
  })
}

/** The last acknowledged draft of a claim is there, or a later one whose answer was never heard. */
function lostDrafts(sqlite: Database.Database, acts: readonly Acknowledged[]): string[] {
  const last = new Map(acts.flatMap((act) => (act.did === 'draft' ? [[act.claimId, act.text] as const] : [])))
  const number = (text: string) => Number(/^Words (\d+)/.exec(text)?.[1] ?? -1)
  return [...last].flatMap(([claimId, text]) => {
    const kept = sqlite.prepare('select draft from drafts where claim_id = ?').pluck().get(claimId)
    if (typeof kept !== 'string') return [`the draft on ${claimId} is lost`]
    const { comment } = JSON.parse(kept) as { comment: string }
    return comment === text || number(comment) > number(text)
      ? []
      : [`the draft on ${claimId} is an older one`]
  })
}

const KINDS = "('comment', 'request_info')"

/** Operation and audit row stand and fall together, the chain is whole, and so is the file. */
function halfApplied(sqlite: Database.Database): string[] {
  const operations = `(select operation_id from outbox union select operation_id from conflicts union select operation_id from settled)`
  const made = `(select distinct facts ->> '$.operationId' as id from audit where act in ${KINDS} or act = 'operation put back from the journal')`
  const unheard = sqlite
    .prepare(`select operation_id from ${operations} where operation_id not in (select id from ${made})`)
    .pluck()
    .all()
  const phantoms = sqlite.prepare(`select id from ${made} where id not in ${operations}`).pluck().all()
  const integrity = String(sqlite.pragma('integrity_check', { simple: true }))
  return [
    ...unheard.map((id) => `operation ${String(id)} has no audit row`),
    ...phantoms.map((id) => `audit row of ${String(id)} has no operation`),
    ...(integrity === 'ok' ? [] : [`the database is not whole: ${integrity}`]),
    ...(isChainWhole(sqlite) ? [] : ['the audit chain is broken']),
  ]
}

function isChainWhole(sqlite: Database.Database): boolean {
  let previous = '0'.repeat(64)
  const rows = sqlite
    .prepare('select entry, at, actor, act, claim_id, facts, previous_hash, hash from audit order by entry')
    .raw()
    .all() as unknown[][]
  return rows.every((row) => {
    const hash = row.at(-1)
    const isLinked = row.at(-2) === previous
    previous = String(hash)
    return (
      isLinked &&
      createHash('sha256')
        .update(JSON.stringify(row.slice(0, -1)))
        .digest('hex') === hash
    )
  })
}
