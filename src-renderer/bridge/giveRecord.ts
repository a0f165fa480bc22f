import type { RecordReply } from '../../src-preload/contract/recordShape.ts'
import { MOST_RECORD_BYTES, RECORD_PATH } from '../../src-preload/contract/vocabulary/recordPath.ts'

/** Gives a file to the core to be looked at: its bytes go by the app's own address, never across the bridge. Rejects when the core is away. */
export async function giveRecord(file: File): Promise<RecordReply> {
  if (file.size > MOST_RECORD_BYTES)
    return { reading: { outcome: 'no_record', why: 'too_big' }, madeHereAt: null }
  const [answer, { RecordReply: Shape }] = await Promise.all([
    fetch(RECORD_PATH, { method: 'PUT', body: file }),
    // The shapes come with the first record that is opened.
    import('../../src-preload/contract/recordShape.ts'),
  ])
  if (!answer.ok) throw new Error(`The core answered ${answer.status}.`)
  return Shape.parse(await answer.json())
}
