import type { HiddenReason } from '../../facts/factWords.ts'
import type { Glyph, PageMarks, Picture, Shape, TextRun } from './marks.ts'
import { area, type Box, intersect, isInside, shareInside } from './matrix.ts'

/** Smaller type is not read by anyone (trust.md row 7). Points of PDF space. */
export const SMALLEST_READABLE_PT = 4
/** Contrast to the ground below which text is taken for unseen (trust.md row 2). */
const LEAST_CONTRAST = 1.5
/** Letters squeezed to less of their width than this are strokes. */
const NARROWEST = 0.2
/** Luminance above which type would vanish on white paper. */
const LIGHT_INK = 0.6
/** Share of a glyph that must be covered before it counts as covered. */
const COVERED = 0.6
/** A picture over this share of the page is the page itself: a scan. */
export const PAGE_WIDE = 0.6

/** `luminance` is null where the colour is not one: pictures and patterns. */
type Cover = { readonly box: Box; readonly order: number; readonly luminance: number | null }

/** Decides for every glyph of one page whether a person sees it, by paint order, colours, clips and layers. */
export class Visibility {
  readonly #pageBox: Box
  /** By bands of the page's height: a glyph is held against what lies in its own band alone. */
  readonly #grounds: ReadonlyMap<number, readonly Cover[]>
  readonly #scan: Picture | null
  /** The last string on bare paper. */
  #onPaper: { readonly run: TextRun; readonly reason: HiddenReason | null } | null = null

  /** `isOpaque` is false for pictures with transparent parts: a pasted signature covers nothing. */
  constructor(marks: PageMarks, pageBox: Box, isOpaque: (picture: Picture) => boolean) {
    this.#pageBox = pageBox
    const shapes = marks.shapes.filter((shape) => shape.filled && covers(shape) && isBoxLike(shape))
    const pictures = marks.pictures.filter(
      (picture) => !picture.isMask && !picture.blends && picture.alpha > 0.9 && isOpaque(picture),
    )
    const grounds = [
      ...shapes.map(({ box, clip, order, fillColour }) => ({
        box: intersect(box, clip),
        order,
        luminance: luminance(fillColour),
      })),
      ...pictures.map(({ box, clip, order }) => ({ box: intersect(box, clip), order, luminance: null })),
    ].toSorted((a, b) => a.order - b.order)
    this.#grounds = inBands(grounds, pageBox)
    this.#scan = pageWidePicture(marks, pageBox)
  }

