import type { HiddenReason } from '../../facts/factWords.ts'
import type { FlowInline, TextLook } from '../flow/flowParts.ts'
import { isUnseen, type RunGround, type RunProps } from './docxLooks.ts'
import type { DocxStyles } from './docxStyles.ts'
import { childOf, switchOf, textOf, type XmlElement } from './xml.ts'

/** What a run's paragraph and place say of it. */
export interface RunContext extends RunGround {
  readonly styles: DocxStyles
  readonly paragraphStyle: string | null
  readonly tableStyle: string | null
  /** Struck out as a tracked change. */
  readonly deleted: boolean
  /** The paragraph's tabs draw lines. */
  readonly tabLine: boolean
}

const CURSIVE =
  /script|hand(?!el)|brush|cursive|signature|calligra|dancing|pacifico|caveat|satisfy|allura|vibes|sacramento|mistral|zapfino|chancery/iu
const SYMBOLS = /wingdings|webdings|symbol/iu
const USUAL_PT = 11

/** What one child of a run shows. */
export function runInlines(element: XmlElement, run: XmlElement, context: RunContext): FlowInline[] {
  const props = propsOf(childOf(run, 'rPr'), context)
  const look = lookOf(props, context, textOf(element))
  switch (element.name) {
    case 't':
      return [{ kind: 'text', text: asShown(textOf(element), props.font), look }]
    case 'delText':
      // Wherever it stands, Word shows it only as struck out.
      return [
        { kind: 'text', text: textOf(element), look: { ...look, hidden: look.hidden ?? 'deleted_text' } },
      ]
    case 'noBreakHyphen':
      return [{ kind: 'text', text: '-', look }]
    case 'sym':
      return [{ kind: 'text', text: symbolOf(element), look }]
    case 'tab':
    case 'ptab':
      return look.hidden === null ? [{ kind: 'tab', line: context.tabLine }] : []
    case 'br':
    case 'cr':
      return look.hidden === null ? [{ kind: 'break' }] : []
    default:
      return []
  }
}

const propsOf = (rPr: XmlElement | null, context: RunContext): RunProps =>
  context.styles.resolve(rPr, context.paragraphStyle, context.tableStyle)

/** Whether a run whose look was changed, and which nobody accepted so, was unseen before. */
export function wasUnseen(run: XmlElement, context: RunContext): boolean {
  const change = childOf(childOf(run, 'rPr'), 'rPrChange')
  return change !== null && isUnseen(propsOf(childOf(change, 'rPr'), context), context, '')
}

function lookOf(props: RunProps, context: RunContext, text: string): TextLook {
  const size = Math.min(72, props.size ?? USUAL_PT)
  return {
    // Paper sizes are in the facts as printed; this page's lines were measured for ten points.
    size: Math.max(1, (size / USUAL_PT) * 10),
    bold: props.bold === true,
    script: props.font !== null && CURSIVE.test(props.font),
    hidden: hiddenReason(props, context, text),
  }
}

function hiddenReason(props: RunProps, context: RunContext, text: string): HiddenReason | null {
  if (context.deleted) return 'deleted_text'
  return isUnseen(props, context, text) ? 'docx_hidden_text' : null
}

/** Letters of a symbol font are signs: they are moved to where symbol fonts keep them. */
function asShown(text: string, font: string | null): string {
  if (font === null || !SYMBOLS.test(font)) return text
  return Array.from(text)
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0
      return code >= 0x21 && code <= 0xff ? String.fromCodePoint(0xf000 + code) : sign
    })
    .join('')
}

function symbolOf({ attributes }: XmlElement): string {
  const code = Number.parseInt(attributes['char'] ?? '', 16)
  if (Number.isNaN(code) || code <= 0 || code > 0xffff) return ''
  const isSymbol = SYMBOLS.test(attributes['font'] ?? '')
  return String.fromCodePoint(isSymbol && code < 0x100 ? 0xf000 + code : code)
}

/** A tick box of an old form, as the sign that stands for it on paper. */
export function checkboxGlyph(box: XmlElement): XmlElement {
  const checked = switchOf(box, 'checked') ?? switchOf(box, 'default') ?? false
  return { name: 't', attributes: {}, children: [checked ? '☒' : '☐'] }
}
