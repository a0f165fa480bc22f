import { hiddenFlags, plainFlag } from '../flow/flowFlags.ts'
import { FlowPage } from '../flow/flowPage.ts'
import { NOTHING_MORE, type ReaderPiece } from '../pieces.ts'
import { rtfBlocks } from './rtfFlow.ts'

/** Reads a rich text. Objects in it are named, not opened. */
export async function* readRtf(bytes: Uint8Array): AsyncGenerator<ReaderPiece> {
  yield { piece: 'opened', pageCount: null }
  const page = new FlowPage('markup')
  page.put(rtfBlocks(bytes))
  const facts = page.finish(1)
  yield { piece: 'page', read: { page: facts, fields: [], annotations: [] }, flags: hiddenFlags(facts) }
  const text = Buffer.from(bytes).toString('latin1')
  const hasObject = /\\objdata\b/u.test(text)
  const runs = /\\objautlink|\bDDEAUTO\b|\\\*\\template\b/u.test(text)
  yield {
    ...NOTHING_MORE,
    flags: [
      ...(hasObject ? [plainFlag('embedded_files', 'medium')] : []),
      ...(runs ? [plainFlag('external_parts', 'high')] : []),
    ],
  }
}
