import { BLACK, contrast, type Ink, isHex, onGround } from '../flow/colours.ts'
import type { DocxTheme } from './docxTheme.ts'
import { childOf, settingOf, switchOf, type XmlElement } from './xml.ts'
import { ownEntry } from '../../facts/ownEntry.ts'

/** What run properties say; null where they are silent and the next style speaks. */
export interface RunProps {
  readonly size: number | null
  readonly bold: boolean | null
  readonly vanish: boolean | null
  /** RRGGBB; "auto" = the reader's own. */
  readonly colour: string | null
  /** RRGGBB behind the text. */
  readonly fill: string | null
  /** RRGGBB of a marker's stroke over the text: it lies over every fill. */
  readonly marker: string | null
  readonly font: string | null
  /** Percent of the usual width of a letter. */
  readonly stretch: number | null
  /** Points by which letters stand farther apart. */
  readonly spacing: number | null
  /** Points into which the run is pressed. */
  readonly fit: number | null
  /** Letters' own paint, which goes over `colour`: several where one runs into another, none where they are not filled. */
  readonly paint: readonly Ink[] | null
  /** Of the letters' edge. */
  readonly edge: readonly Ink[] | null
}

export const SILENT: RunProps = {
  size: null,
  bold: null,
  vanish: null,
  colour: null,
  fill: null,
  marker: null,
  font: null,
  stretch: null,
  spacing: null,
  fit: null,
  paint: null,
  edge: null,
}

/** A twentieth of a point. */
const TWIP = 20
/** Office's units of length: an edge thinner than a tenth of a point draws nothing. */
const THINNEST_EDGE = 1270

export function runProps(rPr: XmlElement | null, theme: DocxTheme): RunProps {
  if (!rPr) return SILENT
  const number = (text: string | null | undefined): number | null => {
    const value = Number.parseFloat(text ?? '')
    return Number.isNaN(value) ? null : value
  }
  const [halfPoints, spacing] = [number(settingOf(rPr, 'sz')), number(settingOf(rPr, 'spacing'))]
  const fit = number(settingOf(rPr, 'fitText'))
  const fonts = childOf(rPr, 'rFonts')?.attributes
  const edge = childOf(rPr, 'textOutline')
  const isDrawn = (number(edge?.attributes['w']) ?? THINNEST_EDGE) >= THINNEST_EDGE
  return {
    size: halfPoints === null ? null : halfPoints / 2,
    bold: switchOf(rPr, 'b'),
    vanish: switchOf(rPr, 'vanish'),
    colour: theme.named(childOf(rPr, 'color')?.attributes ?? {}, 'themeColor', 'val'),
    fill: fillOf(rPr, theme),
    marker: ownEntry(MARKERS, settingOf(rPr, 'highlight') ?? '') ?? null,
    font: fonts?.['ascii'] ?? fonts?.['hAnsi'] ?? null,
    stretch: number(settingOf(rPr, 'w')),
    spacing: spacing === null ? null : spacing / TWIP,
    fit: fit === null ? null : fit / TWIP,
    paint: theme.inksOf(childOf(rPr, 'textFill')),
    edge: isDrawn ? theme.inksOf(edge) : null,
  }
}

const MARKERS: Readonly<Record<string, string>> = {
  yellow: 'FFFF00',
  green: '00FF00',
  cyan: '00FFFF',
  magenta: 'FF00FF',
  black: '000000',
  white: 'FFFFFF',
  blue: '0000FF',
  red: 'FF0000',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  darkGray: '808080',
  lightGray: 'C0C0C0',
}

/** The shading of a run, paragraph or cell; null = none. A pattern's dots lie over its ground. */
export function fillOf(properties: XmlElement | null, theme: DocxTheme): string | null {
  const shading = childOf(properties, 'shd')
  if (!shading) return null
  const fill = theme.named(shading.attributes, 'themeFill', 'fill')
  const ground = isHex(fill) ? fill : null
  const pattern = shading.attributes['val'] ?? 'clear'
  const share = pattern === 'solid' ? 1 : Number(/^pct(\d+)$/u.exec(pattern)?.[1] ?? 0) / 100
  if (share === 0) return ground
  const dots = theme.named(shading.attributes, 'themeColor', 'color')
  return onGround({ rgb: isHex(dots) ? dots : '000000', alpha: Math.min(1, share) }, ground ?? 'FFFFFF')
}

export const overlay = (upper: RunProps, lower: RunProps): RunProps => ({
  size: upper.size ?? lower.size,
  bold: upper.bold ?? lower.bold,
  vanish: upper.vanish ?? lower.vanish,
  colour: upper.colour ?? lower.colour,
  fill: upper.fill ?? lower.fill,
  marker: upper.marker ?? lower.marker,
  font: upper.font ?? lower.font,
  stretch: upper.stretch ?? lower.stretch,
  spacing: upper.spacing ?? lower.spacing,
  fit: upper.fit ?? lower.fit,
  paint: upper.paint ?? lower.paint,
  edge: upper.edge ?? lower.edge,
})

const SMALLEST_PT = 4
const LEAST_CONTRAST = 1.5
const NARROWEST_PERCENT = 20
const USUAL_PT = 11
/** Share of their size by which letters may come closer before they lie on one another. */
const STACKED = 0.45
/** Points that a letter needs to be one. */
const NARROWEST_LETTER_PT = 1
/** Share of its letters below which a line cuts them off. */
const LOWEST_LINE = 0.5

/** Where a run stands, as far as it decides whether it is seen. */
export interface RunGround {
  /** RRGGBB behind it. */
  readonly background: string
  /** Points of every line of its paragraph, where they are set without regard to what stands in it. */
  readonly exactLine: number | null
}

/** Whether nobody sees this text of a run. */
export function isUnseen(props: RunProps, { background, exactLine }: RunGround, text: string): boolean {
  if (props.vanish === true) return true
  const size = props.size ?? USUAL_PT
  if (size < SMALLEST_PT || (exactLine !== null && exactLine < size * LOWEST_LINE)) return true
  if (props.stretch !== null && props.stretch < NARROWEST_PERCENT) return true
  if (props.spacing !== null && props.spacing <= -STACKED * size) return true
  if (props.fit !== null && props.fit < Array.from(text).length * NARROWEST_LETTER_PT) return true
  return !isInked(props, props.marker ?? props.fill ?? background)
}

function isInked({ paint, edge, colour, marker }: RunProps, ground: string): boolean {
  const shows = (ink: Ink): boolean => contrast(onGround(ink, ground), ground) >= LEAST_CONTRAST
  if (edge?.some(shows)) return true
  if (paint) return paint.some(shows)
  if (isHex(colour)) return shows({ rgb: colour, alpha: 1 })
  // The reader's own colour turns white on dark fills, and stays black under a marker.
  return marker === null || shows(BLACK)
}
