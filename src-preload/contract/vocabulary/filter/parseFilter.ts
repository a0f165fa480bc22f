import type { CheckTest, Condition, FilterProblem, FilterTerm, Place, Wanted } from './filterTerms.ts'
import { FIELD_ALIASES, FILTER_FIELDS, type FilterField, WORD_FIELDS, type WordField } from './filterWords.ts'
import { readCheck, readDays, readLeft } from './filterValues.ts'
import { type Scanned, type ScannedValue, scanFilter } from './scanFilter.ts'

/**
 * The filter language of the queue: `status:open sla:<4h partner:"Contoso Ltd" -check:failed text`. Pure and total: window and
 * store read the same text with it, the one for its chips, the other for its SQL.
 *
 * Not liqe (3.8.7, tried): its grammar throws at the first thing it does not know (`C++`, `phase 2:`, `status:a,b`, a quote that
 * is still open) and then gives nothing of the rest, so no word could be reported and kept; and the contract imports zod alone.
 */
export function parseFilter(text: string): FilterTerm[] {
  const terms: FilterTerm[] = []
  let not: Place | null = null
  for (const piece of scanFilter(text)) {
    const word = bareWordOf(piece)
    // All parts must hold anyway.
    if (word === 'AND') continue
    if (word === 'NOT' && not === null) {
      not = piece.at
      continue
    }
    terms.push(termOf(piece, not))
    not = null
  }
  if (not !== null) terms.push(problemOf('NOT', 'value_missing', 'NOT', not))
  return terms
}

function bareWordOf({ isNot, field, values }: Scanned): string | null {
  const [value] = values
  return isNot || field !== null || value === undefined || value.isQuoted ? null : value.text
}

function termOf(piece: Scanned, not: Place | null): FilterTerm {
  const at = not === null ? piece.at : { start: not.start, end: piece.at.end }
  const source = not === null ? piece.source : piece.isNot ? piece.source.slice(1) : `-${piece.source}`
  const read = bareWordOf(piece) === 'OR' ? refuse('or_not_known', 'OR') : conditionOf(piece)
  return 'problem' in read
    ? problemOf(source, read.problem, read.word, at)
    : { kind: 'understood', isNot: piece.isNot !== (not !== null), condition: read, at }
}

interface Refused {
  readonly problem: FilterProblem
  readonly word: string
}

const refuse = (problem: FilterProblem, word: string): Refused => ({ problem, word })

function problemOf(text: string, problem: FilterProblem, word: string, at: Place): FilterTerm {
  return { kind: 'problem', text, problem, word, at }
}

function conditionOf({ field, values, source }: Scanned): Condition | Refused {
  if (field === null) return plainOf(values[0], source)
  const known = fieldNamed(field)
  if (known === null) return refuse('unknown_field', field)
  const [first, ...rest] = values
  return first === undefined ? refuse('value_missing', field) : ofField(known, [first, ...rest])
}

function plainOf(value: ScannedValue | undefined, source: string): Condition | Refused {
  if (value === undefined || !HAS_WORD.test(value.text)) return refuse('nothing_to_search', source)
  return { kind: 'text', wanted: wantedOf(value) }
}

/** As the search index cuts words: what has neither letter nor digit is none. */
const HAS_WORD = /[\p{L}\p{N}]/u

const wantedOf = ({ text, isQuoted }: ScannedValue): Wanted => ({ text, isExact: isQuoted })

function fieldNamed(name: string): FilterField | null {
  return FILTER_FIELDS.find((field) => field === name) ?? FIELD_ALIASES[name] ?? null
}

type Values = readonly [ScannedValue, ...ScannedValue[]]

function ofField(field: FilterField, values: Values): Condition | Refused {
  switch (field) {
    case 'sla':
      return all(values, readLeft, 'not_a_duration', (ranges) => ({ kind: 'left', ranges }))
    case 'check':
      return all(values, readCheck, 'not_a_check', (tests: readonly CheckTest[]) => ({
        kind: 'check',
        tests,
      }))
    case 'assignee':
      return all(values, readWanted, 'nothing_to_search', (who) => ({ kind: 'assignee', who }))
    case 'due':
    case 'submitted':
      return all(values, readDays, 'not_a_day', (ranges) => ({ kind: 'day', field, ranges }))
    case 'status':
    case 'program':
    case 'has':
    case 'is':
      return all(
        values,
        (value) => readWord(field, value),
        'unknown_word',
        (words) => ({
          kind: 'one_of',
          field,
          words,
        }),
      )
    default:
      return all(values, readWanted, 'nothing_to_search', (wanted) => ({ kind: 'in', field, wanted }))
  }
}

/** The first value that is not understood speaks for the whole part: half of a condition would show other claims than meant. */
function all<T>(
  values: Values,
  read: (value: ScannedValue) => T | null,
  problem: FilterProblem,
  make: (read: readonly T[]) => Condition,
): Condition | Refused {
  const done: T[] = []
  for (const value of values) {
    const one = read(value)
    if (one === null) return refuse(problem, value.text)
    done.push(one)
  }
  return make(done)
}

const readWanted = (value: ScannedValue): Wanted | null =>
  HAS_WORD.test(value.text) ? wantedOf(value) : null

function readWord(field: WordField, { text }: ScannedValue): string | null {
  const asked = text.toLowerCase().replaceAll(/[- ]/gu, '_')
  const known: readonly string[] = WORD_FIELDS[field]
  return known.includes(asked) ? asked : null
}
