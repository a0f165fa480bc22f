import type { FileState } from './fileState.ts'
import { type FormNode, formNodes } from './formTree.ts'
import { pageTree, type TreePage } from './pageTree.ts'
import { keysOf, StateComparer } from './sameValue.ts'
import { dictOf, itemsOf, nameOf, type PdfDict, type PdfValue, refOf } from './values.ts'

/**
 * What a later state does to an earlier one. `proof`: certificates and time stamps for old signatures; `signature`: another
 * signature field or its value; `form`: fields of other kinds; `unclear`: nothing that paints, and nothing harmless for sure.
 */
export type ChangeKind = 'proof' | 'signature' | 'form' | 'annotation' | 'content' | 'structure' | 'unclear'

export interface Change {
  readonly kind: ChangeKind
  /** From 1; null when it is not of one page. */
  readonly page: number | null
  readonly what: string
  /** Place in PDF space of a signature field or annotation that is new; null for others. */
  readonly newBox: readonly number[] | null
}

export interface Comparison {
  readonly changes: readonly Change[]
  /** False: something could not be followed, so there may be more. */
  readonly isSure: boolean
}

/** Compares what two states of one file show. Everything that is not known to be harmless is a change. */
export function compareStates(old: FileState, now: FileState): Comparison {
  const oldPages = pageTree(old)
  const nowPages = pageTree(now)
  const oldForm = formNodes(old)
  const nowForm = formNodes(now)
  const apart = numbersOf([...oldPages.pages, ...oldPages.nodes, ...oldForm])
  const walk = new Walk(new StateComparer(old, now, apart), oldForm, nowForm)
  walk.catalog(old.catalog, now.catalog)
  walk.tree(oldPages.nodes, nowPages.nodes)
  walk.pages(oldPages.pages, nowPages.pages)
  walk.fields()
  const isSure =
    !walk.gaveUp && [old, now].every((state) => !state.isRebuilt && !state.hasGaps && state.file.whole)
  return { changes: walk.changes, isSure }
}

const numbersOf = (nodes: readonly { readonly num: number | null }[]): Set<number> =>
  new Set(nodes.flatMap(({ num }) => num ?? []))

const PROOFS: ReadonlySet<string> = new Set([
  'DSS',
  'Extensions',
  'Version',
  'Metadata',
  'PieceInfo',
  'LastModified',
  'Tabs',
])
const DECIDES_WHAT_SHOWS: ReadonlySet<string> = new Set([
  'OCProperties',
  'OpenAction',
  'AA',
  'Names',
  'NeedsRendering',
  'Collection',
])
/** What signing a prepared field may change in it. */
const SIGNED_KEYS: ReadonlySet<string> = new Set(['V', 'AP', 'M', 'F', 'MK', 'DA', 'AS', 'Ff', 'Lock', 'SV'])

class Walk {
  readonly changes: Change[] = []
  readonly #with: StateComparer
  readonly #oldForm: ReadonlyMap<number, FormNode>
  readonly #nowForm: ReadonlyMap<number, FormNode>

  constructor(comparer: StateComparer, oldForm: readonly FormNode[], nowForm: readonly FormNode[]) {
    this.#with = comparer
    const byNumber = (nodes: readonly FormNode[]): Map<number, FormNode> =>
      new Map(nodes.flatMap((node) => (node.num === null ? [] : [[node.num, node] as const])))
    this.#oldForm = byNumber(oldForm)
    this.#nowForm = byNumber(nowForm)
    if (oldForm.some(({ num }) => num === null) !== nowForm.some(({ num }) => num === null))
      this.#note('form', null, 'a field without a number')
  }

  get gaveUp(): boolean {
    return this.#with.gaveUp
  }

