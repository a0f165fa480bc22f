import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import { companyName } from '../../../domain/names/companyNames.ts'
import { findName } from '../parties/findNames.ts'
import type { DocumentParties, PartyTraces } from '../parties/knowParties.ts'
import {
  ARTICLES,
  BY_WORDS,
  CONSENT_WORDS,
  CUSTOMER_WORDS,
  FOR_WORDS,
  PARTNER_WORDS,
  SIGNATURE_OF_WORDS,
} from '../parties/roleWords.ts'
import { linesOf, type Passage, passageOf } from '../text/passages.ts'
import { boxOfPassage } from '../text/place.ts'

/** A line that says whose place this is. */
export interface Anchor {
  /** `other`: a witness, or somebody else who signs for neither side. */
  readonly party: 'customer' | 'partner' | 'other'
  readonly passage: Passage
  /** Points of the displayed page. */
  readonly box: Rect
  /** It names the side or the company; false for a person's name or e-mail alone. */
  readonly isHeading: boolean
}

/** Longer lines are prose; they name parties without being anybody's place. */
const MOST_WORDS = 14

const either = (words: readonly string[]): string =>
  words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')
/** "des Auftraggebers", "the customer's". */
const GENITIVE = "(?:'?s)?"
/** "(Auftraggeber)" under a line, "– Il Committente –", "【委託者】". */
const FRAME = '[(【\\s–—-]*'
/** Behind a role no letter goes on with the word; Japanese writes on without a space. */
const endOf = (word: string): string => (/[\u3040-\u9fff]{2}/u.test(word) ? '' : '(?![\\p{L}])')
const roleAtStart = (words: readonly string[], behind = ''): RegExp =>
  new RegExp(
    `^${FRAME}(?:${CONSENT_WORDS}[\\s,:–-]+)?(?:(?:${FOR_WORDS}|${SIGNATURE_OF_WORDS})[\\s,:(–-]*)?${ARTICLES}(?:${words.map(roleForms).join('|')})${behind}`,
    'u',
  )
const roleForms = (word: string): string =>
  `${either([word])}${/[a-z]$/u.test(word) ? GENITIVE : ''}${endOf(word)}`
const byRole = (words: readonly string[]): RegExp =>
  new RegExp(`^${BY_WORDS} ?${ARTICLES}(?:${either(words)})(?![\\p{L}])`, 'u')
const ROLES = {
  customer: [roleAtStart(CUSTOMER_WORDS), byRole(CUSTOMER_WORDS)],
  partner: [roleAtStart(PARTNER_WORDS), byRole(PARTNER_WORDS)],
} as const
/** A paper's own term is often a word like "company": it labels a place only where little stands behind it. */
const LITTLE_BEHIND = '(?=.{0,30}$)'
const rolesOf = (known: readonly RegExp[], terms: readonly string[]): readonly RegExp[] =>
  terms.length === 0 ? known : [...known, roleAtStart(terms, LITTLE_BEHIND)]
const FOR_START = new RegExp(`^${FOR_WORDS}[\\s,:–-]+${ARTICLES}`, 'u')

/** Lines of a page that name one side, and only one. */
export function anchorsOf(parties: DocumentParties, page: PageFacts, form: ClaimForm): Anchor[] {
  const customer = rolesOf(ROLES.customer, parties.customer.terms)
  const partner = rolesOf(ROLES.partner, parties.partner.terms)
  const lines = linesOf(parties.document, page)
  const alone = lines.map((line) => anchorOf(line, parties, { customer, partner }, form))
  const broken = lines.flatMap((line, i) => {
    const next = lines[i + 1]
    if (next === undefined || !goesOn(line, next)) return []
    const whole = passageOf(parties.document, page, [...line.words, ...next.words])
    const anchor = anchorOf(whole, parties, { customer, partner }, form)
    return anchor &&
      [alone[i], alone[i + 1]].every((own) => own?.party !== anchor.party) &&
      namesWhole(whole, parties)
      ? [{ at: i, anchor }]
      : []
  })
  return alone.flatMap((anchor, i) => broken.find(({ at }) => at === i)?.anchor ?? anchor ?? [])
}

