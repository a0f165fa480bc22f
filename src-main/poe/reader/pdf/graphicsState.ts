import { type Box, EVERYWHERE, IDENTITY, type Matrix } from './matrix.ts'

export interface FontFace {
  readonly name: string
  readonly bold: boolean
  readonly vertical: boolean
  readonly fontMatrix: Matrix
  readonly defaultVMetrics: readonly number[] | null
}

/** The part of the PDF graphics state that decides where a mark lies and whether it shows. Copied on save. */
export interface GraphicsState {
  ctm: Matrix
  clip: Box
  fillColour: string
  strokeColour: string
  fillAlpha: number
  strokeAlpha: number
  softMasked: boolean
  /** Nothing shows outside of where the soft mask lets light through. */
  lit: Box
  blends: boolean
  /** The canvas's name for it. */
  blendMode: string
  lineWidth: number
  font: FontFace
  fontSize: number
  fontDirection: 1 | -1
  charSpacing: number
  wordSpacing: number
  hScale: number
  rise: number
  leading: number
  renderMode: number
  textMatrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
}

/** Ink replaces what lies under it. */
export const PLAIN_BLEND = 'source-over'

export const NO_FONT: FontFace = {
  name: '',
  bold: false,
  vertical: false,
  fontMatrix: [0.001, 0, 0, 0.001, 0, 0],
  defaultVMetrics: null,
}

export function freshState(ctm: Matrix = IDENTITY, clip: Box = EVERYWHERE): GraphicsState {
  return {
    ctm,
    clip,
    fillColour: '#000000',
    strokeColour: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    softMasked: false,
    lit: EVERYWHERE,
    blends: false,
    blendMode: PLAIN_BLEND,
    lineWidth: 1,
    font: NO_FONT,
    fontSize: 0,
    fontDirection: 1,
    charSpacing: 0,
    wordSpacing: 0,
    hScale: 1,
    rise: 0,
    leading: 0,
    renderMode: 0,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  }
}
