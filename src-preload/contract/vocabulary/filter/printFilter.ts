import type { CheckTest, Condition, Day, Duration, FilterTerm, Range, Wanted } from './filterTerms.ts'
import { CRITERION_WORDS } from './filterWords.ts'

/** The text of these parts: what `parseFilter` reads the same parts from again, whatever their places were. */
export function printFilter(terms: readonly FilterTerm[]): string {
  return terms.map(printTerm).join(' ')
}

export function printTerm(term: FilterTerm): string {
  if (term.kind === 'problem') return term.text
  return `${term.isNot ? '-' : ''}${printCondition(term.condition)}`
}

/** The name before the colon; null for plain text. */
export function fieldOf(condition: Condition): string | null {
  switch (condition.kind) {
    case 'text':
      return null
    case 'left':
      return 'sla'
    case 'check':
    case 'assignee':
      return condition.kind
    default:
      return condition.field
  }
}

function printCondition(condition: Condition): string {
  if (condition.kind === 'text') return printWanted(condition.wanted)
  return `${fieldOf(condition)}:${valuesOf(condition).join(',')}`
}

function valuesOf(condition: Exclude<Condition, { kind: 'text' }>): readonly string[] {
  switch (condition.kind) {
    case 'in':
      return condition.wanted.map(printWanted)
    case 'assignee':
      return condition.who.map(printWanted)
    case 'one_of':
      return condition.words
    case 'check':
      return condition.tests.map(printCheck)
    case 'left':
      return condition.ranges.map((range) =>
        typeof range === 'string' ? range : printRange(range, printDuration),
      )
    case 'day':
      return condition.ranges.map(printDays)
  }
}

function printWanted({ text, isExact }: Wanted): string {
  return isExact ? `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"` : text
}

const printDuration = ({ amount, unit }: Duration): string => `${amount}${unit}`

function printDays(range: Range<Day>): string {
  const { from, to } = range
  const isOneDay = from?.isIn && to?.isIn && from.value === to.value
  return isOneDay ? from.value : printRange(range, (day) => day)
}

/** Two ends are always both in the range: the language has no other way to say them. */
function printRange<T>({ from, to }: Range<T>, print: (value: T) => string): string {
  if (from !== null && to !== null) return `${print(from.value)}..${print(to.value)}`
  if (from !== null) return `>${from.isIn ? '=' : ''}${print(from.value)}`
  return to === null ? '' : `<${to.isIn ? '=' : ''}${print(to.value)}`
}

const WORD_OF_VERDICT = {
  met: 'met',
  not_met: 'failed',
  cannot_tell: 'unclear',
  not_applicable: 'not_applicable',
  none: 'none',
} as const satisfies Record<CheckTest['verdict'], string>

function printCheck({ verdict, criterion, count }: CheckTest): string {
  const word = WORD_OF_VERDICT[verdict]
  const which = Object.entries(CRITERION_WORDS).find(([, each]) => each === criterion)?.[0]
  if (which !== undefined) return `${which}=${word}`
  if (count === null) return word
  const isOne = count.from !== null && count.to !== null
  return isOne ? `${word}=${count.from?.value}` : `${word}${printRange(count, String)}`
}
