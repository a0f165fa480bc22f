import { type Ink, isHex, scaled } from '../flow/colours.ts'
import { childOf, elementsOf, settingOf, type XmlElement } from './xml.ts'
import { ownEntry } from '../../facts/ownEntry.ts'

/** Office's own colours, where a file has no theme. */
const USUAL: Readonly<Record<string, string>> = {
  dk1: '000000',
  lt1: 'FFFFFF',
  dk2: '44546A',
  lt2: 'E7E6E6',
  accent1: '4472C4',
  accent2: 'ED7D31',
  accent3: 'A5A5A5',
  accent4: 'FFC000',
  accent5: '5B9BD5',
  accent6: '70AD47',
  hlink: '0563C1',
  folHlink: '954F72',
}
/** One place of a theme has up to four names. */
const LONG_NAMES: Readonly<Record<string, string>> = {
  dark1: 'dk1',
  light1: 'lt1',
  dark2: 'dk2',
  light2: 'lt2',
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
}
/** Names that the settings may give to other places: name → setting, place without one. */
const MAPPED: Readonly<Record<string, readonly [string, string]>> = {
  background1: ['bg1', 'lt1'],
  bg1: ['bg1', 'lt1'],
  text1: ['t1', 'dk1'],
  tx1: ['t1', 'dk1'],
  background2: ['bg2', 'lt2'],
  bg2: ['bg2', 'lt2'],
  text2: ['t2', 'dk2'],
  tx2: ['t2', 'dk2'],
}

/** The colours that a document calls by the name of their place in its theme. */
export class DocxTheme {
  readonly #places = new Map<string, string>()
  readonly #mapping: Readonly<Record<string, string>>

  constructor(part: XmlElement | null, settings: XmlElement | null) {
    this.#mapping = childOf(settings, 'clrSchemeMapping')?.attributes ?? {}
    for (const place of elementsOf(childOf(childOf(part, 'themeElements'), 'clrScheme'))) {
      const attributes = elementsOf(place)[0]?.attributes
      const colour = attributes?.['lastClr'] ?? attributes?.['val']
      if (isHex(colour)) this.#places.set(place.name, colour)
    }
  }

  /** A setting's colour: by its theme, else as it is written. What the theme says goes first, also in Word. */
  named(attributes: Readonly<Record<string, string>>, theme: string, plain: string): string | null {
    const own = this.#colour(attributes[theme])
    if (own === null) return attributes[plain] ?? null
    const share = (kind: string): number | null => {
      // "themeColor" has "themeShade", "themeFill" has "themeFillShade".
      const hex = Number.parseInt(attributes[`${theme.replace(/Color$/u, '')}${kind}`] ?? '', 16)
      return Number.isNaN(hex) ? null : hex / 255
    }
    const [tint, shade] = [share('Tint'), share('Shade')]
    if (tint !== null) return scaled(own, tint, 1 - tint)
    return shade === null ? own : scaled(own, shade, 0)
  }

  /** The colours that a fill of a drawing or of letters has: one, those of a run, or none. Null where it says nothing that is known. */
  inksOf(holder: XmlElement | null): Ink[] | null {
    if (childOf(holder, 'noFill')) return []
    const solid = childOf(holder, 'solidFill')
    if (solid) return listed(this.#ink(elementsOf(solid)[0]))
    const stops = elementsOf(childOf(childOf(holder, 'gradFill'), 'gsLst'))
    return stops.length === 0 ? null : listed(...stops.map((stop) => this.#ink(elementsOf(stop)[0])))
  }

  #ink(element: XmlElement | undefined): Ink | null {
    if (!element) return null
    const { name, attributes } = element
    const value = attributes['lastClr'] ?? attributes['val']
    const base = name === 'schemeClr' ? this.#colour(value) : isHex(value) ? value : null
    if (base === null) return null
    const share = (kind: string): number | null => {
      const number = Number.parseFloat(settingOf(element, kind) ?? '')
      return Number.isNaN(number) ? null : number / 100_000
    }
    const [tint, shade] = [share('tint'), share('shade')]
    const lit = scaled(base, share('lumMod') ?? 1, share('lumOff') ?? 0)
    const tinted = tint === null ? lit : scaled(lit, tint, 1 - tint)
    return {
      rgb: shade === null ? tinted : scaled(tinted, shade, 0),
      // Of letters Word keeps by this name how much shines through.
      alpha: 1 - Math.min(1, Math.max(0, share('alpha') ?? 0)),
    }
  }

  #colour(name: string | undefined): string | null {
    if (name === undefined) return null
    const [setting, usual] = ownEntry(MAPPED, name) ?? []
    const mapped = setting === undefined ? name : (this.#mapping[setting] ?? usual ?? name)
    const place = ownEntry(LONG_NAMES, mapped) ?? mapped
    return this.#places.get(place) ?? ownEntry(USUAL, place) ?? null
  }
}

/** Null when one of them is not known. */
const listed = (...inks: readonly (Ink | null)[]): Ink[] | null =>
  inks.every((ink) => ink !== null) ? [...inks] : null
