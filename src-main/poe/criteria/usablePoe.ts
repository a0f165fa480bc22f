import type { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { tellsOfWork } from './mail/mailAcknowledgment.ts'
import { isWriterOrReader } from './mail/mailSenders.ts'
import { type Coverage, opinion, type Opinion } from './opinion.ts'
import { firstRule, saw } from './trail.ts'
import { type PaperTitle, paperKind } from './paperKind.ts'
import type { DocumentParties, PartyTraces } from './parties/knowParties.ts'
import { fold } from '../../domain/names/fold.ts'
import { findName, type NameMention } from './parties/findNames.ts'
import { otherCompanies } from './parties/otherCompanies.ts'
import { blocksOf, linesOf, type Passage, passageOf, sentencesOf, titleOf } from './text/passages.ts'
import { evidenceOfPassage, evidenceOfWords } from './text/place.ts'

/** Criterion A: at least one file that can be read, between this customer and this partner, about a piece of work. */
export function judgeUsable(
  parties: readonly DocumentParties[],
  form: ClaimForm,
  coverage: Coverage,
  isSigned: boolean,
): Opinion {
  const unopened = nothingToRead(parties, coverage)
  if (unopened) return unopened
  const ranked = parties
    .filter(({ document }) => document.facts.pages.some((page) => page.words.length > 0))
    .map((one) => judgeDocument(one, form, coverage, isSigned))
    .toSorted((a, b) => RANK[b.verdict] - RANK[a.verdict])
  const [best, ...others] = ranked
  if (!best) return notRead(coverage)
  const passed = others.flatMap(({ trail, verdict }) => [
    ...(trail ?? []).map((step) => (step.kind === 'decided' ? { ...step, kind: 'passed' as const } : step)),
    saw('another file', `${verdict}, and no better than the one that decides`),
  ])
  return { ...best, trail: [...passed, ...(best.trail ?? [])] }
}

const RANK: Readonly<Record<Opinion['verdict'], number>> = {
  met: 3,
  cannot_tell: 2,
  not_met: 1,
  not_applicable: 0,
}

const notRead = (coverage: Coverage): Opinion =>
  opinion('cannot_tell', 1, 'poe_not_read', { reason: coverage.unread.join(', ') || 'page_errors' })

function nothingToRead(parties: readonly DocumentParties[], coverage: Coverage): Opinion | null {
  if (parties.length === 0) return opinion('not_met', 1, 'poe_none', {}, { fromAbsence: true })
  const facts = parties.map(({ document }) => document.facts)
  if (facts.some((one) => one.pages.some((page) => page.words.length > 0))) return null
  if (coverage.unread.length > 0) return notRead(coverage)
  const reasons = [...new Set(facts.map(({ reason }) => reason ?? 'blank'))]
  if (reasons.every((reason) => reason === 'blank')) return opinion('not_met', 1, 'poe_blank', {})
  return opinion('not_met', 1, 'poe_unreadable', { count: facts.length, reason: reasons.join(', ') })
}

function judgeDocument(
  one: DocumentParties,
  form: ClaimForm,
  coverage: Coverage,
  isSigned: boolean,
): Opinion {
  return firstRule(
    seenNames(one),
    [
      ['another tenant', () => otherTenant(one, form)],
      ['a paper that proves no work', () => wrongKind(one, isSigned)],
      ['a party that is not named', () => missingParty(one, form, coverage)],
      ['one customer of several', () => ofSeveral(one)],
    ],
    ['names both parties', () => usable(one, form)],
  )
}

function seenNames({ document, customer, partner, tenant, otherTenants }: DocumentParties) {
  const count = ({ mentions, unsure, domains }: PartyTraces): string =>
    `${mentions.length} times, unsure ${unsure.length}, domain ${domains.length}`
  return [
    saw(`customer in ${document.file}`, count(customer)),
    saw(`partner in ${document.file}`, count(partner)),
    saw(`tenant in ${document.file}`, `${tenant.length} times, another one ${otherTenants.length}`),
    saw(`kind of ${document.file}`, paperKind(document).kind),
  ]
}

function otherTenant(one: DocumentParties, form: ClaimForm): Opinion | null {
  const [found] = one.otherTenants
  if (!found || one.tenant.length > 0) return null
  const values = {
    document: titleOf(one.document),
    found: found.text ?? '',
    claimed: form.customer.tenantId,
  }
  return opinion('not_met', 0.95, 'poe_other_tenant', values, { evidence: one.otherTenants })
}

/** An invoice is never proof; a quote that the customer signed may be an order, which a person has to say. */
function wrongKind(one: DocumentParties, isSigned: boolean): Opinion | null {
  const title = paperKind(one.document)
  if (title.kind === 'invoice') return kindOpinion('poe_invoice', one, title, isSigned)
  if (title.kind === 'quote' || title.kind === 'licences')
    return kindOpinion('poe_quote', one, title, isSigned)
  const named = one.customer.mentions.length > 0 || one.tenant.length > 0
  return title.kind === 'template' && !named ? kindOpinion('poe_template', one, title, false) : null
}

function kindOpinion(
  code: 'poe_invoice' | 'poe_quote' | 'poe_template',
  one: DocumentParties,
  title: PaperTitle,
  isSigned: boolean,
): Opinion {
  const evidence = title.passage ? [evidenceOfPassage(title.passage)] : []
  return opinion(
    isSigned ? 'cannot_tell' : 'not_met',
    0.9,
    code,
    { document: titleOf(one.document) },
    { evidence },
  )
}

/**
 * A tenant id or domain settles a name that is written otherwise; it does not make up for no name at all. What stands in a
 * mail's head is weighed apart.
 */
const isNamed = (party: PartyTraces): boolean =>
  party.mentions.length > 0 ||
  (party.unsure.length > 0 && party.domains.some(({ method }) => method !== 'mail_header'))

function missingParty(one: DocumentParties, form: ClaimForm, coverage: Coverage): Opinion | null {
  const customer = form.customer.companyName
  const partner = form.partnerCompanyName
  const byTenant = one.tenant.length > 0
  // A mail about work names the companies of those who write it and get it by their addresses.
  const hasCustomer =
    isNamed(one.customer) ||
    (byTenant && one.customer.unsure.length > 0) ||
    isMailOfWork(one, form.customer.domains)
  const hasPartner = isNamed(one.partner) || isMailOfWork(one, form.partnerDomains)
  if (hasCustomer && hasPartner) return null
  const pages = coverage.pagesRead
  const absent = { fromAbsence: true } as const
  if (!hasCustomer && one.customer.unsure.length === 0 && !byTenant && one.customer.domains.length === 0) {
    return hasPartner
      ? (ofHolding(one, customer) ??
          opinion('not_met', 0.85, 'poe_customer_missing', { customer, pages }, absent))
      : opinion('not_met', 0.85, 'poe_parties_missing', { customer, partner, pages }, absent)
  }
  if (!hasCustomer) return unsure('poe_customer_unsure', one.customer, { customer })
  if (one.partner.unsure.length === 0 && one.partner.domains.length === 0)
    return opinion('not_met', 0.8, 'poe_partner_missing', { partner, pages }, absent)
  return unsure('poe_partner_unsure', one.partner, { partner })
}

const isMailOfWork = ({ document }: DocumentParties, domains: readonly string[]): boolean =>
  isWriterOrReader(document, domains) &&
  document.facts.pages.some((page) => blocksOf(document, page).some(tellsOfWork))

/** So many further companies in the lists in which the customer stands make it one customer of several. */
const FEWEST_OTHERS = 2

/** A paper that names the customer only among others who may order does not say what was done for it. */
function ofSeveral({ customer, partner, tenant }: DocumentParties): Opinion | null {
  if (tenant.length > 0 || customer.mentions.length === 0) return null
  const names = [customer.name, partner.name]
  const isListed = (mention: NameMention): boolean => {
    const list = statementOf(mention)
    const others = Math.max(otherCompanies(list, names), membersOf(list) - 1)
    return others >= FEWEST_OTHERS && findName(list, partner.name).length === 0
  }
  if (!customer.mentions.every(isListed)) return null
  return unsure(
    'poe_customer_unsure',
    { ...customer, unsure: customer.mentions },
    { customer: customer.name.full },
  )
}

const MOST_MEMBER_WORDS = 7

/** How many names a list has that semicolons or Japanese commas part; 0 = it is none. */
function membersOf({ text }: Passage): number {
  const members = text.replace(/^[^::]{0,40}[::]/u, '').split(/[;、]/u)
  const isName = (member: string): boolean =>
    /^[\p{Lu}\p{Lo}]/u.test(member.trim()) &&
    !/[::。]/u.test(member) &&
    member.trim().split(/\s+/u).length <= MOST_MEMBER_WORDS
  return members.every(isName) ? members.length : 0
}

/** The sentences around a name, whole: semicolons part the members of a list, not statements. */
function statementOf({ passage, words }: NameMention): Passage {
  const sentences = sentencesOf(passage)
  const at = sentences.findIndex((sentence) => sentence.words.some((word) => words.includes(word)))
  const ends = (one: Passage | undefined): boolean => one === undefined || !one.text.endsWith(';')
  let [from, to] = [at, at]
  while (from > 0 && !ends(sentences[from - 1])) from -= 1
  while (!ends(sentences[to])) to += 1
  const own = sentences.slice(from, to + 1).flatMap((sentence) => sentence.words)
  return passageOf(passage.document, passage.page, own)
}

const HOLDING = /(?<![\p{L}])holdings?(?![\p{L}])/u

/** A holding owns other companies: whether this customer is one of them, papers that name only the holding do not say. */
function ofHolding({ document, partner }: DocumentParties, customer: string): Opinion | null {
  if (HOLDING.test(fold(partner.name.full))) return null
  const passage = document.facts.pages
    .flatMap((page) => linesOf(document, page))
    .find(({ folded }) => HOLDING.test(folded))
  if (!passage) return null
  const values = { customer, found: passage.text }
  return opinion('cannot_tell', 0.7, 'poe_customer_unsure', values, {
    evidence: [evidenceOfPassage(passage)],
  })
}

function unsure(
  code: 'poe_customer_unsure' | 'poe_partner_unsure',
  party: PartyTraces,
  values: Record<string, string>,
): Opinion {
  const [mention] = party.unsure
  const evidence = mention ? [evidenceOfWords(mention.passage, mention.words)] : party.domains.slice(0, 1)
  return opinion('cannot_tell', 0.7, code, { ...values, found: evidence[0]?.text ?? '' }, { evidence })
}

function usable(one: DocumentParties, form: ClaimForm): Opinion {
  const first = (party: PartyTraces) =>
    [
      ...[...party.mentions, ...party.unsure].map(({ passage, words }) => evidenceOfWords(passage, words)),
      ...party.domains,
    ].slice(0, 1)
  const evidence = [...first(one.customer), ...first(one.partner), ...one.tenant.slice(0, 1)]
  const values = {
    document: titleOf(one.document),
    customer: form.customer.companyName,
    partner: form.partnerCompanyName,
  }
  return opinion('met', one.tenant.length > 0 ? 0.95 : 0.9, 'poe_usable', values, { evidence })
}
