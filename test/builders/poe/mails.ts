/** A mail as its parts; what is not given is as an honest mail of the customer to the partner has it. */
export interface MailParts {
  readonly from?: string
  readonly to?: string
  readonly subject?: string
  readonly date?: string
  /** Further lines of the head. */
  readonly head?: readonly string[]
  readonly text?: string
  readonly html?: string
  readonly files?: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[]
  /** Parts that the HTML shows by `cid:`. */
  readonly inline?: readonly { readonly id: string; readonly type: string; readonly bytes: Uint8Array }[]
  /** Leaves out what only programs write. */
  readonly typed?: boolean
}

export const CUSTOMER = 'Karin Vogt <karin.vogt@ottermill.example>'
export const PARTNER = 'Owen Blake <owen.blake@larkfield.example>'
export const CONFIRMATION =
  'Hello Owen,\n\nwe confirm that Larkfield Systems Ltd deployed Microsoft Teams in both mills of\nOttermill Paper GmbH, migrated 41 mailing lists and trained 25 key users.\n\nKarin Vogt\nOttermill Paper GmbH'

export function mailSource(parts: MailParts = {}): string {
  const { from = CUSTOMER, to = PARTNER, subject = 'Teams', date = 'Tue, 14 Apr 2026 11:08:43 +0200' } = parts
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${date}`,
    ...(parts.typed ? [] : ['Message-ID: <1@ottermill.example>', 'MIME-Version: 1.0']),
    ...(parts.head ?? []),
  ]
  return `${head.join('\r\n')}\r\n${bodyOf(parts)}`
}

export const aMail = (parts: MailParts = {}): Uint8Array => Buffer.from(mailSource(parts))

/** The HTML with what belongs to it, as mail programs nest them. */
function htmlPart(html: string, inline: NonNullable<MailParts['inline']>): string {
  const own = part('text/html; charset=utf-8', html)
  if (inline.length === 0) return own
  const shown = inline.map(
    ({ id, type, bytes }) =>
      `Content-Type: ${type}\r\nContent-ID: <${id}>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrapped(bytes)}\r\n`,
  )
  return multipart('related', [own, ...shown], 'shown')
}

function bodyOf({ text, html, files = [], inline = [] }: MailParts): string {
  const bodies = [
    ...(text === undefined && html !== undefined
      ? []
      : [part('text/plain; charset=utf-8', text ?? CONFIRMATION)]),
    ...(html === undefined ? [] : [htmlPart(html, inline)]),
  ]
  const body = bodies.length > 1 ? multipart('alternative', bodies, 'inner') : (bodies[0] ?? '')
  if (files.length === 0) return body
  const attached = files.map(
    ({ name, type, bytes }) =>
      `Content-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrapped(bytes)}\r\n`,
  )
  return multipart('mixed', [body, ...attached], 'outer')
}

const part = (type: string, text: string): string =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text.replace(/\r?\n/gu, '\r\n')}\r\n`

const multipart = (kind: string, parts: readonly string[], boundary: string): string =>
  `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('')}--${boundary}--\r\n`

const wrapped = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/gu) ?? []
  ).join('\r\n')
