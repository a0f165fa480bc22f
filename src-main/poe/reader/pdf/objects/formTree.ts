import type { FileState } from './fileState.ts'
import { dictOf, itemsOf, nameOf, type PdfDict, type PdfValue, readableString, stringOf } from './values.ts'

/** A field, or one of its places on a page, of the interactive form. */
export interface FormNode {
  readonly num: number | null
  readonly dict: PdfDict
  /** Whole name, parts joined with dots. */
  readonly name: string
  /** Tx, Btn, Ch or Sig, also where it stands with the parent. */
  readonly type: string | null
  /** The field's value, also where it stands with the parent. */
  readonly value: PdfValue
}

const MOST_FIELDS = 20_000

/** Every node of the form below the catalog. */
export function formNodes(state: FileState): FormNode[] {
  const form = dictOf(state.get(state.catalog?.entries.get('AcroForm')).value)
  const nodes: FormNode[] = []
  const seen = new Set<number>()
  const visit = (given: PdfValue, parent: FormNode | null, depth: number): void => {
    const { value, num } = state.get(given)
    const dict = dictOf(value)
    if (!dict || depth > 40 || nodes.length > MOST_FIELDS || (num !== null && seen.has(num))) return
    if (num !== null) seen.add(num)
    const part = stringOf(state.get(dict.entries.get('T')).value)
    const own = part ? readableString(part) : null
    const node: FormNode = {
      num,
      dict,
      name: [parent?.name ?? '', own ?? ''].filter((text) => text !== '').join('.'),
      type: nameOf(state.get(dict.entries.get('FT')).value) ?? parent?.type ?? null,
      value: dict.entries.get('V') ?? parent?.value ?? null,
    }
    nodes.push(node)
    for (const kid of itemsOf(state.get(dict.entries.get('Kids')).value) ?? []) visit(kid, node, depth + 1)
  }
  for (const field of itemsOf(state.get(form?.entries.get('Fields')).value) ?? []) visit(field, null, 0)
  return nodes
}
