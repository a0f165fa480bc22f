import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Evidence } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { bareText } from '../../../domain/names/fold.ts'
import { evidenceOfWords } from '../text/place.ts'
import { blocksOf, type JudgedDocument, type Passage, wordsBetween } from '../text/passages.ts'
import { type CompanyName, companyName } from '../../../domain/names/companyNames.ts'
import { definedTerms, findName, type NameMention } from './findNames.ts'
import { CUSTOMER_WORDS, PARTNER_WORDS } from './roleWords.ts'
import { broughtIn, labelledTerms, representedBy } from './learnedTerms.ts'

export interface PartyTraces {
  readonly name: CompanyName
  /** Exact mentions of the full name. */
  readonly mentions: readonly NameMention[]
  /** The name grown on, or with another legal form: maybe a sister company. */
  readonly unsure: readonly NameMention[]
  /** Domain or e-mail of the party. */
  readonly domains: readonly Evidence[]
  /** Short names that stand for it in this document: defined terms, acronyms, its first word. */
  readonly aliases: readonly CompanyName[]
  /** What the paper calls its side, folded: "afnemer", "the company"; beyond the words that every paper uses. */
  readonly terms: readonly string[]
  /** Who the paper says represents it. */
  readonly people: readonly string[]
}

export interface DocumentParties {
  readonly document: JudgedDocument
  readonly customer: PartyTraces
  readonly partner: PartyTraces
  /** The claim's tenant id as shown. */
  readonly tenant: readonly Evidence[]
  /** Other tenant ids; only what the paper calls a tenant. */
  readonly otherTenants: readonly Evidence[]
}

export function knowParties(document: JudgedDocument, form: ClaimForm): DocumentParties {
  const blocks = document.facts.pages.flatMap((page) => blocksOf(document, page))
  const customerName = companyName(form.customer.companyName)
  const partnerName = companyName(form.partnerCompanyName)
  const tenants = blocks.flatMap(tenantIds)
  const own = form.customer.tenantId.toLowerCase()
  return {
    document,
    ...withTerms(
      document,
      traces(blocks, customerName, form.customer.domains, partnerName),
      traces(blocks, partnerName, form.partnerDomains, customerName),
    ),
    tenant: tenants.filter(({ id }) => id === own).map(({ evidence }) => evidence),
    otherTenants: tenants.filter(({ id, called }) => id !== own && called).map(({ evidence }) => evidence),
  }
}

/** Terms that both sides share name neither. */
function withTerms(
  document: JudgedDocument,
  customer: PartyTraces,
  partner: PartyTraces,
): { customer: PartyTraces; partner: PartyTraces } {
  const [ownLabels, theirLabels] = labelledTerms(document, customer.mentions, partner.mentions)
  const own = [...customer.mentions.flatMap((one) => broughtIn(one, partner.mentions)), ...ownLabels]
  const theirs = [...partner.mentions.flatMap((one) => broughtIn(one, customer.mentions)), ...theirLabels]
  // A word that papers use for the other side is believed only where the paper names both sides.
  const isPair = own.length > 0 && theirs.length > 0
  const only = (terms: readonly string[], other: readonly string[], usual: readonly string[]): string[] =>
    [...new Set(terms)].filter((term) => !other.includes(term) && (isPair || !usual.includes(term)))
  return {
    customer: {
      ...customer,
      terms: only(own, theirs, PARTNER_WORDS),
      people: customer.mentions.flatMap((one) => representedBy(one, partner.mentions)),
    },
    partner: {
      ...partner,
      terms: only(theirs, own, CUSTOMER_WORDS),
      people: partner.mentions.flatMap((one) => representedBy(one, customer.mentions)),
    },
  }
}

function traces(
  blocks: readonly Passage[],
  name: CompanyName,
  domains: readonly string[],
  other: CompanyName,
): PartyTraces {
  const all = blocks.flatMap((block) => findName(block, name))
  const mentions = all.filter((mention) => mention.exact)
  const terms = mentions.flatMap((mention) => definedTerms(mention.passage, mention)).map(companyName)
  const first = name.core[0] ?? ''
  // The first word alone stands for the company when it is long enough to be a name and not shared with the other side.
  const short = name.core.length > 1 && first.length >= 4 && !other.core.includes(first) && !COMMON.has(first)
  return {
    name,
    mentions,
    unsure: [
      ...all.filter((mention) => !mention.exact),
      ...(mentions.length > 0 ? [] : shortened(blocks, name, domains, other)),
    ],
    domains: blocks.flatMap((block) => domainMentions(block, domains)),
    aliases: mentions.length > 0 ? [...(short ? [companyName(first)] : []), ...terms] : [],
    terms: [],
    people: [],
  }
}

/**
 * A part of a name that nowhere stands whole: "Kestrel & Rowe" for "Kestrel & Rowe Consulting", "Belforte" for "Cantieri
 * Belforte". Also a name that is written together or in spaced letters. It may be the company; alone it never settles who it is.
 */
