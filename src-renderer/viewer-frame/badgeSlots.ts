import type { Box } from './geometry.ts'

export const BADGE_WIDTH_PX = 20
export const BADGE_HEIGHT_PX = 18
const GAP_PX = 2
/** Where the number column stands in the paper's margin, as in the look. */
const COLUMN_LEFT_PX = 18
const CLEAR_OF_INK_PX = 6
/** Room beside the paper that the page column keeps free. */
const GUTTER_LEFT_PX = -BADGE_WIDTH_PX
/** A number pushed farther than this would belong to another line. */
const FARTHEST_PUSH_PX = BADGE_HEIGHT_PX

/** How many pixels from the paper's left edge are blank between two heights. */
export type BlankWidth = (top: number, bottom: number) => number

export interface Numbered {
  readonly id: string
  /** The first box of the mark. */
  readonly box: Box
}

export interface BadgePlace {
  readonly id: string
  readonly left: number
  readonly top: number
}

/**
 * Places for the numbers of one page: in the paper's left margin on the line of their mark where the margin is
 * blank, else in the gutter beside the paper, so that a number never covers text. Marks on one line share a slot.
 */
export function badgePlaces(marks: readonly Numbered[], blankWidth: BlankWidth): readonly BadgePlace[] {
  const places: BadgePlace[] = []
  let nextInMargin = Number.NEGATIVE_INFINITY
  let nextInGutter = Number.NEGATIVE_INFINITY
  for (const line of linesOf(marks)) {
    const top = Math.max(line.top, nextInMargin)
    const width = line.ids.length * (BADGE_WIDTH_PX + GAP_PX) - GAP_PX
    const blank = Math.min(blankWidth(top - GAP_PX, top + BADGE_HEIGHT_PX + GAP_PX), line.leftmost)
    const left = Math.min(COLUMN_LEFT_PX, blank - CLEAR_OF_INK_PX - width)
    if (left >= GAP_PX && top - line.top <= FARTHEST_PUSH_PX) {
      line.ids.forEach((id, i) => places.push({ id, left: left + i * (BADGE_WIDTH_PX + GAP_PX), top }))
      nextInMargin = top + BADGE_HEIGHT_PX + GAP_PX
    } else {
      const from = Math.max(line.top, nextInGutter)
      line.ids.forEach((id, i) =>
        places.push({ id, left: GUTTER_LEFT_PX, top: from + i * (BADGE_HEIGHT_PX + GAP_PX) }),
      )
      nextInGutter = from + line.ids.length * (BADGE_HEIGHT_PX + GAP_PX)
    }
  }
  return places
}

interface Line {
  /** Top of the number, so that it is centred on a line of text and stands at the head of anything taller. */
  readonly top: number
  readonly leftmost: number
  readonly ids: readonly string[]
}

function linesOf(marks: readonly Numbered[]): readonly Line[] {
  const heads = marks
    .map((mark) => ({ mark, top: badgeTop(mark.box) }))
    .sort((a, b) => a.top - b.top || a.mark.box.left - b.mark.box.left)
  const lines: { top: number; members: Numbered[] }[] = []
  for (const { mark, top } of heads) {
    const last = lines.at(-1)
    if (last && top - last.top < BADGE_HEIGHT_PX / 2) last.members.push(mark)
    else lines.push({ top, members: [mark] })
  }
  return lines.map(({ top, members }) => ({
    top,
    leftmost: Math.min(...members.map((mark) => mark.box.left)),
    ids: members.toSorted((a, b) => a.box.left - b.box.left).map((mark) => mark.id),
  }))
}

function badgeTop(box: Box): number {
  const line = Math.min(box.bottom - box.top, BADGE_HEIGHT_PX)
  return box.top + line / 2 - BADGE_HEIGHT_PX / 2
}
