import { FlowPage } from '../flow/flowPage.ts'
import { NOTHING_MORE, type ReaderPiece } from '../pieces.ts'
import { decodeText } from './decodeText.ts'
import { textBlocks } from './textBlocks.ts'

/** Reads plain text. Its own line ends stay, for columns are made of them. */
export async function* readTxt(bytes: Uint8Array): AsyncGenerator<ReaderPiece> {
  yield { piece: 'opened', pageCount: null }
  const page = new FlowPage('markup')
  page.put(textBlocks(decodeText(bytes)))
  yield { piece: 'page', read: { page: page.finish(1), fields: [], annotations: [] }, flags: [] }
  yield NOTHING_MORE
}
