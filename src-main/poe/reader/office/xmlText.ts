import { XmlRefused } from './xmlRefused.ts'

/** How a part may be written, and how a document type is declared in it. XML knows the word in capitals alone. */
const DECLARED = '<!DOCTYPE'
const WIDE_DECLARED = [Buffer.from(DECLARED, 'utf16le'), Buffer.from(DECLARED, 'utf16le').swap16()]

/** Refused before parsing, wherever it stands: no office file has a DOCTYPE, and entities are how XML does harm. */
export function refuseDoctype(bytes: Uint8Array): void {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (all.includes(DECLARED, 0, 'latin1') || WIDE_DECLARED.some((wide) => all.includes(wide)))
    throw new XmlRefused('bomb', 'The part has a DOCTYPE')
}

/** Text of a part, by its marks as XML 1.0 (appendix F) has them. Throws `XmlRefused` where it names a writing that not all programs know. */
export function decodeXml(bytes: Uint8Array): string {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return new TextDecoder('utf-16le').decode(bytes)
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder(declaredEncoding(bytes)).decode(bytes)
}

function declaredEncoding(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const named = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/u.exec(head)?.[1]
  if (named === undefined || /^utf-?(?:8|16(?:[lb]e)?)$/iu.test(named) || head.startsWith('\xef'))
    return 'utf-8'
  try {
    const { encoding } = new TextDecoder(named)
    // What is told by marks is no UTF-16 any more here.
    if (!encoding.startsWith('utf-16')) return encoding
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw new XmlRefused('anomaly', `The part is written as ${named.slice(0, 40)}`)
}
