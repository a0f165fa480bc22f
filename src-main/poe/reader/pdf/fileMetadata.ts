import type { FileMetadata } from '../../facts/documentFacts.ts'
import { isoInstant } from './digitalSignatures.ts'
import type { FileState } from './objects/fileState.ts'
import { xmpMetadata } from './xmpMetadata.ts'
import { dictOf, readableString, stringOf } from './objects/values.ts'

const LONGEST = 500
const LONGEST_UNSEEN = 4000

/** What the file says of itself, out of pdf.js's untyped `info` and its own objects. */
export function fileMetadata(info: unknown, now: FileState | null): FileMetadata {
  const text = (key: string): string | null => {
    const value: unknown = Reflect.get(Object(info), key)
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, LONGEST) : null
  }
  const unseen = [text('Subject'), text('Keywords'), ...(now ? unseenTexts(now) : [])]
  return {
    title: text('Title'),
    producer: text('Producer'),
    creator: text('Creator'),
    unseenText:
      unseen
        .filter((one) => one !== null)
        .join('\n')
        .slice(0, LONGEST_UNSEEN) || null,
    createdAt: isoInstant(text('CreationDate')),
    modifiedAt: isoInstant(text('ModDate')),
    xmp: xmpMetadata(now),
  }
}

/** Bookmarks, descriptions of pictures, and what fields hold before anybody fills them in. */
function unseenTexts(now: FileState): string[] {
  if (now.isEncrypted) return []
  return now.numbers().flatMap((num) => {
    const dict = dictOf(now.object(num))
    if (!dict) return []
    const isBookmark = dict.entries.has('Title') && dict.entries.has('Parent')
    const isElement = dict.entries.has('S') && dict.entries.has('P')
    const isField = dict.entries.has('FT')
    const keys = [
      ...(isBookmark ? ['Title'] : []),
      ...(isElement ? ['Alt', 'E'] : []),
      ...(isField ? ['DV', 'TU'] : []),
    ]
    return keys.flatMap((key) => {
      const found = stringOf(now.get(dict.entries.get(key)).value)
      return found ? [readableString(found).slice(0, LONGEST)] : []
    })
  })
}
