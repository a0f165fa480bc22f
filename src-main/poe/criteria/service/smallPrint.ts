import type { CompanyName } from '../../../domain/names/companyNames.ts'
import { findName } from '../parties/findNames.ts'
import { ARTICLES, CUSTOMER_WORDS, PARTNER_WORDS } from '../parties/roleWords.ts'
import { fold } from '../../../domain/names/fold.ts'
import type { Passage } from '../text/passages.ts'

/** What each side owes for itself, as contracts of any kind have it. */
const OF_EACH_PARTY = new RegExp(
  `^(?:${[
    '(?:each|either|every|both|neither)(?: of the)? part(?:y|ies)|the parties',
    '(?:jede|beide|die) (?:vertrags)?parte(?:i|ien)|(?:ciascuna|ogni) (?:delle )?part[ei]|(?:le|entrambe le) parti|chaque partie|les (?:deux )?parties|chacune des parties',
    'cada (?:una de las |uma das )?partes?|(?:las|as|ambas|ambas as|ambas las) partes|(?:iedere|elke|beide) partij(?:en)?|(?:de )?partijen|kazda (?:ze stron|strona)|(?:obie )?strony',
  ].join(
    '|',
  )})(?![\\p{L}])|^(?:${['各当事者', '両当事者', '両者は', '双方は', '甲及び乙は', '甲乙'].map(fold).join('|')})`,
  'u',
)

/** Clauses of rights, risks and delays. */
const CLAUSE = new RegExp(
  `(?<![\\p{L}])(?:${[
    'force majeure|forza maggiore|hoherer? gewalt|fuerza mayor|forca maior|overmacht|sil[ay] wyzsz\\p{L}*',
    'intellectual property|proprieta intellettuale|propriete intellectuelle|propiedad intelectual|propriedade intelectual|intellectuele eigendom|wlasnosci intelektualnej|urheberrecht\\p{L}*|nutzungsrecht\\p{L}*',
    '(?:all |the )?rights (?:in|to) |rechte an |i diritti (?:su|di)|les droits (?:sur|de)|los derechos (?:sobre|de)|os direitos (?:sobre|de)|rechten op |prawa do ',
    '(?:at )?(?:its|their|own|his) (?:own )?risk|auf eigene (?:gefahr|rechnung)|a (?:suo|proprio) rischio|a ses risques|por su cuenta|por sua conta|eigen risico|na (?:jego|wlasne) ryzyko',
  ].join('|')})|${['不可抗力', '知的財産', '著作権', '成果物の権利', '責任とする'].map(fold).join('|')}`,
  'u',
)

const isJapanese = (word: string): boolean => /^[\p{Script=Han}\p{Script=Hiragana}]/u.test(word)
const anyOf = (words: readonly string[], japanese: boolean): string =>
  words
    .filter((word) => isJapanese(word) === japanese)
    .map(fold)
    .join('|')
const CUSTOMER = anyOf(CUSTOMER_WORDS, false)
/** "The customer provides …", "… by the customer". */
const BY_CUSTOMER = new RegExp(
  `^(?:- |• )?${ARTICLES}(?:${CUSTOMER})(?![\\p{L}])|(?<![\\p{L}])(?:by|durch|da parte de\\p{L}*|par|por|pel[oa]|door|przez) (?:parte de )?${ARTICLES}(?:${CUSTOMER})\\p{L}{0,3}(?![\\p{L}])|^(?:${anyOf(CUSTOMER_WORDS, true)})[はか]`,
  'u',
)
const PARTNER = new RegExp(
  `(?<![\\p{L}])(?:${anyOf(PARTNER_WORDS, false)})(?![\\p{L}])|(?:${anyOf(PARTNER_WORDS, true)})(?:は|か)`,
  'u',
)

/** Whether a sentence has the words of work and tells of rights, risks or what both sides owe, or of the customer's own part. */
export function isSmallPrint(
  sentence: Passage,
  namesClaimed: boolean,
  partner: CompanyName,
  customer: CompanyName,
): boolean {
  const { folded } = sentence
  if (OF_EACH_PARTY.test(folded) || CLAUSE.test(folded)) return true
  if (namesClaimed || PARTNER.test(folded) || findName(sentence, partner).length > 0) return false
  return (
    BY_CUSTOMER.test(folded) ||
    findName(sentence, customer).some(({ words }) => words[0] === sentence.words[0])
  )
}
