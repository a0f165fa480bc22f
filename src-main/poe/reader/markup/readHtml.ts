import { hiddenFlags } from '../flow/flowFlags.ts'
import { FlowPage } from '../flow/flowPage.ts'
import { NOTHING_MORE, type ReaderPiece } from '../pieces.ts'
import { decodeText } from './decodeText.ts'
import { htmlBlocks } from './htmlFlow.ts'
import { Inlays } from './inlays.ts'
import { lookPiece } from './lookPiece.ts'

/** Reads a page of HTML as it shows without scripts, pictures and anything fetched. */
export async function* readHtml(bytes: Uint8Array, withLook: boolean): AsyncGenerator<ReaderPiece> {
  yield { piece: 'opened', pageCount: null }
  const page = new FlowPage('markup')
  const inlays = new Inlays()
  page.put(htmlBlocks(decodeHtml(bytes), inlays).map(({ block }) => block))
  const facts = page.finish(1)
  yield { piece: 'page', read: { page: facts, fields: [], annotations: [] }, flags: hiddenFlags(facts) }
  if (withLook) yield lookPiece(inlays, page, null)
  yield NOTHING_MORE
}

function decodeHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const charset = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1]
  if (charset === undefined || /^utf-?(?:8|16)/iu.test(charset)) return decodeText(bytes)
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return decodeText(bytes)
  }
}
