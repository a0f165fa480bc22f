import type { Evidence, Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { DigitalSignatureFacts, PageFacts } from '../../facts/documentFacts.ts'
import { type MailAcknowledgment, mailAcknowledgments } from '../mail/mailAcknowledgment.ts'
import type { DocumentParties } from '../parties/knowParties.ts'
import { companyName } from '../../../domain/names/companyNames.ts'
import { findName } from '../parties/findNames.ts'
import { cellAround, sharesTableRow } from '../text/cells.ts'
import { type JudgedDocument, linesOf, type Passage } from '../text/passages.ts'
import { boxOfPassage, gapX, gapY, inPoints, shownPlace } from '../text/place.ts'
import { acceptancePlaces } from './acceptance.ts'
import { anchorsOf, type Anchor } from './anchors.ts'
import { assignParties, type PlacedMark } from './assignParty.ts'
import { signerOf } from './digitalSigner.ts'
import { type SignatureArea, signatureAreas } from './emptyBlocks.ts'
import { isNoDigitalLook } from './digitalLook.ts'
import { esignStamps, type EsignStamp, stampSigner } from './esignStamps.ts'
import { FILLER, GREETING, type Mark, marksOf, nearLines, SIGNATURE_CUE, writtenInk } from './marks.ts'
import { markOfStamp, type StampCluster, stampClusters } from './stampClusters.ts'
import { figuresBySignature, isWrittenDate, offRow } from './writtenDates.ts'

/** All that looks like signing on one page. */
export interface SignedPage {
  readonly document: JudgedDocument
  readonly page: PageFacts
  readonly anchors: readonly Anchor[]
  readonly marks: readonly PlacedMark[]
  /** Drawn things beside a date label: dates written by hand. */
  readonly writtenDates: readonly PlacedMark[]
  /** What stands by the customer's signature and may be a date by hand, nearest first; no label says so. */
  readonly figures: readonly PlacedMark[]
  readonly customerAreas: readonly SignatureArea[]
  /** A mark in the customer's place that no person of the partner made. */
  readonly isSignedByCustomer: boolean
  /** Stamps of e-signing services, each with whose place it stands in. */
  readonly clusters: readonly (readonly [StampCluster, PlacedMark['party']])[]
}

export interface Signatures {
  readonly pages: readonly SignedPage[]
  readonly stamps: readonly EsignStamp[]
  readonly mails: readonly MailAcknowledgment[]
  /** Digital signatures without a visible field. */
  readonly unseen: readonly { readonly document: JudgedDocument; readonly digital: DigitalSignatureFacts }[]
}

export function findSignatures(parties: readonly DocumentParties[], form: ClaimForm): Signatures {
  const pages = parties.flatMap((one) => one.document.facts.pages.map((page) => signedPage(one, page, form)))
  const placed = pages.flatMap(({ clusters }) => clusters)
  return {
    pages,
    stamps: parties.flatMap((one) => esignStamps(one, form, placed)),
    mails: mailAcknowledgments(parties, form),
    unseen: parties.flatMap(({ document }) =>
      document.facts.signatures
        .filter(({ page, personal }) => personal && (page === null || !isReadPage(document, page)))
        .map((digital) => ({ document, digital })),
    ),
  }
}

const isReadPage = ({ facts }: JudgedDocument, page: number): boolean =>
  facts.pages.some(({ number }) => number === page)

/** Places may make another object of a mark; its rect stays the same one. */
const clusterOf = ({ rect }: Mark, stamps: ReadonlyMap<Mark, StampCluster>): StampCluster | null =>
  [...stamps].find(([mark]) => mark.rect === rect)?.[1] ?? null

/** A signature says itself whose it is, by its certificate; its place only where that is nobody's of the claim. */
const withSigner = (
  placed: PlacedMark,
  form: ClaimForm,
  parties: DocumentParties,
  stamp: StampCluster | null,
): PlacedMark => {
  const party = placed.mark.digital
    ? signerOf(placed.mark.digital, form)
    : stamp && stampSigner(stamp, form, parties)
  return party === null ? placed : { ...placed, party }
}

function signedPage(parties: DocumentParties, page: PageFacts, form: ClaimForm): SignedPage {
  const { document } = parties
  // What a signature's own field or stamp shows names the signer and makes the place nobody's.
  const clusters = stampClusters(document, page)
  const ofStamps = new Set(clusters.flatMap(({ passages }) => passages))
  const named = anchorsOf(parties, page, form).filter(
    ({ passage }) => isNoDigitalLook(passage) && !ofStamps.has(passage),
  )
  const stamps = new Map(clusters.map((cluster) => [markOfStamp(cluster), cluster]))
  const all = withoutInner([...marksOf(document, page), ...stamps.keys()])
  const anchors = [...named, ...acceptancePlaces(document, page, named, all)]
  const [drawnDates, marks] = partition(all, (mark) => isWrittenDate(mark))
  const dates = [...drawnDates, ...writtenInk(document, page).filter(isWrittenDate)]
  const placed = assignParties(
    marks.map((mark) => (mark.isInvited ? mark : { ...mark, isInvited: isNamedPerson(mark, anchors) })),
    anchors,
  ).map((one) => withSigner(one, form, parties, clusterOf(one.mark, stamps)))
  return {
    document,
    page,
    anchors,
    marks: placed.filter(({ mark, anchor, party }) =>
      mark.kind === 'esign_stamp' ? party !== 'unknown' : anchor !== null || isSpokenOf(mark),
    ),
    isSignedByCustomer: placed.some(
      (one) => one.party === 'customer' && (one.mark.digital !== null || !isPartnerPerson(one, form)),
    ),
    clusters: placed.flatMap(({ mark, party }) => {
      const cluster = clusterOf(mark, stamps)
      return cluster ? [[cluster, party] as const] : []
    }),
    writtenDates: assignParties([...marks, ...dates], anchors)
      .filter(({ mark }) => dates.some(({ rect }) => rect === mark.rect))
      .toSorted((a, b) => offRow(a.mark) - offRow(b.mark)),
    figures: figuresBySignature(document, page, placed),
    customerAreas: signatureAreas(anchors, 'customer', page),
  }
}

/** On the lower part of a page a contact's name beside a drawing invites as much as the word "signature". */
function isNamedPerson(mark: Mark, anchors: readonly Anchor[]): boolean {
  if (mark.rect[1] < 0.4) return false
  return anchors.some(({ box, isHeading }) => {
    return !isHeading && gapX(box, mark.box) < 40 && gapY(box, mark.box) < 60
  })
}

/** What is drawn inside a digital signature's field is its look, not another signature. */
function withoutInner(marks: readonly Mark[]): Mark[] {
  const fields = marks.filter(({ kind }) => kind === 'cryptographic').map(({ box }) => box)
  return marks.filter(
    ({ kind, box }) =>
      kind === 'cryptographic' ||
      !fields.some(
        (field) =>
          box[0] >= field[0] - 4 &&
          box[2] <= field[2] + 4 &&
          box[1] >= field[1] - 4 &&
          box[3] <= field[3] + 4,
      ),
  )
}

/** A picture far from any party and any word about signing is an illustration. A pen's trace never is: it stays open whose it is. */
function isSpokenOf(mark: Mark): boolean {
  if (mark.kind !== 'image') return true
  return nearLines(mark.rect, mark.page, linesOf(mark.document, mark.page), 60).some(
    ({ folded }) => SIGNATURE_CUE.test(folded) || GREETING.test(folded) || FILLER.test(folded),
  )
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))]
}

