import type { LeadClaim } from '../../../src-preload/contract/lead.ts'
import type { LeadFigure, LeadSlice } from '../../../src-preload/contract/vocabulary/leadShape.ts'
import type { LeadPart } from '../../../src-preload/contract/vocabulary/leadWords.ts'
import { PROGRAMS, TIMERS } from '../../../src-preload/contract/vocabulary/words.ts'
import type { Say } from '../../format/useText.ts'

/** What tells one line of a list from the others: a claim may stand in it with several clocks. */
export function lineKey({ claimId, clock, past, latePause }: LeadClaim): string {
  const begun = clock ?? past
  return [claimId, begun?.timer, begun?.startedAt, latePause?.pausedAt].join(' ')
}

export const isSameFigure = (a: LeadFigure, b: LeadFigure): boolean => JSON.stringify(a) === JSON.stringify(b)

interface Speaking {
  readonly locale: string
  readonly say: Say
  /** Null = nobody is known by that id. */
  readonly nameOf: (userId: string) => string | null
  /** With what a class of age ends; null = it has no end. */
  readonly ageUntil: (from: number) => number | null
}

/** What a number counts, as the heading of its list. */
export function figureWords(figure: LeadFigure, { locale, say, nameOf, ageUntil }: Speaking): string {
  switch (figure.of) {
    case 'tile':
      return say(`lead.tile.${figure.tile}`)
    case 'due':
      return dueWords(figure, locale, say)
    case 'age':
      return ageWords(figure.from, ageUntil(figure.from), say)
    case 'week':
      return say('lead.week.title', {
        week: dayWords(locale, figure.monday, 'long'),
        timer: figure.timer === null ? say('lead.everyClock') : say(`timer.${figure.timer}`),
      })
    case 'holder':
      return figure.userId === null
        ? say('lead.holder.nobody')
        : say('lead.holder.title', { name: nameOf(figure.userId) ?? figure.userId })
    case 'late_pauses':
      return say('lead.latePauses.title')
  }
}

function ageWords(from: number, to: number | null, say: Say): string {
  return to === null ? say('lead.age.title.over', { from }) : say('lead.age.title', { from, to })
}

function dueWords({ timer, when }: Extract<LeadFigure, { of: 'due' }>, locale: string, say: Say): string {
  const clock = timer === null ? say('lead.everyClock') : say(`timer.${timer}`)
  if (when === 'overdue') return say('lead.due.overdue.title', { timer: clock })
  if (when === 'later') return say('lead.due.later.title', { timer: clock })
  return say('lead.due.title', { timer: clock, day: dayWords(locale, when, 'long') })
}

const DAY_STYLES = {
  long: { weekday: 'short', day: 'numeric', month: 'short' },
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'narrow' },
  number: { day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** A day of the team's calendar, the same in every zone. */
export function dayWords(locale: string, day: string, style: keyof typeof DAY_STYLES): string {
  return new Intl.DateTimeFormat(locale, { ...DAY_STYLES[style], timeZone: 'UTC' }).format(Date.parse(day))
}

/** A part of a figure by what it has in common. */
export function partWords(
  { by, value }: { readonly by: LeadPart; readonly value: LeadSlice['value'] },
  name: string | null,
  say: Say,
): string {
  if (value === null) return say(`lead.part.none.${by}`)
  if (by === 'timer') return wordOf(TIMERS, value, (timer) => say(`timer.${timer}`))
  if (by === 'program') return wordOf(PROGRAMS, value, (program) => say(`program.short.${program}`))
  // Countries are codes everywhere in the window.
  return name ?? value
}

function wordOf<T extends string>(known: readonly T[], value: string, word: (one: T) => string): string {
  const found = known.find((one) => one === value)
  return found === undefined ? value : word(found)
}
