import { fillOf, overlay, type RunProps, runProps } from './docxLooks.ts'
import type { DocxTheme } from './docxTheme.ts'
import { childOf, childrenOf, settingOf, type XmlElement } from './xml.ts'

/** The styles of a document, each with what it is based on. */
export class DocxStyles {
  readonly theme: DocxTheme
  readonly #styles = new Map<string, XmlElement>()
  readonly #defaults: RunProps
  readonly #defaultLayout: XmlElement | null
  #defaultParagraph: string | null = null

  constructor(part: XmlElement | null, theme: DocxTheme) {
    this.theme = theme
    const defaults = childOf(part, 'docDefaults')
    this.#defaults = runProps(childOf(childOf(defaults, 'rPrDefault'), 'rPr'), theme)
    this.#defaultLayout = childOf(childOf(defaults, 'pPrDefault'), 'pPr')
    for (const element of childrenOf(part, 'style')) {
      const id = element.attributes['styleId'] ?? ''
      this.#styles.set(id, element)
      if (
        element.attributes['type'] === 'paragraph' &&
        /^(?:1|true|on)$/u.test(element.attributes['default'] ?? '')
      )
        this.#defaultParagraph = id
    }
  }

  /** What a run looks like: its own properties over its style over its paragraph's style over its table's over the defaults. */
  resolve(run: XmlElement | null, paragraphStyle: string | null, tableStyle: string | null): RunProps {
    return [
      runProps(run, this.theme),
      ...this.#chain(settingOf(run, 'rStyle')),
      ...this.#chain(paragraphStyle ?? this.#defaultParagraph),
      ...this.#chain(tableStyle),
      this.#defaults,
    ].reduce(overlay)
  }

  /** A paragraph's properties with those of its styles behind them, nearest first. */
  layoutOf(properties: XmlElement | null): XmlElement[] {
    const style = settingOf(properties, 'pStyle') ?? this.#defaultParagraph
    const styles = this.#elements(style).map((element) => childOf(element, 'pPr'))
    return [properties, ...styles, this.#defaultLayout].filter((one) => one !== null)
  }

  /** The fill that a table's style gives to its first row, its other header cells, or to all; null = none. */
  tableFill(style: string | null, place: 'firstRow' | 'firstCol' | 'lastRow' | 'wholeTable'): string | null {
    for (const element of this.#elements(style)) {
      const part = childrenOf(element, 'tblStylePr').find(({ attributes }) => attributes['type'] === place)
      const own = place === 'wholeTable' ? fillOf(childOf(element, 'tcPr'), this.theme) : null
      const fill = fillOf(childOf(part, 'tcPr'), this.theme) ?? own
      if (fill) return fill
    }
    return null
  }

  #chain(style: string | null): RunProps[] {
    return this.#elements(style).map((element) => runProps(childOf(element, 'rPr'), this.theme))
  }

  #elements(style: string | null): XmlElement[] {
    const found: XmlElement[] = []
    const seen = new Set<string>()
    for (let id = style; id !== null && !seen.has(id); ) {
      seen.add(id)
      const element = this.#styles.get(id)
      if (element) found.push(element)
      id = settingOf(element ?? null, 'basedOn')
    }
    return found
  }
}
