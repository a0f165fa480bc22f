/** Month names and usual short forms in the six languages, folded, by number. */
const NAMES: readonly string[] = [
  'january jan gennaio gen januar janner janvier janv enero ene janeiro',
  'february feb febbraio februar feber fevrier fevr febrero fevereiro fev',
  'march mar marzo marz maerz mars marco',
  'april apr aprile avril avr abril abr',
  'may maggio mag mai mayo maio',
  'june jun giugno giu juni juin junio junho',
  'july jul luglio lug juli juillet juil julio julho',
  'august aug agosto ago aout',
  'september sep sept settembre set septembre septiembre setembro',
  'october oct ottobre ott oktober okt octobre octubre outubro out',
  'november nov novembre noviembre novembro',
  'december dec dicembre dic dezember dez decembre diciembre dezembro',
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
