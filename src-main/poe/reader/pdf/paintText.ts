import type { GraphicsState } from './graphicsState.ts'
import type { Glyph, TextRun } from './marks.ts'
import { apply, intersect, type Matrix, multiply, type Point } from './matrix.ts'

/** What pdf.js puts into a text-showing operation: glyphs and kerning numbers (thousandths of the size). */
export interface ParsedGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | null
}

/** Where in the page's drawing a string is painted. */
export type TextBackdrop = Pick<TextRun, 'order' | 'hiddenLayer' | 'annotationId'>

/** Part of the type's size that lies above the baseline; fonts differ, their own figures are often wrong. */
const ASCENT = 0.74

/** Paints a string: gives the glyphs and moves the text position on, as ISO 32000 9.4.4 tells. */
export function paintText(
  state: GraphicsState,
  items: readonly (ParsedGlyph | number)[],
  backdrop: TextBackdrop,
): Glyph[] {
  const { font, fontSize, fontDirection } = state
  const hScale = state.hScale * fontDirection
  const origin: Matrix = [hScale, 0, 0, fontDirection, state.x, state.y + state.rise]
  const toPage = multiply(multiply(state.ctm, state.textMatrix), origin)
  const perUnit = fontSize * font.fontMatrix[0]
  const run = runOf(state, toPage, backdrop)
  const glyphs: Glyph[] = []
  let advance = 0
  let reached: Point | null = null
  for (const item of items) {
    if (typeof item === 'number') {
      reached = null
      advance += ((font.vertical ? 1 : -1) * item * fontSize) / 1000
      continue
    }
    const spacing = ((item.isSpace ? state.wordSpacing : 0) + state.charSpacing) * fontDirection
    if (font.vertical) {
      const metrics = item.vmetric ?? font.defaultVMetrics ?? [-item.width, item.width / 2, 880]
      const height = -(metrics[0] ?? -1000) * perUnit
      const left = -((item.vmetric ? metrics[1] : item.width / 2) ?? 0) * perUnit
      glyphs.push(
        glyphAt(
          run,
          item,
          apply(toPage, left, -advance - height),
          apply(toPage, left + item.width * perUnit, -advance - height),
        ),
      )
      advance += height - spacing
    } else {
      const width = item.width * perUnit
      const from = reached ?? apply(toPage, advance, 0)
      const to = apply(toPage, advance + width, 0)
      glyphs.push(glyphAt(run, item, from, to))
      advance += width + spacing
      // Letters without space between them share the point.
      reached = spacing === 0 ? to : null
    }
  }
  if (font.vertical) state.y -= advance
  else state.x += advance * hScale
  return glyphs
}

function glyphAt(run: TextRun, { unicode }: ParsedGlyph, from: Point, to: Point): Glyph {
  // Not the parser's `isSpace`: that means character code 32, behind which subset fonts keep any letter.
  return { text: unicode, isSpace: unicode.trim() === '', from, to, run }
}

function runOf(state: GraphicsState, toPage: Matrix, backdrop: TextBackdrop): TextRun {
  const rise = state.fontSize * ASCENT
  const up = [toPage[2] * rise, toPage[3] * rise] as const
  const size = Math.hypot(up[0], up[1]) / ASCENT
  const along = Math.hypot(toPage[0] * state.fontSize, toPage[1] * state.fontSize)
  const mode = state.renderMode & 3
  const stroked = mode === 1
  return {
    ...backdrop,
    up,
    size,
    stretch: size === 0 ? 1 : along / size,
    blendMode: state.blendMode,
    fontName: state.font.name,
    bold: state.font.bold,
    colour: stroked ? state.strokeColour : state.fillColour,
    alpha: stroked ? state.strokeAlpha : state.fillAlpha,
    invisible: mode === 3,
    clip: intersect(state.clip, state.lit),
  }
}
