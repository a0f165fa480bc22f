import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import { companyName } from '../parties/companyNames.ts'
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
import { linesOf, type Passage } from '../text/passages.ts'
import { boxOfPassage } from '../text/place.ts'

/** A line that says whose place this is. */
export interface Anchor {
  readonly party: 'customer' | 'partner'
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
/** "(Auftraggeber)" under a line, "– Il Committente –". */
const FRAME = '[(\\s–—-]*'
const roleAtStart = (words: readonly string[]): RegExp =>
  new RegExp(
    `^${FRAME}(?:${CONSENT_WORDS}[\\s,:–-]+)?(?:(?:${FOR_WORDS}|${SIGNATURE_OF_WORDS})[\\s,:(–-]*)?${ARTICLES}(?:${either(words)})${GENITIVE}(?![\\p{L}])`,
    'u',
  )
const CUSTOMER_START = roleAtStart(CUSTOMER_WORDS)
const PARTNER_START = roleAtStart(PARTNER_WORDS)
const byRole = (words: readonly string[]): RegExp =>
  new RegExp(`^${BY_WORDS} ?${ARTICLES}(?:${either(words)})(?![\\p{L}])`, 'u')
const BY_CUSTOMER = byRole(CUSTOMER_WORDS)
const BY_PARTNER = byRole(PARTNER_WORDS)
const FOR_START = new RegExp(`^${FOR_WORDS}[\\s,:–-]+${ARTICLES}`, 'u')

/** Lines of a page that name one side, and only one. */
export function anchorsOf(parties: DocumentParties, page: PageFacts, form: ClaimForm): Anchor[] {
  return linesOf(parties.document, page).flatMap((line) => anchorOf(line, parties, form) ?? [])
}

function anchorOf(line: Passage, parties: DocumentParties, form: ClaimForm): Anchor | null {
  const startsAsLabel =
    FOR_START.test(line.folded) || CUSTOMER_START.test(line.folded) || PARTNER_START.test(line.folded)
  if (line.words.length > MOST_WORDS && !startsAsLabel) return null
  const customer = claimOf(
    line,
    parties.customer,
    [CUSTOMER_START, BY_CUSTOMER],
    form.customerContact,
    form.customer.domains,
  )
  const partner = claimOf(
    line,
    parties.partner,
    [PARTNER_START, BY_PARTNER],
    form.partnerContact,
    form.partnerDomains,
  )
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
  const shortName = party.aliases.some((alias) => alias.core.length > 0 && findName(line, alias).length > 0)
  if (shortName) return NAMED
  const mail = domains.some((domain) => line.folded.includes(`@${domain.toLowerCase()}`))
  return mail || findName(line, companyName(contact.name)).length > 0 ? PERSON : 0
}
