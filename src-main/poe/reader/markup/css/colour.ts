import { color, serializeRGB } from '@csstools/css-color-parser'
import { parseComponentValue } from '@csstools/css-parser-algorithms'
import { tokenize } from '@csstools/css-tokenizer'
import { partsOf } from './lengths.ts'

/** A colour with how much of it there is, 0..1. */
export interface Ink {
  /** RRGGBB. */
  readonly rgb: string
  readonly alpha: number
}

export const BLACK: Ink = { rgb: '000000', alpha: 1 }

/** Colours by which a page asks for the reader's own. */
const SYSTEM: Readonly<Record<string, string>> = {
  windowtext: '000000',
  canvastext: '000000',
  buttontext: '000000',
  fieldtext: '000000',
  infotext: '000000',
  menutext: '000000',
  captiontext: '000000',
  window: 'FFFFFF',
  canvas: 'FFFFFF',
  field: 'FFFFFF',
}

/** A colour as style sheets and old attributes write it; null for what is none. */
export function inkOf(value: string): Ink | null {
  const system = SYSTEM[value]
  if (system !== undefined) return { rgb: system, alpha: 1 }
  const parsed = parseComponentValue(tokenize({ css: value }))
  const data = parsed ? color(parsed) : false
  if (data === false) return null
  const [r, g, b, alpha = 1] = (
    serializeRGB(data)
      .toString()
      .match(/[\d.]+(?:e-\d+)?/gu) ?? []
  ).map(Number)
  if (r === undefined || g === undefined || b === undefined) return null
  return { rgb: hex([r, g, b]), alpha }
}

/** What is seen of an ink on this ground. */
export function onGround(ink: Ink, ground: string): string {
  const [over, under] = [channels(ink.rgb), channels(ground)]
  return hex(over.map((value, i) => value * ink.alpha + (under[i] ?? 0) * (1 - ink.alpha)))
}

/** The colours between which a gradient runs; none for pictures. */
export function gradientInks(image: string): Ink[] {
  return [...image.matchAll(/gradient\((.*)\)/gu)].flatMap(([, inner = '']) =>
    partsOf(inner, /,/u).flatMap((stop) => partsOf(stop).flatMap((part) => inkOf(part) ?? [])),
  )
}

const channels = (rgb: string): number[] => [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16))
const hex = (values: readonly number[]): string =>
  values
    .map((value) =>
      Math.round(Math.min(255, Math.max(0, value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase()
