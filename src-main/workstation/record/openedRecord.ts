import type { RecordReply } from '../../../src-preload/contract/recordShape.ts'
import { MOST_RECORD_BYTES } from '../../../src-preload/contract/vocabulary/recordPath.ts'
import { appendAudit, findRecordMade } from '../../store/auditRepo.ts'
import { toInstantOrNull } from '../../store/instants.ts'
import type { Core } from '../core.ts'
import { readRecord } from './readRecord.ts'

/** Answers the window that gave a file to be looked at. Nothing of it is kept; that somebody read it is noted. */
export async function answerRecord(core: Core, request: Request): Promise<Response> {
  const bytes = await bytesOf(request)
  const reading = bytes === null ? ({ outcome: 'no_record', why: 'too_big' } as const) : readRecord(bytes)
  if (reading.outcome !== 'verified') return json({ reading, madeHereAt: null })
  const { sha256, record } = reading
  const actor = core.session.user().userId
  const at = core.ports.clock.now()
  const { claimId } = record.claim.form
  try {
    core.store.write((store) =>
      appendAudit(store, { at, actor, act: 'record_opened', claimId, facts: { sha256 } }),
    )
  } catch (error) {
    // A profile that cannot be written can still be read, and so can this.
    core.ports.log({ level: 'warn', event: 'what was seen could not be noted', error })
  }
  return json({
    reading,
    madeHereAt: toInstantOrNull(core.store.read((store) => findRecordMade(store, sha256))),
  })
}

const json = (reply: RecordReply): Response =>
  Response.json(reply, {
    headers: { 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'" },
  })

/** Null = more than a record has. Read no further than that, whatever its length was said to be. */
async function bytesOf({ body }: Request): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.byteLength
    if (size > MOST_RECORD_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
