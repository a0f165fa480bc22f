import type { FactFlag } from '../../facts/documentFacts.ts'
import {
  type FlowBlock,
  type FlowCell,
  type FlowInline,
  type FlowParagraph,
  type FlowTable,
  PLAIN,
  shownTextOfBlock,
  unseenBlock,
} from '../flow/flowParts.ts'
import { branchesOf, plainText } from './docxBranches.ts'
import { type DocxField, fieldFlags, linkFlags, mismatch } from './docxFields.ts'
import { type FieldSources, otherDataOf } from './docxFieldValues.ts'
import { fillOf } from './docxLooks.ts'
import { drawingPicture } from './docxPictures.ts'
import { exactLineOf, isBoxUnseen, isParagraphOff, isTableOff, type Sheet } from './docxPlaces.ts'
import { checkboxGlyph, type RunContext, runInlines, wasUnseen } from './docxRuns.ts'
import type { DocxStyles } from './docxStyles.ts'
import { cellChange, cellsOf, type Change, isMarkChanged, rowsOf } from './docxRevisions.ts'
import type { DocxTheme } from './docxTheme.ts'
import type { OfficePackage, Relationship } from './officePackage.ts'
import { childOf, childrenOf, descendantsOf, elementsOf, settingOf, textOf, type XmlElement } from './xml.ts'

export interface DocxParts {
  readonly file: OfficePackage
  readonly styles: DocxStyles
  readonly sources: FieldSources
  /** Data to which content controls may be bound. */
  readonly data: readonly XmlElement[]
  /** RRGGBB of the paper. */
  readonly paper: string
  readonly sheet: Sheet
}

/** What stands around a block. */
interface Around {
  /** RRGGBB behind it. */
  readonly background: string
  /** Struck out as a tracked change. */
  readonly deleted: boolean
  readonly tableStyle: string | null
}

const TWIP = 20
const LEADERS: readonly string[] = ['underscore', 'dot', 'hyphen', 'heavy', 'middleDot']

/** Walks one part of a document (body, header, note) and turns what a person sees into flow blocks. */
export class DocxBody {
  readonly flags: FactFlag[] = []
  /** Words that came in as tracked changes and that nobody has accepted. */
  readonly inserted: string[] = []
  /** Paragraphs of which only the end was put in, struck out or moved. */
  readonly parted: string[] = []
  readonly #parts: DocxParts
  readonly #links: ReadonlyMap<string, Relationship>
  /** Fields that ended, in order. */
  readonly fields: DocxField[] = []
  /** Fields under way: their code until "separate", then their result. */
  readonly #fields: { code: string; result: string; isCode: boolean }[] = []
  /** Blocks of text boxes that hang on the paragraph under way. */
  #boxes: FlowBlock[] = []

  constructor(parts: DocxParts, partName: string) {
    this.#parts = parts
    this.#links = new Map(parts.file.relationshipsOf(partName).map((one) => [one.id, one]))
  }

