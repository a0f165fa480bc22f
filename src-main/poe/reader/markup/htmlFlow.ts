import { type DefaultTreeAdapterTypes, html as names, parse } from 'parse5'
import type { FlowBlock, FlowCell, FlowInline, TextLook } from '../flow/flowParts.ts'
import { addressesBehind, askedPicture, playedFrom } from './askedPictures.ts'
import { commentBlocks } from './conditionalComments.ts'
import { Cascade } from './css/cascade.ts'
import { inside, isSeen, ROOT_STYLE, type SeenStyle } from './css/seenStyle.ts'
import { Inlays } from './inlays.ts'
import { ownEntry } from '../../facts/ownEntry.ts'

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

/** What a page of HTML shows, without running or fetching anything. `inlays` is told what it shows beside its words. */
export function htmlBlocks(html: string, inlays = new Inlays()): HtmlBlock[] {
  const page = parse(html)
  const cascade = new Cascade(styleSheets(page), page.mode === names.DOCUMENT_MODE.QUIRKS)
  const shown = new HtmlWalk(page, cascade, inlays).run()
  const inComments = commentBlocks(
    page,
    shown.map(({ block }) => block),
  )
  return [...shown, ...inComments.map((block) => ({ block, quoted: false }))]
}

class HtmlWalk {
  readonly #root: ParentNode
  readonly #cascade: Cascade
  readonly #inlays: Inlays
  readonly #blocks: HtmlBlock[] = []
  #inlines: FlowInline[] = []
  #quoted = false

  constructor(root: ParentNode, cascade: Cascade, inlays: Inlays) {
    this.#root = root
    this.#cascade = cascade
    this.#inlays = inlays
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
    const look = lookOf(style, text)
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
    const style = this.#styleOf(element, outer)
    this.#pictures(element, style)
    if (SKIPPED.has(tagName)) return
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
    this.#written(element, style)
    if (isClosed(element)) this.#closed(element, style, depth)
    else this.#children(element, style, isPre || tagName === 'pre', depth)
    if (tagName === 'a') this.#link(element, style)
    if (isBlock) this.#flush()
    this.#quoted = wasQuoted
  }

  #pictures(element: Element, style: SeenStyle): void {
    const { tagName } = element
    const isHidden = lookOf(style, ' ').hidden !== null
    const asked = askedPicture(element, this.#cascade, isHidden)
    if (asked) this.#inlay(this.#inlays.picture(asked))
    for (const source of [...playedFrom(element), ...addressesBehind(element)])
      this.#inlay(this.#inlays.picture({ source, alt: '', width: null, height: null, isHidden: true }))
    if (tagName === 'svg' && !isHidden) this.#inlay(this.#inlays.undrawn('drawing'))
  }

