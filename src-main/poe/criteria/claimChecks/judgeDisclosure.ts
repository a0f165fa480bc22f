import type { ClaimCheck, Evidence } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { findName } from '../parties/findNames.ts'
import type { DocumentParties } from '../parties/knowParties.ts'
import { PARTNER_WORDS } from '../parties/roleWords.ts'
import type { Coverage, Opinion } from '../opinion.ts'
import { blocksOf, type Passage, passageOf, wordsBetween } from '../text/passages.ts'
import { evidenceOfPassage } from '../text/place.ts'
import { claimCheck } from './claimCheck.ts'

/** Public Sector Disclosure: asked for in the United States and Puerto Rico (domain.md 3.2). */
const COUNTRIES = ['USA', 'PRI']

/** What the customer has to acknowledge, in the two languages of those countries: Microsoft pays this partner. The words vary, the three parts don't. */
const MONEY =
  /\b(?:fees?|incentives?|payments?|commissions?|compensation|remuneration|rebates?|funds?|funding|consideration|honorarios?|incentivos?|pagos?|comision(?:es)?|compensacion|remuneracion|fondos|tarifas?)\b/u
const MICROSOFT =
  'microsoft(?: corp(?:oration)?\\.?| inc\\.?| llc)?(?:,? (?:and|or|o|y) (?:its|sus) (?:affiliates|filiales|subsidiaries))?'
/** Not a product: the company itself. */
const COMPANY = `${MICROSOFT}(?! (?:teams|365|office|azure|dynamics|power|exchange|sharepoint|onedrive|intune|viva|purview|entra|defender|copilot|windows|fabric|products?|software|licen[cs]|cloud|services?|solutions?|productos?|servicios?))`
const MAY = '(?:may|might|will|can|could|shall|does|podra|puede|podria)'
const PAY = '(?:pays?|provides?|compensates?|remits?|offers?|paga(?:r|ra)?|otorga(?:r|ra)?|ofrece(?:r|ra)?)'
const GETS =
  '(?:receives?|received|receiving|earns?|earned|eligible|entitled|paid|payable|provided|funded|compensated|recib\\w+|perciba?|percibir|pagad[oa]s?|otorgad[oa]s?)'
/** Microsoft pays, or something is got from Microsoft: who pays whom decides, not the words' being near each other. */
const PAYS = new RegExp(
  `\\b${MICROSOFT},? (?:${MAY}\\b[^.;]{0,30}?\\b${PAY}|${PAY})\\b|\\b${GETS}\\b[^.;]{0,80}?\\b(?:from|by|de|por|de parte de) ${COMPANY}\\b`,
  'u',
)
const DENIED =
  /\b(?:no|without any|sin) (?:fees?|incentives?|payments?|compensation|honorarios|incentivos|pagos?)\b|\b(?:not|never|neither|no|nunca) (?:be )?(?:pay|paid|receives?|received|earn|pagar?a?|recib\w+|percib\w+)\b|\b(?:does|do|will|shall|has|have|is|are|may) not\b[^.]{0,30}\b(?:pay|paid|receive[sd]?|earn)\b/u
const HEADING =
  /\bpublic[- ]sector (?:disclosure|notice|acknowledge?ment)\b|\bdivulgacion (?:para el|del) sector publico\b/u
/** The disclosure is one paragraph; a page break or a list may part it into some blocks. */
const MOST_BLOCKS = 3

interface Disclosure {
  readonly parties: DocumentParties
  readonly passage: Passage
}

/** Met only where the words stand in what the customer signed, before the signature. */
export function judgeDisclosure(
  form: ClaimForm,
  all: readonly DocumentParties[],
  acknowledgment: Opinion,
  coverage: Coverage,
): ClaimCheck {
  const { isPublicSector, country } = form.customer
  if (!isPublicSector || (country !== null && !COUNTRIES.includes(country)))
    return claimCheck('psd', 'not_applicable', 'check_psd_not_needed', {})
  if (country === null) return claimCheck('psd', 'cannot_tell', 'check_psd_country_open', {})
  const found = all.flatMap((parties) => disclosuresOf(parties))
  if (found.length === 0) return missing(all, coverage)
  return signed(found, acknowledgment)
}

function missing(all: readonly DocumentParties[], coverage: Coverage): ClaimCheck {
  const heading = blocksOfAll(all).find(({ folded }) => HEADING.test(folded))
  if (heading) return claimCheck('psd', 'cannot_tell', 'check_psd_found', {}, [evidenceOfPassage(heading)])
  const denial = blocksOfAll(all).find(({ folded }) => isDenial(folded))
  if (denial) return claimCheck('psd', 'not_met', 'check_psd_denied', {}, [evidenceOfPassage(denial)])
  return claimCheck('psd', coverage.unread.length > 0 ? 'cannot_tell' : 'not_met', 'check_psd_missing', {})
}

