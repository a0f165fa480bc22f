/**
 * Entry of the throw-away reader: takes one document by message, answers in pieces, ends. It runs bound: no writes, no
 * foreign reads, no children (permission model, set by the parent), no network (refused here, before a parser loads).
 * `--pdfjs-dir=DIR` names the folder of the pdfjs-dist package. `--rehearse`: while nobody asks, it loads the parser and tries it.
 */
import { readDocument } from './readDocument.ts'
import { DOCUMENT_TYPES } from '../facts/factWords.ts'
import { packPiece } from './packWords.ts'
import type { ReaderMessage } from './readerMessages.ts'
import { refuseNetwork } from './refuseNetwork.ts'

refuseNetwork()

// pdf.js rejects some promises that nobody holds when a file is bad; the awaited one tells the outcome.
process.on('unhandledRejection', () => undefined)

const pdfjsDir =
  process.argv.find((argument) => argument.startsWith('--pdfjs-dir='))?.slice('--pdfjs-dir='.length) ?? ''

const send = (message: ReaderMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    if (!process.send) reject(new Error('The reader is started by its parent, with a channel'))
    else process.send(message, undefined, {}, (error) => (error ? reject(error) : resolve()))
  })

async function answer(order: unknown): Promise<void> {
  if (typeof order !== 'object' || order === null) return
  const bytes: unknown = Reflect.get(order, 'bytes')
  const pages = Number(Reflect.get(order, 'pageLimit'))
  const withLook = Reflect.get(order, 'withLook') === true
  const type = DOCUMENT_TYPES.find((known) => known === Reflect.get(order, 'type'))
  if (!(bytes instanceof Uint8Array) || type === undefined) return
  // While one piece is on its way the next is read; never more than one, so that a parent that is slow is waited for.
  let sent: Promise<void> = Promise.resolve()
  for await (const piece of readDocument(bytes, type, pdfjsDir, { pages, withLook })) {
    const packed = packPiece(piece)
    await sent
    sent = send({ kind: 'piece', ...packed })
  }
  await sent
  await send({ kind: 'done' })
}

let isAsked = false
const rehearsed = process.argv.includes('--rehearse')
  ? import('./rehearsal.ts').then(({ rehearse }) => rehearse(pdfjsDir, () => !isAsked))
  : Promise.resolve()

process.once('message', (order) => {
  isAsked = true
  // Two readings at once would not be faster; a rehearsal that failed has nothing to say about this paper.
  rehearsed
    .catch(() => undefined)
    .then(() => answer(order))
    .then(
      () => process.exit(0),
      () => process.exit(1),
    )
})
process.once('disconnect', () => process.exit(0))
send({ kind: 'ready' }).catch(() => process.exit(1))
