import type { Activity } from '../../../../src-preload/contract/vocabulary/words.ts'
import { fold } from '../../../domain/names/fold.ts'
import { JAPANESE_WORK, OF_EITHER, WORK_STEMS, type WorkStems } from './workStems.ts'

/** Nouns that German and Dutch put others before: "Anwenderschulung", "postvakmigratie". */
const COMPOUNDS =
  /(?:schulung|einfuhrung|migration|umstellung|einrichtung|konfiguration|installation|anbindung|einweisung|schnittstelle|ubernahme|inbetriebnahme|migratie|inrichting|uitrol|training)/gu

const starts = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})`, 'gu')
const stemsOf = (which: 'usage' | 'presales' | 'choice'): RegExp =>
  starts(WORK_STEMS.flatMap((stems) => stems[which].trim().split(/\s+/u)))
const phrasesOf = (which: keyof WorkStems): RegExp => starts(WORK_STEMS.flatMap((stems) => stems[which]))
const japanese = (words: readonly string[]): RegExp => new RegExp(words.map(fold).join('|'), 'gu')

const PRESALES = [stemsOf('presales'), phrasesOf('presalesPhrases'), japanese(JAPANESE_WORK.presales)]

export const ACTIVITY_WORDS: Readonly<Record<Activity, readonly RegExp[]>> = {
  USAGE: [stemsOf('usage'), phrasesOf('usagePhrases'), COMPOUNDS, japanese(JAPANESE_WORK.usage)],
  PRESALES,
  REVENUE_ASSOCIATION: [
    stemsOf('choice'),
    phrasesOf('choicePhrases'),
    japanese(JAPANESE_WORK.choice),
    ...PRESALES,
  ],
}

/** Words that papers of each kind use: they tell of the claimed kind where nothing plainer tells of another. */
export const EITHER_WORDS: readonly RegExp[] = [starts(OF_EITHER.split(' '))]

export const VAGUE = new RegExp(
  `(?<![\\p{L}])(?:support|consult|beratung|unterstutz|betreuung|assist|consulenz|aiuto|conseil|accompagn|aide|asesor|soporte|apoyo|ayuda|apoio|suporte|ajuda|advi[ces]|help\\b|consigl|hilfe|rat\\b|consej|conselh|porad|ondersteun|hulp|begeleiding|wsparci|pomoc|doradz|opiek|services?\\b|servizi\\b|servicios?\\b|servicos?\\b|dienst|leistungen|prestation|uslug)|${['支援', 'サポート', '保守', '相談', 'ヘルプ', '助力'].map(fold).join('|')}`,
  'u',
)

/** Plans for a day that may never come, and what is not ordered yet. */
export const FUTURE = new RegExp(
  `(?<![\\p{L}])(?:${[
    'optional|as an option|on request|if required later|future phases?|(?:at a )?later (?:date|stage|phase)|may (?:later|look|consider|wish|decide)|might (?:later|consider)|could be considered|not (?:yet )?(?:commissioned|ordered|contracted)|subject to (?:\\p{L}+ )?(?:budget|approval|funding)|under consideration|is being considered|roadmap|next year the|(?:possible|potential) (?:follow-on|further)|to be agreed (?:separately|later)',
    'opzional\\p{L}*|opzione|in futuro|eventual\\p{L}*|si valutera|verra valutat\\p{L}*|potra essere valutat\\p{L}*|previa approvazione|non (?:ancora )?ordinat\\p{L}*|da valutare|possibile seguito|da concordare',
    'auf wunsch|kunftig|spater\\w* (?:moglich|phase|stufe)|in aussicht|angedacht|vorbehaltlich|gesondert(?:e|er|en)? (?:zu )?beauftrag\\p{L}*|(?:noch )?nicht beauftragt|beauftragung liegt noch nicht|perspektivisch|zu einem spateren|denkbar\\p{L}*|separat zu vereinbaren',
    "en option|ulterieur\\p{L}*|pourra(?:it)? etre (?:envisage|etudie)\\p{L}*|envisage\\p{L}*|sous reserve d(?:e|u) (?:budget|validation|accord)|non commande\\p{L}*|a l'etude|suite possible|a convenir",
    'opcional\\p{L}*|en el futuro|se estudiara|podra(?:n)? (?:estudiarse|valorarse|plantearse)|sujet[oa]s? a (?:presupuesto|aprobacion)|(?:aun )?no contratad[oa]s?|a futuro|posible continuacion|por acordar',
    'futuramente|no futuro|podera(?:o)? ser avaliad[oa]s?|sera avaliad[oa]|conforme (?:orcamento|disponibilidade)|(?:ainda )?nao contratad[oa]s?|sujeit[oa]s? a (?:orcamento|aprovacao)|possivel continuacao|a combinar',
    'optioneel|optie|eventueel|denkbaar|(?:wordt|worden) mogelijk|apart af te spreken|te zijner tijd|onder voorbehoud|nog niet (?:in opdracht|besteld|opgedragen)|op termijn|in de toekomst',
    'opcjonaln\\p{L}*|w przyszlosci|rozwaz\\p{L}*|ewentualn\\p{L}*|(?:jeszcze )?nie zlecon\\p{L}*|o ile (?:pozwoli|budzet)|planuje sie|mozliw[ay]? (?:kontynuacj|rozszerz)\\p{L}*|do uzgodnienia',
  ].join(
    '|',
  )})|${['オプション', '導入を検討', '検討する', '検討中', '未発注', '将来', '今後', '別途協議'].map(fold).join('|')}`,
  'u',
)

/** Lines of prices, terms and the customer's own duties; they use words of work without telling any. */
export const NO_WORK = new RegExp(
  `(?<![\\p{L}])(?:${[
    'invoice|payable|price|fee|hourly rate|payment|bank transfer|prezz|corrispettiv|fattur|vergut|rechnung|preis\\b|preise\\b|honorar|stundens|prix|factur|tarif|precio|honorario|faturad|preco|valor mensal',
    'pagament|bonifico|zahlung|zahlbar|uberweisung|reglement|virement|paiement|pago\\b|pagos\\b|transferencia a \\d|transferencia bancaria|vencimento|vencimiento|betaling|factuur|platnosc|przelew|faktur',
    'confidential|riservat|vertraulich|confidenti|liabil|liable|haft(?:et|ung)|responsabili[tdz]|warrant|gewahr|garanti|gerichtsstand|foro competente|governing law|jurisdic|aansprakelijk|geheimhouding|poufnosc|odpowiedzialnosc',
  ].join('|')})|請求|支払|秘密|単価|料金|損害`,
  'u',
)
