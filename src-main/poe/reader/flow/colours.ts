/** A colour with how much of it there is, 0..1. */
export interface Ink {
  /** RRGGBB. */
  readonly rgb: string
  readonly alpha: number
}

export const BLACK: Ink = { rgb: '000000', alpha: 1 }

/** What is seen of an ink on this ground. */
export function onGround(ink: Ink, ground: string): string {
  const under = channels(ground)
  return hexOf(channels(ink.rgb).map((value, i) => value * ink.alpha + (under[i] ?? 0) * (1 - ink.alpha)))
}

/** A colour made darker by a factor, then lighter by a share of white. */
export const scaled = (rgb: string, factor: number, white: number): string =>
  hexOf(channels(rgb).map((value) => value * factor + 255 * white))

export const isHex = (value: string | null | undefined): value is string => /^[\da-f]{6}$/iu.test(value ?? '')

const channels = (rgb: string): number[] => [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16))

/** RRGGBB of three channels, 0..255. */
export const hexOf = (values: readonly number[]): string =>
  values
    .map((value) =>
      Math.round(Math.min(255, Math.max(0, value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase()

/** Contrast of two colours RRGGBB after WCAG: 1 = the same, 21 = black on white. */
export function contrast(a: string, b: string): number {
  const [first, second] = [luminance(a), luminance(b)]
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
