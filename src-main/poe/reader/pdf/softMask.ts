import type { Shape } from './marks.ts'
import { area, type Box, EVERYWHERE, intersect, union } from './matrix.ts'
import { luminance } from './visibility.ts'

const NOWHERE: Box = [0, 0, 0, 0]
/** Less luminance, or opacity, than this lets nothing through that anybody would see. */
const DARK = 0.05

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** Where a soft mask lets anything through, told generously: pictures, shadings and letters in it count as light all over. */
export class SoftMask {
  #lit: Box
  readonly #byLight: boolean

  /** `smask` is the parser's own record of the mask. */
  constructor(smask: unknown) {
    const backdrop = field(smask, 'backdrop')
    const isBright = typeof backdrop === 'string' ? (luminance(backdrop) ?? 1) > DARK : backdrop !== undefined
    // A transfer function may turn dark to light.
    this.#lit = isBright || field(smask, 'transferMap') ? EVERYWHERE : NOWHERE
    this.#byLight = field(smask, 'subtype') === 'Luminosity'
  }

  get lit(): Box {
    return this.#lit
  }

  lighten(box: Box): void {
    if (area(box) > 0) this.#lit = area(this.#lit) > 0 ? union(this.#lit, box) : box
  }

  paint({ box, clip, alpha, filled, stroked, fillColour }: Shape): void {
    const isDark = this.#byLight && !stroked && (luminance(fillColour) ?? 1) <= DARK
    if (alpha > DARK && filled && !isDark) this.lighten(intersect(box, clip))
    // A line has no area of its own.
    else if (stroked && alpha > DARK) this.lighten(clip)
  }
}
