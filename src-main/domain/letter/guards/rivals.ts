import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { hostOfAddress, isFreeMail } from '../../intake/mailHosts.ts'
import { companyName, isGroupWord, isJoint, nameTokens } from '../../names/companyNames.ts'
import { findRun, isInside, outermost, placedWords, type Span } from './spans.ts'

/** What a claim says of its partner, as far as it gives the partner away. */
export type Claimant = Pick<
  ClaimForm,
  'claimId' | 'mpnId' | 'partnerCompanyName' | 'partnerDomains' | 'partnerContact'
>

/** Shorter numbers are years and counts before they are ids. */
const LEAST_DIGITS = 5

/** Claims of other partners: another claim of the same partner tells it nothing new. */
export function rivalsAmong<Other extends Claimant>(own: Claimant, others: readonly Other[]): Other[] {
  return others.filter(
    (other) =>
      other.claimId !== own.claimId &&
      other.mpnId !== own.mpnId &&
      coreOf(other.partnerCompanyName) !== coreOf(own.partnerCompanyName),
  )
}

const coreOf = (name: string): string => companyName(name).core.join(' ')

/**
 * Where a text names a rival: its company in any case and spelling and without its legal form, its contact, a domain or address, its
 * PartnerID, its claim. What the claim's own parties and items are called may be said, also where a rival's name is part of it.
 */
export function findRivals(text: string, own: ClaimForm, rivals: readonly Claimant[]): Span[] {
  if (rivals.length === 0 || text === '') return []
  const sayable = outermost(
    namesOf(own)
      .flatMap((name) => findName(text, name))
      .concat(marksIn(text, own)),
  )
  return outermost(rivals.flatMap((rival) => spansOf(text, rival))).filter(
    (span) => !sayable.some((said) => isInside(span, said)),
  )
}

function namesOf({ partnerCompanyName, partnerContact, customer, ...form }: ClaimForm): string[] {
  const people = [partnerContact, form.customerContact, form.technicalContact].flatMap((one) =>
    one === null ? [] : [one.name],
  )
  const items = form.items.map(({ name }) => name)
  return [partnerCompanyName, customer.companyName, form.claimName, ...people, ...items]
}

const spansOf = (text: string, rival: Claimant): Span[] => [
  ...findName(text, rival.partnerCompanyName),
  ...findPerson(text, rival.partnerContact.name),
  ...marksIn(text, rival),
]

/** A given name alone says nothing of whose it is. */
const findPerson = (text: string, name: string): Span[] =>
  placedWords(name).length < 2 ? [] : findName(text, name)

function findName(text: string, name: string): Span[] {
  const words = placedWords(text).filter(({ text: word }) => !isJoint(word))
  return spellingsOf(name).flatMap((spelling) => [
    ...findRun(words, spelling),
    ...findRun(words, [spelling.join('')]),
  ])
}

/** What says of a company what it does, and is left out when it is spoken of. */
const TRADE_WORDS: ReadonlySet<string> = new Set(
  (
    'consulting consultants consultancy consulenza advisory advisors beratung conseil consultoria consultores solutions soluzioni losungen services ' +
    'servizi systems sistemi systeme technology technologies tecnologie technologie it software digital cloud data partners partner associates'
  ).split(' '),
)

/** A single word that is shorter is too likely to be a word of the language. */
const LEAST_LETTERS = 5

/** The words of a name without its legal form, and without what it does: as they fold, and with umlauts spelled out. */
function spellingsOf(name: string): string[][] {
  const { core } = companyName(name)
  const kept = nameTokens(name.split(/\s+/u)).filter(({ text }) => core.includes(text) && !isJoint(text))
  const own = kept.slice(
    0,
    kept.findLastIndex(({ text }) => !TRADE_WORDS.has(text) && !isGroupWord(text)) + 1,
  )
  const isTelling = own.length > 1 || (own[0]?.text.length ?? 0) >= LEAST_LETTERS
  const forms = isTelling && own.length < kept.length ? [kept, own] : [kept]
  const spellings = forms.flatMap((words) => [
    words.map(({ text }) => text),
    words.map(({ spelled }) => spelled),
  ])
  return spellings.map((words) => words.flatMap((word) => placedWords(word).map(({ text }) => text)))
}

function marksIn(text: string, claim: Claimant | ClaimForm): Span[] {
  const lower = text.toLowerCase()
  const host = hostOfAddress(claim.partnerContact.email)
  const hosts = [...claim.partnerDomains, ...(isFreeMail(host) ? [] : [host])]
  const ids = [claim.claimId, claim.mpnId].filter((id) => id.length >= LEAST_DIGITS)
  const addresses = [
    claim.partnerContact.email,
    ...hosts,
    ...('customer' in claim ? customerMarks(claim) : []),
  ]
  return [...ids, ...addresses].flatMap((mark) => findMark(lower, mark.toLowerCase()))
}

const customerMarks = ({ customer, customerContact }: ClaimForm): string[] => [
  ...customer.domains,
  customerContact.email,
]

/** As a whole: "nord.example" is not part of "fjord.example", nor of "nord.example.org"; it is of "mail.nord.example". */
function findMark(lower: string, mark: string): Span[] {
  if (mark === '') return []
  const found: Span[] = []
  for (let at = lower.indexOf(mark); at >= 0; at = lower.indexOf(mark, at + 1)) {
    const end = at + mark.length
    const isPart =
      /[\p{L}\p{N}-]$/u.test(lower.slice(0, at)) ||
      /^(?:[\p{L}\p{N}-]|\.[\p{L}\p{N}])/u.test(lower.slice(end))
    if (!isPart) found.push({ start: at, end })
  }
  return found
}
