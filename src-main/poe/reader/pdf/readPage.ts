import type { AnnotationFacts, FactFlag, HiddenWord, PageFacts, Word } from '../../facts/documentFacts.ts'
import type { TextClass } from '../../facts/factWords.ts'
import { drawingsOf } from './drawings.ts'
import { actualTextFlags } from './forgery/actualText.ts'
import { controlSignFlags } from './forgery/controlSigns.ts'
import { overlayFlags } from './forgery/annotationOverlay.ts'
import { outlinedFlags } from './forgery/outlinedText.ts'
import { fieldOf, type RawAnnotation, rawAnnotation } from './formFields.ts'
import { type FontFace, NO_FONT } from './graphicsState.ts'
import { layOut, type PlacedWord } from './layout.ts'
import type { PageMarks, Picture } from './marks.ts'
import { boxOfPoints, intersect, type Matrix } from './matrix.ts'
import { PagePainter } from './paintPage.ts'
import { inkOfPictures } from './pictureInk.ts'
import { pixelsOf, RGBA } from './picturePixels.ts'
import type { FileState } from './objects/fileState.ts'
import {
  cornersOf,
  type PageSpace,
  pageSpace,
  quadOf,
  quarterTurn,
  rectOf,
  type Rotation,
  turnedSpace,
} from './pageSpace.ts'
import type { PDFPageProxy, PdfjsModule } from './pdfjs.ts'
import { type RawWord, wordCorners, wordsOfGlyphs } from './rawWords.ts'
import { pageWidePicture, Visibility } from './visibility.ts'
import type { ReadPage } from '../pieces.ts'

export interface LayerView {
  isVisible(properties: unknown): boolean
}

const CURSIVE =
  /script|hand(?!el)|brush|cursive|signature|calligra|dancing|pacifico|caveat|satisfy|allura|vibes|sacramento|mistral|zapfino|chancery/iu

/** By name of font: a document has few of them, and a word each for hundreds of thousands. */
const cursive = new Map<string, boolean>()
const MOST_KNOWN = 10_000

function isCursive(fontName: string): boolean {
  const known = cursive.get(fontName)
  if (known !== undefined) return known
  const looked = CURSIVE.test(fontName)
  if (cursive.size < MOST_KNOWN) cursive.set(fontName, looked)
  return looked
}

/** Reads one page: what is painted, who sees it, and how it hangs together. Throws when the page does not parse. */
export async function readPage(
  pdfjs: PdfjsModule,
  page: PDFPageProxy,
  layers: LayerView,
  now: FileState | null,
): Promise<ReadPage & { readonly flags: readonly FactFlag[] }> {
  const space = pageSpace(page.view, page.rotate, page.userUnit)
  const program = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE })
  const fonts = new Map<string, FontFace>()
  const painter = new PagePainter({
    ops: pdfjs.OPS,
    pageBox: space.view,
    isLayerVisible: (properties) => layers.isVisible(properties),
    font: (name) => {
      const known = fonts.get(name) ?? fontFace(page, name)
      fonts.set(name, known)
      return known
    },
  })
  const marks = painter.run(program)
  const opaque = await opaquePictures(page, marks)
  const visibility = new Visibility(marks, space.view, (picture) => opaque.has(picture))
  const raw = wordsOfGlyphs(marks.glyphs, (glyph) => visibility.hiddenReason(glyph))
  const annotations = (await page.getAnnotations({ intent: 'display' })).map(rawAnnotation)
  const turned = turnOf(raw, space)
  const hashes = await inkOfPictures(page, marks.pictures)
  const read = assemble(page.pageNumber, turnedSpace(space, turned), marks, raw, annotations, hashes)
  page.cleanup()
  const whole = { ...read, page: { ...read.page, rotation: space.rotation, turned } }
  return { ...whole, flags: forgeryFlags(whole, marks, raw, now) }
}

