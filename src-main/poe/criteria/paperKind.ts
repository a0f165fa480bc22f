import { blocksOf, type JudgedDocument, type Passage } from './text/passages.ts'

/** What a paper calls itself, where that alone disqualifies it or puts it in doubt. */
export type PaperKind = 'invoice' | 'quote' | 'marketing' | 'template' | 'work'

export interface PaperTitle {
  readonly kind: PaperKind
  /** Where it says so; null for kinds that show by what is missing. */
  readonly passage: Passage | null
}

const INVOICE =
  /^(?:(?:tax |commercial |vat |proforma |pro forma )?invoice|fattura|parcella|(?:schluss|teil)?rechnung|facture|factura|fatura|nota fiscal)\b/u
const QUOTE =
  /^(?:(?:price |licen[cs]e |sales )?(?:quote|quotation|offer|proposal for licen[cs]es)|preventivo|offerta (?:economica|commerciale)|(?:preis|lizenz)?angebot|(?:devis|offre de prix|offre commerciale)|presupuesto|cotizacion|oferta (?:economica|comercial)|orcamento|cotacao|proposta (?:comercial|de precos))\b/u

/** Lines that set the title of a paper: on its first page, larger than the text or among the first. */
function titleLines(document: JudgedDocument): Passage[] {
  const [page] = document.facts.pages
  if (!page) return []
  const sizes = page.words.map((word) => word.size).toSorted((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 10
  return blocksOf(document, page).filter((block) => {
    const top = block.words[0]
    return (
      top !== undefined &&
      top.rect[1] < 0.5 &&
      (top.size > usual * 1.15 || (top.bold && block.words.length <= 8))
    )
  })
}

export function paperKind(document: JudgedDocument): PaperTitle {
  const titles = titleLines(document)
  const invoice = titles.find((title) => INVOICE.test(title.folded))
  if (invoice) return { kind: 'invoice', passage: invoice }
  const quote = titles.find((title) => QUOTE.test(title.folded))
  if (quote) return { kind: 'quote', passage: quote }
  if (isUnfilled(document)) return { kind: 'template', passage: titles[0] ?? null }
  return { kind: 'work', passage: titles[0] ?? null }
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
