import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { IntakeResult } from '../../../hub/api/intakeResult.ts'
import { HubFailed } from '../hub/hubFailed.ts'
import type { IntakeClient } from '../hub/intakeClient.ts'
import { reasonsOf } from '../partner/blockSentences.ts'
import type { JudgedRow } from './judgeRows.ts'
import { bytesOf, missingPapers } from './paperFolder.ts'
import { checkOf } from './askedRows.ts'
import { type AskedRow, refusedRow, type RowOutcome } from './rowOutcome.ts'

/**
 * Does what is to be done for a row: begins the claim, gives it its papers, submits it. Every step may have been done before.
 * @throws HubFailed when the hub is away; a fault that concerns this row alone is its refusal.
 */
export async function bringRow({ asked, outcome }: JudgedRow, hub: IntakeClient): Promise<RowOutcome> {
  if (outcome.outcome !== 'new' && outcome.outcome !== 'unfinished') return outcome
  try {
    const refusal = await bring(asked, hub)
    if (refusal !== null) return refusedRow(asked.row, refusal)
    const done = outcome.outcome === 'new' ? 'brought' : 'finished'
    return { ...outcome, outcome: done, notes: done === 'finished' ? [] : outcome.notes }
  } catch (error) {
    if (!(error instanceof HubFailed) || error.status === null) throw error
    return refusedRow(asked.row, [error.message])
  }
}

/** Null = all is done. */
async function bring({ wanted, papers }: AskedRow, hub: IntakeClient): Promise<readonly string[] | null> {
  const { claimId, claim, isMigrated, submittedAt, staysDraft } = checkOf(wanted)
  const id = ClaimId.parse(claimId)
  const made = await hub.create({ claimId: id, isMigrated, claim })
  if (made.outcome !== 'exists' && made.outcome !== 'done') return whyNot(made)
  if (made.state !== 'editing') return null
  const known = made.outcome === 'exists' ? (await hub.record(id)).documents : []
  let { revision } = made
  for (const paper of await missingPapers(papers, known)) {
    const added = await hub.addDocument(id, { meta: paper.meta, bytes: await bytesOf(paper) })
    if (added.outcome !== 'done') return whyNot(added)
    revision = added.revision
  }
  if (staysDraft) return null
  const sent = await hub.act(id, 'submit', { claimRevision: revision, submittedAt })
  return sent.outcome === 'done' ? null : whyNot(sent)
}

function whyNot(result: IntakeResult): readonly string[] {
  switch (result.outcome) {
    case 'refused':
      return reasonsOf(result)
    case 'stale':
      return ['Somebody else changed the claim meanwhile; run the import again.']
    case 'gone':
      return ['The claim was there once and was cancelled; give it another id.']
    case 'done':
    case 'exists':
      return ['The hub answered something that was not asked.']
  }
}
