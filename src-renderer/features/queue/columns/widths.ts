import type { CSSProperties } from 'react'
import type { Desk } from '../../../../src-preload/contract/desk.ts'
import { SIZED_COLUMNS, type SizedColumn } from '../../../../src-preload/contract/vocabulary/deskWords.ts'

export const NARROWEST = 48
export const WIDEST = 900

export function fitWidth(px: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, px)))
}

/**
 * Set widths as the variables that head and rows share. A column gives way where the window has no room for all of them: nothing
 * ever runs over the side.
 */
export function widthStyle(widths: Desk['widths']): CSSProperties {
  const set = SIZED_COLUMNS.flatMap((column) => {
    const px = widths[column]
    return px === undefined ? [] : [[`--width-${column}`, `minmax(${NARROWEST}px, ${px}px)`] as const]
  })
  return Object.fromEntries(set)
}

/** Without the one: it shares what is left again. */
export function withoutWidth(widths: Desk['widths'], column: SizedColumn): Desk['widths'] {
  return Object.fromEntries(Object.entries(widths).filter(([name]) => name !== column))
}
