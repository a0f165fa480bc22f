import { clockCoursesOf } from '../../src-main/domain/clocks/clockCourses.ts'
import { latePausesOf } from '../../src-main/domain/clocks/latePauses.ts'
import type { ReadStore } from '../../src-main/store/openStore.ts'
import type { Calendar } from '../../src-preload/contract/vocabulary/calendarShape.ts'
import type { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { DOCS_2023, SEED_2020 } from './policy.ts'

/**
 * What a board should say, found another way: SQL over the claims' own rows with clocks as JSON and instants as text, and days by asking
 * Intl for dates. Has nothing of the product's queries, tables of clocks, or arithmetic on days.
 */
const TEAM = `('pickup', 'review', 'decision_target', 'dispute_review', 'arbitration_first_review', 'arbitration')`
export const isTeams = (timer: string): boolean => TEAM.includes(`'${timer}'`)
const OPEN = `('submitted', 'under_review', 'partner_action_required')`
const CLOCKS = `select claims.claim_id as claimId, clock.value ->> 'timer' as timer, clock.value ->> 'dueAt' as due,
  clock.value ->> 'halfAt' as half, clock.value ->> 'threeQuartersAt' as three, clock.value ->> 'nineTenthsAt' as nine
  from claims, json_each(claims.clocks) as clock`

export function oracleOf(
  store: ReadStore,
  {
    records,
    calendar,
    decided,
    now,
  }: {
    readonly records: readonly ClaimRecord[]
    readonly calendar: Calendar
    /** Claims of which a decision of this workstation waits. */
    readonly decided: readonly string[]
    readonly now: number
  },
) {
  const at = new Date(now).toISOString()
  const { sqlite } = store
  const count = (sql: string) =>
    Number(
      sqlite
        .prepare(sql)
        .pluck()
        .get({ at, decided: JSON.stringify(decided) }),
    )
  const team = (where: string) =>
    count(
      `select count(distinct claimId) from (${CLOCKS}) where timer in ${TEAM} and ${where} and @at = @at and @decided = @decided`,
    )
  const states = (where: string) =>
    count(`select count(*) from claims where ${where} and @at = @at and @decided = @decided`)
  const isDecided = 'claimId in (select value from json_each(@decided))'
  const clocks = sqlite.prepare(CLOCKS).all() as { claimId: string; timer: string; due: string | null }[]
  const running = clocks.flatMap(({ claimId, timer, due }) =>
    due === null ? [] : [{ claimId, timer, due: Date.parse(due) }],
  )
  const days = daysAsked(calendar)
  const today = days.dateAt(now)
  return {
    tiles: {
      open: states(`state in ${OPEN}`),
      waiting_for_partner: states(`state = 'partner_action_required'`),
      in_arbitration: states(`state = 'under_review' and sub_state = 'awaiting_arbitration'`),
      at_risk_50: team('half <= @at and due > @at'),
      at_risk_75: team('three <= @at and due > @at'),
      at_risk_90: team('nine <= @at and due > @at'),
      paused: team('due is null'),
      breached: team(`due <= @at and not ${isDecided}`),
      breach_waiting: team(`due <= @at and ${isDecided}`),
      due_today: new Set(
        running
          .filter(({ timer, due }) => isTeams(timer) && due > now && days.dateAt(due - 1) === today)
          .map(({ claimId }) => claimId),
      ).size,
    },
    /** Clocks of a kind that are due on a business day, the day before included where nobody works on it. */
    dues: (timer: string, when: string, until: string) =>
      running.filter((one) => {
        if (one.timer !== timer) return false
        if (one.due <= now) return when === 'overdue'
        const day = days.businessDayFrom(days.dateAt(one.due - 1))
        return when === 'later' ? day > until : day === when
      }).length,
    age: (from: number, to: number | null) =>
      records.filter(({ state, form }) => {
        if (!OPEN.includes(`'${state}'`)) return false
        const age = days.businessDaysAfter(days.dateAt(Date.parse(form.submittedAt)), today)
        return age >= from && (to === null || age <= to)
      }).length,
    week: (monday: string, timer: string) =>
      records
        .flatMap((record) => breachesOf(record, calendar, decided, now))
        .filter((one) => one.timer === timer && days.mondayOf(days.dateAt(one.due - 1)) === monday).length,
    held: (userId: string | null) =>
      records.filter(
        ({ state, assignedTo }) => OPEN.includes(`'${state}'`) && (assignedTo?.userId ?? null) === userId,
      ).length,
    latePauses: (firstMonday: string) =>
      records
        .flatMap(({ form, history }) => latePausesOf(form.submittedAt, history))
        .filter(({ pausedAt }) => pausedAt <= now && days.dateAt(pausedAt - 1) >= firstMonday).length,
  }
}

/** Clocks of the team that ran out, told claim by claim, by what has an oracle of its own. */
export function breachesOf(record: ClaimRecord, calendar: Calendar, decided: readonly string[], now: number) {
  if (record.calendar === null) return []
  const { state, subState, competingClaims, history, matters, form } = record
  const lived = { state, subState, competingClaims, history, matters, submittedAt: form.submittedAt }
  const policy = record.policy.id === 'docs-2023' ? DOCS_2023 : SEED_2020
  return clockCoursesOf(lived, policy, calendar).flatMap(({ counted: { timer }, dueAt, endedAt }) => {
    if (dueAt === null || dueAt > now || !isTeams(timer)) return []
    const isOver = endedAt === null ? !decided.includes(form.claimId) : dueAt <= endedAt
    return isOver ? [{ timer, due: dueAt, endedAt }] : []
  })
}

/** Days as dates of the calendar's zone, each asked of Intl. */
export function daysAsked({ zone, weekend, holidays }: Calendar) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  const step = (day: string, by: number) => {
    const date = new Date(day)
    date.setUTCDate(date.getUTCDate() + by)
    return date.toISOString().slice(0, 10)
  }
  const weekdayOf = (day: string) => new Date(day).getUTCDay() || 7
  const isBusiness = (day: string) =>
    !weekend.includes(weekdayOf(day)) && !holidays.some((one) => one.day === day)
  const businessDayFrom = (day: string): string => (isBusiness(day) ? day : businessDayFrom(step(day, 1)))
  return {
    dateAt: (instant: number) => format.format(instant),
    businessDayFrom,
    mondayOf: (day: string) => step(day, 1 - weekdayOf(day)),
    businessDaysAfter: (first: string, last: string) => {
      let found = 0
      for (let day = step(first, 1); day <= last; day = step(day, 1)) if (isBusiness(day)) found += 1
      return found
    },
  }
}
