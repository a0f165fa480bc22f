import type { HiddenReason } from '../../facts/factWords.ts'

/** How a stretch of text looks. */
export interface TextLook {
  /** Points. */
  readonly size: number
  readonly bold: boolean
  /** The font imitates handwriting. */
  readonly script: boolean
  /** Null = it is seen. */
  readonly hidden: HiddenReason | null
}

export const PLAIN: TextLook = { size: 10, bold: false, script: false, hidden: null }

/** A picture as the text shows it; sizes in points. */
export interface FlowPicture {
  readonly kind: 'picture'
  readonly width: number
  readonly height: number
  readonly widthPx: number
  readonly heightPx: number
  /** Where it floats, from the column's left edge and its paragraph's top; null = it stands in the line. */
  readonly floats: { readonly x: number; readonly y: number } | null
}

/**
 * Room under a row for what is shown beside the words and is never evidence: a picture of a mail, a line that says where a link leads.
 * Words are laid as if it were not there, so that none of them changes its line for it.
 */
export interface FlowInlay {
  readonly kind: 'inlay'
  /** Its place among the inlays of the page. */
  readonly id: number
  /** Points; null = as wide as the column. */
  readonly width: number | null
  readonly height: number
}

export type FlowInline =
  | { readonly kind: 'text'; readonly text: string; readonly look: TextLook }
  | FlowPicture
  | FlowInlay
  /** `line`: drawn from here to the stop, to write on. */
  | { readonly kind: 'tab'; readonly line: boolean }
  | { readonly kind: 'break' }

export interface FlowParagraph {
  readonly kind: 'paragraph'
  readonly inlines: readonly FlowInline[]
  /** Points from the column's left edge. */
  readonly indent: number
  /** A line drawn over or under it, as forms have it to sign on. */
  readonly rule: 'above' | 'below' | null
}

export interface FlowCell {
  /** Columns that it spans. */
  readonly span: number
  readonly blocks: readonly FlowBlock[]
}

export interface FlowTable {
  readonly kind: 'table'
  /** Widths in any unit; only their ratio counts. Empty = all alike. */
  readonly columns: readonly number[]
  readonly rows: readonly (readonly FlowCell[])[]
}

/** What text without pages consists of, whatever the file's format. */
export type FlowBlock = FlowParagraph | FlowTable

export const paragraphOf = (inlines: readonly FlowInline[]): FlowParagraph => ({
  kind: 'paragraph',
  inlines,
  indent: 0,
  rule: null,
})

/** The same block where nobody sees its words. */
export function unseenBlock(block: FlowBlock, hidden: HiddenReason): FlowBlock {
  if (block.kind === 'table') {
    const rows = block.rows.map((row) =>
      row.map((cell) => ({ ...cell, blocks: cell.blocks.map((one) => unseenBlock(one, hidden)) })),
    )
    return { ...block, rows }
  }
  const inlines = block.inlines.map((inline) =>
    inline.kind === 'text' && inline.look.hidden === null
      ? { ...inline, look: { ...inline.look, hidden } }
      : inline,
  )
  return { ...block, inlines }
}

/** A paragraph of plain text; its line ends stay line ends. */
export function textParagraph(text: string, look: TextLook = PLAIN): FlowParagraph {
  const inlines = text
    .split('\n')
    .flatMap((line, i): FlowInline[] => [
      ...(i > 0 ? [{ kind: 'break' } as const] : []),
      ...line
        .split('\t')
        .flatMap((part, at): FlowInline[] => [
          ...(at > 0 ? [{ kind: 'tab', line: false } as const] : []),
          { kind: 'text', text: part, look },
        ]),
    ])
  return paragraphOf(inlines)
}

/** What a paragraph shows, its hidden text left out. */
export function shownTextOf(block: FlowParagraph): string {
  return block.inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.look.hidden === null ? inline.text : ''
      return inline.kind === 'break' ? '\n' : inline.kind === 'tab' ? '\t' : ''
    })
    .join('')
}

/** What a table or paragraph shows, cells parted by tabs, rows by line ends. */
export function shownTextOfBlock(block: FlowBlock): string {
  if (block.kind === 'paragraph') return shownTextOf(block)
  return block.rows
    .map((row) => row.map((cell) => cell.blocks.map(shownTextOfBlock).join('\n')).join('\t'))
    .join('\n')
}
