import { BLACK, contrast, type Ink, onGround } from '../../flow/colours.ts'
import { gradientInks, inkOf } from './colour.ts'
import { isConcealed } from './concealment.ts'
import type { Declarations } from './declarations.ts'
import { lengthOf, WINDOW_WIDTH } from './lengths.ts'
import { ownEntry } from '../../../facts/ownEntry.ts'

/** What decides whether text is seen, as far as an element has it from itself and from those around it. */
export interface SeenStyle {
  /** Nothing within can be seen. */
  readonly unseen: boolean
  /** `visibility`: what is within may be visible again. */
  readonly invisible: boolean
  /** Of the element and all around it. */
  readonly opacity: number
  readonly colour: Ink
  /** In which letters are filled where that is another than `colour`. */
  readonly fill: Ink | null
  /** RRGGBB of what lies behind the text; several where one colour runs into another. */
  readonly grounds: readonly string[]
  /** Points. */
  readonly size: number
  readonly bold: boolean
  readonly script: boolean
  /** The first line begins off the page, or letters lie on one another. */
  readonly displaced: boolean
  /** Letters are put in the order of a writing from right to left whatever they are. */
  readonly reversed: boolean
  readonly rightToLeft: boolean
  /** What a page keeps under names of its own. */
  readonly names: Declarations
}

export const ROOT_STYLE: SeenStyle = {
  unseen: false,
  invisible: false,
  opacity: 1,
  colour: BLACK,
  fill: null,
  grounds: ['FFFFFF'],
  size: 10,
  bold: false,
  script: false,
  displaced: false,
  reversed: false,
  rightToLeft: false,
  names: new Map(),
}

const SMALLEST_PT = 4
const LEAST_CONTRAST = 1.5
const FAINT = 0.1
/** Letters moved together by this share of their size lie on one another. */
const STACKED_EM = -0.45
const FAR_OUT_PX = -500
const PX_TO_PT = 0.75
const CURSIVE = /cursive|script|handwriting|brush/u

/** The style of an element inside another; `isCell` of a table. */
export function inside(parent: SeenStyle, said: Declarations, isCell: boolean): SeenStyle {
  const names = new Map([...parent.names, ...[...said].filter(([name]) => name.startsWith('--'))])
  const own = settled(said, names)
  const size = sizeOf(own.get('font-size'), parent.size) * zoomOf(own.get('zoom'))
  const em = size / PX_TO_PT
  const colour = inkIn(own.get('color'), parent.colour)
  const weight = own.get('font-weight')
  const family = own.get('font-family')
  const rightToLeft = own.has('direction') ? own.get('direction') === 'rtl' : parent.rightToLeft
  return {
    unseen: parent.unseen || isConcealed(own, em, isCell),
    invisible: own.has('visibility') ? own.get('visibility') !== 'visible' : parent.invisible,
    opacity: parent.opacity * shareOf(own.get('opacity')),
    ...painted(parent, own, colour),
    size,
    bold: weight === undefined ? parent.bold : /^(?:bold|bolder|[6-9]00)$/u.test(weight),
    script: family === undefined ? parent.script : CURSIVE.test(family),
    displaced: isDisplaced(own, em, parent.displaced),
    reversed: (/override/u.test(own.get('unicode-bidi') ?? '') || parent.reversed) && rightToLeft,
    rightToLeft,
    names,
  }
}

/** `text` is what stands there: a reversed order changes nothing in letters that run that way by themselves. */
export function isSeen(style: SeenStyle, text: string): boolean {
  if (style.unseen || style.invisible || style.displaced) return false
  if (style.size < SMALLEST_PT || style.opacity < FAINT) return false
  if (style.reversed && /[\p{Script=Latin}\d]{2}/u.test(text)) return false
  const ink = style.fill ?? style.colour
  const alpha = ink.alpha * style.opacity
  if (alpha < FAINT) return false
  return style.grounds.some(
    (ground) => contrast(onGround({ ...ink, alpha }, ground), ground) >= LEAST_CONTRAST,
  )
}

const INHERITED = /^(?:color|text-fill-color|visibility|font-.*|text-indent|letter-spacing|direction)$/u
const AT_FIRST: Readonly<Record<string, string>> = {
  color: '#000',
  visibility: 'visible',
  'font-size': 'medium',
  'font-weight': 'normal',
  'text-indent': '0',
  'letter-spacing': 'normal',
  direction: 'ltr',
}
const DEEPEST_NAME = 8
const LONGEST_VALUE = 10_000

