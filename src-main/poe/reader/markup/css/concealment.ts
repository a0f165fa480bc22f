import type { Declarations } from './declarations.ts'
import { type LengthBase, lengthOf, partsOf, WINDOW_HEIGHT, WINDOW_WIDTH } from './lengths.ts'
import { ownEntry } from '../../../facts/ownEntry.ts'

/** Farther than this over the upper and left edge, in pixels, nothing is scrolled to. */
const FAR_OUT = -500
/** So low a box shows no line of type. */
const FLAT_PX = 3
const FAINT = 0.1
/** Pixels of blur in which no letter is left. */
const BLURRED_PX = 5
/** Width of a column of text, for shares of it. */
const COLUMN_PX = 600

/**
 * Whether a style takes an element and all in it away from the eye; nothing within it can bring it back.
 * @param isCell a table gives its cells the room that they need, whatever width they ask for.
 */
export function isConcealed(own: Declarations, em: number, isCell: boolean): boolean {
  const look: Look = {
    is: (name, pattern) => pattern.test(own.get(name) ?? ''),
    length: (name, of) => {
      const value = own.get(name)
      return value === undefined ? null : lengthOf(value, { em, of })
    },
    value: (name) => own.get(name) ?? '',
    em,
  }
  return (
    isGone(look) || isMovedOut(look) || isCut(look, isCell) || isTransformedAway(look) || isFiltered(look)
  )
}

interface Look {
  readonly is: (name: string, pattern: RegExp) => boolean
  readonly length: (name: string, of: number) => number | null
  readonly value: (name: string) => string
  readonly em: number
}

const isGone = ({ is }: Look): boolean =>
  is('display', /^(?:none|table-column(?:-group)?)$/u) ||
  is('content-visibility', /^hidden$/u) ||
  is('mso-hide', /^all$/u)

function isMovedOut({ is, length }: Look): boolean {
  const across = (name: string): boolean => isFar(length(name, WINDOW_WIDTH), WINDOW_WIDTH)
  // Downwards one scrolls; from below, a page's height is over its upper edge.
  const down = (name: string, most: number): boolean => isFar(length(name, WINDOW_HEIGHT), most)
  const isPlaced = is('position', /^(?:absolute|fixed|relative|sticky)$/u)
  if (isPlaced && (across('left') || across('right'))) return true
  const lowest = is('position', /^fixed$/u) ? WINDOW_HEIGHT : Infinity
  if (isPlaced && (down('top', lowest) || down('bottom', WINDOW_HEIGHT))) return true
  return ['margin-left', 'margin-right', 'padding-left'].some(across) || down('margin-top', Infinity)
}

const isFar = (length: number | null, most: number): boolean =>
  length !== null && (length <= FAR_OUT || length >= most)

function isCut(look: Look, isCell: boolean): boolean {
  const { is, length, value } = look
  if (hasNoArea(value('clip-path'), look.em)) return true
  if (is('position', /^(?:absolute|fixed)$/u) && isEmptyRect(value('clip'), look.em)) return true
  if (!/\b(?:hidden|clip|scroll|auto)\b/u.test(value('overflow'))) return false
  const isFlat = (name: string): boolean => {
    const least = name.endsWith('width') ? 'min-width' : 'min-height'
    const size = length(name, COLUMN_PX)
    return size !== null && Math.max(size, length(least, COLUMN_PX) ?? 0) <= FLAT_PX
  }
  const sides = isCell ? [] : ['height', 'max-height', 'width', 'max-width']
  const indent = length('text-indent', COLUMN_PX) ?? 0
  return (
    [...sides, 'line-height'].some(isFlat) ||
    indent >= COLUMN_PX ||
    (length('padding-top', COLUMN_PX) ?? 0) >= (length('height', COLUMN_PX) ?? Infinity)
  )
}

/** "rect(top, right, bottom, left)" between whose edges nothing is. */
function isEmptyRect(clip: string, em: number): boolean {
  const inner = /^rect\((.*)\)$/u.exec(clip)?.[1]
  if (inner === undefined) return false
  const [top = null, right = null, bottom = null, left = null] = partsOf(inner, /[\s,]/u).map((part) =>
    part === 'auto' ? null : lengthOf(part, { em, of: 0 }),
  )
  const high = bottom === null ? Infinity : bottom - (top ?? 0)
  const wide = right === null ? Infinity : right - (left ?? 0)
  return Math.min(high, wide) <= FLAT_PX
}

