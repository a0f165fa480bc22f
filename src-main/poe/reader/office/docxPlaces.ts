import { childOf, descendantsOf, switchOf, textOf, type XmlElement } from './xml.ts'
import { ownEntry } from '../../facts/ownEntry.ts'

/** The largest page of a document, in points. */
export interface Sheet {
  readonly width: number
  readonly height: number
}

const TWIP = 20
/** Office's unit of length in a point. */
const EMU = 12_700
const A4: Sheet = { width: 595, height: 842 }
/** So far left of the text or over it, in points, no page begins. */
const OFF_LEFT = -150
/** What is lower or narrower shows no letter. */
const FLAT_PT = 3

export function sheetOf(root: XmlElement): Sheet {
  const sizes = descendantsOf(root, 'pgSz').map(({ attributes }) => attributes)
  const most = (name: string, usual: number): number =>
    Math.max(usual, ...sizes.map((size) => (Number(size[name]) || 0) / TWIP))
  return { width: most('w', A4.width), height: most('h', A4.height) }
}

/** The first of these attributes that a paragraph or its styles set, in points. */
function pointsIn(layout: readonly XmlElement[], name: string, attributes: readonly string[]): number | null {
  for (const properties of layout) {
    const own = childOf(properties, name)?.attributes
    const value = attributes.map((one) => Number.parseFloat(own?.[one] ?? '')).find(Number.isFinite)
    if (value !== undefined) return value / TWIP
  }
  return null
}

/** Points of a paragraph's lines where they are set without regard to the letters; null where lines grow with them. */
export function exactLineOf(layout: readonly XmlElement[]): number | null {
  const rule = layout.map((one) => childOf(one, 'spacing')?.attributes['lineRule']).find(Boolean)
  return rule === 'exact' ? pointsIn(layout, 'spacing', ['line']) : null
}

/** A paragraph whose text begins left or right of every page. `layout`: its properties and those of its styles. */
export function isParagraphOff(layout: readonly XmlElement[], sheet: Sheet): boolean {
  const left = pointsIn(layout, 'ind', ['left', 'start']) ?? 0
  const hanging = pointsIn(layout, 'ind', ['hanging'])
  const first = left + (hanging === null ? (pointsIn(layout, 'ind', ['firstLine']) ?? 0) : -hanging)
  if (Math.min(left, first) < OFF_LEFT || Math.max(left, first) >= sheet.width) return true
  const frame = layout.map((one) => childOf(one, 'framePr')).find((one) => one !== null)
  return frame !== undefined && isPlacedOff(frame, { x: 'x', y: 'y', width: 'w' }, sheet)
}

function isPlacedOff(
  { attributes }: XmlElement,
  names: { readonly x: string; readonly y: string; readonly width?: string },
  sheet: Sheet,
): boolean {
  const points = (name: string | undefined): number => (Number(attributes[name ?? '']) || 0) / TWIP
  return isOff(
    { x: points(names.x), y: points(names.y), width: points(names.width) || sheet.width, height: 0 },
    sheet,
  )
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A frame without a size is as large as the page: only what then still lies beside it is surely unseen. */
const isOff = ({ x, y, width, height }: Place, sheet: Sheet): boolean =>
  x + width < OFF_LEFT || x > sheet.width || y + height < OFF_LEFT || y > sheet.height

/** A table beside every page. */
export function isTableOff(properties: XmlElement | null, sheet: Sheet): boolean {
  const floating = childOf(properties, 'tblpPr')
  const indent = childOf(properties, 'tblInd')
  if (floating && isPlacedOff(floating, { x: 'tblpX', y: 'tblpY' }, sheet)) return true
  return indent !== null && isPlacedOff(indent, { x: 'w', y: '' }, sheet)
}

/** A row that is switched off, or so low that nothing of its text shows. */
export function isRowUnseen(row: XmlElement): boolean {
  const properties = childOf(row, 'trPr')
  const height = childOf(properties, 'trHeight')?.attributes
  const isFlat = height?.['hRule'] === 'exact' && Number(height['val'] ?? 0) / TWIP <= FLAT_PT
  return isFlat || switchOf(properties, 'hidden') === true
}

/** A drawing whose text nobody sees: it floats beside every page, is switched off, or has no room for a letter. */
export function isBoxUnseen(drawing: XmlElement, sheet: Sheet): boolean {
  const isOldUnseen = descendantsOf(drawing, 'shape')
    .concat(...['rect', 'roundrect', 'group', 'oval'].map((name) => descendantsOf(drawing, name)))
    .filter((shape) => descendantsOf(shape, 'txbxContent').length > 0)
    .some(({ attributes }) => isOldBoxUnseen(attributes['style'] ?? '', sheet))
  const switches = [...descendantsOf(drawing, 'docPr'), ...descendantsOf(drawing, 'cNvPr')]
  const isOff = switches.some(({ attributes }) => /^(?:1|true|on)$/u.test(attributes['hidden'] ?? ''))
  return isOldUnseen || isOff || isNewBoxUnseen(drawing, sheet)
}

/** What stands without a unit is told in units of the group around it, which are not known here. */
const UNITS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75, pc: 12 }

