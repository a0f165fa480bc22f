import type { DayRange, PapersTold } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { daysOf } from '../dates/datedPlace.ts'
import { type DateMention, isoDay } from '../dates/findDates.ts'
import { MONTH_PATTERN, monthNumber } from '../dates/monthNames.ts'
import { around, type PlacedDate } from '../dates/placeDates.ts'
import { endOfSpan } from '../dates/spans.ts'
import type { Coverage } from '../opinion.ts'
import { headingOver } from '../products/exclusion.ts'
import { LICENCES } from '../products/licenceWords.ts'
import { NO_WORK } from '../service/activityWords.ts'
import { type Passage, sentencesOf } from '../text/passages.ts'
import { evidenceOfWords } from '../text/place.ts'
import { nothing, type Told, yes } from './telling.ts'

/** Words by which papers call the time in which the work is done. */
const OF_WORK =
  /(?<![\p{L}])(?:engagement|project|assignment|work(?:s|ing)?|services?|performance|performed|implementation|delivery|term|duration|incarico|progetto|attivita|lavori|servizi|esecuzione|prestazion[ei]|durata|projekt\p{L}*|leistung\p{L}*|laufzeit|durchfuhrung|auftrag\p{L}*|vertragslaufzeit|einsatz\p{L}*|mission|projet|prestations?|travaux|duree|realisation|proyecto|trabajos?|servicios?|ejecucion|duracion|plazo|projeto|trabalhos?|servicos?|execucao|duracao|prazo|vigencia|opdracht\p{L}*|werkzaamheden|looptijd|uitvoering|dienst\p{L}*|projekt|prace|prac|uslug\p{L}*|realizac\p{L}*|umowy)(?![\p{L}])|期間|履行|作業|業務|プロジェクト/u
/** Periods of something else: offers, guarantees, notice. */
const OF_OTHER =
  /(?<![\p{L}])(?:valid(?:ity)?|offer|quote|quotation|warranty|notice|invoic\p{L}*|payment|licen[cs]\p{L}*|subscription\p{L}*|validita|offerta|garanzia|preavviso|gultig\p{L}*|angebot\p{L}*|gewahr\p{L}*|kundigung\p{L}*|lizenz\p{L}*|validite|offre|garantie|preavis|validez|oferta|garantia|preaviso|validade|proposta|aviso|geldig\p{L}*|offerte|opzeg\p{L}*|waznosc\p{L}*|gwarancj\p{L}*)(?![\p{L}])|有効期限|保証|見積/u

/** What stands right before the one end that a sentence states. French "du" and German "vom" date papers as well, so they are none. */
const BEGINS =
  /(?<![\p{L}])(?:from|starting|start(?:s|ed)?|start date|commenc\p{L}*|effective|begin(?:s|ning)?|began|dal|a (?:partire|decorrere) dal|decorrenza|inizio|iniziat[oaie]|ab|beginn\p{L}*|beginnen|startet|a (?:partir|compter) d[ue]|debut\p{L}*|commence\p{L}*|desde|inicio|comienz\p{L}*|a partir d[eo]l?|vanaf|ingang\p{L}*|begint|od|poczawszy od|rozpocz\p{L}*)(?: (?:on|as of|from|dem|am|le|il|el|em|op|dnia))?(?: the)?[ :,–-]*$/u
