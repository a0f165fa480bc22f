import type { Word } from '../facts/documentFacts.ts'
import { otherCompanies } from './parties/otherCompanies.ts'
import { LICENCES } from './products/licenceWords.ts'
import { ACTIVITY_WORDS, NO_WORK } from './service/activityWords.ts'
import { blocksOf, type JudgedDocument, linesOf, type Passage } from './text/passages.ts'

/** What a paper calls itself, where that alone disqualifies it or puts it in doubt. */
export type PaperKind = 'invoice' | 'quote' | 'licences' | 'marketing' | 'template' | 'work'

export interface PaperTitle {
  readonly kind: PaperKind
  /** Where it says so; null for kinds that show by what is missing. */
  readonly passage: Passage | null
}

/** Titles, folded, after words that papers put before them ("Your", "No. 3"). */
const title = (latin: readonly string[], japanese: readonly string[]): RegExp =>
  new RegExp(
    `^(?:(?:your|our|ihre?|unsere?|(?:la )?[vn]ostra|votre|notre|su|nuestra|sua|nossa|uw|onze|nasza) )?(?:${latin.join('|')})(?![\\p{L}])|^[御こお]?(?:${japanese.join('|')})`,
    'u',
  )

const INVOICE = title(
  [
    '(?:(?:tax|commercial|vat|sales|final|interim|progress|service|pro-? ?forma) )*invoice|credit note|statement of account',
    "(?:avviso di )?fattura|parcella|nota di credito|(?!\\p{L}*abrechnung)\\p{L}*rechnung|gutschrift|facture|note d'honoraires|factura|fatura|nota fiscal|(?:\\p{L}*-?)factuur|creditnota|faktura|rachunek",
  ],
  ['請求書', '領収書'],
)
const QUOTE = title(
  [
    '(?:(?:price|licen[cs]e|sales|cost|budget) )*(?:quote|quotation|offer|estimate|price list|proposal for licen[cs]es)',
    'preventivo|offerta(?: (?:economica|commerciale|di prezzo)| n\\b|$)|(?:\\p{L}+)?angebot|kostenvoranschlag|preisliste|devis|offre (?:de prix|commerciale|tarifaire)|(?:estimation|proposition|grille) tarifaire',
    'presupuesto|cotizacion|oferta(?: (?:economica|comercial|cenowa|handlowa|de precios)| n\\p{L}*\\b| \\d|$)|orcamento|cotacao|proposta (?:comercial|de precos)|(?:\\p{L}*)offerte|prijsopgave|prijslijst|wycena|kosztorys|cennik',
  ],
  ['見積書', '見積'],
)
/** Orders and proposals, of licences where that is said. */
const ORDER =
  /(?<![\p{L}])(?:order|orders|purchase|renewal|proposal|request|schedule|\p{L}*bestellung|\p{L}*verlangerung|ordine|rinnovo|proposta|acquisto|commande|renouvellement|proposition|achat|pedido|renovacion|renovacao|propuesta|compra|\p{L}*bestelling|\p{L}*verlenging|voorstel|inkoop\p{L}*|zamowienie|odnowieni\p{L}*|propozycja)(?![\p{L}])|注文|更新|発注/u

const MOST_TITLE_WORDS = 8

/** Lines that set the title of a paper: on its first page, larger than the text or short and the very first. */
function titleLines(document: JudgedDocument): Passage[] {
  const [page] = document.facts.pages
  if (!page) return []
  const sizes = page.words.map((word) => word.size).toSorted((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 10
  return blocksOf(document, page).filter((block, i) => {
    const top = block.words[0]
    const isFirst = i === 0 && document.facts.mail === null && block.words.length <= MOST_TITLE_WORDS
    return (
      top !== undefined &&
      top.rect[1] < 0.5 &&
      (isFirst || top.size > usual * 1.15 || (top.bold && block.words.length <= MOST_TITLE_WORDS))
    )
  })
}

export function paperKind(document: JudgedDocument): PaperTitle {
  const titles = titleLines(document)
  const invoice = titles.find((title) => INVOICE.test(title.folded))
  if (invoice) return { kind: 'invoice', passage: invoice }
  const quote = titles.find((title) => QUOTE.test(title.folded))
  if (quote) return { kind: 'quote', passage: quote }
  const order = titles.find(({ folded }) => ORDER.test(folded))
  if (order && isOfLicencesAlone(document, order)) return { kind: 'licences', passage: order }
  if (isUnfilled(document)) return { kind: 'template', passage: titles[0] ?? null }
  return { kind: 'work', passage: titles[0] ?? null }
}

/** It lists licences, and in no line is anything done. */
function isOfLicencesAlone(document: JudgedDocument, order: Passage): boolean {
  const others = document.facts.pages
    .flatMap((page) => linesOf(document, page))
    .filter(({ words }) => !order.words.includes(words[0] as Word))
  // A company's own name may have words of work in it.
  const isWork = (line: Passage): boolean =>
    !NO_WORK.test(line.folded) &&
    otherCompanies(line, []) === 0 &&
    Object.values(ACTIVITY_WORDS).some((all) => all.some((pattern) => line.folded.search(pattern) >= 0))
  return [order, ...others].some(({ folded }) => LICENCES.test(folded)) && !others.some(isWork)
}

const PLACEHOLDER = /\[(?:[^\]\d]{3,60})\]|<(?:[^>\d@]{3,60})>|_{6,}|\.{12,}|…{4,}|\bxx+\b|lorem ipsum/giu

/** A form in which most of what was to be filled in is not. */
function isUnfilled(document: JudgedDocument): boolean {
  const texts = document.facts.fields.filter(({ kind }) => kind === 'text')
  const filled = texts.filter(({ shownText }) => shownText !== null)
  if (texts.length >= 4) return filled.length < texts.length * 0.34
  const text = document.facts.pages
    .flatMap((page) => blocksOf(document, page).map((block) => block.text))
    .join('\n')
  return (text.match(PLACEHOLDER) ?? []).length >= 5 && text.length < 6000
}
