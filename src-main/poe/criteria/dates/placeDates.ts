import type { Rect, DateFact } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { isDatedAcknowledgment } from '../mail/mailAcknowledgment.ts'
import type { SignedPage, Signatures } from '../signatures/findSignatures.ts'
import type { PlacedMark } from '../signatures/assignParty.ts'
import { blocksOf, type JudgedDocument } from '../text/passages.ts'
import { boxOfWords, evidenceOfWords, gapX } from '../text/place.ts'
import { dayOrder, settle } from './dayOrder.ts'
import { type DateMention, findDates } from './findDates.ts'
import { isJointDate } from './jointDates.ts'
import { signerInColumn, signerInTable, signerOnLine } from './datedSigner.ts'
import { letterDate } from './letterDate.ts'
import { isInSpan } from './spans.ts'

/** A date with what it stands by. */
export interface PlacedDate {
  readonly mention: DateMention
  /** After the order of day and month was settled as far as it can be. */
  readonly readings: readonly string[]
  readonly role: DateFact['role']
  readonly box: Rect
}

/** A date belongs to the signature beside, over or under it within this reach. Points. */
const REACH = { over: 120, under: 75, side: 90, row: 140 } as const
const FOOTER = 0.945
const PRINTED =
  /\b(?:printed|print date|stampat[oa]|gedruckt|druckdatum|imprime|impreso|impresso|page|pagina|seite|pag\.?)\b/u
const PERIOD =
  /\b(?:from|until|through|between|period|term|duration|dal|al|fino|periodo|durata|decorrenza|von|bis|zeitraum|laufzeit|du|au|jusqu|periode|duree|desde|hasta|plazo|vigencia|vigore|ate|prazo|effective|commence|start|beginn|debut|inicio)\b/u

export function placeDates(documents: readonly JudgedDocument[], signatures: Signatures): PlacedDate[] {
  return documents.flatMap((document) => {
    const found = document.facts.pages.flatMap((page) => blocksOf(document, page).flatMap(findDates))
    const order = dayOrder(document, found)
    const placed = found.map((mention): PlacedDate => {
      const signed = signatures.pages.find(({ page }) => page === mention.passage.page)
      const box = boxOfWords(mention.words, mention.passage.page)
      return {
        mention,
        readings: settle(mention, order),
        box,
        role: roleOf(mention, box, signed, signatures),
      }
    })
    if (placed.some(({ role }) => role === 'customer_signature')) return placed
    const ofLetter = letterDate(document, placed, signatures)
    const joint = placed.filter(({ mention, box }) => isJoint(mention, box, signatures))
    const own = ofLetter ? [ofLetter] : joint
    return placed.map((one) => (own.includes(one) ? { ...one, role: 'customer_signature' } : one))
  })
}

const isJoint = (mention: DateMention, box: Rect, { pages, stamps }: Signatures): boolean => {
  const signed = pages.find(({ page }) => page === mention.passage.page)
  return signed !== undefined && isJointDate(mention, box, signed, stamps)
}

function roleOf(
  mention: DateMention,
  box: Rect,
  signed: SignedPage | undefined,
  signatures: Signatures,
): DateFact['role'] {
  const { page } = mention.passage
  if (mention.words[0]?.source === 'mail_header') return roleInHead(mention, signatures)
  const line = around(mention)
  if (box[1] > page.height * FOOTER || PRINTED.test(line)) return 'other'
  if (isInSpan(mention)) return 'period'
  const owner = signed ? ownerOf(mention, signed) : null
  if (owner === 'customer') return 'customer_signature'
  if (owner === 'partner') return 'partner_signature'
  return PERIOD.test(line) ? 'period' : 'document'
}

/** The day of a mail is the day of what it acknowledges, if it does; a date in its subject is none of the two. */
function roleInHead({ passage }: DateMention, { mails }: Signatures): DateFact['role'] {
  if (!passage.folded.startsWith('date:')) return 'other'
  const own = mails.find(({ document }) => document === passage.document)
  return own && isDatedAcknowledgment(own) ? 'customer_signature' : 'document'
}

/** Some words before the date, in its own block. */
export function around({ passage, words }: DateMention): string {
  const at = passage.words.findIndex((word) => word === words[0])
  const from = passage.foldedStarts[Math.max(0, at - 6)] ?? 0
  return passage.folded.slice(from, passage.foldedStarts[at] ?? from)
}

/** Short lines only: a date inside prose is part of what the prose tells. */
const MOST_WORDS_IN_LINE = 12

function ownerOf(mention: DateMention, signed: SignedPage): PlacedMark['party'] | null {
  const { marks, page } = signed
  const first = mention.words[0]
  const at = first ? page.words.indexOf(first) : -1
  const line = page.lines.find(({ start, end }) => start <= at && at < end)
  if (!line || line.end - line.start > MOST_WORDS_IN_LINE) return null
  // The line, not the date, tells the column: "Name, title – 09/01/2026" ends far from where it begins.
  const row = boxOfWords(page.words.slice(line.start, line.end), page)
  const surely =
    signerInTable(row, marks, page) ?? signerOnLine(row, marks, page) ?? signerInColumn(row, signed)
  if (surely) return surely.party
  const near = marks
    .map((mark) => ({ mark, distance: distance(row, mark.mark.box) }))
    .filter(({ distance: far }) => far < Infinity)
    .toSorted((a, b) => a.distance - b.distance)
  const [best, second] = near
  if (!best) return null
  const unclear =
    second && second.mark.party !== best.mark.party && second.distance < best.distance * 1.35 + 4
  return unclear ? 'unknown' : best.mark.party
}

/** Sideways counts more: columns part signatures more than lines do. Infinity = out of reach. */
function distance(date: Rect, mark: Rect): number {
  const dx = gapX(date, mark)
  const over = Math.max(date[1] - mark[3], 0)
  const under = Math.max(mark[1] - date[3], 0)
  const side = over === 0 && under === 0 ? REACH.row : REACH.side
  if (dx > side || over > REACH.over || under > REACH.under) return Infinity
  return 1.5 * dx + over + 1.3 * under
}

export function dateFact({ mention, readings, role }: PlacedDate): DateFact {
  const { document, page, quads } = evidenceOfWords(mention.passage, mention.words)
  return {
    document,
    page,
    quads,
    text: mention.text,
    readings: [...readings],
    role,
  }
}
