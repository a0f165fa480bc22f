import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { SignedPage } from '../signatures/findSignatures.ts'
import type { EsignStamp } from '../signatures/esignStamps.ts'
import { SIGNATURE_CUE } from '../signatures/marks.ts'
import { STAMP } from '../signatures/stampWords.ts'
import { linesOf, type Passage } from '../text/passages.ts'
import { boxOfPassage, gapX } from '../text/place.ts'
import type { DateMention } from './findDates.ts'

/** "Lohne, den 14. …", "Fait à Lyon le 3 …": a place, then a comma or the word that leads to a day. */
const PLACE_AND_DATE =
  /^(?:en |in |zu |te |w |fait a )?[\p{L}'. -]{2,40}(?:, ?(?:a |li |il |den |le |am |on |the |el |dia |em |op |dnia |dn\. ?|d\.d\. ?)?| (?:le|li|den|il|op|dnia|em|a)) ?\d/u
const JOINT_RECORD =
  /\b(?:se reunen|comparecen|si sono riuniti|si sono incontrati|sono convenuti|se reuniram|reuniram-se|se sont reunis|ont convenu|kommen zusammen|the parties (?:met|sign))\b/u
/** A place for each side: "Brasília e Goiânia, 11 de maio". */
const TWO_PLACES =
  /^[\p{L}'. -]{3,40} (?:e|y|et|and|und|&|\/) [\p{L}'. -]{3,40}, ?(?:a |li |il |den |le |am |on |the |el |dia )?\d/u
/** How papers say over the signatures that, where and when both sign. */
const CONCLUDES =
  /\b(?:in witness whereof|signed (?:in|at|on|by the parties)|executed (?:in|at|on|as of)|entered into (?:on|as of)|done (?:at|in)|date of (?:signature|signing)|letto,? (?:confermato|approvato)|sottoscritt[oa] (?:in|a|il)|sottoscrizione|fatto (?:in|a)|firmato (?:in|a|il)|unterzeichnet|unterzeichnung|unterschrieben|geschlossen (?:zu|in|am)|ausfertigungen|fait (?:a|en|le)|signe (?:a|le|en)|exemplaires?|firman|firmado (?:en|por duplicado|a)|fecha de (?:la )?firma|suscriben|prueba de conformidad|assinam|assinado (?:em|por)|data d[ae] assinatura|duas vias|ondertekend|getekend (?:te|op)|opgemaakt|zawarto|podpisano|sporzadzono w|egzemplarz\p{L}*)\b|締結|作成し|記名押印のうえ/u

/** A line that dates both signatures stands at most so far over them. Points. */
const OVER_BOTH_PT = 130
const CONCLUDES_OVER_PT = 190
/** A date by itself directly over a signature belongs to that one alone. Points. */
const OWN_GAP_PT = 48

/**
 * A date for whoever signs on the page: a place-and-date line over all places, a line with both places, a sentence that concludes the
 * paper, or the opening of a record that both sign.
 */
export function isJointDate(
  mention: DateMention,
  box: Rect,
  signed: SignedPage,
  stamps: readonly EsignStamp[],
): boolean {
  const { passage, words, precision } = mention
  const { page } = signed
  const stamped = stamps.filter((one) => one.document === passage.document && one.page === page.number)
  const isSigned = signed.isSignedByCustomer || stamped.some(({ party }) => party === 'customer')
  if (precision !== 'day' || !isSigned) return false
  const [first] = words
  const line = linesOf(passage.document, page).find((one) => first !== undefined && one.words.includes(first))
  if (line === undefined || STAMP.test(line.folded)) return false
  if (TWO_PLACES.test(line.folded)) return true
  const starts = passage.words.findIndex((word) => word === first) <= 5 && PLACE_AND_DATE.test(passage.folded)
  if (starts && JOINT_RECORD.test(passage.folded)) return true
  const over = topOfPlaces(signed) - box[3]
  if (over < -2) return false
  if (passage.words.length <= MOST_WORDS && CONCLUDES.test(passage.folded)) return over < CONCLUDES_OVER_PT
  const isAlone = passage.words.length <= words.length + 1
  const isShort = passage.words.length <= words.length + 6
  return isShort && (starts || isAlone) && over < OVER_BOTH_PT && isNext(line, over) && !isOfOne(line, signed)
}

const MOST_WORDS = 45

/** Where the signing places begin: the highest of marks, of what labels them and of the headings beside these. */
function topOfPlaces({ marks, anchors, customerAreas }: SignedPage): number {
  const signed = marks.flatMap(({ mark, anchor }) => [mark.box, ...(anchor ? [anchor.box] : [])])
  const first = Math.min(...signed.map(([, y0]) => y0))
  const areas = customerAreas.map(({ anchor }) => anchor.box).filter(([, y0]) => y0 > first - AREA_PT)
  const boxes = [...signed, ...areas]
  const low = Math.max(...boxes.map(([, , , y1]) => y1))
  const tops = boxes.map(([, y0]) => y0)
  const beside = anchors
    .map(({ box }) => box)
    .filter(([, y0, , y1]) => y1 <= low && boxes.some((box) => Math.abs(y0 - box[1]) < BESIDE_PT))
  return Math.min(...tops, ...beside.map(([, y0]) => y0))
}
const BESIDE_PT = 30
/** A party named farther over the first mark is in the paper's head, not in its place. */
const AREA_PT = 150

/** Nothing else stands between the line and the places, but for one more line. */
function isNext(line: Passage, over: number): boolean {
  const low = boxOfPassage(line)[3]
  const between = linesOf(line.document, line.page).filter((other) => {
    const [, y0, , y1] = boxOfPassage(other)
    return y0 > low - 2 && y1 < low + over - 2
  })
  return between.length <= 1
}

/** Nothing but the signature itself follows below it: it is that one's own. */
function isOfOne(line: Passage, { marks, page }: SignedPage): boolean {
  const box = boxOfPassage(line)
  // Over the right one of two columns alone it is that column's.
  if (marks.some(({ mark }) => mark.box[2] < box[0]) && marks.some(({ mark }) => gapX(mark.box, box) === 0))
    return true
  const mark = marks
    .map((placed) => placed.mark.box)
    .filter((own) => own[1] >= box[3] - 4 && gapX(own, box) < 40)
    .toSorted((a, b) => a[1] - b[1])[0]
  if (mark === undefined) return false
  const between = linesOf(line.document, page).some((other) => {
    const own = boxOfPassage(other)
    return (
      other !== line &&
      own[1] >= box[3] - 2 &&
      own[3] <= mark[1] + 4 &&
      gapX(own, mark) < 40 &&
      !SIGNATURE_CUE.test(other.folded)
    )
  })
  return !between && mark[1] - box[3] < OWN_GAP_PT
}
