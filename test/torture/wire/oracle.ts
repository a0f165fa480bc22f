import { join } from 'node:path'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { HistoryKind, SentKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { OperationRequest } from '../../../src-main/hub/api/operations.ts'
import { canonicalJson } from '../../../src-main/domain/canonicalJson.ts'
import { findBreakInAudit } from '../../../src-main/store/auditRepo.ts'
import { openStore } from '../../../src-main/store/openStore.ts'
import type { Acknowledged } from './acts.ts'
import type { KeptOperation, TortureHub } from './tortureHub.ts'
import type { TortureStation } from './tortureStation.ts'
import { keyBeside } from '../../builders/profileKey.ts'

/** Those that wait for an arbitration too, which a reviewer's list leaves out. */
export const EVERY_CLAIM = { text: '-is:snoozed' }

/** What this workstation has to show that is not as the hub has it; empty = it is the same, to the last document. */
export async function differencesFrom(
  hub: TortureHub,
  station: TortureStation,
  { withDocuments }: { readonly withDocuments: boolean } = { withDocuments: true },
): Promise<string[]> {
  const { operations } = await station.call('sync.outbox', {})
  if (operations.length > 0)
    return [`${operations.length} operations wait: ${operations[0]?.kind} ${operations[0]?.state}`]
  const { rows, total } = await station.call('claims.list', {
    filter: EVERY_CLAIM,
    offset: 0,
    limit: 500,
  })
  const revisions = await hub.revisions()
  const strayed = rows
    .filter(({ claimId, revision }) => revisions.get(claimId) !== revision)
    .map(({ claimId, revision }) => `${claimId} is at ${revision} instead of ${revisions.get(claimId)}`)
  if (total !== revisions.size || strayed.length > 0)
    return [`${total} claims instead of ${revisions.size}`, ...strayed]
  const records = await hub.records()
  const differences = await Promise.all(
    [...records].map((entry) => differenceOf(station, entry, withDocuments)),
  )
  return differences.flatMap((one) => one ?? [])
}

async function differenceOf(
  station: TortureStation,
  [claimId, theirs]: [string, ClaimRecord],
  withDocuments: boolean,
): Promise<string | null> {
  const detail = await station.call('claims.open', { claimId: ClaimId.parse(claimId) }).catch(() => null)
  if (detail === null) return `${claimId} is missing`
  const mine: Record<string, unknown> = { ...detail.claim }
  const fields = Object.entries(theirs).filter(
    ([name, value]) => canonicalJson(value) !== canonicalJson(mine[name]),
  )
  if (fields.length > 0) return `${claimId} differs in ${fields.map(([name]) => name).join(', ')}`
  const missing = detail.documents.filter(({ availability }) => availability === 'missing').length
  return withDocuments && missing > 0 ? `${claimId} misses ${missing} documents` : null
}

/** What acts of reviewers leave in a claim's history. Assignments may be renewed without a word. */
const LEAVES: Partial<Record<SentKind, HistoryKind>> = {
  start_review: 'review_started',
  approve: 'approved',
  request_info: 'information_requested',
  reject: 'rejected',
  hold_for_arbitration: 'held_for_arbitration',
  reopen: 'reopened',
}

const NOTHING = { undone: new Set<string>(), settled: new Set<string>() }

/**
 * Everything that is wrong with what became of the acknowledged acts; empty = each was applied once, or waits in a tray.
 * `undone`: taken back in time; `settled`: a person has dealt with its conflict.
 */
export async function wrongsOf(
  hub: TortureHub,
  acknowledged: readonly Acknowledged[],
  {
    undone,
    settled,
  }: { readonly undone: ReadonlySet<string>; readonly settled: ReadonlySet<string> } = NOTHING,
): Promise<string[]> {
  const kept = await hub.operations()
  const records = await hub.records()
  const comments = await hub.comments()
  const trays = new Map<TortureStation, ReadonlyMap<string, string>>()
  for (const { station } of acknowledged)
    if (!trays.has(station)) {
      const { conflicts } = await station.call('sync.conflicts', {})
      trays.set(station, new Map(conflicts.map(({ operationId, reason }) => [operationId, reason])))
    }
  const fates = acknowledged.flatMap((one) =>
    wrongOf(one, {
      kept: kept.filter(({ operationId }) => operationId === one.operationId),
      reason: settled.has(one.operationId)
        ? 'settled'
        : (trays.get(one.station)?.get(one.operationId) ?? null),
      isUndone: undone.has(one.operationId),
      isGone: !records.has(one.claimId),
      told: one.words === null ? null : comments.filter((text) => text === one.words).length,
    }),
  )
  return [...fates, ...[...records.values()].flatMap((record) => effectsOf(record, kept))]
}

interface Fate {
  readonly kept: readonly KeptOperation[]
  /** Of the conflict in the tray; null = it is not there. */
  readonly reason: string | null
  readonly isUndone: boolean
  /** The claim is gone, and what the hub kept of it. */
  readonly isGone: boolean
  /** How often its words stand in a comment; null = it has none. */
  readonly told: number | null
}

function wrongOf(one: Acknowledged, { kept, reason, isUndone, isGone, told }: Fate): string[] {
  const name = `${one.kind} on ${one.claimId} (${one.operationId})`
  const outcome = kept[0]?.result.outcome
  if (kept.length > 1) return [`${name} was kept ${kept.length} times`]
  if (isUndone)
    return outcome === undefined && reason === null ? [] : [`${name} was undone and left all the same`]
  if (isGone) return []
  const times = outcome === 'applied' ? 1 : 0
  const isTold = told === null || told === times
  if (!isTold) return [`${name} was told ${told} times instead of ${times}`]
  if (outcome === 'applied')
    return reason === null ? [] : [`${name} was applied and is in the tray (${reason})`]
  return reason === null ? [`${name} vanished: the hub has ${outcome ?? 'nothing'}, the tray nothing`] : []
}

/** One trace for one applied act. Entries of the claim's made-up past are by "Someone". */
export function effectsOf({ form, history, state }: ClaimRecord, kept: readonly KeptOperation[]): string[] {
  const told = history.findLast(({ toState }) => toState !== null)?.toState
  const strayed = told === state ? [] : [`${form.claimId} is ${state}, and its history ends at ${told}`]
  const traces = Object.entries(LEAVES).flatMap(([kind, trace]) => {
    const traces = history.filter(
      (entry) => entry.kind === trace && entry.side === 'reviewer' && entry.actorName !== 'Someone',
    ).length
    const applied = kept.filter(
      (one) => one.claimId === form.claimId && one.kind === kind && one.result.outcome === 'applied',
    ).length
    return traces === applied ? [] : [`${form.claimId}: ${applied} × ${kind} left ${traces} traces`]
  })
  return [...strayed, ...traces]
}

/** Watches the numbers that operations leave with: under one client id each number is one operation, and none is left out. */
export function createSequenceWatch() {
  const clients = new Map<string, Map<number, string>>()
  const wrongs: string[] = []
  return {
    see(body: Buffer) {
      const { clientId, sequence, operationId } = OperationRequest.parse(JSON.parse(body.toString()))
      const numbers = clients.get(clientId) ?? new Map<number, string>()
      clients.set(clientId, numbers)
      const known = numbers.get(sequence)
      if (known !== undefined && known !== operationId)
        wrongs.push(`${clientId}: ${sequence} names two operations`)
      if (known === undefined && sequence !== numbers.size + 1)
        wrongs.push(`${clientId}: ${sequence} came as number ${numbers.size + 1}`)
      numbers.set(sequence, operationId)
    },
    wrongs: () => wrongs,
  }
}

/** Of a workstation that has stopped: whether the chain of its audit is whole. */
export function wrongOfAudit({ profile, user }: TortureStation, root: string): string[] {
  const migrations = join(root, 'resources/migrations/workstation')
  const file = join(profile, 'workstation.db')
  const store = openStore({ file, migrations, now: 0, key: keyBeside(file) })
  try {
    const broken = store.read(findBreakInAudit)
    return broken === null ? [] : [`the audit of ${user} is broken at ${broken}`]
  } finally {
    store.close()
  }
}
