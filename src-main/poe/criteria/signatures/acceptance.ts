import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import { CONSENT_WORDS } from '../parties/roleWords.ts'
import { type JudgedDocument, linesOf } from '../text/passages.ts'
import { boxOfPassage } from '../text/place.ts'
import type { Anchor } from './anchors.ts'
import type { Mark } from './marks.ts'

/** "Per accettazione (timbro e firma)", "Bon pour accord :", and nothing after it that names anybody. */
const BARE_CONSENT = new RegExp(
  `^${CONSENT_WORDS}(?: (?:en ontvangst|las condiciones|quanto sopra|the above))?(?:[\\s:.,–-]*$|[\\s:,–-]*\\([^)]{2,40}\\)[\\s:.]*$)`,
  'u',
)
/** The author signs at most so far over the place in which the other side accepts. Points. */
const AUTHOR_REACH_PT = 220

/**
 * Places of acceptance that name nobody, in a paper which the partner has signed above them: who accepts is the other side. Where the
 * partner's mark is missing it may be a label of the partner's own place, and then it says nothing.
 */
export function acceptancePlaces(
  document: JudgedDocument,
  page: PageFacts,
  anchors: readonly Anchor[],
  marks: readonly Mark[],
): Anchor[] {
  return linesOf(document, page).flatMap((line): Anchor[] => {
    if (!BARE_CONSENT.test(line.folded) || anchors.some(({ passage }) => passage === line)) return []
    const box = boxOfPassage(line)
    const author = anchors.findLast(
      (anchor) => anchor.isHeading && anchor.box[3] <= box[1] && box[1] - anchor.box[3] < AUTHOR_REACH_PT,
    )
    if (author?.party !== 'partner') return []
    const hasSigned = marks.some(
      (mark) => middleY(mark) > author.box[1] - NAME_UNDER_PT && mark.box[3] < box[1] + SLACK_PT,
    )
    return hasSigned || isCustomersBelow(box, anchors)
      ? [{ party: 'customer', passage: line, box, isHeading: true }]
      : []
  })
}

/** An author's name may stand under his signature. Points. */
const NAME_UNDER_PT = 60
const BELOW_PT = 130

/** Who is named next below is the customer, or a person of his. */
function isCustomersBelow(box: Rect, anchors: readonly Anchor[]): boolean {
  const next = anchors
    .filter((anchor) => anchor.box[1] > box[1] + 1 && anchor.box[1] - box[3] < BELOW_PT)
    .toSorted((a, b) => a.box[1] - b.box[1])[0]
  return next?.party === 'customer'
}

/** A signature's tail may reach into the line below. Points. */
const SLACK_PT = 6
const middleY = ({ box }: Mark): number => (box[1] + box[3]) / 2
