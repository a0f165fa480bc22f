import type { Input, Output } from '../../../src-preload/contract/index.ts'
import { MOST_RECORD_BYTES } from '../../../src-preload/contract/vocabulary/recordPath.ts'
import { RECORD_FORMAT, RECORD_VERSION } from '../../../src-preload/contract/recordShape.ts'
import { block } from '../../domain/claim/block.ts'
import { mayTakeAway } from '../../domain/claim/roles.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { loadSayings } from '../caseFile/sayings.ts'
import type { Core } from '../core.ts'
import type { CopyPlace } from '../ports.ts'
import { gatherRecord, type GatheredRecord } from './gatherRecord.ts'
import { type Entries, jsonBytes, paperName, sealed, sha256Of } from './recordFile.ts'

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
  return handOut(core, { claimId, file, operationId, missing: papers.missing }, place)
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

interface Made {
  readonly claimId: Asked['claimId']
  readonly operationId: string
  readonly file: Uint8Array
  readonly missing: number
}

/** Noted before the first byte leaves: what follows may fail, but never unnoted. */
async function handOut(
  core: Core,
  { claimId, operationId, file, missing }: Made,
  place: CopyPlace,
): Promise<Answer> {
  const sha256 = sha256Of(file)
  const facts = { operationId, sha256, bytes: file.byteLength }
  const actor = core.session.user().userId
  const at = core.ports.clock.now()
  core.store.write((store) => appendAudit(store, { at, actor, act: 'decision_record', claimId, facts }))
  try {
    await place.write(file)
    return { outcome: 'saved', where: place.where, sha256, missingPapers: missing }
  } catch (error) {
    core.ports.log({ level: 'warn', event: 'a record could not be written', error })
    return { outcome: 'failed' }
  }
}
