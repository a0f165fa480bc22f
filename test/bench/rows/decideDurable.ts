import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { prepareProfile, type RealStation, startStation } from '../../torture/station/realStation.ts'
import { THE_CLAIMS } from '../../torture/station/smallHub.ts'
import { type Bench, compare } from '../measure/row.ts'

/** From the reviewer's command to "accepted": guards, outbox, audit, journal and commit, all of it on the disk. */
export const decideDurable: Bench = {
  id: 'decide-durable',
  async run({ say, scratch }) {
    const profile = mkdtempSync(join(scratch, 'decide-'))
    await prepareProfile(profile)
    const station = await startStation(profile)
    await station.call('sync.outbox', {})
    const bare = bareDatabase(join(profile, 'bare.db'))
    try {
      return await compare(
        {
          id: 'decide-durable',
          what: `${THE_CLAIMS.length} decisions, each accepted when it is durable`,
          baseline: 'as many single rows, each committed with WAL and FULL',
          must: 10,
          aim: 4,
          rounds: 15,
          ours: () => decideAll(station),
          theirs: async () => bare.commitEach(THE_CLAIMS.length),
        },
        say,
      )
    } finally {
      bare.close()
      await station.workstation.stop()
    }
  },
}

/** Milliseconds for deciding every claim; taking the decisions back again is not measured. */
export async function decideAll(station: RealStation): Promise<number> {
  const commands = THE_CLAIMS.map(({ form, revision }) => ({
    claimId: form.claimId,
    revision,
    commandId: OperationId.parse(randomUUID()),
    decision: 'request_info' as const,
    reasons: ['POE_MISSING_PRODUCTS' as const],
    comment: 'Teams is not in the paper that came with the claim.',
    items: ['i1'],
    mayRemoveItems: false,
    partnerRequestReason: null,
    note: '',
  }))
  const startedAt = performance.now()
  for (const command of commands) {
    const { outcome } = await station.call('claims.decide', command)
    if (outcome !== 'accepted') throw new Error(`A decision was ${outcome}.`)
  }
  const took = performance.now() - startedAt
  for (const { commandId } of commands) {
    const { outcome } = await station.call('sync.undo', { operationId: commandId })
    if (outcome !== 'undone') throw new Error('A decision could not be taken back.')
  }
  return took
}

function bareDatabase(file: string) {
  const sqlite = new Database(file)
  sqlite.pragma('locking_mode = EXCLUSIVE')
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.exec('create table decisions (id text primary key, said text not null)')
  const insert = sqlite.prepare('insert into decisions values (?, ?)')
  return {
    commitEach(rows: number): number {
      const startedAt = performance.now()
      for (let n = 0; n < rows; n += 1) insert.run(randomUUID(), 'Teams is not in the paper.')
      return performance.now() - startedAt
    },
    close: () => sqlite.close(),
  }
}