  /** Null = seen. */
  hiddenReason(glyph: Glyph): HiddenReason | null {
    const box = glyphBox(glyph)
    const { run } = glyph
    if (run.hiddenLayer) return 'hidden_layer'
    if (shareInside(box, this.#pageBox) < 0.5) return 'off_page_text'
    const onScan = this.#scan !== null && run.annotationId === null
    if (run.invisible || run.alpha < 0.1 || run.colour === 'transparent')
      return onScan ? 'ocr_layer' : 'invisible_text'
    if (run.size < SMALLEST_READABLE_PT || run.stretch < NARROWEST) return 'tiny_text'
    if (shareInside(box, run.clip) < 0.4) return 'clipped_text'
    const grounds = this.#groundsBy(box)
    if (grounds.length === 0) return this.#faintOnPaper(run)
    const covered = grounds.some(
      (ground) => ground.order > run.order && shareInside(box, ground.box) > COVERED,
    )
    if (covered) return onScan && this.#scan && this.#scan.order > run.order ? 'ocr_layer' : 'covered_text'
    return faintReason(run, groundUnder(run, box, grounds))
  }

  /** What covers most of a box, or lies under its middle, reaches the band of its middle. */
  #groundsBy(box: Box): readonly Cover[] {
    return this.#grounds.get(bandOf((box[1] + box[3]) / 2)) ?? NO_GROUNDS
  }

  /** Most strings stand on bare paper, and all letters of one alike. */
  #faintOnPaper(run: TextRun): HiddenReason | null {
    if (this.#onPaper?.run !== run) this.#onPaper = { run, reason: faintReason(run, undefined) }
    return this.#onPaper.reason
  }
}

const NO_GROUNDS: readonly Cover[] = []

/** What a letter stands on; undefined = the paper itself. */
function groundUnder(run: TextRun, box: Box, grounds: readonly Cover[]): Cover | undefined {
  const x = (box[0] + box[2]) / 2
  const y = (box[1] + box[3]) / 2
  return grounds.findLast((candidate) => candidate.order < run.order && isInside(x, y, candidate.box))
}

function faintReason(run: TextRun, ground: Cover | undefined): HiddenReason | null {
  const ink = luminance(run.colour)
  if (ink === null) return null
  const paper = ground ? ground.luminance : 1
  // On a picture the ground's colour is not known: dark type would show on most, light type is not trusted.
  if (paper === null) return ink * run.alpha > LIGHT_INK ? 'on_picture' : null
  const seen = blended(run.blendMode, ink, paper) * run.alpha + paper * (1 - run.alpha)
  return contrast(seen, paper) < LEAST_CONTRAST ? 'low_contrast_text' : null
}

const BAND_PT = 8
const bandOf = (y: number): number => Math.floor(y / BAND_PT)

/** Each ground in every band that it reaches, in the order of painting. */
function inBands(grounds: readonly Cover[], [, bottom, , top]: Box): ReadonlyMap<number, readonly Cover[]> {
  const bands = new Map<number, Cover[]>()
  const [first, last] = [bandOf(bottom), bandOf(top)]
  for (const ground of grounds) {
    const end = Math.min(last, bandOf(ground.box[3]))
    for (let band = Math.max(first, bandOf(ground.box[1])); band <= end; band += 1) {
      const own = bands.get(band)
      if (own) own.push(ground)
      else bands.set(band, [ground])
    }
  }
  return bands
}

/** The picture that is the page of a scan; null for pages that are not scanned. */
export function pageWidePicture(marks: PageMarks, pageBox: Box): Picture | null {
  const whole = area(pageBox)
  return (
    marks.pictures.find(
      ({ box, annotationId }) => annotationId === null && area(intersect(box, pageBox)) > whole * PAGE_WIDE,
    ) ?? null
  )
}

export function glyphBox(glyph: Glyph): Box {
  const { from, to, run } = glyph
  const { up } = run
  return [
    Math.min(from[0], to[0]) + Math.min(0, up[0]),
    Math.min(from[1], to[1]) + Math.min(0, up[1]),
    Math.max(from[0], to[0]) + Math.max(0, up[0]),
    Math.max(from[1], to[1]) + Math.max(0, up[1]),
  ]
}

const covers = (shape: Shape): boolean =>
  !shape.blends && shape.alpha > 0.9 && shape.fillColour !== 'transparent'

/** A rectangle, also one with rounded corners: every point lies at its edge. */
export function isBoxLike({ points, box }: Shape): boolean {
  const [x0, y0, x1, y1] = box
  const reach = Math.max(0.5, Math.min(x1 - x0, y1 - y0) * 0.3)
  return (
    points.length >= 4 &&
    points.length <= 40 &&
    points.every(([x, y]) => Math.min(x - x0, x1 - x, y - y0, y1 - y) <= reach) &&
    [0, 1, 2, 3].every((side) => touches(points, box, side))
  )
}

function touches(points: Shape['points'], box: Box, side: number): boolean {
  const limit = box[side] ?? 0
  const near = points.filter((point) => Math.abs((side % 2 === 0 ? point[0] : point[1]) - limit) < 0.5)
  const along = near.map((point) => (side % 2 === 0 ? point[1] : point[0]))
  const length = side % 2 === 0 ? box[3] - box[1] : box[2] - box[0]
  return along.length >= 2 && Math.max(...along) - Math.min(...along) > length * 0.35
}

const known = new Map<string, number | null>()
const MOST_KNOWN = 10_000

/** Relative luminance 0..1 of "#rrggbb"; null for patterns. */
export function luminance(colour: string): number | null {
  const cached = known.get(colour)
  if (cached !== undefined) return cached
  const reckoned = luminanceOf(colour)
  if (known.size < MOST_KNOWN) known.set(colour, reckoned)
  return reckoned
}

function luminanceOf(colour: string): number | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(colour)
  if (!match) return null
  const [r = 0, g = 0, b = 0] = match.slice(1).map((hex) => {
    const value = Number.parseInt(hex, 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** What ink becomes on this ground, as luminance. Modes that depend on more than both count as plain. */
function blended(mode: string, ink: number, paper: number): number {
  if (mode === 'multiply') return ink * paper
  if (mode === 'screen') return ink + paper - ink * paper
  if (mode === 'darken') return Math.min(ink, paper)
  return mode === 'lighten' ? Math.max(ink, paper) : ink
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