  #link(element: Element, style: SeenStyle): void {
    const href = attribute(element, 'href')
    if (href === null || lookOf(style, ' ').hidden !== null) return
    this.#inlay(this.#inlays.link(textBelow(element), href))
  }

  #inlay(inlay: FlowInline | null): void {
    if (inlay !== null) this.#inlines.push(inlay)
  }

  /** Words that a style sheet writes show in some programs and in others not: they stand in no text that one could quote. */
  #written(element: Element, style: SeenStyle): void {
    const words = this.#cascade.wordsWritten(element)
    if (words !== '') this.#text(` ${words} `, { ...style, unseen: true }, false)
  }

  /** Of a part that opens on demand only its summary is seen. */
  #closed(element: Element, style: SeenStyle, depth: number): void {
    const summary = elementsOf(element).find(({ tagName }) => tagName === 'summary')
    if (summary) this.#element(summary, style, false, depth + 1)
    const rest = { ...element, childNodes: element.childNodes.filter((node) => node !== summary) }
    this.#children(rest, { ...style, unseen: true }, false, depth)
  }

  #input(element: Element, style: SeenStyle): void {
    const type = attribute(element, 'type')?.toLowerCase() ?? 'text'
    const isTick = type === 'checkbox' || type === 'radio'
    const text = isTick ? (attribute(element, 'checked') === null ? '☐' : '☒') : attribute(element, 'value')
    if (text && type !== 'hidden')
      this.#inlines.push({ kind: 'text', text: `${text} `, look: lookOf(style, text) })
  }

  #table(element: Element, style: SeenStyle, depth: number): void {
    this.#flush()
    const rows = this.#rows(element, style, 0).map(({ row, rowStyle }) =>
      cellsOf(row).map((cell): FlowCell => {
        const span = Number(attribute(cell, 'colspan') ?? 1)
        const walk = new HtmlWalk(cell, this.#cascade, this.#inlays)
        const cellStyle = this.#styleOf(cell, rowStyle)
        walk.#pictures(cell, cellStyle)
        const inner = walk.run(cellStyle, depth + 1)
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

  /** Rows, each in the style of the part of the table in which it stands. */
  #rows(parent: ParentNode, style: SeenStyle, depth: number): { row: Element; rowStyle: SeenStyle }[] {
    return elementsOf(parent).flatMap((child) => {
      if (child.tagName === 'tr') return [{ row: child, rowStyle: this.#styleOf(child, style) }]
      const isPart = /^t(?:head|body|foot)$/u.test(child.tagName) && depth < 3
      return isPart ? this.#rows(child, this.#styleOf(child, style), depth + 1) : []
    })
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
    const base: SeenStyle = {
      ...outer,
      size: ownEntry(HEADINGS, tagName) ?? outer.size,
      bold: outer.bold || BOLD.has(tagName),
    }
    try {
      const isCell = tagName === 'td' || tagName === 'th'
      return inside(base, this.#cascade.styleOf(element, oldAttributes(element)), isCell)
    } catch {
      // What nests too deep to be understood may hide; then nobody is said to see it.
      return { ...base, unseen: true }
    }
  }
}

/** What attributes say of an element's look, as declarations. */
function oldAttributes(element: Element): { name: string; value: string }[] {
  const { tagName } = element
  const has = (name: string): boolean => attribute(element, name) !== null
  const isOverride = tagName === 'bdo' && has('dir')
  const isHidden =
    has('hidden') || has('popover') || tagName === 'datalist' || (tagName === 'dialog' && !has('open'))
  const said: readonly (readonly [string, string | null])[] = [
    ['color', attribute(element, tagName === 'body' ? 'text' : 'color')],
    ['background-color', attribute(element, 'bgcolor')],
    ['direction', attribute(element, 'dir')],
    ['unicode-bidi', isOverride ? 'bidi-override' : null],
    ['display', isHidden ? 'none' : null],
  ]
  return said.flatMap(([name, value]) => (value === null ? [] : [{ name, value: value.toLowerCase() }]))
}

function lookOf(style: SeenStyle, text: string): TextLook {
  const seen = isSeen(style, text)
  return {
    size: seen ? Math.min(40, style.size) : 8,
    bold: style.bold,
    script: style.script,
    hidden: seen ? null : 'html_hidden_text',
  }
}

const isClosed = (element: Element): boolean =>
  element.tagName === 'details' && attribute(element, 'open') === null

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

function styleSheets(parent: ParentNode, depth = 0): { text: string; media: string }[] {
  return parent.childNodes.flatMap((node) => {
    if (!('tagName' in node) || depth > DEEPEST) return []
    if (node.tagName !== 'style') return styleSheets(node, depth + 1)
    const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
    return [{ text, media: attribute(node, 'media') ?? '' }]
  })
}

const elementsOf = (parent: ParentNode): Element[] => parent.childNodes.filter((node) => 'tagName' in node)
const cellsOf = (row: Element): Element[] =>
  elementsOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')

/** Without the white space that the source has around a paragraph. */
function trimmed(inlines: readonly FlowInline[]): FlowInline[] {
  const isBlank = (inline: FlowInline): boolean => inline.kind === 'text' && /^[ \t\r\n]*$/u.test(inline.text)
  const first = inlines.findIndex((inline) => !isBlank(inline))
  const last = inlines.findLastIndex((inline) => !isBlank(inline))
  return first < 0 ? [] : inlines.slice(first, last + 1)
}
