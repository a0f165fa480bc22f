import { color, serializeRGB } from '@csstools/css-color-parser'
import { parseComponentValue } from '@csstools/css-parser-algorithms'
import { tokenize } from '@csstools/css-tokenizer'
import { hexOf, type Ink } from '../../flow/colours.ts'
import { partsOf } from './lengths.ts'
import { ownEntry } from '../../../facts/ownEntry.ts'

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
  const system = ownEntry(SYSTEM, value)
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
  return { rgb: hexOf([r, g, b]), alpha }
}

/** The colours between which a gradient runs; none for pictures. */
export function gradientInks(image: string): Ink[] {
  return [...image.matchAll(/gradient\((.*)\)/gu)].flatMap(([, inner = '']) =>
    partsOf(inner, /,/u).flatMap((stop) => partsOf(stop).flatMap((part) => inkOf(part) ?? [])),
  )
}
