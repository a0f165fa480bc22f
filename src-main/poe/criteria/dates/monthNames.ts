/** Month names and usual short forms in eight languages, folded, by number. */
const NAMES: readonly string[] = [
  'january januari styczen stycznia jan gennaio gen januar janner janvier janv enero ene janeiro',
  'february februari luty lutego feb febbraio februar feber fevrier fevr febrero fevereiro fev',
  'march maart marzec marca mar marzo marz maerz mars marco',
  'april kwiecien kwietnia apr aprile avril avr abril abr',
  'may mei maj maja maggio mag mai mayo maio',
  'june czerwiec czerwca jun giugno giu juni juin junio junho',
  'july lipiec lipca jul luglio lug juli juillet juil julio julho',
  'august augustus sierpien sierpnia aug agosto ago aout',
  'september wrzesien wrzesnia sep sept settembre set septembre septiembre setembro',
  'october pazdziernik pazdziernika oct ottobre ott oktober okt octobre octubre outubro out',
  'november listopad listopada nov novembre noviembre novembro',
  'december grudzien grudnia dec dicembre dic dezember dez decembre diciembre dezembro',
]

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
)

export const MONTH_NAMES: readonly string[] = [...MONTHS.keys()]

export const MONTH_PATTERN = MONTH_NAMES.toSorted((a, b) => b.length - a.length).join('|')

/** 1..12; undefined for other words. */
export function monthNumber(name: string): number | undefined {
  return MONTHS.get(name)
}
