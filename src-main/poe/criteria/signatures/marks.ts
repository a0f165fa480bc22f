import type { Quad, Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { EvidenceMethod, SignatureKind } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { DigitalSignatureFacts, PageFacts } from '../../facts/documentFacts.ts'
import { findDates } from '../dates/findDates.ts'
import { ARTICLES, FOR_WORDS } from '../parties/roleWords.ts'
import { STAMP } from './stampWords.ts'
import { linesOf, type JudgedDocument, type Passage } from '../text/passages.ts'
import { boxOfPassage, gapX, gapY, inPoints, unionRect } from '../text/place.ts'

/** Something on a page that may be a signature, whoever's it is. */
export interface Mark {
  readonly document: JudgedDocument
  readonly page: PageFacts
  readonly kind: Exclude<SignatureKind, 'none' | 'email'>
  /** 0..1 of the page, and points of the displayed page. */
  readonly rect: Rect
  readonly box: Rect
  readonly quads: readonly Quad[]
  readonly method: EvidenceMethod
  /** Words, a date or a line beside it say that here is signed. A drawing without them may be a logo. */
  readonly isInvited: boolean
  /** What is typed there; null for drawings and pictures. */
  readonly text: string | null
  readonly digital: DigitalSignatureFacts | null
}

const IMAGE = { width: [24, 330], height: [8, 150] } as const
/** Marks in the letterhead are logos unless a signature is spoken of beside them. */
const LETTERHEAD = 0.12
const CUE_REACH_PT = 45

export const SIGNATURE_CUE =
  /\b(?:signature|signed|sign here|signatory|authori[sz]ed|firma|firmato|firmado|firmante|timbro|sottoscri\p{L}*|unterschrift\p{L}*|unterzeichn\p{L}*|gezeichnet|signataire|signe|cachet|assinatura|assinado|rubrica|paraphe|kurzzeichen|initials?|bon pour accord|lu et approuve|accettazione|agreed and accepted|accepted by|handtekening|onderteken\p{L}*|getekend|paraaf|podpis\p{L}*|pieczec|pieczatk\p{L}*|carimbo|sello|stempel|firmenstempel|fdo|akkoord)\b|\bass\.|署名|押印|印/u
const INVITED_REACH_PT = 60
const INITIALS_CUE =
  /\b(?:initials?|initialled|initialed|sigla|sigle|paraphe?s?|paraphes|kurzzeichen|namenszeichen|handzeichen|iniciais|iniciales|rubrica)\b/u
export const DATE_LABEL =
  /^(?:\p{L}+(?: and| e| und| et| y| i| en|,| \/|:)? ?)?(?:date|dated|data|datum|fecha|date of signature|datum der unterschrift|日付|署名日|年月日)(?![\p{L}])[\s:(]*|^(?:(?:a|te|en|fait a)[, ]+)?(?:le|li|on|am|den|em|op|dnia|d\.d\.)[\s:.,_…]*$/u
/** "gez. Karin Vogt", also behind whose it is: "Für den Kunden: gez. Karin Vogt". */
const TYPED =
  /^(?:[^:]{2,50}: ?)?(?:\/s\/|s\/|\(s\)|f\.to|firmato:?|gez\.?|signe ?:?|sgd\.?|\(sgd\)|fdo\.?:?|assinado:?|w\.g\.|\/-\/)\s+(?!(?:le|a|au|en|il|in|em|el|por|par|am|on|at|te|op)\b)\p{L}/u

export function marksOf(document: JudgedDocument, page: PageFacts): Mark[] {
  const lines = linesOf(document, page)
  return [
    ...drawnMarks(document, page, lines),
    ...imageMarks(document, page, lines),
    ...typedMarks(document, page, lines),
    ...digitalMarks(document, page),
  ]
}

function drawnMarks(document: JudgedDocument, page: PageFacts, lines: readonly Passage[]): Mark[] {
  return page.strokes
    .filter((stroke) => stroke.penLike && isInPlace(stroke.rect, page, lines))
    .map((stroke) => ({
      document,
      page,
      rect: stroke.rect,
      quads: [stroke.quad],
      text: null,
      digital: null,
      kind: isShort(stroke, page) || hasInitialsLabel(stroke.rect, page, lines) ? 'initials' : 'drawn',
      box: inPoints(stroke.rect, page),
      isInvited: isInvited(stroke.rect, page, lines),
      method: stroke.source === 'annotation' ? 'annotation' : stroke.source === 'ocr' ? 'image' : 'vector',
    }))
}

/** On a scan a trace as short as two or three letters may be initials; a name is longer. */
const SHORTEST_NAME_PT = 50
const isShort = ({ rect, ink }: PageFacts['strokes'][number], { width }: PageFacts): boolean =>
  ink !== null && (rect[2] - rect[0]) * width < SHORTEST_NAME_PT

/** Ink of a scan that may be figures written by hand; alone it is nobody's signature. */
export function writtenInk(document: JudgedDocument, page: PageFacts): Mark[] {
  return page.strokes
    .filter(({ ink, penLike }) => ink !== null && !penLike && ink.length > SHORTEST_FIGURES_PT)
    .map((stroke) => ({
      document,
      page,
      rect: stroke.rect,
      quads: [stroke.quad],
      text: null,
      digital: null,
      kind: 'drawn',
      box: inPoints(stroke.rect, page),
      isInvited: false,
      method: 'ocr',
    }))
}
const SHORTEST_FIGURES_PT = 25

function imageMarks(document: JudgedDocument, page: PageFacts, lines: readonly Passage[]): Mark[] {
  return page.images.flatMap((image) => {
    const box = inPoints(image.rect, page)
    const [w, h] = [box[2] - box[0], box[3] - box[1]]
    const fits = w >= IMAGE.width[0] && w <= IMAGE.width[1] && h >= IMAGE.height[0] && h <= IMAGE.height[1]
    if (!fits || !isInPlace(image.rect, page, lines)) return []
    const isSeal = image.source === 'ocr'
    const kind = isSeal ? 'seal' : hasInitialsLabel(image.rect, page, lines) ? 'initials' : 'image'
    const { rect, quad } = image
    const invited = isInvited(rect, page, lines)
    return [
      {
        document,
        page,
        rect,
        quads: [quad],
        text: null,
        digital: null,
        kind,
        box,
        method: 'image',
        isInvited: invited,
      },
    ]
  })
}

function typedMarks(document: JudgedDocument, page: PageFacts, lines: readonly Passage[]): Mark[] {
  return lines
    .filter(
      (line) =>
        (TYPED.test(line.folded) && !STAMP.test(line.folded)) ||
        (line.words.length <= 6 && line.words.every((word) => word.script)),
    )
    .map((line) => {
      const rect = unionRect(line.words.map((word) => word.rect))
      return {
        document,
        page,
        rect,
        quads: line.words.map((word) => word.quad),
        text: line.text,
        digital: null,
        kind: 'typed',
        isInvited: true,
        box: inPoints(rect, page),
        method: 'text',
      }
    })
}

function digitalMarks(document: JudgedDocument, page: PageFacts): Mark[] {
  return document.facts.signatures.flatMap((digital) => {
    const { rect, quad } = digital
    if (digital.page !== page.number || rect === null || quad === null || !digital.personal) return []
    const box = inPoints(rect, page)
    return [
      {
        document,
        page,
        rect,
        quads: [quad],
        text: null,
        digital,
        kind: 'cryptographic',
        box,
        method: 'cms',
        isInvited: true,
      },
    ]
  })
}

/** Short lines about signing, a date by itself, dots to sign on, or a ruled line on which the mark stands. */
function isInvited(rect: Rect, page: PageFacts, lines: readonly Passage[]): boolean {
  const spoken = nearLines(rect, page, lines, INVITED_REACH_PT).some(
    (line) =>
      line.words.length <= 14 &&
      (SIGNATURE_CUE.test(line.folded) ||
        GREETING.test(line.folded) ||
        FILLER.test(line.folded) ||
        DATE_LABEL.test(line.folded) ||
        PLACE_OF_SIGNER.test(line.folded) ||
        findDates(line).length > 0),
  )
  const box = inPoints(rect, page)
  return (
    spoken || page.rules.some((rule) => rule.horizontal && standsOn(box, inPoints(rule.rect, page), page))
  )
}

/** How letters end, over the signature. */
export const GREETING =
  /\b(?:sincerely|faithfully|regards|saluti|in fede|grusse|gruss(?:en)?|hochachtungsvoll|salutations|cordialement|bien a vous|atentamente|saludos?|atenciosamente|cordialmente|cumprimentos|groet(?:en)?|hoogachtend|powazaniem|szacunku|pozdrawiam|pozdrowienia)\b|敬具|草々|^以上$/u
/** Dots and underscores to sign on. */
export const FILLER = /^(?:_{5,}|\.{8,}|…{3,}|-{8,})/u
/** "For X", "Pour le client": said of those who sign. */
const PLACE_OF_SIGNER = new RegExp(`^${FOR_WORDS}[\\s,:–-]+${ARTICLES}\\p{L}`, 'u')

function standsOn(mark: Rect, rule: Rect, page: PageFacts): boolean {
  const width = rule[2] - rule[0]
  const under = rule[1] - mark[3]
  return (
    width > 60 &&
    width < page.width * 0.6 &&
    under > -25 &&
    under < 14 &&
    rule[0] < mark[2] &&
    rule[2] > mark[0]
  )
}

function isInPlace(rect: Rect, page: PageFacts, lines: readonly Passage[]): boolean {
  return (
    rect[3] > LETTERHEAD ||
    nearLines(rect, page, lines, CUE_REACH_PT).some(({ folded }) => SIGNATURE_CUE.test(folded))
  )
}

const hasInitialsLabel = (rect: Rect, page: PageFacts, lines: readonly Passage[]): boolean =>
  nearLines(rect, page, lines, CUE_REACH_PT).some(
    (line) => line.words.length <= 8 && INITIALS_CUE.test(line.folded),
  )

/** Lines within reach of a place, straight above, below or beside it. */
export function nearLines(
  rect: Rect,
  page: PageFacts,
  lines: readonly Passage[],
  reachPt: number,
): Passage[] {
  const box = inPoints(rect, page)
  return lines.filter((line) => {
    const own = boxOfPassage(line)
    return gapX(own, box) <= reachPt && gapY(own, box) <= reachPt
  })
}
