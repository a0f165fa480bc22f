import { contrast } from './colours.ts'
import { childOf, childrenOf, settingOf, switchOf, type XmlElement } from './xml.ts'

/** What run properties say; null where they are silent and the next style speaks. */
export interface RunProps {
  readonly size: number | null
  readonly bold: boolean | null
  readonly vanish: boolean | null
  /** RRGGBB; "auto" = the reader's own. */
  readonly colour: string | null
  /** RRGGBB behind the text. */
  readonly fill: string | null
  readonly font: string | null
  /** Percent of the usual width of a letter. */
  readonly stretch: number | null
  readonly noInk: boolean | null
}

const SILENT: RunProps = {
  size: null,
  bold: null,
  vanish: null,
  colour: null,
  fill: null,
  font: null,
  stretch: null,
  noInk: null,
}

export function runProps(rPr: XmlElement | null): RunProps {
  if (!rPr) return SILENT
  const halfPoints = settingOf(rPr, 'sz')
  const stretch = Number.parseInt(settingOf(rPr, 'w') ?? '', 10)
  const fonts = childOf(rPr, 'rFonts')?.attributes
  return {
    size: halfPoints === null ? null : Number(halfPoints) / 2,
    bold: switchOf(rPr, 'b'),
    vanish: switchOf(rPr, 'vanish'),
    colour: settingOf(rPr, 'color'),
    fill: fillOf(rPr) ?? HIGHLIGHTS[settingOf(rPr, 'highlight') ?? ''] ?? null,
    font: fonts?.['ascii'] ?? fonts?.['hAnsi'] ?? null,
    stretch: Number.isNaN(stretch) ? null : stretch,
    noInk: childOf(childOf(rPr, 'textFill'), 'noFill') ? true : null,
  }
}

const HIGHLIGHTS: Readonly<Record<string, string>> = {
  yellow: 'FFFF00',
  green: '00FF00',
  cyan: '00FFFF',
  black: '000000',
  white: 'FFFFFF',
  blue: '0000FF',
  red: 'FF0000',
  darkBlue: '000080',
  darkGray: '808080',
  lightGray: 'C0C0C0',
}

/** The shading of a run, paragraph or cell; null = none. */
export function fillOf(properties: XmlElement | null): string | null {
  const fill = childOf(properties, 'shd')?.attributes['fill']
  return fill && /^[\da-f]{6}$/iu.test(fill) ? fill : null
}

const overlay = (upper: RunProps, lower: RunProps): RunProps => ({
  size: upper.size ?? lower.size,
  bold: upper.bold ?? lower.bold,
  vanish: upper.vanish ?? lower.vanish,
  colour: upper.colour ?? lower.colour,
  fill: upper.fill ?? lower.fill,
  font: upper.font ?? lower.font,
  stretch: upper.stretch ?? lower.stretch,
  noInk: upper.noInk ?? lower.noInk,
})

interface Style {
  readonly basedOn: string | null
  readonly run: RunProps
  readonly element: XmlElement
}

/** The styles of a document, each with what it is based on. */
export class DocxStyles {
  readonly #styles = new Map<string, Style>()
  readonly #defaults: RunProps
  #defaultParagraph: string | null = null

  constructor(part: XmlElement | null) {
    const defaults = childOf(childOf(childOf(part, 'docDefaults'), 'rPrDefault'), 'rPr')
    this.#defaults = runProps(defaults)
    for (const element of childrenOf(part, 'style')) {
      const id = element.attributes['styleId'] ?? ''
      this.#styles.set(id, {
        basedOn: settingOf(element, 'basedOn'),
        run: runProps(childOf(element, 'rPr')),
        element,
      })
      if (
        element.attributes['type'] === 'paragraph' &&
        /^(?:1|true|on)$/u.test(element.attributes['default'] ?? '')
      )
        this.#defaultParagraph = id
    }
  }

  /** What a run looks like: its own properties over its style over its paragraph's style over the defaults. */
  resolve(run: XmlElement | null, paragraphStyle: string | null): RunProps {
    const characterStyle = settingOf(run, 'rStyle')
    return [
      runProps(run),
      ...this.#chain(characterStyle),
      ...this.#chain(paragraphStyle ?? this.#defaultParagraph),
      this.#defaults,
    ].reduce(overlay)
  }

  /** The fill that a table's style gives to its first row, its other header cells, or to all; null = none. */
  tableFill(style: string | null, place: 'firstRow' | 'firstCol' | 'lastRow' | 'wholeTable'): string | null {
    for (const element of this.#elements(style)) {
      const part = childrenOf(element, 'tblStylePr').find(({ attributes }) => attributes['type'] === place)
      const own = place === 'wholeTable' ? fillOf(childOf(element, 'tcPr')) : null
      const fill = fillOf(childOf(part, 'tcPr')) ?? own
      if (fill) return fill
    }
    return null
  }

  #chain(style: string | null): RunProps[] {
    return this.#elements(style).map((element) => runProps(childOf(element, 'rPr')))
  }

  #elements(style: string | null): XmlElement[] {
    const found: XmlElement[] = []
    const seen = new Set<string>()
    for (let id = style; id !== null && !seen.has(id); id = this.#styles.get(id)?.basedOn ?? null) {
      seen.add(id)
      const element = this.#styles.get(id)?.element
      if (element) found.push(element)
    }
    return found
  }
}

const SMALLEST_PT = 4
const LEAST_CONTRAST = 1.5
const NARROWEST_PERCENT = 20

/** Whether nobody sees a run in front of this background. */
export function isUnseen(props: RunProps, background: string): boolean {
  if (props.vanish === true || props.noInk === true) return true
  if (props.size !== null && props.size < SMALLEST_PT) return true
  if (props.stretch !== null && props.stretch < NARROWEST_PERCENT) return true
  const { colour } = props
  if (colour === null || !/^[\da-f]{6}$/iu.test(colour)) return false
  return contrast(colour, props.fill ?? background) < LEAST_CONTRAST
}