/** A name that is too long for its column goes on in the next line. */
function goesOn(line: Passage, next: Passage): boolean {
  const [a, b] = [boxOfPassage(line), boxOfPassage(next)]
  return b[1] > a[1] && b[1] - a[3] < (line.words[0]?.size ?? 0) && Math.abs(a[0] - b[0]) < 4
}

const namesWhole = (line: Passage, { customer, partner }: DocumentParties): boolean =>
  [customer, partner].some(({ name }) => findName(line, name).length > 0)

type Roles = Readonly<Record<'customer' | 'partner', readonly RegExp[]>>

/** The last line of a paragraph: "… del domicilio del / cliente." */
const ENDS_SENTENCE = /^\p{Ll}.*\p{Ll}{3}\.$/u

/** Who only looks on, folded: a place of neither side. */
const ONLOOKER =
  /^(?:witness(?:ed)?|in the presence of|testimon[ei]s?|alla presenza d|zeugen?|in gegenwart|kenntnis genommen:|gesehen:|temoins?|en presence d|visa d|vu par|testigos?|en presencia d|visto bueno|v\.?[ºo°]\.? ?b\.?[ºo°]|testemunhas?|na presenca d|getuigen?|in aanwezigheid|gezien:|swiad(?:ek|kowie)|w obecnosci|sprawdzono|visto:|per presa visione(?! e )|立会人|証人|連帯保証人)(?![\p{L}])/u

function anchorOf(line: Passage, parties: DocumentParties, roles: Roles, form: ClaimForm): Anchor | null {
  if (ENDS_SENTENCE.test(line.text)) return null
  if (line.words.length <= 8 && ONLOOKER.test(line.folded))
    return { party: 'other', passage: line, box: boxOfPassage(line), isHeading: true }
  const startsAsLabel =
    FOR_START.test(line.folded) ||
    [roles.customer[0], roles.partner[0]].some((start) => start?.test(line.folded))
  if (isProse(line) ? !FOR_START.test(line.folded) : line.words.length > MOST_WORDS && !startsAsLabel)
    return null
  const customer = claimOf(
    line,
    parties.customer,
    roles.customer,
    form.customerContact,
    form.customer.domains,
  )
  const partner = claimOf(line, parties.partner, roles.partner, form.partnerContact, form.partnerDomains)
  const strongest = Math.max(customer, partner)
  if (strongest === 0 || customer === partner) return null
  if (line.words.length > MOST_WORDS && strongest < NAMED) return null
  return {
    party: customer > partner ? 'customer' : 'partner',
    passage: line,
    box: boxOfPassage(line),
    isHeading: strongest !== PERSON,
  }
}

/** A line of a paragraph that happens to be short in words: it fills most of the page. */
function isProse(line: Passage): boolean {
  const [x0, , x1] = boxOfPassage(line)
  return line.words.length >= 8 && x1 - x0 > line.page.width * 0.6
}

const FULL_NAME = 4
const NAMED = 3
const PERSON = 2

/** How strongly a line is this party's: by its full name, its role or short name, a contact's name or e-mail; 0 = not at all. */
function claimOf(
  line: Passage,
  party: PartyTraces,
  roles: readonly RegExp[],
  contact: { readonly name: string; readonly email: string },
  domains: readonly string[],
): number {
  if (findName(line, party.name).length > 0) return FULL_NAME
  if (roles.some((role) => role.test(line.folded))) return NAMED
  if (isProse(line)) return 0
  const shortName = party.aliases.some((alias) => alias.core.length > 0 && findName(line, alias).length > 0)
  if (shortName) return NAMED
  const mail = domains.some((domain) => line.folded.includes(`@${domain.toLowerCase()}`))
  const isPerson = [contact.name, ...party.people].some(
    (name) => findName(line, companyName(name)).length > 0,
  )
  return mail || isPerson ? PERSON : 0
}