const ENDS =
  /(?<![\p{L}])(?:until|till|through|ends?|ended|end date|not later than|completed by|fino al|entro il|termina\p{L}*|fine|bis(?: (?:zum|spatestens))?|ende|endet|abschluss|jusqu'au|au plus tard|acheve\p{L}*|fin|hasta(?: el)?|finaliza\p{L}*|fim|ate(?: o)?|termino|tot(?: en met)?|uiterlijk|einde|eindigt|do(?: dnia)?|koniec|zakoncz\p{L}*)(?: (?:on|am|le|il|el|em|op|dnia))?(?: the)?[ :,–-]*$/u
/** The first day of a span whose month or year stands with its last one alone: "dal 7 al", "de 6 de abril a". */
const ELIDED = new RegExp(
  `(?<![\\d/.-])(?<day>\\d{1,2})(?:\\.|st|nd|rd|th|er|º|°)?(?: (?:of |de |di )?(?<month>${MONTH_PATTERN}))? ?(?:-|–|to|until|through|and|al|bis(?: zum)?|au|a|ate|hasta el|t/m|tot(?: en met)?|do)[ .]*$`,
  'u',
)

interface Period {
  readonly start: DayRange | null
  readonly end: DayRange | null
  readonly dates: readonly PlacedDate[]
}

/**
 * From when to when the partner works for the customer: the periods that papers give for work, services or the engagement itself; of
 * several phases the first day and the last. Periods of licences, offers, payments and guarantees are none of them.
 */
export function engagementOf(
  dates: readonly PlacedDate[],
  coverage: Coverage,
): Told<Extract<PapersTold['engagement'], { told: 'yes' }>['value']> {
  const spoken = dates.filter(({ role }) => role === 'period' || role === 'document').filter(isOfWork)
  const periods = spoken.flatMap((date) => periodFrom(date, spoken))
  // Where the whole is stated, single ends in other sentences are those of a part.
  const whole = periods.filter(({ start, end }) => start !== null && end !== null)
  const told = whole.length > 0 ? whole : periods
  if (told.length === 0) return nothing(coverage)
  const evidence = told.flatMap((period) =>
    period.dates.map(({ mention }) => evidenceOfWords(mention.passage, mention.words)),
  )
  const start = outermost(
    told.map((period) => period.start),
    (a, b) => (a < b ? a : b),
  )
  const end = outermost(
    told.map((period) => period.end),
    (a, b) => (a > b ? a : b),
  )
  return yes({ start, end }, evidence)
}

function isOfWork({ mention }: PlacedDate): boolean {
  const { passage, words } = mention
  // The head of a message dates the message.
  if (words[0]?.source === 'mail_header' || QUOTED_HEAD.test(passage.folded)) return false
  const sentences = sentencesOf(passage)
  const at = sentences.findIndex((one) => one.words.some((word) => words.includes(word)))
  const [label, own] = [sentences[at - 1], sentences[at] ?? passage]
  const folded = label !== undefined && isLabel(label) ? `${label.folded} ${own.folded}` : own.folded
  return (
    (OF_WORK.test(folded) || OF_WORK.test(headingOver(passage))) &&
    ![OF_OTHER, NO_WORK, LICENCES].some((other) => other.test(folded))
  )
}

/** "Project period:", "4. Durata." */
const isLabel = ({ text, words }: Passage): boolean => text.endsWith(':') || words.length <= MOST_LABEL_WORDS
const MOST_LABEL_WORDS = 4

const QUOTED_HEAD =
  /(?<![\p{L}])(?:from|da|von|de|van|od) ?: .*(?:sent|inviato|gesendet|envoye|enviado|verzonden|wyslano) ?:/u

/** The period that ends with a date, or of which it is the only end that is stated; none = it is the first day of one. */
function periodFrom(date: PlacedDate, all: readonly PlacedDate[]): Period[] {
  const { mention } = date
  if (endOfSpan(mention) !== null) return []
  const first = all.find((other) => {
    const last = endOfSpan(other.mention)
    return last !== null && last.passage === mention.passage && isSame(last, mention)
  })
  if (first !== undefined) return [{ start: daysOf(first), end: daysOf(date), dates: [first, date] }]
  const before = around(mention)
  const elided = elidedStart(before, date)
  if (elided !== null) return [{ start: elided, end: daysOf(date), dates: [date] }]
  if (ENDS.test(before)) return [{ start: null, end: daysOf(date), dates: [date] }]
  return BEGINS.test(before) ? [{ start: daysOf(date), end: null, dates: [date] }] : []
}

const isSame = (a: DateMention, b: DateMention): boolean =>
  a.words[0] === b.words[0] && a.readings[0] === b.readings[0]

/** Null where the date has more than one reading, or nothing like a first day stands before it. */
function elidedStart(before: string, { readings, mention }: PlacedDate): DayRange | null {
  const groups = ELIDED.exec(before)?.groups
  const [last] = readings
  if (groups === undefined || last === undefined || readings.length > 1 || mention.precision !== 'day')
    return null
  const [year, month] = last.split('-').map(Number)
  const own = groups['month'] === undefined ? month : monthNumber(groups['month'])
  if (year === undefined || month === undefined || own === undefined || own === null) return null
  const day = isoDay(own > month ? year - 1 : year, own, Number(groups['day']))
  return day === null || day > last ? null : { from: day, to: day }
}

/** The first start or last end of all that state one; null = none does. */
function outermost(
  ends: readonly (DayRange | null)[],
  pick: (a: string, b: string) => string,
): DayRange | null {
  const [first, ...others] = ends.filter((days) => days !== null)
  if (first === undefined) return null
  return others.reduce((a, b) => ({ from: pick(a.from, b.from), to: pick(a.to, b.to) }), first)
}
