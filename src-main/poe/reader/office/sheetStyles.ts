import { contrast } from '../flow/colours.ts'
import { childOf, childrenOf, elementsOf, switchOf, type XmlElement } from './xml.ts'

/** Number formats that every workbook has and that show a day. */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])
const LEAST_CONTRAST = 1.5
const DAY_MS = 86_400_000
/** Day 0 of the two ways to count; the first counts a 29 February 1900 that never was. */
const DAY_ZERO_1900 = Date.UTC(1899, 11, 30)
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1)

interface CellFormat {
  readonly isDate: boolean
  readonly isBold: boolean
  readonly isUnseen: boolean
}

/** What a workbook's cell styles make of a number, and whether anybody sees it. */
export class SheetStyles {
  readonly #formats: readonly CellFormat[]
  readonly #zero: number

  constructor(part: XmlElement | null, is1904: boolean) {
    this.#zero = is1904 ? DAY_ZERO_1904 : DAY_ZERO_1900
    const codes = new Map(
      childrenOf(childOf(part, 'numFmts'), 'numFmt').map(({ attributes }) => [
        Number(attributes['numFmtId']),
        attributes['formatCode'] ?? '',
      ]),
    )
    const fonts = childrenOf(childOf(part, 'fonts'), 'font')
    const fills = childrenOf(childOf(part, 'fills'), 'fill').map(fillOf)
    this.#formats = childrenOf(childOf(part, 'cellXfs'), 'xf').map(({ attributes }) => {
      const id = Number(attributes['numFmtId'] ?? 0)
      const code = codes.get(id) ?? ''
      const font = fonts[Number(attributes['fontId'] ?? 0)] ?? null
      const colour = rgbOf(childOf(font, 'color'))
      const fill = fills[Number(attributes['fillId'] ?? 0)] ?? 'FFFFFF'
      return {
        isDate: BUILT_IN_DATES.has(id) || isDateCode(code),
        isBold: switchOf(font, 'b') === true,
        isUnseen:
          code === ';;;' || (colour !== null && fill !== null && contrast(colour, fill) < LEAST_CONTRAST),
      }
    })
  }

  isBold(style: number): boolean {
    return this.#formats[style]?.isBold === true
  }

  isUnseen(style: number): boolean {
    return this.#formats[style]?.isUnseen === true
  }

  /** A number as the cell shows it: dates as an ISO day, others as they are stored. */
  shown(value: number, stored: string, style: number): string {
    if (this.#formats[style]?.isDate !== true || !Number.isFinite(value) || value < 1 || value > 2_958_465)
      return stored
    return new Date(this.#zero + Math.floor(value) * DAY_MS).toISOString().slice(0, 10)
  }
}

/** Day and year, or day and month, outside of quotes and brackets. */
function isDateCode(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, '').toLowerCase()
  return /d/u.test(bare) || (/y/u.test(bare) && /m/u.test(bare))
}

function rgbOf(colour: XmlElement | null): string | null {
  const argb = colour?.attributes['rgb'] ?? ''
  // Themes begin with the paper's own white.
  if (colour?.attributes['theme'] === '0' && !colour.attributes['tint']) return 'FFFFFF'
  return /^[\da-f]{8}$/iu.test(argb) ? argb.slice(2) : null
}

/** Null where the fill's colour is not known: then nothing is called unseen in front of it. */
function fillOf(fill: XmlElement): string | null {
  const pattern = childOf(fill, 'patternFill')
  if (!pattern || /^(?:none)?$/u.test(pattern.attributes['patternType'] ?? ''))
    return elementsOf(fill).length > 0 && !pattern ? null : 'FFFFFF'
  return rgbOf(childOf(pattern, 'fgColor'))
}