/** Tricks that need what the page paints. A look that fails costs its flag, never the page. */
function forgeryFlags(
  read: ReadPage,
  marks: PageMarks,
  raw: readonly RawWord[],
  now: FileState | null,
): FactFlag[] {
  const { page, annotations } = read
  const looks = [
    () => overlayFlags(page, annotations),
    () => controlSignFlags(page.number, raw),
    () => outlinedFlags(page.number, marks.shapes),
    () => (now ? actualTextFlags(now, page.number, marks) : []),
  ]
  return looks.flatMap((look) => {
    try {
      return look()
    } catch {
      return []
    }
  })
}

/** By which the displayed page must be turned, clockwise, for most of its text to run from left to right. */
function turnOf(raw: readonly RawWord[], { rotation }: PageSpace): Rotation {
  const characters = new Map<Rotation, number>()
  for (const word of raw.filter(({ hidden }) => hidden === null)) {
    // By which way a letter's top points: lines of vertical writing run down, and their letters stand upright.
    const turn = quarterTurn((Math.atan2(word.up[1], word.up[0]) * 180) / Math.PI - 90 - rotation)
    characters.set(turn, (characters.get(turn) ?? 0) + word.text.length)
  }
  const all = [...characters.values()].reduce((sum, count) => sum + count, 0)
  return [...characters].find(([, count]) => count > all * MOST_OF_THE_TEXT)?.[0] ?? 0
}

const MOST_OF_THE_TEXT = 0.6