/** With the values that stand elsewhere put in, and without those that only say "as around me". */
function settled(said: Declarations, names: Declarations): Declarations {
  const own = new Map<string, string>()
  for (const [name, raw] of said) {
    if (name.startsWith('--')) continue
    const value = withNames(raw, names, 0)
    const isInitial = value === 'initial' && INHERITED.test(name)
    if (isInitial) own.set(name, ownEntry(AT_FIRST, name) ?? '')
    else if (!/^(?:inherit|initial|unset|revert|revert-layer)$/u.test(value)) own.set(name, value)
  }
  return own
}

function withNames(value: string, names: Declarations, depth: number): string {
  if (!value.includes('var(')) return value
  // Names of names may multiply without end; no program follows them that far.
  if (depth > DEEPEST_NAME || value.length > LONGEST_VALUE) return ''
  const put = value.replace(
    /var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)/gu,
    (_, name: string, otherwise: string | undefined) =>
      (names.get(name) ?? otherwise ?? '').trim().toLowerCase(),
  )
  return put === value ? value : withNames(put, names, depth + 1)
}

function inkIn(value: string | undefined, around: Ink): Ink {
  return value === undefined || value === 'currentcolor' ? around : (inkOf(value) ?? around)
}

/** Ink and ground. Where the ground is cut to the letters, it is their ink. */
function painted(
  parent: SeenStyle,
  own: Declarations,
  colour: Ink,
): Pick<SeenStyle, 'colour' | 'fill' | 'grounds'> {
  const fillValue = own.get('text-fill-color')
  const fill = fillValue === undefined ? parent.fill : inkIn(fillValue, colour)
  const plain = inkIn(own.get('background-color'), { rgb: 'FFFFFF', alpha: 0 })
  const runs = gradientInks(own.get('background-image') ?? '')
  const layers = runs.length > 0 ? runs : [plain]
  const grounds = [
    ...new Set(
      parent.grounds.flatMap((ground) => {
        const under = onGround(plain, ground)
        return runs.length > 0 ? runs.map((ink) => onGround(ink, under)) : [under]
      }),
    ),
  ].slice(0, MOST_GROUNDS)
  if (own.get('background-clip') !== 'text') return { colour, fill, grounds }
  const isClear = (fill ?? colour).alpha < FAINT
  const [best] = layers.toSorted((a, b) => contrastOn(parent, b) - contrastOn(parent, a))
  return { colour, fill: isClear ? (best ?? fill) : fill, grounds: parent.grounds }
}

const MOST_GROUNDS = 8
const contrastOn = ({ grounds }: SeenStyle, ink: Ink): number =>
  Math.max(...grounds.map((ground) => contrast(onGround(ink, ground), ground)))

function isDisplaced(own: Declarations, em: number, around: boolean): boolean {
  const length = (name: string): number | null => lengthOf(own.get(name) ?? '', { em, of: 600 })
  const [indent, spacing] = [length('text-indent'), length('letter-spacing')]
  if (indent !== null && (indent <= FAR_OUT_PX || indent >= WINDOW_WIDTH)) return true
  if (spacing !== null && spacing <= STACKED_EM * em) return true
  // An element that sets one of them anew has it from there.
  return around && indent === null && spacing === null
}

function shareOf(value: string | undefined): number {
  const number = Number.parseFloat(value ?? '')
  if (Number.isNaN(number)) return 1
  return Math.min(1, Math.max(0, value?.endsWith('%') ? number / 100 : number))
}

const zoomOf = (value: string | undefined): number =>
  value === undefined || /^(?:normal|reset)$/u.test(value) ? 1 : positive(Number.parseFloat(value), value)
const positive = (number: number, value: string): number =>
  number >= 0 ? (value.endsWith('%') ? number / 100 : number) : 1

const WORDS: Readonly<Record<string, number>> = {
  'xx-small': 6,
  'x-small': 7.5,
  small: 8.9,
  medium: 10,
  large: 12,
  'x-large': 15,
  'xx-large': 20,
  'xxx-large': 30,
}

function sizeOf(value: string | undefined, parent: number): number {
  if (value === undefined) return parent
  if (value === 'smaller') return parent * 0.83
  if (value === 'larger') return parent * 1.2
  const em = parent / PX_TO_PT
  const length = ownEntry(WORDS, value) ?? null
  if (length !== null) return length
  const pixels = lengthOf(value, { em, of: em })
  return pixels === null ? parent : Math.max(0, pixels * PX_TO_PT)
}