  /** Everything in a part. */
  all(container: XmlElement): FlowBlock[] {
    return this.#blocks(container, {
      background: this.#parts.paper,
      deleted: false,
      tableStyle: null,
    })
  }

  #blocks(container: XmlElement, around: Around): FlowBlock[] {
    return elementsOf(container).flatMap((element): FlowBlock[] => {
      switch (element.name) {
        case 'p':
          return this.#paragraph(element, around)
        case 'tbl':
          return [this.#table(element, around)]
        case 'sdt':
          return this.#control(element, (content) => this.#blocks(content, around))
        case 'AlternateContent':
          return this.#choice(element, (branch) => this.#blocks(branch, around))
        case 'del':
        case 'moveFrom':
          return this.#blocks(element, { ...around, deleted: true })
        case 'ins':
        case 'moveTo':
          return this.#insertedBlocks(this.#blocks(element, around))
        case 'customXml':
        case 'smartTag':
          return this.#blocks(element, around)
        default:
          return []
      }
    })
  }

  #insertedBlocks(blocks: FlowBlock[]): FlowBlock[] {
    this.inserted.push(shownText(blocks))
    return blocks
  }

  #paragraph(element: XmlElement, around: Around): FlowBlock[] {
    const properties = childOf(element, 'pPr')
    const { styles, sheet } = this.#parts
    const layout = styles.layoutOf(properties)
    const fills = layout.map((one) => fillOf(one, styles.theme))
    const inlines = this.#inlines(element, {
      ...around,
      styles,
      paragraphStyle: settingOf(properties, 'pStyle'),
      background: fills.find((fill) => fill !== null) ?? around.background,
      exactLine: exactLineOf(layout),
      tabLine: childrenOf(childOf(properties, 'tabs'), 'tab').some(({ attributes }) =>
        LEADERS.includes(attributes['leader'] ?? ''),
      ),
    })
    const boxes = this.#boxes
    this.#boxes = []
    const paragraph: FlowParagraph = { kind: 'paragraph', inlines, ...shapeOf(properties) }
    const shown = isParagraphOff(layout, sheet) ? unseenBlock(paragraph, 'docx_hidden_text') : paragraph
    if (isMarkChanged(properties)) this.parted.push(shownText([shown]))
    return [shown, ...boxes]
  }

  #inlines(container: XmlElement, context: RunContext): FlowInline[] {
    return elementsOf(container).flatMap((element): FlowInline[] => {
      switch (element.name) {
        case 'r':
          return this.#run(element, context)
        case 'hyperlink':
          return this.#link(element, context)
        case 'del':
        case 'moveFrom':
          return this.#inlines(element, { ...context, deleted: true })
        case 'ins':
        case 'moveTo':
          return this.#insertion(this.#inlines(element, context))
        case 'bdo':
          return turned(this.#inlines(element, context), element.attributes['val'])
        case 'smartTag':
        case 'customXml':
        case 'dir':
          return this.#inlines(element, context)
        case 'fldSimple':
          return this.#simpleField(element, context)
        case 'sdt':
          return this.#control(element, (content) => this.#inlines(content, context))
        case 'AlternateContent':
          return this.#choice(element, (branch) => this.#inlines(branch, context))
        default:
          return []
      }
    })
  }

  #insertion(inlines: FlowInline[]): FlowInline[] {
    this.inserted.push(...inlines.flatMap((inline) => (inline.kind === 'text' ? [inline.text] : [])))
    return inlines
  }

  #run(run: XmlElement, context: RunContext): FlowInline[] {
    const inlines: FlowInline[] = []
    for (const element of elementsOf(run)) {
      if (element.name === 'fldChar') inlines.push(...this.#fieldMark(element, run, context))
      else if (element.name === 'instrText') this.#addCode(textOf(element))
      else if (element.name === 'drawing' || element.name === 'pict' || element.name === 'object')
        inlines.push(...this.#drawing(element, context))
      else if (element.name === 'AlternateContent')
        inlines.push(...this.#choice(element, (branch) => this.#run({ ...branch, name: 'r' }, context)))
      else inlines.push(...this.#resultInlines(runInlines(element, run, context)))
    }
    return wasUnseen(run, context) ? this.#insertion(inlines) : inlines
  }

  #fieldMark(mark: XmlElement, run: XmlElement, context: RunContext): FlowInline[] {
    const kind = mark.attributes['fldCharType']
    if (kind === 'begin') {
      this.#fields.push({ code: '', result: '', isCode: true })
      const box = childOf(childOf(mark, 'ffData'), 'checkBox')
      return box ? runInlines(checkboxGlyph(box), run, context) : []
    }
    const field = this.#fields.at(-1)
    if (kind === 'separate' && field) field.isCode = false
    if (kind === 'end' && field) {
      this.#fields.pop()
      this.#endField(field)
    }
    return []
  }

  #addCode(text: string): void {
    const field = this.#fields.at(-1)
    if (field?.isCode) field.code += text
  }

  /** Nothing of a field's code is shown, nor what fields within it show: that is part of the code. */
  #resultInlines(inlines: FlowInline[]): FlowInline[] {
    const text = inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')
    const outermost = this.#fields.findIndex(({ isCode }) => isCode)
    for (const [i, field] of this.#fields.entries()) {
      if (field.isCode && i < this.#fields.length - 1) field.code += text
      if (!field.isCode) field.result += text
      if (field.isCode) break
    }
    return outermost === -1 ? inlines : []
  }

  #endField(field: DocxField): void {
    this.fields.push(field)
    this.flags.push(...fieldFlags(field, this.#parts.sources))
  }

  #simpleField(element: XmlElement, context: RunContext): FlowInline[] {
    const inlines = this.#inlines(element, context)
    const result = inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')
    this.#endField({ code: element.attributes['instr'] ?? '', result })
    return inlines
  }

  #link(element: XmlElement, context: RunContext): FlowInline[] {
    const inlines = this.#inlines(element, context)
    const target = this.#links.get(element.attributes['id'] ?? '')
    const shown = inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')
    if (target?.isExternal) this.flags.push(...linkFlags(shown, target.target))
    return inlines
  }

  /** A content control shows what stands in it; one that is bound to data must show the data. */
  #control<T>(element: XmlElement, read: (content: XmlElement) => T[]): T[] {
    const content = childOf(element, 'sdtContent')
    const properties = childOf(element, 'sdtPr')
    const isText = !elementsOf(properties).some(({ name }) => FORMATTED_CONTROLS.includes(name))
    const shown = content && isText ? plainText(content) : ''
    const data = otherDataOf(properties, shown, this.#parts.data)
    if (data !== null) this.flags.push(mismatch(shown, data))
    return content ? read(content) : []
  }

  #choice<T>(element: XmlElement, read: (branch: XmlElement) => T[]): T[] {
    const { shown, shownText, otherwise } = branchesOf(element)
    if (otherwise !== null) this.flags.push(mismatch(shownText, otherwise))
    return shown ? read(shown) : []
  }

  #drawing(element: XmlElement, context: RunContext): FlowInline[] {
    for (const box of descendantsOf(element, 'txbxContent')) {
      const outer = this.#boxes
      this.#boxes = []
      const background = boxFill(element, this.#parts.styles.theme) ?? this.#parts.paper
      const blocks = this.#blocks(box, { background, deleted: context.deleted, tableStyle: null })
      const shown = isBoxUnseen(element, this.#parts.sheet)
        ? blocks.map((block) => unseenBlock(block, 'docx_hidden_text'))
        : blocks
      this.#boxes = [...outer, ...shown]
    }
    if (context.deleted) return []
    // Word's own signature line is drawn by a picture: a line to sign on, not a signature.
    if (descendantsOf(element, 'signatureline').length > 0) return [SIGNATURE_LINE]
    const picture = drawingPicture(element, this.#links, this.#parts.file)
    return picture ? [picture] : []
  }

  #table(element: XmlElement, around: Around): FlowBlock {
    const { styles, sheet } = this.#parts
    const properties = childOf(element, 'tblPr')
    const tableStyle = settingOf(properties, 'tblStyle') ?? around.tableStyle
    const whole =
      fillOf(properties, styles.theme) ?? styles.tableFill(tableStyle, 'wholeTable') ?? around.background
    const first = styles.tableFill(tableStyle, 'firstRow')
    const columns = childrenOf(childOf(element, 'tblGrid'), 'gridCol').map(({ attributes }) =>
      Number(attributes['w'] ?? 1),
    )
    const rows = rowsOf(element).map(({ row, change, isUnseen }, i) => {
      const background = i === 0 ? (first ?? whole) : whole
      const cells = cellsOf(row).map((cell) =>
        this.#cell(cell, { ...around, background, tableStyle }, change),
      )
      return isUnseen ? cells.map(unseenCell) : cells
    })
    const table: FlowTable = { kind: 'table', columns: columns.every(Number.isFinite) ? columns : [], rows }
    return isTableOff(properties, sheet) ? unseenBlock(table, 'docx_hidden_text') : table
  }

  #cell(cell: XmlElement, around: Around, rowChange: Change | null): FlowCell {
    const properties = childOf(cell, 'tcPr')
    const span = Number(settingOf(properties, 'gridSpan') ?? 1)
    const change = rowChange ?? cellChange(properties)
    const blocks = this.#blocks(cell, {
      ...around,
      background: fillOf(properties, this.#parts.styles.theme) ?? around.background,
      deleted: around.deleted || change === 'deleted',
    })
    return {
      span: Number.isInteger(span) && span > 0 ? Math.min(span, 60) : 1,
      blocks: change === 'inserted' ? this.#insertedBlocks(blocks) : blocks,
    }
  }
}