/** Degrees in PDF space, against the clock. */
const angleOf = ({ from, to }: RawWord): number =>
  Math.round((Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI)

function assemble(
  number: number,
  space: PageSpace,
  marks: PageMarks,
  raw: readonly RawWord[],
  annotations: readonly RawAnnotation[],
  hashes: ReadonlyMap<Picture, string>,
): ReadPage {
  const widgets = new Set(annotations.filter((a) => a.subtype === 'Widget').map((a) => a.id))
  const seen = raw.filter((word) => word.hidden === null)
  const boxes = () => seen.map((word) => boxOfPoints(wordCorners(word)))
  const drawings = drawingsOf(marks.shapes, space, boxes)
  const barriers = drawings.rules.map(({ rect }) => ({ box: inPoints(rect, space) }))
  const layout = layOut(
    seen.map((word) => placedWord(word, space, widgets)),
    barriers,
  )
  const hiddenWords: HiddenWord[] = raw.flatMap((word) =>
    word.hidden === null ? [] : [{ text: word.text, ...placeOfWord(word, space), hidden: word.hidden }],
  )
  const images = marks.pictures.flatMap((picture) => imageBox(picture, space, hashes))
  const page: PageFacts = {
    number,
    width: space.width,
    height: space.height,
    rotation: space.rotation,
    turned: 0,
    textClass: classOf(marks, seen, hiddenWords, space),
    form: 'paged',
    ocr: null,
    pictureHash: null,
    ...layout,
    words: [...layout.words],
    lines: [...layout.lines],
    blocks: [...layout.blocks],
    hiddenWords,
    rules: [...drawings.rules],
    tickBoxes: [...drawings.tickBoxes],
    strokes: [...drawings.strokes],
    images,
  }
  const shownText = (id: string): string | null => {
    const text = seen.filter((word) => word.annotationId === id).map((word) => word.text)
    return text.length > 0 ? text.join(' ') : null
  }
  const placed = annotations.filter((a) => a.box !== null)
  return {
    page,
    fields: placed.flatMap((a) => fieldOf(a, number, space, shownText(a.id)) ?? []),
    annotations: placed.flatMap((a) => annotationFacts(a, number, space, shownText(a.id))),
  }
}

function annotationFacts(
  a: RawAnnotation,
  page: number,
  space: PageSpace,
  shownText: string | null,
): AnnotationFacts[] {
  if (a.box === null || a.hidden || a.subtype === 'Widget' || a.subtype === 'Link' || a.subtype === 'Popup')
    return []
  const corners = cornersOf(a.box)
  const place = { rect: rectOf(space, corners), quad: quadOf(corners) }
  return [{ kind: a.subtype, page, ...place, shownText, author: a.author }]
}

const inPoints = (rect: PageFacts['rules'][number]['rect'], { width, height }: PageSpace): typeof rect => [
  rect[0] * width,
  rect[1] * height,
  rect[2] * width,
  rect[3] * height,
]

const placeOfWord = (word: RawWord, space: PageSpace): Pick<Word, 'rect' | 'quad'> => {
  const corners = wordCorners(word)
  return { rect: rectOf(space, corners), quad: quadOf(corners) }
}

function placedWord(word: RawWord, space: PageSpace, widgets: ReadonlySet<string>): PlacedWord<Word> {
  const place = placeOfWord(word, space)
  const inAnnotation = word.annotationId === null ? 'native' : 'annotation'
  return {
    size: word.size,
    angle: angleOf(word),
    box: inPoints(place.rect, space),
    word: {
      text: word.text,
      ...place,
      size: Math.round(word.size * 10) / 10,
      bold: word.bold,
      script: isCursive(word.fontName),
      source: word.annotationId !== null && widgets.has(word.annotationId) ? 'field' : inAnnotation,
      confidence: null,
    },
  }
}

function imageBox(
  picture: Picture,
  space: PageSpace,
  hashes: ReadonlyMap<Picture, string>,
): PageFacts['images'] {
  const seen = intersect(intersect(picture.box, picture.clip), space.view)
  if (seen[2] - seen[0] < 1 || seen[3] - seen[1] < 1 || picture.alpha < 0.1) return []
  const corners = cornersOf(seen)
  return [
    {
      rect: rectOf(space, corners),
      quad: quadOf(corners),
      widthPx: picture.widthPx,
      heightPx: picture.heightPx,
      inkHash: hashes.get(picture) ?? null,
      source: picture.annotationId === null ? 'native' : 'annotation',
    },
  ]
}

/** Fewer characters than this on a scanned page are stamps and page numbers, not its text. */
const FEW_CHARACTERS = 15

function classOf(
  marks: PageMarks,
  seen: readonly RawWord[],
  hidden: readonly HiddenWord[],
  space: PageSpace,
): TextClass {
  const characters = seen.reduce((sum, word) => sum + word.text.length, 0)
  const scanned = pageWidePicture(marks, space.view) !== null
  if (scanned) return characters >= FEW_CHARACTERS ? 'mixed' : 'scan'
  if (characters > 0) return 'text'
  if (marks.pictures.length > 0 || hidden.some((word) => word.hidden === 'ocr_layer')) return 'scan'
  return marks.shapes.length > 0 ? 'drawing' : 'blank'
}

function fontFace(page: PDFPageProxy, name: string): FontFace {
  if (!page.commonObjs.has(name)) return NO_FONT
  const font: unknown = page.commonObjs.get(name)
  if (typeof font !== 'object' || font === null) return NO_FONT
  const get = (key: string): unknown => Reflect.get(font, key)
  const matrix = get('fontMatrix')
  const fontName = typeof get('name') === 'string' ? String(get('name')) : ''
  const metrics = get('defaultVMetrics')
  return {
    name: fontName,
    bold: get('bold') === true || get('black') === true || /bold|black|heavy|demi/iu.test(fontName),
    vertical: get('vertical') === true,
    fontMatrix: isMatrix(matrix) ? matrix : NO_FONT.fontMatrix,
    defaultVMetrics: Array.isArray(metrics) ? metrics.map(Number) : null,
  }
}

const isMatrix = (value: unknown): value is Matrix =>
  Array.isArray(value) && value.length === 6 && value.every((part) => typeof part === 'number')

/** Pictures without transparent parts. Only those painted over text are looked at: the others can't hide anything. */
async function opaquePictures(page: PDFPageProxy, marks: PageMarks): Promise<ReadonlySet<Picture>> {
  const firstGlyph = marks.glyphs[0]?.run.order ?? Infinity
  const opaque = new Set<Picture>()
  for (const picture of marks.pictures) {
    const later = picture.order > firstGlyph && picture.objectId !== null
    // Where pixels did not come the picture counts as opaque, which hides rather than trusts.
    if (!later || (await pixelsOf(page, picture))?.kind !== RGBA) opaque.add(picture)
  }
  return opaque
}
