import type { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { MONTH_NAMES } from './dates/monthNames.ts'
import { nameTokens } from '../../domain/names/companyNames.ts'
import { CUSTOMER_WORDS, PARTNER_WORDS } from './parties/roleWords.ts'
import { PRODUCT_NAMES, PRODUCT_WORDS, productTokens } from './products/nameIndex.ts'
import { type ExpectedWords, expectedWords } from './text/misreadings.ts'

/** What stands beside signatures and dates, and what papers of work call themselves. */
const PAPER_WORDS = (
  'signature signatures signed signatory authorised authorized customer acceptance accepted agreed agreement statement ' +
  'completion engagement services effective firma firmato firmatario timbro sottoscritto accettazione verbale collaudo ' +
  'unterschrift unterschriften unterzeichner unterzeichnet stempel datum abnahme abnahmeprotokoll auftrag leistung ' +
  'signataire cachet signe accord reception prestation mission firmado firmante sello aceptacion contrato conformidad ' +
  'assinatura assinado aceite carimbo contratacao handtekening ondertekend akkoord podpis podpisano zamawiajacy wykonawca'
).split(' ')

const GENERAL: readonly string[] = [
  ...PAPER_WORDS,
  ...MONTH_NAMES,
  ...PRODUCT_WORDS,
  ...[...CUSTOMER_WORDS, ...PARTNER_WORDS].flatMap((words) => words.split(' ')),
]

/** Words that mean something to a criterion, the names of this claim among them. */
export function wordsToExpect(form: ClaimForm): ExpectedWords {
  const names = [
    form.customer.companyName,
    form.partnerCompanyName,
    form.customerContact.name,
    form.partnerContact.name,
  ]
  const items = form.items.map(({ name }) => productTokens(name))
  const words = [
    ...GENERAL,
    ...names.flatMap((name) => nameTokens(name.split(/\s+/u)).map(({ text }) => text)),
    ...items.flat(),
  ]
  return expectedWords(words, [...PRODUCT_NAMES, ...items])
}
