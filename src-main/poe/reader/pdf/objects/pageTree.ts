import type { FileState } from './fileState.ts'
import { dictOf, itemsOf, nameOf, type PdfDict } from './values.ts'

export interface TreePage {
  readonly num: number | null
  readonly dict: PdfDict
}

export interface PageTree {
  readonly pages: readonly TreePage[]
  /** Objects between the catalog and the pages. */
  readonly nodes: readonly TreePage[]
  /** A node is its own ancestor. */
  readonly isCircular: boolean
}

const MOST_NODES = 20_000

/** Pages in their order. */
export function pageTree(state: FileState): PageTree {
  const pages: TreePage[] = []
  const nodes: TreePage[] = []
  const seen = new Set<number>()
  let isCircular = false
  const visit = (value: Parameters<FileState['get']>[0], depth: number): void => {
    const { value: found, num } = state.get(value)
    const dict = dictOf(found)
    if (!dict || pages.length + nodes.length > MOST_NODES) return
    if ((num !== null && seen.has(num)) || depth > 60) {
      isCircular = true
      return
    }
    if (num !== null) seen.add(num)
    const kids = itemsOf(state.get(dict.entries.get('Kids')).value)
    if (kids === null || nameOf(dict.entries.get('Type')) === 'Page') pages.push({ num, dict })
    else {
      nodes.push({ num, dict })
      for (const kid of kids) visit(kid, depth + 1)
    }
  }
  visit(state.catalog?.entries.get('Pages'), 0)
  return { pages, nodes, isCircular }
}
