/** What must hold of every row of the catalogue. */
const FEWEST_HOSTILE = 3
const MOST_FALSE = 0.02

export interface FlagRow {
  readonly row: number
  readonly kind: string
  readonly hostile: number
  readonly flagged: number
  readonly clean: number
  /** Clean papers with any flag at all. */
  readonly falselyFlagged: number
}

export interface FlagScores {
  readonly rows: readonly FlagRow[]
  /** Sentences: which paper, what was said of it. */
  readonly missed: readonly string[]
  readonly falseFlags: readonly string[]
}

/** Every variant of a row is flagged, there are enough of them, and its clean papers are left alone. */
export const isUnderBar = ({ hostile, flagged, clean, falselyFlagged }: FlagRow): boolean =>
  hostile < FEWEST_HOSTILE || flagged < hostile || clean === 0 || falselyFlagged > clean * MOST_FALSE