/** Whether the place is signed by the partner's own contact although it is the customer's. */
export function isPartnerPerson({ mark, anchor }: PlacedMark, form: ClaimForm): boolean {
  // What stands over the mark's own heading belongs to the block before.
  const isOwn = (line: Passage): boolean => {
    const low = boxOfPassage(line)[3]
    return anchor === null || !anchor.isHeading || anchor.box[3] > mark.box[1] || low > anchor.box[1]
  }
  const cell = cellAround(mark.box, mark.page)
  // In a form the label in the mark's row says whose it is; the next row is somebody else's.
  const isInRow = anchor !== null && gapY(anchor.box, mark.box) === 0 && gapX(anchor.box, mark.box) > 0
  const near = nearLines(mark.rect, mark.page, linesOf(mark.document, mark.page), 40)
    .filter(isOwn)
    .filter((line) => cell === null || sharesTableRow(cell, boxOfPassage(line), mark.page))
    .filter((line) => !isInRow || gapY(boxOfPassage(line), mark.box) === 0)
  const partner = companyName(form.partnerContact.name)
  const customer = companyName(form.customerContact.name)
  return (
    near.some((line) => findName(line, partner).length > 0) &&
    !near.some((line) => findName(line, customer).length > 0)
  )
}

/** Drawings and pictures in the customer's signing places that no rule above took for a mark. */
export function strayInk({ document, page, marks, customerAreas }: SignedPage): Evidence[] {
  const known = marks.map(({ mark }) => mark.rect.join(' '))
  const ink = [
    ...page.strokes
      .filter((one) => one.points >= 8 && !isDirt(one))
      .map((one) => ({ ...one, method: 'vector' as const })),
    ...page.images.map((one) => ({ ...one, method: 'image' as const })),
  ]
  return ink
    .filter(({ rect }) => {
      const box = inPoints(rect, page)
      const isLarge = box[2] - box[0] > 12 && box[3] - box[1] > 4 && box[2] - box[0] < page.width * 0.6
      return isLarge && !known.includes(rect.join(' ')) && customerAreas.some((area) => isBy(box, area.box))
    })
    .map(({ rect, quad, method }) => ({
      ...shownPlace(document, page, [rect], [quad]),
      text: null,
      method,
    }))
}

/** On a scan: what chance may put there, and letters that recognition left out. */
const isDirt = ({ ink }: PageFacts['strokes'][number]): boolean =>
  ink !== null && !ink.coloured && (ink.overNoise < LEAST_OVER_NOISE || ink.length < SHORTEST_INK_PT)
const LEAST_OVER_NOISE = 4
const SHORTEST_INK_PT = 60

const isBy = (ink: Rect, area: Rect): boolean =>
  ink[0] < area[2] + 20 && ink[2] > area[0] - 20 && ink[1] < area[3] + 45 && ink[3] > area[1] - 45