/** How a paragraph is laid out. */
function shapeOf(properties: XmlElement | null): Pick<FlowParagraph, 'indent' | 'rule'> {
  const border = childOf(properties, 'pBdr')
  const drawn = (side: string): boolean => !/^(?:nil|none)?$/u.test(settingOf(border, side) ?? '')
  const left = Number(childOf(properties, 'ind')?.attributes['left'] ?? 0)
  return {
    indent: Number.isFinite(left) ? Math.min(200, Math.max(0, left / TWIP)) : 0,
    rule: drawn('bottom') ? 'below' : drawn('top') ? 'above' : null,
  }
}

const unseenCell = (cell: FlowCell): FlowCell => ({
  ...cell,
  blocks: cell.blocks.map((block) => unseenBlock(block, 'docx_hidden_text')),
})

/** An order of letters that the file forces, as the signs that force it in plain text: they are flagged like those. */
function turned(inlines: FlowInline[], order: string | undefined): FlowInline[] {
  if (order !== 'rtl') return inlines
  return inlines.map((inline) =>
    inline.kind === 'text' && /[\p{Script=Latin}\d]{2}/u.test(inline.text)
      ? { ...inline, text: `\u202E${inline.text}\u202C` }
      : inline,
  )
}

const SIGNATURE_LINE: FlowInline = { kind: 'text', text: '____________________', look: PLAIN }

/** Controls that show their data in another form, or a prompt instead of it. */
const FORMATTED_CONTROLS: readonly string[] = [
  'showingPlcHdr',
  'date',
  'dropDownList',
  'comboBox',
  'checkbox',
  'picture',
]

/** RRGGBB of a text box; null where it has no fill of its own. */
function boxFill(drawing: XmlElement, theme: DocxTheme): string | null {
  const [ink] = theme.inksOf(descendantsOf(drawing, 'spPr')[0] ?? null) ?? []
  if (ink) return ink.rgb
  const old = ['shape', 'rect', 'roundrect', 'oval']
    .flatMap((name) => descendantsOf(drawing, name))
    .find(({ attributes }) => attributes['fillcolor'] !== undefined)?.attributes
  const fill = /^#?([\da-f]{6}|[\da-f]{3})\b/iu.exec(old?.['fillcolor'] ?? '')?.[1]
  if (!fill || /^(?:f|false)$/u.test(old?.['filled'] ?? '')) return null
  return fill.length === 3 ? Array.from(fill, (digit) => digit + digit).join('') : fill
}

/** What blocks show, for comparing two versions of the same. */
export const shownText = (blocks: readonly FlowBlock[]): string => blocks.map(shownTextOfBlock).join('\n')