  #note(kind: ChangeKind, page: number | null, what: string, newBox: readonly number[] | null = null): void {
    this.changes.push({ kind, page, what, newBox })
  }

  catalog(old: PdfDict | null, now: PdfDict | null): void {
    if (!old || !now) return this.#note('unclear', null, 'no catalog')
    for (const key of keysOf(old, now)) {
      const [a, b] = [old.entries.get(key), now.entries.get(key)]
      if (key === 'Pages') continue
      if (key === 'AcroForm')
        this.#form(dictOf(this.#with.old.get(a).value), dictOf(this.#with.now.get(b).value))
      else if (!this.#with.same(a, b)) this.#note(this.#kindOfCatalogKey(key, a), null, `catalog ${key}`)
    }
  }

  #kindOfCatalogKey(key: string, old: PdfValue | undefined): ChangeKind {
    if (PROOFS.has(key)) return 'proof'
    if (key === 'Perms' && old === undefined) return 'signature'
    return DECIDES_WHAT_SHOWS.has(key) ? 'structure' : 'unclear'
  }

  #form(old: PdfDict | null, now: PdfDict | null): void {
    for (const key of keysOf(old, now)) {
      if (key === 'Fields' || key === 'SigFlags') continue
      const [a, b] = [old?.entries.get(key), now?.entries.get(key)]
      const added = a === undefined && key !== 'XFA' && key !== 'NeedAppearances'
      if (added || this.#with.same(a, b)) continue
      if (key === 'DR' && this.#onlyAdds(a, b)) continue
      this.#note(key === 'XFA' ? 'content' : 'form', null, `form ${key}`)
    }
  }

  /** New fonts beside the old ones, as signing programs bring for their own field. */
  #onlyAdds(old: PdfValue | undefined, now: PdfValue | undefined): boolean {
    const [a, b] = [dictOf(this.#with.old.get(old).value), dictOf(this.#with.now.get(now).value)]
    if (!a || !b) return false
    return [...a.entries].every(([key, value]) => {
      const other = b.entries.get(key)
      const inner = dictOf(this.#with.old.get(value).value)
      if (!inner) return this.#with.same(value, other)
      const otherInner = dictOf(this.#with.now.get(other).value)
      return [...inner.entries].every(([name, one]) => this.#with.same(one, otherInner?.entries.get(name)))
    })
  }

  tree(old: readonly TreePage[], now: readonly TreePage[]): void {
    const before = new Map(old.map(({ num, dict }) => [num, dict]))
    for (const { num, dict } of now) {
      const was = before.get(num)
      const keys = [...keysOf(was ?? null, dict)].filter(
        (key) => !['Kids', 'Parent', 'Count', 'Type'].includes(key),
      )
      if (keys.some((key) => !this.#with.same(was?.entries.get(key), dict.entries.get(key))))
        this.#note('content', null, 'what pages inherit')
    }
  }

  pages(old: readonly TreePage[], now: readonly TreePage[]): void {
    if (old.length !== now.length) this.#note('content', null, `${old.length} pages became ${now.length}`)
    for (const [i, page] of now.entries()) {
      const was = old[i]
      if (!was) continue
      if (was.num !== page.num) this.#note('content', i + 1, 'another page')
      else this.#page(was.dict, page.dict, i + 1)
    }
  }

  #page(old: PdfDict, now: PdfDict, page: number): void {
    for (const key of keysOf(old, now)) {
      if (key === 'Parent') continue
      const [a, b] = [old.entries.get(key), now.entries.get(key)]
      if (key === 'Annots') this.#annotations(a, b, page)
      else if (!this.#with.same(a, b))
        this.#note(PROOFS.has(key) ? 'proof' : key === 'StructParents' ? 'unclear' : 'content', page, key)
    }
  }

  #annotations(old: PdfValue | undefined, now: PdfValue | undefined, page: number): void {
    const before = itemsOf(this.#with.old.get(old).value) ?? []
    const after = itemsOf(this.#with.now.get(now).value) ?? []
    const keyOf = (item: PdfValue, i: number): string => String(refOf(item)?.num ?? `direct ${i}`)
    const kept = new Map(after.map((item, i) => [keyOf(item, i), item]))
    const known = new Map(before.map((item, i) => [keyOf(item, i), item]))
    for (const [key, item] of known)
      if (!kept.has(key) && this.#with.old.get(item).value !== null)
        this.#note('annotation', page, 'one is gone')
    for (const [key, item] of kept) {
      const num = refOf(item)?.num
      if (num !== undefined && this.#oldForm.has(num)) continue // Fields are compared with the form.
      if (known.has(key)) {
        if (!this.#with.same(known.get(key), item)) this.#note('annotation', page, 'one is changed')
      } else this.#newAnnotation(item, page)
    }
  }

  #newAnnotation(item: PdfValue, page: number): void {
    const dict = dictOf(this.#with.now.get(item).value)
    if (!dict) return
    const type = this.#nowForm.get(refOf(item)?.num ?? -1)?.type ?? nameOf(dict.entries.get('FT'))
    const kind = nameOf(dict.entries.get('Subtype')) ?? '–'
    const box = (itemsOf(this.#with.now.get(dict.entries.get('Rect')).value) ?? []).map(Number)
    const newBox = box.length === 4 ? box : null
    if (kind === 'Widget' && type === 'Sig') this.#note('signature', page, 'a new signature field', newBox)
    else this.#note(kind === 'Widget' ? 'form' : 'annotation', page, `new: ${kind}`, newBox)
  }

  fields(): void {
    for (const num of this.#oldForm.keys())
      if (!this.#nowForm.has(num)) this.#note('form', null, 'a field is gone')
    for (const [num, node] of this.#nowForm) {
      const was = this.#oldForm.get(num)
      if (was) this.#field(was, node)
      else
        this.#note(
          node.type === 'Sig' || node.type === null ? 'signature' : 'form',
          null,
          `new field ${node.name}`,
        )
    }
  }

  #field(old: FormNode, now: FormNode): void {
    const signedNow = now.type === 'Sig' && this.#with.old.get(old.value).value === null && now.value !== null
    for (const key of keysOf(old.dict, now.dict)) {
      if (key === 'Kids' || key === 'Parent' || key === 'P') continue
      if (this.#with.same(old.dict.entries.get(key), now.dict.entries.get(key))) continue
      if (signedNow && SIGNED_KEYS.has(key)) this.#note('signature', null, `${now.name} is signed`)
      else if (now.type === 'Sig') this.#note('content', null, `${key} of the signature ${now.name}`)
      else this.#note('form', null, `${key} of ${now.name}`)
    }
  }
}
