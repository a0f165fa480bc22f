import * as msgreader from '@kenjiuno/msgreader'
import type { FieldsData } from '@kenjiuno/msgreader'
import type { MailAddress, MailFacts } from '../../facts/documentFacts.ts'
import { decodeText } from '../markup/decodeText.ts'
import { rtfBlocks } from '../markup/rtfFlow.ts'
import { shownTextOfBlock } from '../flow/flowParts.ts'
import type { ReaderPiece } from '../pieces.ts'
import { mailDate } from './mailDates.ts'
import type { MailFile, MailHeader, MailMessage } from './mailMessage.ts'
import { mailPieces } from './mailPieces.ts'
import { unpackRtf } from './unpackRtf.ts'

type MsgReader = InstanceType<typeof msgreader.default>

/** Reads a message as Outlook saves it. Its container also holds old office files and locked new ones. */
export async function* readMsg(bytes: Uint8Array, withLook: boolean): AsyncGenerator<ReaderPiece> {
  const other = otherContent(bytes)
  if (other !== null) {
    yield { piece: 'failed', reason: other, pageCount: null }
    return
  }
  const opened = open(bytes)
  if (opened === null) {
    yield { piece: 'failed', reason: 'corrupt', pageCount: null }
    return
  }
  const { reader, fields } = opened
  const message = messageOf(reader, fields)
  yield* mailPieces(message, mailFacts(fields, message), withLook)
}

/** Streams are named in UTF-16 in the container's directory. */
function otherContent(bytes: Uint8Array): 'encrypted' | 'type' | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string): boolean => all.includes(Buffer.from(name, 'utf16le'))
  if (holds('__properties_version1.0')) return null
  return holds('EncryptedPackage') ? 'encrypted' : 'type'
}

function open(bytes: Uint8Array): { reader: MsgReader; fields: FieldsData } | null {
  try {
    const reader = new (constructorOf())(exactBuffer(bytes))
    const fields = reader.getFileData()
    return fields.dataType === 'msg' ? { reader, fields } : null
  } catch {
    return null
  }
}

/** A CommonJS module: what bundlers take for its default is Node's module itself. */
function constructorOf(): typeof msgreader.default {
  const inner: unknown = Reflect.get(msgreader.default, 'default')
  return typeof inner === 'function' ? (inner as typeof msgreader.default) : msgreader.default
}

const exactBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

function messageOf(reader: MsgReader, fields: FieldsData): MailMessage {
  const headers = headersIn(fields.headers ?? '')
  const date = fields.clientSubmitTime ?? fields.messageDeliveryTime
  const hasDate = headers.some(({ name }) => name === 'date')
  return {
    headers: hasDate || date === undefined ? headers : [...headers, { name: 'date', value: date }],
    text: fields.body?.trim() ? fields.body : bodyOfRtf(fields),
    html: htmlOf(fields),
    files: (fields.attachments ?? []).flatMap((attachment, i) => fileOf(reader, attachment, i)),
    inline: inlineOf(reader, fields),
  }
}

function htmlOf({ bodyHtml, html }: FieldsData): string | null {
  if (bodyHtml?.trim()) return bodyHtml
  return html && html.length > 0 ? decodeText(html) : null
}

/** Outlook keeps a formatted message as packed RTF; read where there is no plain text. */
function bodyOfRtf({ compressedRtf }: FieldsData): string | null {
  if (!compressedRtf) return null
  try {
    return rtfText(unpackRtf(compressedRtf))
  } catch {
    return null
  }
}

const rtfText = (bytes: Uint8Array): string => rtfBlocks(bytes).map(shownTextOfBlock).join('\n\n')

function headersIn(text: string): MailHeader[] {
  return text
    .replace(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u)
    .flatMap((line) => {
      const at = line.indexOf(':')
      return at > 0
        ? [{ name: line.slice(0, at).trim().toLowerCase(), value: line.slice(at + 1).trim() }]
        : []
    })
}

function fileOf(reader: MsgReader, attachment: FieldsData, index: number): MailFile[] {
  if (attachment.attachmentHidden === true) return []
  try {
    const { fileName, content } = reader.getAttachment(attachment)
    const isMessage = attachment.innerMsgContent === true
    const name = fileName || attachment.name || `part-${index + 1}`
    return [
      { name: isMessage ? `${name}.msg` : name, mimeType: attachment.attachMimeTag ?? '', bytes: content },
    ]
  } catch {
    return []
  }
}

/** Outlook hides the pictures of a text from the list of attachments. */
function inlineOf(reader: MsgReader, { attachments = [] }: FieldsData): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>()
  for (const attachment of attachments) {
    const id = attachment.pidContentId?.replace(/^<|>$/gu, '')
    if (!id || attachment.innerMsgContent === true) continue
    try {
      parts.set(id, reader.getAttachment(attachment).content)
    } catch {
      // A part that cannot be read is one that is missing: so it is said where the text shows it.
    }
  }
  return parts
}

function mailFacts(fields: FieldsData, message: MailMessage): Omit<MailFacts, 'quotedFrom'> {
  const address = fields.senderSmtpAddress ?? fields.creatorSMTPAddress ?? fields.senderEmail ?? ''
  const from: MailAddress | null = address.includes('@') ? { name: fields.senderName ?? null, address } : null
  const recipients = (kind: 'to' | 'cc'): MailAddress[] =>
    (fields.recipients ?? []).flatMap((one) => {
      const to = one.smtpAddress ?? one.email ?? ''
      return one.recipType === kind && to.includes('@') ? [{ name: one.name ?? null, address: to }] : []
    })
  return {
    from,
    sender: null,
    replyTo: [],
    to: recipients('to'),
    cc: recipients('cc'),
    subject: fields.subject ?? '',
    date: mailDate(message.headers.find(({ name }) => name === 'date')?.value ?? null),
  }
}