function shortened(
  blocks: readonly Passage[],
  name: CompanyName,
  domains: readonly string[],
  other: CompanyName,
): NameMention[] {
  const beginning = name.core.length > 1 ? [name.core.slice(0, 2)] : []
  const cores = [...beginning, ...tellingParts(name, domains, other).map((part) => [part])]
  const begun = cores.flatMap((core) => blocks.flatMap((block) => findName(block, { ...name, core })))
  const bare = name.core.join('')
  const spaced = blocks
    .filter((block) => bare.length >= 6 && bareText(block.text).includes(bare))
    .map((passage): NameMention => ({ passage, words: passage.words, exact: false }))
  return [...begun, ...spaced].map((mention) => ({ ...mention, exact: false }))
}

const JAPANESE_NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{5,}$/u
const FEWEST_LETTERS = 5

/** Words of a name by which people call the company: its first, and those that its own domains are made of, unless many companies have them. */
function tellingParts(
  { core }: CompanyName,
  domains: readonly string[],
  other: CompanyName,
): readonly string[] {
  const [first = ''] = core
  if (core.length === 1) return JAPANESE_NAME.test(first) ? [beginningOf(first)] : []
  const labels = domains.map((domain) => bareText(domain.split('.')[0] ?? ''))
  const isTelling = (part: string): boolean =>
    part.length >= FEWEST_LETTERS && !COMMON.has(part) && !other.core.includes(part)
  const inDomains = core.filter((part) => labels.some((label) => label.includes(part)))
  const isPartly = inDomains.length > 0 && inDomains.length < core.length
  return core.filter(
    (part, i) => isTelling(part) && (i === 0 || (isPartly ? inDomains.includes(part) : !TRADES.test(part))),
  )
}

/** The signs before the trade in a Japanese name: "青葉水産" of "青葉水産加工", "雲見" of "雲見システムズ". */
const beginningOf = (name: string): string =>
  /^\p{Script=Han}{2,3}(?=[\p{Script=Katakana}ー])/u.exec(name)?.[0] ?? name.slice(0, 4)

/** What companies do, as they put it in their names. */
const TRADES =
  /^(?:textil|logisti|food|paper|mill|train|formaz|format|schul|inform|sistem|softwar|datent|automatis|techn|tecn|consult|numeri|digit|atelier|canti|bodeg|kweker|zaklad|conserv|latic|grossk|aliment|mecc|mecan|mecan|maschin|elektr|electr|energ|pharm|farma|imob|immob|construct|costruz|constru|bau|medic|medi|securi|assicur|versicher|segur|akadem|academ|handel|commerc|export|import|product|produz)/u

/** First words that many companies share. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'the first new north south east west grand great national general united global cloud data digital smart blue green red black white gold ' +
    'data business system systems sistemas sistemi systeme systemhaus tecnologia tecnologias technologies technology software numerique digitale informatica informatique informatik consultoria conseil servicos servicios etablissements laiteries zaklady gmina gemeente huta drukarnia stichting ayuntamiento ceramiche fonderie molini bodegas conservas textiles cafes moinhos brauerei consulting services service studio gruppo groupe grupo banca bank banco banque azienda aziende ' +
    'officine industrie industria industries societa stadt stadtwerke universita universitat university city county state ministry comune ' +
    'hospital clinica clinique klinik cooperativa consorzio casa maison haus casas grupo empresa comercial transportes trasporti transport ' +
    'microsoft dynamics office azure hotel hoteles laboratorios laboratoires alta alto bella nova novo nuevo nueva neue neuer'
  ).split(' '),
)

function domainMentions(block: Passage, domains: readonly string[]): Evidence[] {
  return domains.flatMap((domain) => {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}-])${domain.toLowerCase().replaceAll('.', '\\.')}(?![\\p{L}\\p{N}-]|\\.\\p{L})`,
      'gu',
    )
    return [...block.folded.matchAll(pattern)].map((match) =>
      evidenceOfWords(block, wordsBetween(block, match.index, match.index + match[0].length)),
    )
  })
}

const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gu
/** What papers write before a tenant id; other GUIDs are envelopes, subscriptions and orders. */
const TENANT_WORDS =
  /tenant|mandant|locataire|inquilino|microsoft 365|entra|azure ad|directory|verzeichnis|annuaire|inquilino/u

function tenantIds(block: Passage): { id: string; called: boolean; evidence: Evidence }[] {
  return [...block.folded.matchAll(GUID)].map((match) => {
    const before = block.folded.slice(Math.max(0, match.index - 60), match.index)
    return {
      id: match[0],
      called: TENANT_WORDS.test(before) || TENANT_WORDS.test(leftOf(block, match.index)),
      evidence: evidenceOfWords(block, wordsBetween(block, match.index, match.index + match[0].length)),
    }
  })
}

/** The text in the same row to the left of a place: the label of a table's cell. */
function leftOf(block: Passage, at: number): string {
  const [word] = wordsBetween(block, at, at + 1)
  if (!word) return ''
  const { page, document } = block
  return blocksOf(document, page)
    .flatMap((other) =>
      other === block
        ? []
        : other.words.map((w, i) => ({
            w,
            text: other.folded.slice(other.foldedStarts[i], other.foldedStarts[i + 1]),
          })),
    )
    .filter(
      ({ w }) =>
        w.rect[2] <= word.rect[0] &&
        Math.min(w.rect[3], word.rect[3]) - Math.max(w.rect[1], word.rect[1]) > 0,
    )
    .map(({ text }) => text.trim())
    .join(' ')
}
