import type { FileMetadata } from '../../facts/documentFacts.ts'
import { isoInstant } from './digitalSignatures.ts'

/** What the file says of itself, out of pdf.js's untyped `info`. */
export function fileMetadata(info: unknown): FileMetadata {
  const text = (key: string): string | null => {
    const value: unknown = Reflect.get(Object(info), key)
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 500) : null
  }
  return {
    title: text('Title'),
    producer: text('Producer'),
    createdAt: isoInstant(text('CreationDate')),
    modifiedAt: isoInstant(text('ModDate')),
  }
}
