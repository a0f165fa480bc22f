/** What a PDF file is made of, as written: nothing is decrypted, resolved or believed here. */
export interface PdfName {
  readonly kind: 'name'
  readonly name: string
}
export interface PdfString {
  readonly kind: 'string'
  /** One character a byte. */
  readonly text: string
  readonly hex: boolean
  /** Offsets of the first and behind the last character with its brackets; in the file, or in the decoded object stream. */
  readonly start: number
  readonly end: number
}
export interface PdfRef {
  readonly kind: 'ref'
  readonly num: number
  readonly gen: number
}
export interface PdfArray {
  readonly kind: 'array'
  readonly items: readonly PdfValue[]
}
export interface PdfDict {
  readonly kind: 'dict'
  readonly entries: ReadonlyMap<string, PdfValue>
  /** Keys that stand there twice: programs differ in which one they take. */
  readonly repeated: readonly string[]
}
export interface PdfStream {
  readonly kind: 'stream'
  readonly dict: PdfDict
  /** Offsets of the raw data in the file. */
  readonly start: number
  readonly end: number
}
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDict | PdfStream

/** The dictionary of a value: its own, or that of a stream. */
export function dictOf(value: PdfValue | undefined): PdfDict | null {
  if (typeof value !== 'object' || value === null) return null
  if (value.kind === 'dict') return value
  return value.kind === 'stream' ? value.dict : null
}

export function nameOf(value: PdfValue | undefined): string | null {
  return typeof value === 'object' && value !== null && value.kind === 'name' ? value.name : null
}

export function stringOf(value: PdfValue | undefined): PdfString | null {
  return typeof value === 'object' && value !== null && value.kind === 'string' ? value : null
}

export function refOf(value: PdfValue | undefined): PdfRef | null {
  return typeof value === 'object' && value !== null && value.kind === 'ref' ? value : null
}

export function itemsOf(value: PdfValue | undefined): readonly PdfValue[] | null {
  return typeof value === 'object' && value !== null && value.kind === 'array' ? value.items : null
}

/** A text string as people read it: UTF-16 with its mark, UTF-8 with its mark, else Latin. */
export function readableString({ text }: PdfString): string {
  const bytes = Buffer.from(text, 'latin1')
  if (text.startsWith('\xfe\xff'))
    return bytes
      .subarray(2, 2 + ((bytes.length - 2) & ~1))
      .swap16()
      .toString('utf16le')
  return text.startsWith('\xef\xbb\xbf') ? bytes.subarray(3).toString('utf8') : text
}
