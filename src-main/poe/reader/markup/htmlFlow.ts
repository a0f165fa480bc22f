import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { FlowBlock, FlowCell, FlowInline, TextLook } from '../flow/flowParts.ts'
import { type CssRule, declarationsOf, inside, isSeen, ROOT_STYLE, rulesOf, type SeenStyle } from './css.ts'

type Element = DefaultTreeAdapterTypes.Element
type ParentNode = DefaultTreeAdapterTypes.ParentNode

/** A block of a page of HTML, and whether the writer marked it as somebody else's words. */
export interface HtmlBlock {
  readonly block: FlowBlock
  readonly quoted: boolean
}

const SKIPPED: ReadonlySet<string> = new Set(
  'script style template noscript head title meta link object embed iframe svg math select option textarea audio video canvas map'.split(
    ' ',
  ),
)
const BLOCKS: ReadonlySet<string> = new Set(
  'p div section article header footer main aside address blockquote center fieldset figure form h1 h2 h3 h4 h5 h6 hr li ol ul dl dt dd pre body html'.split(
    ' ',
  ),
)
const HEADINGS: Readonly<Record<string, number>> = { h1: 18, h2: 15, h3: 12.5, h4: 11, h5: 10, h6: 9 }
const BOLD: ReadonlySet<string> = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Deeper nesting than any honest page. What lies deeper is not followed and so counts as unseen. */
const DEEPEST = 200

/** What a page of HTML shows, without running or fetching anything. */
export function htmlBlocks(html: string): HtmlBlock[] {
  const walk = new HtmlWalk(html)
  return walk.run()
}

class HtmlWalk {
  readonly #root: ParentNode
  readonly #rules: readonly CssRule[]
  readonly #blocks: HtmlBlock[] = []
  #inlines: FlowInline[] = []
  #quoted = false

  constructor(html: string, root?: ParentNode, rules?: readonly CssRule[]) {
    this.#root = root ?? parse(html)
    this.#rules = rules ?? styleSheets(this.#root).flatMap(rulesOf)
  }

  run(style: SeenStyle = ROOT_STYLE, depth = 0): HtmlBlock[] {
    this.#children(this.#root, style, false, depth)
    this.#flush()
    return this.#blocks
  }

