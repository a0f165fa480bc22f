import type { Criterion, DecisionReason } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { JudgedCriterion } from '../../checks/effectiveVerdict.ts'
import { fold } from '../../names/fold.ts'
import { criteriaOf } from '../../reasons/reasonMapping.ts'
import type { Span } from './spans.ts'

/** How the letters of a language say what falls short: word for word, so that nothing has to be guessed. */
export interface LetterPhrases {
  /** The line with which the block of a reason begins. */
  readonly headings: readonly { readonly reason: DecisionReason; readonly heading: string }[]
  /** Begins of lines that say that a criterion, or an item, falls short. */
  readonly lines: readonly {
    readonly criterion: Criterion
    readonly item: string | null
    readonly line: string
  }[]
}

/** A place that says that something falls short which does not. `start` to `end` is what has to go. */
export interface HeldCitation extends Span {
  readonly criterion: Criterion
  /** The item's id; null = the criterion as a whole. */
  readonly item: string | null
  /** The reason whose whole block it is; null = it is a line of a block that stays. */
  readonly reason: DecisionReason | null
  /** What says so, without its heading. */
  readonly sentence: string
}

interface Line extends Span {
  readonly text: string
}

/** Sentences of a letter about criteria that are met or not applicable. A reason that speaks of nothing in the proof cites none. */
export function heldCitations(
  text: string,
  phrases: LetterPhrases,
  judged: readonly JudgedCriterion[],
): HeldCitation[] {
  return paragraphsOf(text).flatMap((lines) => citationsIn(lines, text, phrases, judged))
}

function citationsIn(
  lines: readonly Line[],
  text: string,
  { headings, lines: known }: LetterPhrases,
  judged: readonly JudgedCriterion[],
): HeldCitation[] {
  const [first, second] = lines
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return []
  const reason = headings.find(({ heading }) => isSame(first.text, heading))?.reason ?? null
  const [held] = reason === null ? [] : heldBy(reason, judged)
  if (reason !== null && held !== undefined)
    return [
      {
        criterion: held,
        item: null,
        reason,
        sentence: (second ?? first).text,
        start: first.start,
        end: endOfBlock(text, last.end),
      },
    ]
  return lines.flatMap((line) => {
    // "Teams Phone" begins as "Teams" does: the longest begin is meant.
    const [said] = known
      .filter((one) => beginsWith(line.text, one.line) && isAbout(one, reason))
      .toSorted((a, b) => b.line.length - a.line.length)
    if (said === undefined || !isHeld(judged, said.criterion, said.item)) return []
    const { criterion, item } = said
    return [
      {
        criterion,
        item,
        reason: null,
        sentence: line.text,
        start: line.start,
        end: endOfLine(text, line.end),
      },
    ]
  })
}

/** An item is named in many places; only under a reason that speaks of products is that a complaint. */
const isAbout = (
  { criterion, item }: { readonly criterion: Criterion; readonly item: string | null },
  reason: DecisionReason | null,
): boolean => item === null || (reason !== null && criteriaOf(reason).includes(criterion))

/**
 * The criteria of a reason, where all of them hold. Insufficient proof is the primary reason of rejections of every kind: its block
 * is judged line by line.
 */
function heldBy(reason: DecisionReason, judged: readonly JudgedCriterion[]): readonly Criterion[] {
  const criteria = reason === 'REJ_INSUFFICIENT_POE' ? [] : criteriaOf(reason)
  return criteria.every((criterion) => isHeld(judged, criterion, null)) ? criteria : []
}

/** With an item: whether that one is proved. Without: whether the criterion holds for all of the claim. */
function isHeld(judged: readonly JudgedCriterion[], criterion: Criterion, item: string | null): boolean {
  const views = judged.filter((one) => one.criterion === criterion && (item === null || one.item === item))
  return views.length > 0 && views.every(({ verdict }) => verdict === 'met' || verdict === 'not_applicable')
}

function paragraphsOf(text: string): Line[][] {
  const paragraphs: Line[][] = [[]]
  for (const { 0: line, index } of text.matchAll(/[^\n]+|\n/gu)) {
    if (line.trim() !== '')
      paragraphs.at(-1)?.push({ text: line.trim(), start: index, end: index + line.length })
    else if (text[index - 1] === '\n') paragraphs.push([])
  }
  return paragraphs
}

const endOfLine = (text: string, end: number): number => (text[end] === '\n' ? end + 1 : end)
const endOfBlock = (text: string, end: number): number =>
  end + (/^(?:[ \t]*\n)*/u.exec(text.slice(end))?.[0].length ?? 0)

const isSame = (a: string, b: string): boolean => fold(a).trim() === fold(b).trim()
const beginsWith = (line: string, begin: string): boolean => fold(line).startsWith(fold(begin).trim())
