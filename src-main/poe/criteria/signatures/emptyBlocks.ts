import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import { linesOf, type Passage } from '../text/passages.ts'
import { boxOfPassage, gapX, unionRect } from '../text/place.ts'
import type { Anchor } from './anchors.ts'
import { DATE_LABEL, FILLER, SIGNATURE_CUE } from './marks.ts'
import { signingLines } from './signingLines.ts'

/** Where a party was to sign: its anchor with a line, a label or dots for the signature near. */
export interface SignatureArea {
  readonly anchor: Anchor
  readonly page: PageFacts
  /** Points: from the anchor to the last thing that belongs to the area. */
  readonly box: Rect
  /** What invites to sign; the anchor itself when it is a ruled line. */
  readonly cue: Passage
}

const REACH_PT = 110

/** Areas of this party on a page that ask for a signature; whether something is in them is not said here. */
export function signatureAreas(
  anchors: readonly Anchor[],
  party: Anchor['party'],
  page: PageFacts,
): SignatureArea[] {
  return anchors
    .filter((anchor) => anchor.party === party && anchor.isHeading)
    .flatMap((anchor) => {
      const cue = cueNear(anchor)
      if (!cue && !hasRuleNear(anchor, page)) return []
      const cueBox = cue ? boxOfPassage(cue) : anchor.box
      return [{ anchor, page, cue: cue ?? anchor.passage, box: unionRect([anchor.box, cueBox]) }]
    })
}

function cueNear(anchor: Anchor): Passage | null {
  const { document, page } = anchor.passage
  const near = linesOf(document, page).filter((line) => {
    const box = boxOfPassage(line)
    return box[1] >= anchor.box[1] - 60 && box[1] - anchor.box[3] < REACH_PT && gapX(box, anchor.box) < 40
  })
  return (
    near.find(({ folded }) => FILLER.test(folded)) ??
    near.find(
      (line) => line.words.length <= 8 && (SIGNATURE_CUE.test(line.folded) || DATE_LABEL.test(line.folded)),
    ) ??
    null
  )
}

/** A signature line: a rule of a hand's width above or below the anchor, in its column. */
function hasRuleNear(anchor: Anchor, page: PageFacts): boolean {
  return signingLines(page).some((box) => {
    const near = Math.abs(box[1] - anchor.box[1]) < 70
    return near && box[0] < anchor.box[2] && box[2] > anchor.box[0]
  })
}
