import type { Input, Output } from '../../../src-preload/contract/index.ts'
import { MOST_RECORD_BYTES } from '../../../src-preload/contract/vocabulary/recordPath.ts'
import { RECORD_FORMAT, RECORD_VERSION } from '../../../src-preload/contract/recordShape.ts'
import { block } from '../../domain/claim/block.ts'
import { mayTakeAway } from '../../domain/claim/roles.ts'
import { loadSayings } from '../caseFile/sayings.ts'
import type { Core } from '../core.ts'
import { handOut } from '../handOut.ts'
import { gatherRecord, type GatheredRecord } from './gatherRecord.ts'
import { type Entries, jsonBytes, paperName, sealed } from './recordFile.ts'

type Asked = Input<'record.save'>
type Answer = Output<'record.save'>

/** One decision as one file, written where the person chose. Works without the hub. */
export async function saveRecord(core: Core, { claimId, withPapers, locale }: Asked): Promise<Answer> {
  if (!mayTakeAway(core.session.user().role)) return { outcome: 'blocked', blocks: [block('role_may_not')] }
  const gathered = gatherRecord(core, claimId)
  if (gathered === null) return { outcome: 'no_decision' }
  const { say } = await loadSayings(locale)
  const place = await core.ports.chooseCopyPlace(say('record.save.name', { claimId }))
  if (place === null) return { outcome: 'cancelled' }
  const papers = withPapers ? await papersOf(core, gathered) : { entries: {}, missing: 0 }
  const { operationId } = gathered.entries['decision.json']
  const words = Object.entries(gathered.entries).map(([name, value]) => [name, jsonBytes(value)] as const)
  const file = sealed(
    { ...Object.fromEntries(words), ...papers.entries },
    { format: RECORD_FORMAT, version: RECORD_VERSION, claimId, operationId },
  )
  if (file.byteLength > MOST_RECORD_BYTES) return { outcome: 'too_big' }
  const leaving = { act: 'decision_record', claimId, facts: { operationId }, bytes: file } as const
  const answer = await handOut(core, leaving, place)
  return answer.outcome === 'failed' ? answer : { ...answer, missingPapers: papers.missing }
}

async function papersOf(
  { files }: Core,
  { entries: { 'claim.json': claim } }: GatheredRecord,
): Promise<{ readonly entries: Entries; readonly missing: number }> {
  const hashes = [...new Set(claim.documents.map(({ sha256 }) => sha256))]
  const read = await Promise.all(
    hashes.map(async (sha256) => [paperName(sha256), await files.read(sha256)] as const),
  )
  const here = read.flatMap(([name, bytes]) => (bytes === null ? [] : [[name, bytes] as const]))
  return { entries: Object.fromEntries(here), missing: read.length - here.length }
}
