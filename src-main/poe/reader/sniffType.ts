import type { DocumentType } from '../facts/factWords.ts'
import { utf16Of } from './markup/decodeText.ts'
import { ownEntry } from '../facts/ownEntry.ts'

const latin1 = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.subarray(start, end)).toString('latin1')

const MAGIC: readonly (readonly [string, DocumentType])[] = [
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
  ['GIF8', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  // BigTIFF
  ['II+\0', 'tiff'],
  ['MM\0+', 'tiff'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'msg'],
  ['{\\rtf', 'rtf'],
]

/** The type by content. A PDF header may stand anywhere in the first kilobyte, as readers allow. */
export function sniffType(bytes: Uint8Array): DocumentType {
  if (bytes.length === 0) return 'empty'
  const head = latin1(bytes, 0, 1024)
  if (head.includes('%PDF-')) return 'pdf'
  const magic = MAGIC.find(([start]) => head.startsWith(start))
  if (magic) return magic[1]
  if (head.startsWith('PK\x03\x04')) return zipType(bytes)
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  if (head.slice(4, 8) === 'ftyp' && /^(?:hei|hev|mif1|msf1)/u.test(head.slice(8, 12))) return 'heic'
  const wide = utf16Of(bytes)
  if (wide === null) return textType(bytes)
  return textType(new TextEncoder().encode(new TextDecoder(wide).decode(bytes.subarray(0, 8192))))
}

function zipType(bytes: Uint8Array): DocumentType {
  // Part names stand in the central directory at the end of the file and beside each part.
  const names = latin1(bytes, 0, 4096) + latin1(bytes, Math.max(0, bytes.length - 65_536), bytes.length)
  if (names.includes('word/')) return 'docx'
  if (names.includes('xl/')) return 'xlsx'
  return names.includes('ppt/') ? 'pptx' : 'zip'
}

function textType(bytes: Uint8Array): DocumentType {
  const head = latin1(bytes, 0, 1024)
  const headers = head.match(
    /^(?:from|to|subject|date|received|message-id|mime-version|return-path|delivered-to|content-type):/gimu,
  )
  if (headers && headers.length >= 2) return 'eml'
  if (/<(?:!doctype\s+html|html|body|head)\b/iu.test(head)) return 'html'
  const sample = bytes.subarray(0, 4096)
  const isText = sample.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13)
  return isText ? 'txt' : 'unknown'
}

const EXTENSIONS: Readonly<Record<string, readonly DocumentType[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  eml: ['eml'],
  msg: ['msg'],
  html: ['html'],
  htm: ['html'],
  rtf: ['rtf'],
  png: ['png'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  tif: ['tiff'],
  tiff: ['tiff'],
  gif: ['gif'],
  webp: ['webp'],
  heic: ['heic'],
}

/** Whether the file's ending promises another type than its content is. Endings that promise nothing are fine. */
export function isWrongType(fileName: string, type: DocumentType): boolean {
  const ending = /\.([a-z0-9]+)$/iu.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const promised = ownEntry(EXTENSIONS, ending)
  return promised !== undefined && type !== 'empty' && !promised.includes(type)
}
