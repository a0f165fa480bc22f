import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import type { MailAddress, MailFacts } from '../../facts/documentFacts.ts'
import { plainFlag } from '../flow/flowFlags.ts'
import { utf16Of } from '../markup/decodeText.ts'
import { NOTHING_MORE, type ReaderPiece } from '../pieces.ts'
import { mailDate } from './mailDates.ts'
import type { MailFile, MailMessage } from './mailMessage.ts'
import { mailPieces } from './mailPieces.ts'

/** trust.md's limits of a mail. */
const MOST_PARTS = 1000
const DEEPEST = 16

/** Reads a message of the Internet's format with its head, both bodies and its files. */
export async function* readEml(bytes: Uint8Array, withLook: boolean): AsyncGenerator<ReaderPiece> {
  const raw = withoutUtf16(bytes)
  const email = partCount(raw) > MOST_PARTS ? null : await parsed(raw)
  if (email === null) {
    yield { piece: 'opened', pageCount: null }
    yield { ...NOTHING_MORE, flags: [plainFlag('resource_bomb', 'high', 'parts')], reason: 'too_large' }
    return
  }
  const message = messageOf(email)
  yield* mailPieces(message, mailFacts(email), withLook)
}

/** The parser reads bytes of eight bits; a message in UTF-16 came out empty without a word. */
function withoutUtf16(bytes: Uint8Array): Uint8Array {
  const wide = utf16Of(bytes)
  if (wide === null) return bytes
  const text = new TextDecoder(wide).decode(bytes)
  return new TextEncoder().encode(text.replace(/charset\s*=\s*"?utf-?16(?:le|be)?"?/giu, 'charset="utf-8"'))
}

const partCount = (bytes: Uint8Array): number =>
  (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/^content-type:/gimu) ?? []
  ).length

/** Null when it nests too deep. */
async function parsed(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: DEEPEST,
      attachmentEncoding: 'arraybuffer',
    })
  } catch {
    return null
  }
}

function messageOf(email: Email): MailMessage {
  return {
    headers: email.headers.map(({ key, value }) => ({ name: key.toLowerCase(), value })),
    text: email.text?.trim() ? email.text : null,
    html: email.html?.trim() ? email.html : null,
    files: email.attachments.map(fileOf),
    inline: new Map(
      email.attachments.flatMap((file) =>
        file.contentId ? [[file.contentId.replace(/^<|>$/gu, ''), bytesOf(file)] as const] : [],
      ),
    ),
  }
}

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

function fileOf(file: Attachment, index: number): MailFile {
  const { filename, mimeType } = file
  const bytes = bytesOf(file)
  const isMessage = mimeType === 'message/rfc822'
  return { name: filename ?? (isMessage ? `message-${index + 1}.eml` : `part-${index + 1}`), mimeType, bytes }
}

function mailFacts(email: Email): Omit<MailFacts, 'quotedFrom'> {
  const all = (addresses: readonly Address[] | undefined): MailAddress[] =>
    (addresses ?? []).flatMap(mailboxes)
  return {
    from: firstFrom(email),
    sender: email.sender ? (mailboxes(email.sender)[0] ?? null) : null,
    replyTo: all(email.replyTo),
    to: all(email.to),
    cc: all(email.cc),
    subject: email.subject ?? '',
    date: mailDate(email.headers.find(({ key }) => key === 'date')?.value ?? null),
  }
}

const firstFrom = ({ from }: Email): MailAddress | null => (from ? (mailboxes(from)[0] ?? null) : null)

function mailboxes(address: Address): MailAddress[] {
  if (address.group) return address.group.flatMap(mailboxes)
  const { name, address: mailbox } = address
  return mailbox ? [{ name: name || null, address: mailbox }] : []
}
