import type { DayRange } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm, ClaimItem } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { datedPlace, isSurelyRead, newestOf } from '../dates/datedPlace.ts'
import type { PlacedDate } from '../dates/placeDates.ts'
import { acknowledgmentIn, isOwnWord, isWholeAcknowledgment } from '../mail/mailAcknowledgment.ts'
import type { Coverage, DatedPlace } from '../opinion.ts'
import type { DocumentParties } from '../parties/knowParties.ts'
import { isInWork, type PlacedMention, strengthFor } from '../products/judgeProducts.ts'
import { signatureAreas } from '../signatures/emptyBlocks.ts'
import { evidenceOfMark } from '../signatures/evidenceOfMark.ts'
import { isPartnerPerson, type Signatures } from '../signatures/findSignatures.ts'
import { allBlocks } from '../text/passages.ts'
import { evidenceOfPassage, evidenceOfWords } from '../text/place.ts'
import { nothing, open, type Told, yes } from './telling.ts'

export interface StatementSources {
  readonly parties: readonly DocumentParties[]
  readonly signatures: Signatures
  readonly dates: readonly PlacedDate[]
  readonly mentions: readonly PlacedMention[]
  readonly form: ClaimForm
}

/** What a person of the customer leaves on a letter; a typed name or initials leave it open who did. */
const SURE_MARKS: readonly string[] = ['drawn', 'image', 'cryptographic', 'esign_stamp']

/**
 * The newest thing that the customer by itself wrote about this partner and this item: a message that acknowledges the work in the
 * sender's own words, or a paper that nobody but the customer signed and that confirms work. What both sides sign is an agreement, and an
 * order that only the customer signed confirms nothing.
 */
export function statementFor(item: ClaimItem, sources: StatementSources, coverage: Coverage): Told<DayRange> {
  const named = sources.mentions.filter(
    (mention) => isInWork(mention) && !mention.inPriceList && strengthFor(mention, item) === 'name',
  )
  const letters = sources.parties.flatMap((one) => letterOf(one, named, sources))
  const newest = newestOf([...messages(named, sources), ...letters.filter((one) => one.days !== null)])
  const undated = letters.filter(({ days }) => days === null).flatMap(({ evidence }) => evidence)
  // An undated one may be the newest.
  if (undated.length > 0) return open([...undated, ...(newest?.evidence ?? [])])
  return newest === null ? nothing(coverage) : yes(newest.days, newest.evidence)
}

function messages(named: readonly PlacedMention[], { signatures }: StatementSources): DatedPlace[] {
  return signatures.mails.filter(isWholeAcknowledgment).flatMap((message) => {
    const day = message.mail.date?.day
    const own = named.find(
      ({ passage, words }) =>
        passage.document === message.document && words.every((word) => isOwnWord(message, word)),
    )
    if (day === undefined || own === undefined || message.sentence === null) return []
    const evidence = [evidenceOfPassage(message.sentence), evidenceOfWords(own.passage, own.words)]
    return [{ days: { from: day, to: day }, evidence }]
  })
}

type Letter = DatedPlace | { readonly days: null; readonly evidence: DatedPlace['evidence'] }

function letterOf(
  { document, partner }: DocumentParties,
  named: readonly PlacedMention[],
  { signatures, dates, form }: StatementSources,
): Letter[] {
  const marks = signatures.pages.filter((page) => page.document === document).flatMap((page) => page.marks)
  const isAlone =
    marks.length > 0 && marks.every((mark) => mark.party === 'customer' && !isPartnerPerson(mark, form))
  const name = partner.mentions[0]
  const product = named.find(({ passage }) => passage.document === document)
  if (!isAlone || name === undefined || product === undefined) return []
  if (hasPartnersPlace(document, signatures)) return []
  const saying = allBlocks([document])
    .map(acknowledgmentIn)
    .find((sentence) => sentence !== null)
  if (!saying) return []
  const places = [
    evidenceOfPassage(saying),
    evidenceOfWords(name.passage, name.words),
    evidenceOfWords(product.passage, product.words),
  ]
  const own = dates.filter(
    ({ mention, role }) => mention.passage.document === document && role === 'customer_signature',
  )
  const newest = newestOf(own.map(datedPlace))
  const isSure =
    marks.some(({ mark }) => SURE_MARKS.includes(mark.kind)) &&
    own.every(({ mention }) => isSurelyRead(mention.words))
  if (newest === null || !isSure) return [{ days: null, evidence: [...marks.map(evidenceOfMark), ...places] }]
  return [{ days: newest.days, evidence: [...newest.evidence, ...places] }]
}

/** Both sides' places stand together; farther over the customer's the partner is only written to. Points. */
const TOGETHER_PT = 150

/** A paper in which the partner has a place to sign was meant as an agreement, though only the customer signed it. */
const hasPartnersPlace = (document: DocumentParties['document'], { pages }: Signatures): boolean =>
  pages
    .filter((page) => page.document === document && page.marks.length > 0)
    .some(({ page, anchors, marks }) =>
      signatureAreas(anchors, 'partner', page).some(({ box }) =>
        marks.some(({ mark }) => box[3] > mark.box[1] - TOGETHER_PT),
      ),
    )
