import type { MailAddress, MailFacts, PageFacts } from '../../facts/documentFacts.ts'
import { hiddenFlags, plainFlag } from '../flow/flowFlags.ts'
import { FlowPage } from '../flow/flowPage.ts'
import { shownTextOfBlock, textParagraph } from '../flow/flowParts.ts'
import { type HtmlBlock, htmlBlocks } from '../markup/htmlFlow.ts'
import { Inlays } from '../markup/inlays.ts'
import { lookPiece } from '../markup/lookPiece.ts'
import { textBlocks } from '../markup/textBlocks.ts'
import { pictureSize } from '../office/pictures.ts'
import { NOTHING_MORE, type ReaderPiece } from '../pieces.ts'
import { differingPlaces, differingWords } from './compareBodies.ts'
import { headFlags } from './headFlags.ts'
import { headerOf, type MailFile, type MailMessage } from './mailMessage.ts'
import { partsOf } from './quotedParts.ts'

/**
 * All that is said of a message: one page with its head and words, its files, and its head as facts. `withLook`: how it is shown is wanted,
 * and not its files.
 */
export function* mailPieces(
  message: MailMessage,
  mail: Omit<MailFacts, 'quotedFrom'>,
  withLook: boolean,
): Generator<ReaderPiece> {
  yield { piece: 'opened', pageCount: null }
  const page = new FlowPage('mail_body')
  page.put(
    headLines(mail, message).map((line) => textParagraph(line)),
    'mail_header',
  )
  page.skip(12)
  const inlays = new Inlays(message.inline)
  const { own, quoted } = partsOf(bodyBlocks(message, inlays))
  page.put(own)
  const quotedFrom = page.wordCount
  page.skip(12)
  page.put(quoted)
  const isQuoting = page.wordCount > quotedFrom
  const facts = page.finish(1)
  const differing = bodiesDiffer(message)
  yield {
    piece: 'page',
    read: { page: facts, fields: [], annotations: [] },
    flags: [
      ...hiddenFlags(facts),
      ...(differing ? [plainFlag('html_text_mismatch', 'high', differing)] : []),
    ],
  }
  if (withLook) yield* lookPieces(message, page, facts, inlays)
  else for (const file of message.files) yield* filePiece(file)
  const whole: MailFacts = { ...mail, quotedFrom: isQuoting ? quotedFrom : null }
  yield { ...NOTHING_MORE, mail: whole, flags: headFlags(message, whole) }
}

/** A reader sees the HTML where there is some. */
function bodyBlocks({ html, text }: MailMessage, inlays: Inlays): HtmlBlock[] {
  return html === null ? plainBlocks(text) : htmlBlocks(html, inlays)
}

const plainBlocks = (text: string | null): HtmlBlock[] =>
  textBlocks(text ?? '').map((block) => ({ block, quoted: false }))

/** What stands beside the words, and the plain text as a second page where any word of it is another. */
function* lookPieces(
  { html, text }: MailMessage,
  page: FlowPage,
  shown: PageFacts,
  inlays: Inlays,
): Generator<ReaderPiece> {
  const plain = html === null || text === null ? null : plainPage(text)
  const differing = plain === null ? null : differingPlaces(shown.words, plain.words)
  if (plain !== null && differing !== null)
    yield { piece: 'page', read: { page: plain, fields: [], annotations: [] }, flags: [] }
  yield lookPiece(inlays, page, differing)
}

function plainPage(text: string): PageFacts {
  const page = new FlowPage('mail_body')
  const { own, quoted } = partsOf(plainBlocks(text))
  page.put(own)
  page.skip(12)
  page.put(quoted)
  return page.finish(2)
}

function bodiesDiffer({ html, text }: MailMessage): string | null {
  if (html === null || text === null) return null
  const shown = htmlBlocks(html)
    .map(({ block }) => shownTextOfBlock(block))
    .join('\n')
  return differingWords(text, shown)?.join(' ') ?? null
}

const written = ({ name, address }: MailAddress): string => (name ? `${name} <${address}>` : address)

function headLines(mail: Omit<MailFacts, 'quotedFrom'>, message: MailMessage): string[] {
  const list = (label: string, addresses: readonly MailAddress[]): string[] =>
    addresses.length > 0 ? [`${label}: ${addresses.map(written).join('; ')}`] : []
  const date = headerOf(message, 'date')
  return [
    ...list('From', mail.from ? [mail.from] : []),
    ...list('To', mail.to),
    ...list('Cc', mail.cc),
    ...(date === null ? [] : [`Date: ${date}`]),
    ...(mail.subject === '' ? [] : [`Subject: ${mail.subject}`]),
    ...(message.files.length > 0 ? [`Attachments: ${message.files.map(({ name }) => name).join('; ')}`] : []),
  ]
}

/** What belongs to the technique of mail and is no paper. */
const NO_PAPER =
  /^(?:application\/(?:pkcs7-signature|x-pkcs7-signature|pgp-signature|pgp-keys|pgp-encrypted)|text\/(?:calendar|x?-?vcard)|application\/ics)\b/iu
/** No scan of a paper has fewer pixels on its shorter side; logos and signs have. */
const LEAST_PAPER_PX = 400

function* filePiece({ name, mimeType, bytes }: MailFile): Generator<ReaderPiece> {
  if (NO_PAPER.test(mimeType) || bytes.length === 0) return
  const pixels = pictureSize(bytes)
  if (pixels && Math.min(pixels.width, pixels.height) < LEAST_PAPER_PX) return
  yield { piece: 'attachment', file: { name, base64: Buffer.from(bytes).toString('base64') } }
}
