import type { BoardParty } from '../contract/caseBoard.ts'
import type { DayRange } from '../contract/vocabulary/checkShape.ts'
import type { ClaimId } from '../contract/vocabulary/idShapes.ts'
import type {
  Engagement,
  Ladder,
  LadderSuggestion,
  RungOutcome,
  RungValue,
} from '../contract/vocabulary/ladderShape.ts'
import { formatDay, formatInstant } from './dates.ts'
import type { Say } from './say.ts'

export interface RungSpeech {
  readonly say: Say
  readonly locale: string
  /** In which instants are read; none = this machine's. */
  readonly zone?: string
  /** The letter under which a party stands on this board. */
  readonly letterOf: (claimId: ClaimId) => string
}

/** A day, or both of its readings. */
export function dayWords(
  { from, to }: DayRange,
  { say, locale }: Pick<RungSpeech, 'say' | 'locale'>,
): string {
  const [first, last] = [formatDay(locale, from), formatDay(locale, to)]
  return from === to ? first : say('board.readings', { first, last })
}

export function engagementWords(
  { start, end }: Engagement,
  speech: Pick<RungSpeech, 'say' | 'locale'>,
): string {
  const { say } = speech
  if (start !== null && end !== null)
    return say('board.fromTo', { from: dayWords(start, speech), to: dayWords(end, speech) })
  if (start !== null) return say('board.from', { from: dayWords(start, speech) })
  return end === null ? say('board.none') : say('board.to', { to: dayWords(end, speech) })
}

/** What a party has on a rung, in a few words. */
export function valueWords(value: RungValue, speech: RungSpeech): string {
  const { say, locale, zone } = speech
  switch (value.word) {
    case 'not_valid':
      return say('rung.not_valid', {
        what: listed([...criteriaIn(value.criteria, say), ...checksIn(value.checks, say)]),
      })
    case 'criteria_open':
      return say('rung.criteria_open', { what: listed(criteriaIn(value.criteria, say)) })
    case 'stated':
    case 'acknowledged':
      return dayWords(value.days, speech)
    case 'named':
      return namedWords(value, say)
    case 'runs':
    case 'ended':
    case 'not_begun':
    case 'no_end':
    case 'unsure':
      return say(`rung.${value.word}`, { days: engagementWords(value.engagement, speech) })
    case 'incumbent':
    case 'asks':
      return say(`rung.${value.word}`, { day: formatInstant(locale, value.submittedAt, 'day', zone) })
    default:
      return say(`rung.${value.word}`)
  }
}

const listed = (words: readonly string[]): string => words.join(', ')
const criteriaIn = (criteria: readonly BoardParty['criteria'][number]['criterion'][], say: Say): string[] =>
  criteria.map((criterion) => say(`criterion.${criterion}`))
const checksIn = (checks: BoardParty['unverified'], say: Say): string[] =>
  checks.map((check) => say(`claimCheck.${check}`))

function namedWords({ aspects, unsure }: Extract<RungValue, { word: 'named' }>, say: Say): string {
  if (aspects.length === 0 && unsure.length === 0) return say('rung.named.suite')
  const named = aspects.map((aspect) => say(`rung.aspect.${aspect}`))
  const open = unsure.map((aspect) => say('rung.aspect.unsure', { aspect: say(`rung.aspect.${aspect}`) }))
  return listed([...named, ...open])
}

/** What came of a rung. */
export function outcomeWords(outcome: RungOutcome, { say, letterOf }: RungSpeech): string {
  switch (outcome.kind) {
    case 'clear':
      return say('rung.clear', { party: letterOf(outcome.claimId) })
    case 'not_clear':
      return say(`rung.notClear.${outcome.why}`)
    case 'cannot_tell':
      return say('rung.cannotTell', {
        what: listed(
          outcome.missing.map(({ claimId, what }) =>
            say('rung.missing', { party: letterOf(claimId), what: say(`rung.fact.${what}`) }),
          ),
        ),
      })
    default:
      return say(`rung.${outcome.kind}`)
  }
}

/** What the ladder suggests, in one sentence: it explains and never decides. */
export function suggestionWords(ladder: Ladder | null, speech: RungSpeech): string {
  const { say } = speech
  if (ladder === null) return say('ladder.missing')
  return ladder.outcome === 'refused' ? say(`ladder.${ladder.reason}`) : suggested(ladder.suggestion, speech)
}

function suggested(suggestion: LadderSuggestion, { say, letterOf }: RungSpeech): string {
  switch (suggestion.kind) {
    case 'clear':
      return say('ladder.clear', {
        party: letterOf(suggestion.claimId),
        rung: say(`rung.name.${suggestion.rung}`),
      })
    case 'criteria_open':
      return say('ladder.criteria_open', { party: letterOf(suggestion.claimId) })
    case 'not_verified':
      return say('ladder.not_verified', {
        what: listed(
          suggestion.open.map(({ claimId, checks }) =>
            say('rung.missing', { party: letterOf(claimId), what: listed(checksIn(checks, say)) }),
          ),
        ),
      })
    case 'discretion':
      return suggestion.claimId === null || suggestion.by === null
        ? say('ladder.discretion')
        : say(`ladder.discretion.${suggestion.by}`, { party: letterOf(suggestion.claimId) })
    default:
      return say('ladder.nobody')
  }
}
