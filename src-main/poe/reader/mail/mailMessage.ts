/** A message as any mail format gives it. */
export interface MailMessage {
  /** In the order of the head, encoded words decoded. */
  readonly headers: readonly MailHeader[]
  readonly text: string | null
  readonly html: string | null
  readonly files: readonly MailFile[]
  /** Parts that its HTML may show, by Content-ID without brackets. Parts of messages inside it are not among them. */
  readonly inline: ReadonlyMap<string, Uint8Array>
}

export interface MailHeader {
  /** In lower case. */
  readonly name: string
  readonly value: string
}

export interface MailFile {
  readonly name: string
  readonly mimeType: string
  readonly bytes: Uint8Array
}

export const headerOf = ({ headers }: Pick<MailMessage, 'headers'>, name: string): string | null =>
  headers.find((header) => header.name === name)?.value ?? null

export const headersOf = ({ headers }: Pick<MailMessage, 'headers'>, name: string): string[] =>
  headers.filter((header) => header.name === name).map(({ value }) => value)
