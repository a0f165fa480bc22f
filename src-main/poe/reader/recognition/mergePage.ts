import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { FactFlag, HiddenWord, PageFacts, StrokeGroup, Word } from '../../facts/documentFacts.ts'
import { hiddenTextFlags } from '../pdf/factFlags.ts'
import { layOut, type PlacedWord } from '../pdf/layout.ts'
import { falseLayerWords } from './layerMismatch.ts'
import type { RecognisedPage } from './recognitionAnswers.ts'
import type { PixelBox } from './ruledLines.ts'
import { shownRect } from '../../facts/shownRect.ts'
import { isLying } from './tones.ts'
import { placeInUpright, toUpright, type UprightSpace } from './uprightSpace.ts'
import { type SetWord, setWords } from './wordPlaces.ts'

export interface MergedPage {
  readonly page: PageFacts
  readonly flags: readonly FactFlag[]
}

/** A page's facts with what was read off its picture. Text that stands in the file and shows stays as it is. */
export function mergePage(
  page: PageFacts,
  read: RecognisedPage,
  perPoint: number,
  space: UprightSpace,
): MergedPage {
  const own = standingUp(asDisplayed(page), space)
  const inPoints = ([x0, y0, x1, y1]: PixelBox): Rect => [
    x0 / perPoint,
    y0 / perPoint,
    x1 / perPoint,
    y1 / perPoint,
  ]
  const place = (box: PixelBox): Pick<Word, 'rect' | 'quad'> => placeInUpright(space, inPoints(box))
  const recognised = setWords(read.lines, perPoint).map((word) => ({ word: wordOf(word, space), set: word }))
  const added = recognised.filter(({ word }) => !own.words.some((known) => centreIn(word.rect, known.rect)))
  const rules = [
    ...own.rules,
    ...read.rules.across.map((box) => ({ ...place(box), horizontal: true })),
    ...read.rules.down.map((box) => ({ ...place(box), horizontal: false })),
  ]
  const layout = layOut(
    [
      ...own.words.map((word) => placedNative(word, space)),
      ...added.map(({ word, set }) => placedRead(word, set)),
    ],
    rules.map(({ rect }) => ({ box: pointsOf(rect, space) })),
  )
  const hidden = relabelled(
    own.hiddenWords,
    recognised.map(({ word }) => word),
  )
  const merged: PageFacts = {
    ...own,
    ocr: { confidence: sheetConfidence(read), languages: read.languages },
    turned: read.turned,
    pictureHash: read.hash,
    words: [...layout.words],
    lines: [...layout.lines],
    blocks: [...layout.blocks],
    hiddenWords: hidden,
    rules,
    tickBoxes: [
      ...own.tickBoxes,
      ...read.squares
        .map(({ box, marked }) => ({ ...place(box), marked }))
        .filter(({ rect }) => !own.tickBoxes.some((known) => centreIn(rect, known.rect))),
    ],
    strokes: [...own.strokes, ...strokesOf(read, place, own)],
    images: [...own.images, ...sealsOf(read, place)],
  }
  const flags = hiddenTextFlags({
    ...merged,
    hiddenWords: hidden.filter((word) => word.hidden === 'ocr_layer_mismatch'),
  })
  return { page: merged, flags }
}

function strokesOf(
  { ink }: RecognisedPage,
  place: (box: PixelBox) => Pick<Word, 'rect' | 'quad'>,
  own: PageFacts,
): StrokeGroup[] {
  return ink
    .filter(({ sealLike }) => !sealLike)
    .map(
      ({
        box,
        points,
        penLike,
        inkHash,
        density,
        strokeWidth,
        length,
        overNoise,
        coloured,
      }): StrokeGroup => ({
        ...place(box),
        points,
        penLike,
        source: 'ocr',
        ink: {
          density,
          strokeWidth: rounded(strokeWidth),
          length: rounded(length),
          overNoise: rounded(overNoise),
          coloured,
        },
        inkHash,
      }),
    )
    .filter(
      ({ rect }) =>
        ![...own.strokes, ...own.images.filter(isSmall)].some((known) => centreIn(rect, known.rect)),
    )
}

