import type {
  CheckReport,
  Evidence,
  Finding,
  Rect,
} from '../../src-preload/contract/vocabulary/checkShape.ts'
import type { Criterion, Verdict } from '../../src-preload/contract/vocabulary/words.ts'
import type { Label, LabelledCase } from './corpusCases.ts'

export interface Judged {
  readonly one: LabelledCase
  readonly criterion: Criterion
  readonly item: string | null
  readonly label: Label
  readonly finding: Finding
  /** Null where the label names no place, or one of both is not "met". */
  readonly isPlaceRight: boolean | null
}

export function judgedOf(one: LabelledCase, report: CheckReport): Judged[] {
  return one.labels.map(({ criterion, item, label }) => {
    const finding = report.findings.find((each) => each.criterion === criterion && each.item === item)
    if (!finding) throw new Error(`${one.id}: no finding for ${criterion} ${item ?? ''}`)
    return { one, criterion, item, label, finding, isPlaceRight: placeOf(label, finding) }
  })
}

function placeOf(label: Label, finding: Finding): boolean | null {
  return label.verdict === 'met' && finding.verdict === 'met' ? showsPlace(label, finding) : null
}

/** Null where the label names no place. */
function showsPlace({ rect, page, file }: Label, { evidence }: Finding): boolean | null {
  if (rect === null || page === null) return null
  const there = evidence.filter((each) => each.page === page && (file === null || each.document === file))
  return there.flatMap(rectsOf).some((found) => overlaps(found, rect))
}

const rectsOf = ({ rects }: Evidence): Rect[] =>
  rects.length > 1 ? [...rects, rects.reduce(union)] : [...rects]

const union = (a: Rect, b: Rect): Rect => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

const area = ([x0, y0, x1, y1]: Rect): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0)
const hasCentreOf = (a: Rect, b: Rect): boolean => {
  const [x, y] = [(b[0] + b[2]) / 2, (b[1] + b[3]) / 2]
  return x >= a[0] && x <= a[2] && y >= a[1] && y <= a[3]
}

/** The centre of one lies in the other, or they share a fifth of what they cover together. */
export function overlaps(a: Rect, b: Rect): boolean {
  if (hasCentreOf(a, b) || hasCentreOf(b, a)) return true
  const shared = area([
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ])
  return shared / (area(a) + area(b) - shared) >= 0.2
}

export interface Share {
  readonly part: number
  readonly whole: number
}

export interface Scores {
  readonly metPrecision: Share
  readonly metRecall: Share
  readonly notMetRecall: Share
  /** Of what a person could tell. */
  readonly leftOpen: Share
  readonly places: Share
  /** "Met" said of what is not met: the worst error. */
  readonly wrongMet: number
}

/** What must be said beside what was said. */
export interface Compared {
  readonly label: { readonly verdict: Verdict }
  readonly finding: { readonly verdict: Verdict }
  readonly isPlaceRight: boolean | null
}

export function scoresOf(all: readonly Compared[]): Scores {
  const said = (verdict: Verdict) => all.filter(({ finding }) => finding.verdict === verdict)
  const is = (verdict: Verdict) => all.filter(({ label }) => label.verdict === verdict)
  const both = (verdict: Verdict) => is(verdict).filter(({ finding }) => finding.verdict === verdict)
  const tellable = all.filter(({ label }) => label.verdict !== 'cannot_tell')
  const placed = all.filter(({ isPlaceRight }) => isPlaceRight !== null)
  return {
    metPrecision: { part: both('met').length, whole: said('met').length },
    metRecall: { part: both('met').length, whole: is('met').length },
    notMetRecall: { part: both('not_met').length, whole: is('not_met').length },
    leftOpen: {
      part: tellable.filter(({ finding }) => finding.verdict === 'cannot_tell').length,
      whole: tellable.length,
    },
    places: { part: placed.filter(({ isPlaceRight }) => isPlaceRight === true).length, whole: placed.length },
    wrongMet: is('not_met').filter(({ finding }) => finding.verdict === 'met').length,
  }
}

/** Dates in handwriting are a class of their own: to leave one open and show its place is a right answer too. */
export const isDateByHand = ({ criterion, label }: Judged): boolean => criterion === 'dates' && label.hand

/** Right, or shown and left to the reviewer. */
export const isLeftOpenInPlace = ({ label, finding }: Judged): boolean =>
  finding.verdict === label.verdict ||
  (finding.verdict === 'cannot_tell' && showsPlace(label, finding) === true)

export function handScoreOf(all: readonly Judged[]): { readonly right: Share; readonly wrongMet: number } {
  const written = all.filter(isDateByHand)
  const right = written.filter(isLeftOpenInPlace)
  const { wrongMet } = scoresOf(written)
  return { right: { part: right.length, whole: written.length }, wrongMet }
}

/** 95 % interval of a share (Wilson). Null of nothing. */
export function wilson({ part, whole }: Share): readonly [low: number, high: number] | null {
  if (whole === 0) return null
  const z = 1.96
  const p = part / whole
  const middle = p + (z * z) / (2 * whole)
  const half = z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole))
  const scale = 1 + (z * z) / whole
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)]
}