/** Boxes from before 2010 say their place as a style: "position:absolute;margin-left:40pt". */
function isOldBoxUnseen(style: string, sheet: Sheet): boolean {
  const set = new Map(
    style.split(';').map((part): [string, string] => {
      const [name = '', value = ''] = part.split(':')
      return [name.trim().toLowerCase(), value.trim().toLowerCase()]
    }),
  )
  const points = (name: string): number | null => {
    const match = /^(-?[\d.]+)\s*([a-z]*)$/u.exec(set.get(name) ?? '')
    if (!match || Number(match[1]) === 0) return match ? 0 : null
    const unit = ownEntry(UNITS, match[2] ?? '')
    return unit === undefined ? null : Number(match[1]) * unit
  }
  const [width, height] = [points('width'), points('height')]
  if (set.get('visibility') === 'hidden' || set.get('display') === 'none') return true
  if ((width !== null && width <= FLAT_PT) || (height !== null && height <= FLAT_PT)) return true
  const x = (points('left') ?? 0) + (points('margin-left') ?? 0)
  const y = (points('top') ?? 0) + (points('margin-top') ?? 0)
  return isOff({ x, y, width: width ?? sheet.width, height: height ?? sheet.height }, sheet)
}

/** What a place may be told from, in points from the edge of the page at most. Unknown edges may lie anywhere on it. */
const NEAR_EDGE_ACROSS = /^(?:page|margin|column|leftMargin)$/u
const NEAR_EDGE_DOWN = /^(?:page|margin|topMargin)$/u

function isNewBoxUnseen(drawing: XmlElement, sheet: Sheet): boolean {
  const extent = descendantsOf(drawing, 'extent')[0]?.attributes
  if (!extent) return false
  const [width, height] = [Number(extent['cx'] ?? 0) / EMU, Number(extent['cy'] ?? 0) / EMU]
  if (width <= FLAT_PT || height <= FLAT_PT) return true
  const anchor = childOf(drawing, 'anchor')
  if (!anchor) return false
  const across = childOf(anchor, 'positionH')
  const down = childOf(anchor, 'positionV')
  const isEdge = (position: XmlElement | null, edges: RegExp): boolean =>
    edges.test(position?.attributes['relativeFrom'] ?? '')
  const x = offsetOf(across, sheet.width)
  const y = offsetOf(down, sheet.height)
  return (
    x + width + (isEdge(across, NEAR_EDGE_ACROSS) ? 0 : sheet.width) < OFF_LEFT ||
    y + height + (isEdge(down, NEAR_EDGE_DOWN) ? 0 : sheet.height) < OFF_LEFT ||
    x > sheet.width ||
    y > sheet.height
  )
}

const WHOLE = 100_000

function offsetOf(position: XmlElement | null, whole: number): number {
  const share = childOf(position, 'pctPosHOffset') ?? childOf(position, 'pctPosVOffset')
  if (share) return ((Number(textOf(share)) || 0) / WHOLE) * whole
  return (Number(textOf(childOf(position, 'posOffset'))) || 0) / EMU
}
