import type { FactFlag } from '../../../facts/documentFacts.ts'
import { fileFlag } from '../factFlags.ts'
import type { FileState } from '../objects/fileState.ts'
import type { RawFile } from '../objects/rawFile.ts'
import {
  dictOf,
  itemsOf,
  nameOf,
  type PdfDict,
  type PdfValue,
  readableString,
  stringOf,
} from '../objects/values.ts'

const ACTIONS: ReadonlySet<string> = new Set(
  'JavaScript Launch SubmitForm ImportData GoToR GoToE Rendition RichMediaExecute Sound Movie GoTo3DView'.split(
    ' ',
  ),
)
const HARMLESS_LINK = /^(?:https?:|mailto:|tel:|#|\/|www\.)/iu
const DEEPEST = 12
const MOST_VALUES = 500_000

/** Everything in the file that acts or reaches outside (row 29), and files inside it (row 28). Packed objects are looked at too. */
export function activeContentFlags(file: RawFile, now: FileState): FactFlag[] {
  const found = new Finder(now)
  for (const { value } of file.objects) found.look(value)
  // Packed objects are no objects of their own in the file.
  for (const num of now.numbers()) if (now.offsetOf(num) === null) found.look(now.object(num))
  return [
    ...(found.acts.size > 0
      ? [fileFlag('active_content', 'high', [...found.acts].slice(0, 10).join(', '))]
      : []),
    ...(found.files ? [fileFlag('embedded_files', 'medium')] : []),
  ]
}

class Finder {
  readonly acts = new Set<string>()
  files = false
  readonly #now: FileState
  #values = 0

  constructor(now: FileState) {
    this.#now = now
  }

  look(value: PdfValue, depth = 0): void {
    this.#values += 1
    if (depth > DEEPEST || this.#values > MOST_VALUES) return
    const dict = dictOf(value)
    if (dict) this.#dict(dict, typeof value === 'object' && value?.kind === 'stream')
    for (const inner of dict ? dict.entries.values() : (itemsOf(value) ?? [])) this.look(inner, depth + 1)
  }

  #dict(dict: PdfDict, isStream: boolean): void {
    const action = nameOf(dict.entries.get('S'))
    const isAction = nameOf(dict.entries.get('Type')) !== 'StructElem' && !dict.entries.has('K')
    if (action !== null && isAction && ACTIONS.has(action)) this.acts.add(action)
    if (action === 'URI' && this.#isOddLink(dict)) this.acts.add('URI')
    if (dict.entries.has('JS') && action !== null) this.acts.add('JavaScript')
    if (dict.entries.has('AA')) this.#triggers(dict.entries.get('AA'))
    if (dict.entries.has('OpenAction')) this.#opening(dict.entries.get('OpenAction'))
    // A stream whose data lie in another file.
    if (isStream && dict.entries.has('F') && !isFilter(dict.entries.get('F')))
      this.acts.add('external stream')
    if (nameOf(dict.entries.get('FS')) === 'URL') this.acts.add('external file')
    if (dict.entries.has('EF') || nameOf(dict.entries.get('Type')) === 'EmbeddedFile') this.files = true
  }

  #isOddLink(dict: PdfDict): boolean {
    const link = stringOf(this.#now.get(dict.entries.get('URI')).value)
    return (
      link !== null &&
      !this.#now.isEncrypted &&
      /^[a-z][a-z0-9+.-]*:|^\\\\/iu.test(readableString(link)) &&
      !HARMLESS_LINK.test(readableString(link))
    )
  }

  #triggers(value: PdfValue | undefined): void {
    for (const [event, action] of dictOf(this.#now.get(value).value)?.entries ?? [])
      if (this.#acts(action)) this.acts.add(`on ${event}`)
  }

  /** Opening at a page is no act. */
  #opening(value: PdfValue | undefined): void {
    if (this.#acts(value)) this.acts.add('OpenAction')
  }

  #acts(value: PdfValue | undefined): boolean {
    const kind = nameOf(dictOf(this.#now.get(value).value)?.entries.get('S'))
    return kind !== null && kind !== 'GoTo' && kind !== 'Named'
  }
}

const isFilter = (value: PdfValue | undefined): boolean =>
  nameOf(value) !== null || (itemsOf(value)?.every((item) => nameOf(item) !== null) ?? false)