const blocksOfAll = (all: readonly DocumentParties[]): Passage[] =>
  all.flatMap(({ document }) => document.facts.pages.flatMap((page) => blocksOf(document, page)))

const isDenial = (folded: string): boolean =>
  /\bmicrosoft\b/u.test(folded) && MONEY.test(folded) && DENIED.test(folded)

function disclosuresOf(parties: DocumentParties): Disclosure[] {
  const { document } = parties
  return document.facts.pages.flatMap((page) => {
    const blocks = blocksOf(document, page)
    // The fewest blocks that hold it: its own place matters, since what stands behind the signature was not signed for sure.
    for (let count = 1; count <= MOST_BLOCKS; count += 1)
      for (let i = 0; i + count <= blocks.length; i += 1) {
        const words = blocks.slice(i, i + count).flatMap((block) => [...block.words])
        const found = disclosureIn(passageOf(document, page, words), parties)
        if (found) return [{ parties, passage: found }]
      }
    return []
  })
}

/** The sentence that says it. All three parts stand in one: elsewhere on the page they speak of other things. */
function disclosureIn(passage: Passage, { partner }: DocumentParties): Passage | null {
  if (!passage.folded.includes('microsoft')) return null
  for (const { 0: sentence, index } of passage.folded.matchAll(/[^.;]+(?:[.;](?!\s|$)[^.;]*)*[.;]?/gu)) {
    if (!PAYS.test(sentence) || !MONEY.test(sentence) || DENIED.test(sentence)) continue
    const words = wordsBetween(passage, index, index + sentence.length)
    const own = passageOf(passage.document, passage.page, words)
    if (PARTNER.test(sentence) || namesPartner(own, partner)) return own
  }
  return null
}

const PARTNER = new RegExp(
  `\\b(?:${[...PARTNER_WORDS, 'reseller', 'partners', 'socio', 'proveedor'].filter((word) => /^[a-z ]+$/u.test(word)).join('|')})\\b`,
  'u',
)

const namesPartner = (passage: Passage, partner: DocumentParties['partner']): boolean =>
  [partner.name, ...partner.aliases].some((name) => findName(passage, name).length > 0)

function signed(found: readonly Disclosure[], acknowledgment: Opinion): ClaimCheck {
  const place = acknowledgment.evidence[0] ?? null
  const inSigned = found.find(({ passage }) => place !== null && isBefore(passage, place))
  const best = inSigned ?? found[0]
  const evidence = best ? [evidenceOfPassage(best.passage)] : []
  const values = { document: best?.parties.document.file ?? '' }
  if (acknowledgment.verdict === 'not_met')
    return claimCheck('psd', 'not_met', 'check_psd_unsigned', values, evidence)
  if (acknowledgment.verdict === 'met' && inSigned && !isUnticked(inSigned.passage))
    return claimCheck('psd', 'met', 'check_psd_acknowledged', values, [
      ...evidence,
      ...(place ? [place] : []),
    ])
  return claimCheck('psd', 'cannot_tell', 'check_psd_elsewhere', values, evidence)
}

/** In the same document, and not behind or below the signature: what follows it was not signed for sure. Quoted words are another's. */
function isBefore(passage: Passage, place: Evidence): boolean {
  const { document, page } = passage
  if (document.file !== place.document) return false
  const quotedFrom = document.facts.mail?.quotedFrom ?? null
  const [first] = passage.words
  const last = passage.words.at(-1)
  if (quotedFrom !== null && first && page.words.indexOf(first) >= quotedFrom) return false
  if (place.page === null) return true
  if (page.number !== place.page) return page.number < place.page
  const bottom = Math.max(0, ...place.rects.map((rect) => rect[3]))
  return bottom === 0 || (last?.rect[1] ?? 1) <= bottom
}

/** A box to tick right before the words, with nothing in it. */
function isUnticked({ page, words }: Passage): boolean {
  const [first] = words
  if (!first) return false
  if (/^[☐□◻]/u.test(first.text)) return true
  return page.tickBoxes.some(
    ({ rect, marked }) =>
      !marked &&
      rect[2] <= first.rect[0] + 0.01 &&
      first.rect[0] - rect[2] < 0.06 &&
      Math.min(rect[3], first.rect[3]) > Math.max(rect[1], first.rect[1]),
  )
}