  #children(parent: ParentNode, style: SeenStyle, isPre: boolean, depth: number): void {
    for (const node of parent.childNodes) {
      if ('value' in node) this.#text(node.value, style, isPre)
      else if ('tagName' in node)
        if (depth < DEEPEST) this.#element(node, style, isPre, depth + 1)
        else this.#text(textBelow(node), { ...style, unseen: true }, false)
    }
  }

  #text(text: string, style: SeenStyle, isPre: boolean): void {
    const look = lookOf(style)
    if (isPre) {
      text.split('\n').forEach((line, i) => {
        if (i > 0) this.#inlines.push({ kind: 'break' })
        this.#inlines.push({ kind: 'text', text: line, look })
      })
      return
    }
    // Runs of ASCII spaces are one space; others were written to keep a distance.
    const collapsed = text.replace(/[ \t\r\n\f]+/gu, ' ')
    if (collapsed !== '') this.#inlines.push({ kind: 'text', text: collapsed, look })
  }

  #element(element: Element, outer: SeenStyle, isPre: boolean, depth: number): void {
    const { tagName } = element
    if (SKIPPED.has(tagName)) return
    const style = this.#styleOf(element, outer)
    if (tagName === 'br') {
      this.#inlines.push({ kind: 'break' })
      return
    }
    if (tagName === 'input') {
      this.#input(element, style)
      return
    }
    if (tagName === 'table') {
      this.#table(element, style, depth)
      return
    }
    const isBlock = BLOCKS.has(tagName) || tagName === 'tr'
    const wasQuoted = this.#quoted
    if (isBlock) this.#flush()
    if (isQuote(element)) this.#quoted = true
    this.#children(element, style, isPre || tagName === 'pre', depth)
    if (isBlock) this.#flush()
    this.#quoted = wasQuoted
  }

  #input(element: Element, style: SeenStyle): void {
    const type = attribute(element, 'type')?.toLowerCase() ?? 'text'
    const isTick = type === 'checkbox' || type === 'radio'
    const text = isTick ? (attribute(element, 'checked') === null ? '☐' : '☒') : attribute(element, 'value')
    if (text && type !== 'hidden') this.#inlines.push({ kind: 'text', text: `${text} `, look: lookOf(style) })
  }

  #table(element: Element, style: SeenStyle, depth: number): void {
    this.#flush()
    const rows = rowsOf(element, 0).map((row) =>
      cellsOf(row).map((cell): FlowCell => {
        const span = Number(attribute(cell, 'colspan') ?? 1)
        const cellStyle = this.#styleOf(cell, this.#styleOf(row, style))
        const inner = new HtmlWalk('', cell, this.#rules).run(cellStyle, depth + 1)
        return {
          span: Number.isInteger(span) && span > 0 ? Math.min(span, 40) : 1,
          blocks: inner.map(({ block }) => block),
        }
      }),
    )
    // A table of one cell a row is how mails lay out a page: its content reads as if it stood there by itself.
    if (rows.every((row) => row.length <= 1))
      for (const row of rows) for (const cell of row) this.#push(cell.blocks)
    else this.#push([{ kind: 'table', columns: [], rows }])
  }

  #push(blocks: readonly FlowBlock[]): void {
    this.#blocks.push(...blocks.map((block) => ({ block, quoted: this.#quoted })))
  }

  #flush(): void {
    const inlines = trimmed(this.#inlines)
    this.#inlines = []
    const isEmpty = inlines.every(({ kind }) => kind === 'break')
    if (inlines.length === 0) return
    this.#push([{ kind: 'paragraph', inlines: isEmpty ? [] : inlines, indent: 0, rule: null }])
  }

  #styleOf(element: Element, outer: SeenStyle): SeenStyle {
    const { tagName } = element
    const classes = (attribute(element, 'class') ?? '').split(/\s+/u)
    const id = attribute(element, 'id')
    const base: SeenStyle = {
      ...outer,
      size: HEADINGS[tagName] ?? outer.size,
      bold: outer.bold || BOLD.has(tagName),
      unseen: outer.unseen || attribute(element, 'hidden') !== null,
    }
    const old = [
      ['color', attribute(element, 'color')],
      ['background-color', attribute(element, 'bgcolor')],
    ] as const
    const rules = this.#rules.filter(
      (rule) =>
        (rule.tag === null || rule.tag === tagName) &&
        (rule.id === null || rule.id === id) &&
        rule.classes.every((name) => classes.includes(name)),
    )
    const own = new Map([
      ...old.flatMap(([name, value]) => (value === null ? [] : [[name, value.toLowerCase()] as const])),
      ...rules.flatMap(({ declarations }) => [...declarations]),
      ...declarationsOf(attribute(element, 'style') ?? ''),
    ])
    return inside(base, own)
  }
}

const lookOf = (style: SeenStyle): TextLook => ({
  size: isSeen(style) ? Math.min(40, style.size) : 8,
  bold: style.bold,
  script: style.script,
  hidden: isSeen(style) ? null : 'html_hidden_text',
})

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null
}

/** How mail programs mark what others wrote. */
function isQuote(element: Element): boolean {
  const marks = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
  return (
    element.tagName === 'blockquote' ||
    /\b(?:gmail_quote|gmail_attr|yahoo_quoted|moz-cite-prefix|divRplyFwdMsg|OLK_SRC_BODY_SECTION|protonmail_quote|zmail_extra)\b/u.test(
      marks,
    )
  )
}

function textBelow(element: Element): string {
  const texts: string[] = []
  const open: ParentNode['childNodes'] = [element]
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) texts.unshift(node.value)
    else if ('childNodes' in node) open.push(...node.childNodes)
  }
  return texts.join(' ')
}

function styleSheets(parent: ParentNode, depth = 0): string[] {
  return parent.childNodes.flatMap((node): string[] => {
    if (!('tagName' in node) || depth > DEEPEST) return []
    if (node.tagName !== 'style') return styleSheets(node, depth + 1)
    return [node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')]
  })
}

const elementsOf = (parent: ParentNode): Element[] => parent.childNodes.filter((node) => 'tagName' in node)
const rowsOf = (parent: ParentNode, depth: number): Element[] =>
  elementsOf(parent).flatMap((child) =>
    child.tagName === 'tr'
      ? [child]
      : /^t(?:head|body|foot)$/u.test(child.tagName) && depth < 3
        ? rowsOf(child, depth + 1)
        : [],
  )
const cellsOf = (row: Element): Element[] =>
  elementsOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')

/** Without the white space that the source has around a paragraph. */
function trimmed(inlines: readonly FlowInline[]): FlowInline[] {
  const isBlank = (inline: FlowInline): boolean => inline.kind === 'text' && /^[ \t\r\n]*$/u.test(inline.text)
  const first = inlines.findIndex((inline) => !isBlank(inline))
  const last = inlines.findLastIndex((inline) => !isBlank(inline))
  return first < 0 ? [] : inlines.slice(first, last + 1)
}
