import { contrast } from '../office/colours.ts'

/** The few properties that decide whether text is seen. */
export interface SeenStyle {
  readonly unseen: boolean
  /** RRGGBB; null = the reader's own. */
  readonly colour: string | null
  readonly background: string
  /** Points. */
  readonly size: number
  readonly bold: boolean
  readonly script: boolean
}

export const ROOT_STYLE: SeenStyle = {
  unseen: false,
  colour: null,
  background: 'FFFFFF',
  size: 10,
  bold: false,
  script: false,
}

export type Declarations = ReadonlyMap<string, string>

export function declarationsOf(text: string): Declarations {
  return new Map(
    text.split(';').flatMap((part): [string, string][] => {
      const at = part.indexOf(':')
      if (at < 0) return []
      const value = part.slice(at + 1).replace(/!\s*important/iu, '')
      return [[part.slice(0, at).trim().toLowerCase(), value.trim().toLowerCase()]]
    }),
  )
}

export interface CssRule {
  readonly tag: string | null
  readonly id: string | null
  readonly classes: readonly string[]
  readonly declarations: Declarations
}

/** Rules of a style sheet as far as their selectors are one simple step. Blocks for print and small screens are left out. */
export function rulesOf(sheet: string): CssRule[] {
  const plain = sheet
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gu, '')
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/gu)].flatMap(([, selectors = '', body = '']) =>
    selectors.split(',').flatMap((selector): CssRule[] => {
      const match = /^\s*([a-z][\w-]*)?((?:[.#][\w-]+)*)\s*$/iu.exec(selector)
      if (!match || (!match[1] && !match[2])) return []
      const marks = match[2]?.match(/[.#][\w-]+/gu) ?? []
      return [
        {
          tag: match[1]?.toLowerCase() ?? null,
          id: marks.find((mark) => mark.startsWith('#'))?.slice(1) ?? null,
          classes: marks.filter((mark) => mark.startsWith('.')).map((mark) => mark.slice(1)),
          declarations: declarationsOf(body),
        },
      ]
    }),
  )
}

const SMALLEST_PT = 4
const LEAST_CONTRAST = 1.5
const CURSIVE = /cursive|script|handwriting|brush/u

/** The style of an element inside another. What is hidden hides all in it, but for `visibility`, which is simplified to the same. */
export function inside(parent: SeenStyle, own: Declarations): SeenStyle {
  const size = sizeOf(own.get('font-size'), parent.size)
  const background = colourOf(own.get('background-color') ?? own.get('background')) ?? parent.background
  const weight = own.get('font-weight')
  return {
    unseen: parent.unseen || isHidden(own),
    colour: colourOf(own.get('color')) ?? parent.colour,
    background,
    size,
    bold: weight === undefined ? parent.bold : /^(?:bold|bolder|[6-9]00)$/u.test(weight),
    script: CURSIVE.test(own.get('font-family') ?? '') || (parent.script && !own.has('font-family')),
  }
}

export function isSeen({ unseen, colour, background, size }: SeenStyle): boolean {
  if (unseen || size < SMALLEST_PT) return false
  return contrast(colour ?? '000000', background) >= LEAST_CONTRAST || colour === null
}

function isHidden(own: Declarations): boolean {
  const is = (name: string, pattern: RegExp): boolean => pattern.test(own.get(name) ?? '')
  const isFlat = (name: string): boolean => is(name, /^0(?:px|pt|em|%)?$/u)
  const isCut = is('overflow', /hidden|clip/u)
  return (
    is('display', /^none/u) ||
    is('visibility', /^(?:hidden|collapse)/u) ||
    is('mso-hide', /all/u) ||
    is('opacity', /^0?\.?0[0-4]?\d*$|^0$/u) ||
    is('text-indent', /^-\d{3,}/u) ||
    is('clip', /rect\(\s*0/u) ||
    is('clip-path', /inset\(\s*(?:50|100)%/u) ||
    (is('position', /absolute|fixed/u) && ['left', 'top', 'right'].some((side) => is(side, /^-\d{3,}/u))) ||
    is('transform', /scale\(\s*0(?:\.0\d*)?\s*[,)]/u) ||
    (isCut && ['height', 'max-height', 'width', 'max-width', 'line-height'].some(isFlat)) ||
    is('color', /^transparent|rgba\([^)]*,\s*0(?:\.0\d*)?\s*\)/u)
  )
}

function sizeOf(value: string | undefined, parent: number): number {
  const match = /^([\d.]+)(px|pt|em|rem|%)?/u.exec(value ?? '')
  if (!match) return value === 'smaller' ? parent * 0.83 : value === 'larger' ? parent * 1.2 : parent
  const number = Number(match[1])
  switch (match[2]) {
    case 'px':
      return number * 0.75
    case 'em':
      return number * parent
    case 'rem':
      return number * ROOT_STYLE.size
    case '%':
      return (number / 100) * parent
    default:
      return number
  }
}

const NAMES: Readonly<Record<string, string>> = {
  white: 'FFFFFF',
  black: '000000',
  red: 'FF0000',
  green: '008000',
  blue: '0000FF',
  yellow: 'FFFF00',
  gray: '808080',
  grey: '808080',
  silver: 'C0C0C0',
  navy: '000080',
  whitesmoke: 'F5F5F5',
  ivory: 'FFFFF0',
  snow: 'FFFAFA',
}

/** RRGGBB of a colour as style sheets and old attributes write it; null for what is not known. */
export function colourOf(value: string | undefined): string | null {
  if (value === undefined) return null
  const hex = /#([\da-f]{6}|[\da-f]{3})\b/iu.exec(value)?.[1]
  if (hex) return (hex.length === 3 ? Array.from(hex, (digit) => digit + digit).join('') : hex).toUpperCase()
  const parts = /rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/u.exec(value)
  if (parts)
    return [1, 2, 3]
      .map((i) => Math.min(255, Number(parts[i])).toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase()
  return NAMES[value.split(/\s/u)[0] ?? ''] ?? null
}