function hasNoArea(shape: string, em: number): boolean {
  const match = /^(inset|circle|ellipse|polygon|rect|xywh)\((.*)\)/u.exec(shape)
  if (!match) return false
  const [, kind = '', inner = ''] = match
  const base: LengthBase = { em, of: 100 }
  if (kind === 'polygon') return isNoPolygon(inner, base)
  const [sizes = ''] = inner.split(/\b(?:at|round)\b/u)
  const parts = partsOf(sizes).map((part) => (part.endsWith('%') ? lengthOf(part, base) : null))
  if (kind === 'inset') {
    const [top = 0, right = top, bottom = top, left = right] = parts
    return (top ?? 0) + (bottom ?? 0) >= 97 || (right ?? 0) + (left ?? 0) >= 97
  }
  const lengths = partsOf(sizes).map((part) => lengthOf(part, base) ?? Infinity)
  if (kind === 'circle' || kind === 'ellipse') return lengths.some((length) => length <= FLAT_PX)
  if (kind === 'xywh') return lengths.slice(2, 4).some((length) => length <= FLAT_PX)
  return isEmptyRect(`rect(${sizes})`, em)
}

/** All of its corners lie in one line that is straight up or across. */
function isNoPolygon(inner: string, base: LengthBase): boolean {
  const corners = partsOf(inner, /,/u).map((corner) => partsOf(corner).map((at) => lengthOf(at, base) ?? 0))
  const spread = (axis: number): number => {
    const values = corners.filter(({ length }) => length === 2).map((corner) => corner[axis] ?? 0)
    return Math.max(...values) - Math.min(...values)
  }
  return spread(0) <= 1 || spread(1) <= 1
}

function isTransformedAway({ value, em }: Look): boolean {
  const isSmall = (text: string): boolean =>
    partsOf(text, /[\s,]/u).some((part) => {
      const factor = part.endsWith('%') ? Number.parseFloat(part) / 100 : Number(part)
      return Number.isFinite(factor) && Math.abs(factor) < FAINT
    })
  if (isSmall(value('scale')) || isSmall(value('zoom'))) return true
  const moved = [value('translate'), ...argumentsOf(value('transform'), /^translate/u)]
  const isOut = (text: string): boolean =>
    partsOf(text, /[\s,]/u).some((part) => isFar(lengthOf(part, { em, of: 100 }), WINDOW_WIDTH))
  return (
    moved.some(isOut) ||
    argumentsOf(value('transform'), /^scale/u).some(isSmall) ||
    argumentsOf(value('transform'), /^rotate[xy]$/u).some((angle) => isOnEdge(angle)) ||
    argumentsOf(value('transform'), /^matrix$/u).some((text) => isFlatMatrix(text))
  )
}

const argumentsOf = (transform: string, name: RegExp): string[] =>
  [...transform.matchAll(/([a-z0-9]+)\(([^)]*)\)/gu)]
    .filter(([, called = '']) => name.test(called.replace(/3d$/u, '')))
    .map(([, , inner = '']) => inner)

const TURNS: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 }

/** Turned so far out of the page that it is seen from its edge. */
function isOnEdge(angle: string): boolean {
  const [, number = '', unit = ''] = /^\s*(-?[\d.]+)([a-z]+)/u.exec(angle) ?? []
  const degrees = Math.abs(Number(number) * (ownEntry(TURNS, unit) ?? 0)) % 180
  return Math.abs(degrees - 90) < 6
}

function isFlatMatrix(text: string): boolean {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = partsOf(text, /[\s,]/u).map(Number)
  return Math.abs(a * d - b * c) < FAINT * FAINT || isFar(x, WINDOW_WIDTH) || isFar(y, Infinity)
}

function isFiltered({ value, em }: Look): boolean {
  const filter = value('filter')
  const clear = /\bopacity\(\s*([\d.]+)(%?)\s*\)/u.exec(filter)
  if (clear && Number(clear[1]) / (clear[2] ? 100 : 1) < FAINT) return true
  const blur = /\bblur\(([^)]*)\)/u.exec(filter)?.[1]
  return blur !== undefined && (lengthOf(blur, { em, of: 0 }) ?? 0) >= BLURRED_PX
}
