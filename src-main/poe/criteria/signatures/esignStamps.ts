import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { DocumentParties } from '../parties/knowParties.ts'
import { fold } from '../../../domain/names/fold.ts'
import { blocksOf, type JudgedDocument, linesOf, type Passage } from '../text/passages.ts'
import { boxOfPassage } from '../text/place.ts'
import { isNoDigitalLook } from './digitalLook.ts'
import type { StampCluster } from './stampClusters.ts'
import { STAMP, STAMP_ID, STAMP_TIME } from './stampWords.ts'

/** An electronic signature as words on the page: anyone can type it, so it needs signer, time and id to count. */
export interface EsignStamp {
  readonly document: JudgedDocument
  readonly passages: readonly Passage[]
  readonly party: 'customer' | 'partner' | 'other' | 'unknown'
  readonly signer: string | null
  readonly hasTime: boolean
  readonly hasId: boolean
  /** Points of the displayed page. */
  readonly page: number
}

/**
 * Stamps and completion pages of a document, with what each says of the customer's and the partner's contacts. A cluster that names
 * its signer speaks for nobody else; whose it is then says its place (`placed`), where its words do not.
 */
export function esignStamps(
  parties: DocumentParties,
  form: ClaimForm,
  placed: readonly (readonly [StampCluster, EsignStamp['party']])[],
): EsignStamp[] {
  const { document } = parties
  const text = document.facts.pages
    .flatMap((page) => blocksOf(document, page).map(({ folded }) => folded))
    .join('\n')
  if (!STAMP.test(text)) return []
  const own = placed.filter(([cluster]) => cluster.document === document)
  const taken = new Set(
    own
      .filter(([cluster]) => cluster.namesSigner || stampSigner(cluster, form, parties) !== null)
      .flatMap(([{ passages }]) => passages),
  )
  const rest = document.facts.pages.flatMap((page) =>
    linesOf(document, page).filter((line) => isNoDigitalLook(line) && !taken.has(line)),
  )
  const ofLines = rest.flatMap((line) => {
    const who = signerOf(line, form, parties)
    if (who === null) return []
    const near = neighbours(line, rest)
    const stamp = stampOf(document, line.page.number, near, textOf(rest))
    return STAMP.test(textOf(near)) ? [{ ...stamp, ...who }] : []
  })
  return [
    ...own.flatMap(([cluster, party]) => stampOfCluster(cluster, party, [form, parties], textOf(rest))),
    ...ofLines,
  ]
}

/** An id that is broken at its hyphens goes on in the next line. */
const textOf = (passages: readonly Passage[]): string =>
  passages
    .map(({ folded }) => folded)
    .join('\n')
    .replaceAll('-\n', '-')

function stampOfCluster(
  { document, page, passages, namesSigner }: StampCluster,
  placed: EsignStamp['party'],
  [form, parties]: readonly [ClaimForm, DocumentParties],
  text: string,
): EsignStamp[] {
  const named = passages.map((line) => signerOf(line, form, parties)).find((who) => who !== null)
  const party = named?.party ?? placed
  if (party === 'unknown' || party === 'other') return []
  const stamp = stampOf(document, page.number, passages, text)
  const signer = named?.signer ?? (namesSigner ? passages.map((line) => line.text).join(' ') : null)
  return [{ ...stamp, party, signer, hasId: stamp.hasId && signer !== null }]
}

function stampOf(
  document: JudgedDocument,
  page: number,
  passages: readonly Passage[],
  text: string,
): Omit<EsignStamp, 'party' | 'signer'> {
  const around = textOf(passages)
  const hasId = STAMP_ID.test(around) || (STAMP.test(around) && STAMP_ID.test(text))
  return { document, page, passages, hasTime: STAMP_TIME.test(around), hasId }
}

/** Whose the stamp is by what it says; null = that names neither side. */
export const stampSigner = (
  { passages }: StampCluster,
  form: ClaimForm,
  parties: DocumentParties,
): 'customer' | 'partner' | null =>
  passages.map((line) => signerOf(line, form, parties)?.party ?? null).find((party) => party !== null) ?? null

function signerOf(
  line: Passage,
  form: ClaimForm,
  { customer, partner }: DocumentParties,
): { party: 'customer' | 'partner'; signer: string } | null {
  const names = (people: readonly string[], domains: readonly string[]): boolean =>
    people.some((name) => line.folded.includes(fold(name))) ||
    domains.some((domain) => line.folded.includes(`@${domain.toLowerCase()}`))
  if (names([form.customerContact.name, ...customer.people], form.customer.domains))
    return { party: 'customer', signer: line.text }
  if (names([form.partnerContact.name, ...partner.people], form.partnerDomains))
    return { party: 'partner', signer: line.text }
  return null
}

/** What stands with a signer in one stamp or one row of a completion page. Points. */
const STAMP_REACH = { above: 75, below: 75, side: 330 } as const

function neighbours(line: Passage, among: readonly Passage[]): Passage[] {
  const box = boxOfPassage(line)
  return among.filter((other) => {
    const own = boxOfPassage(other)
    return (
      other.page === line.page &&
      own[3] > box[1] - STAMP_REACH.above &&
      own[1] < box[3] + STAMP_REACH.below &&
      own[0] < box[2] + STAMP_REACH.side &&
      own[2] > box[0] - STAMP_REACH.side
    )
  })
}
