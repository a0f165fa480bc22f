import { burn } from '@kenjiuno/msgreader/lib/Burner.js'

/** Kinds of entries in the container (MS-CFB 2.6.1). */
const KIND = { storage: 1, stream: 2, root: 5 } as const

type Streams = Readonly<Record<string, Uint8Array>>

// The copy is for the library, which takes the whole buffer under an array.
/** A container with these streams and folders of streams, as Outlook and old office programs save them. */
export function containerOf(streams: Streams, folders: Readonly<Record<string, Streams>> = {}): Uint8Array {
  const root = { name: 'Root Entry', type: KIND.root, length: 0, children: [] as number[] }
  const entries: Parameters<typeof burn>[0] = [root]
  const put = (children: number[], name: string, bytes: Uint8Array): void => {
    children.push(entries.length)
    entries.push({
      name,
      type: KIND.stream,
      length: bytes.length,
      binaryProvider: () => new Uint8Array(bytes),
    })
  }
  for (const [name, bytes] of Object.entries(streams)) put(root.children, name, bytes)
  for (const [name, inner] of Object.entries(folders)) {
    const children: number[] = []
    root.children.push(entries.length)
    entries.push({ name, type: KIND.storage, length: 0, children })
    for (const [own, bytes] of Object.entries(inner)) put(children, own, bytes)
  }
  return burn(entries)
}

const wide = (text: string): Uint8Array => Buffer.from(text, 'utf16le')
/** 100 nanoseconds since 1601. */
const fileTime = (iso: string): bigint => (BigInt(Date.parse(iso)) + 11_644_473_600_000n) * 10_000n

export interface OutlookMail {
  readonly body?: string
  readonly packedRtf?: Uint8Array
  readonly sent?: string
  readonly html?: string
  /** `contentId`: a part of the text, which Outlook hides from the list of attachments. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array; readonly contentId?: string }
}

/** A folder of the container that holds one attachment. */
function attached({ name, bytes, contentId }: NonNullable<OutlookMail['file']>): Streams {
  const hidden = Buffer.alloc(8 + 16)
  hidden.writeUInt32LE(0x7ffe000b, 8)
  hidden.writeUInt32LE(1, 16)
  return {
    '__properties_version1.0': contentId === undefined ? Buffer.alloc(8) : hidden,
    '__substg1.0_3707001F': wide(name),
    '__substg1.0_37010102': bytes,
    ...(contentId === undefined ? {} : { '__substg1.0_3712001F': wide(contentId) }),
  }
}

/** A message of the customer to the partner as Outlook saves it. */
export function msgOf(mail: OutlookMail): Uint8Array {
  const { body, html, packedRtf, sent = '2026-04-14T09:08:43Z', file } = mail
  const properties = Buffer.alloc(32 + 16)
  properties.writeUInt32LE(0x00390040, 32)
  properties.writeBigUInt64LE(fileTime(sent), 40)
  const recipient = Buffer.alloc(8 + 16)
  recipient.writeUInt32LE(0x0c150003, 8)
  recipient.writeUInt32LE(1, 16)
  return containerOf(
    {
      '__properties_version1.0': properties,
      '__substg1.0_0037001F': wide('Teams'),
      '__substg1.0_0C1A001F': wide('Karin Vogt'),
      '__substg1.0_5D01001F': wide('karin.vogt@ottermill.example'),
      ...(body === undefined ? {} : { '__substg1.0_1000001F': wide(body) }),
      ...(html === undefined ? {} : { '__substg1.0_10130102': Buffer.from(html) }),
      ...(packedRtf === undefined ? {} : { '__substg1.0_10090102': packedRtf }),
    },
    {
      '__recip_version1.0_#00000000': {
        '__properties_version1.0': recipient,
        '__substg1.0_3001001F': wide('Owen Blake'),
        '__substg1.0_39FE001F': wide('owen.blake@larkfield.example'),
      },
      ...(file ? { '__attach_version1.0_#00000000': attached(file) } : {}),
    },
  )
}