const rounded = (value: number): number => Math.round(value * 100) / 100
const isSmall = ({ rect }: { readonly rect: Rect }): boolean =>
  (rect[2] - rect[0]) * (rect[3] - rect[1]) < 0.3

function sealsOf(
  { ink }: RecognisedPage,
  place: (box: PixelBox) => Pick<Word, 'rect' | 'quad'>,
): PageFacts['images'] {
  return ink
    .filter(({ sealLike }) => sealLike)
    .map(({ box }) => ({
      ...place(box),
      widthPx: box[2] - box[0],
      heightPx: box[3] - box[1],
      source: 'ocr',
    }))
}

/** An empty sheet is read when nothing is on it. */
const sheetConfidence = ({ lines, ink, confidence }: RecognisedPage): number =>
  lines.length === 0 && ink.length === 0 ? 1 : rounded(confidence)

function relabelled(hidden: readonly HiddenWord[], seen: readonly Word[]): HiddenWord[] {
  const wrong = new Set(
    falseLayerWords(
      hidden.filter((word) => word.hidden === 'ocr_layer'),
      seen,
    ),
  )
  return hidden.map((word) => (wrong.has(word) ? { ...word, hidden: 'ocr_layer_mismatch' } : word))
}

const centreIn = (inner: Rect, [x0, y0, x1, y1]: Rect): boolean => {
  const [x, y] = [(inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2]
  return x >= x0 && x <= x1 && y >= y0 && y <= y1
}

const pointsOf = ([x0, y0, x1, y1]: Rect, { width, height }: UprightSpace): Rect => [
  x0 * width,
  y0 * height,
  x1 * width,
  y1 * height,
]

const wordOf = ({ text, confidence, size, box }: SetWord, space: UprightSpace): Word => ({
  text,
  ...placeInUpright(space, box),
  size,
  bold: false,
  script: false,
  source: 'ocr',
  confidence,
})

const placedNative = (word: Word, space: UprightSpace): PlacedWord<Word> => ({
  word,
  box: pointsOf(word.rect, space),
  size: word.size,
  angle: 0,
})

const placedRead = (word: Word, { box, size }: SetWord): PlacedWord<Word> => ({ word, box, size, angle: 0 })

/** A page that was read lying, as it is displayed: recognition finds its own way to turn it. */
function asDisplayed(page: PageFacts): PageFacts {
  if (page.turned === 0) return page
  const lies = isLying(page.turned)
  const back = <T extends { readonly rect: Rect }>(one: T): T => ({ ...one, rect: shownRect(one.rect, page) })
  return {
    ...withPlaces(page, back),
    width: lies ? page.height : page.width,
    height: lies ? page.width : page.height,
    turned: 0,
  }
}

type Move = <T extends { readonly rect: Rect }>(one: T) => T

const withPlaces = (page: PageFacts, move: Move): PageFacts => ({
  ...page,
  words: page.words.map(move),
  hiddenWords: page.hiddenWords.map(move),
  rules: page.rules.map(move),
  tickBoxes: page.tickBoxes.map(move),
  strokes: page.strokes.map(move),
  images: page.images.map(move),
})

/** What was known of the page, with its rects on the upright page. Quads stay. */
function standingUp(page: PageFacts, space: UprightSpace): PageFacts {
  if (space.turned === 0) return page
  const turn = <T extends { readonly rect: Rect }>(one: T): T => ({
    ...one,
    rect: uprightRect(one.rect, space),
  })
  return { ...withPlaces(page, turn), width: space.width, height: space.height }
}

function uprightRect([x0, y0, x1, y1]: Rect, space: UprightSpace): Rect {
  const { width, height } = space.shown
  const corners = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ].map(([x = 0, y = 0]) => toUpright(space, [x * width, y * height]))
  const [xs, ys] = [corners.map(([x]) => x / space.width), corners.map(([, y]) => y / space.height)]
  const inPage = (value: number): number => Math.min(1, Math.max(0, value))
  return [inPage(Math.min(...xs)), inPage(Math.min(...ys)), inPage(Math.max(...xs)), inPage(Math.max(...ys))]
}
