import type { FileMetadata } from '../../facts/documentFacts.ts'
import { elementsOf, parseXml, textOf, type XmlElement } from '../office/xml.ts'
import { decodeStream } from './objects/decodeStream.ts'
import type { FileState } from './objects/fileState.ts'

const LONGEST = 500

/** The second list of what the file says of itself, which editors often forget; null when there is none that can be read. */
export function xmpMetadata(now: FileState | null): NonNullable<FileMetadata['xmp']> | null {
  const stream = now === null ? null : now.get(now.catalog?.entries.get('Metadata')).value
  if (now === null || now.isEncrypted || typeof stream !== 'object' || stream?.kind !== 'stream') return null
  const decoded = decodeStream(now.file.bytes, stream)
  if (!('bytes' in decoded)) return null
  try {
    const packet = parseXml(decoded.bytes)
    return {
      producer: valueOf(packet, 'Producer') ?? valueOf(packet, 'CreatorTool'),
      createdAt: instantOf(valueOf(packet, 'CreateDate')),
      modifiedAt: instantOf(valueOf(packet, 'ModifyDate')),
    }
  } catch {
    return null
  }
}

/** An entry as an attribute or as an element of its own. */
function valueOf(element: XmlElement, name: string): string | null {
  const own = element.name === 'Description' ? element.attributes[name] : undefined
  if (own !== undefined) return own.slice(0, LONGEST)
  if (element.name === name) return textOf(element).trim().slice(0, LONGEST) || null
  for (const child of elementsOf(element)) {
    const found = valueOf(child, name)
    if (found !== null) return found
  }
  return null
}

/** ISO instant; a missing zone counts as UTC, as in the other list. */
function instantOf(text: string | null): string | null {
  if (text === null) return null
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/u.test(text)
  const at = Date.parse(hasZone || !text.includes('T') ? text : `${text}Z`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
