import { expect, test } from 'vitest'
import {
  dayOf,
  morningOf,
  snoozeChoices,
} from '../../../../../src-renderer/features/queue/bulk/snoozeTimes.ts'

const local = (month: number, day: number, hour = 8) => new Date(2026, month - 1, day, hour).getTime()

test('every choice is a morning, also over the change of the clocks, and no day is offered twice', () => {
  // Friday 23 October 2026; summer time ends on Sunday in most of Europe.
  expect(snoozeChoices(local(10, 23, 17))).toEqual([
    { choice: 'tomorrow', untilMs: local(10, 24) },
    { choice: 'inThreeDays', untilMs: local(10, 26) },
    { choice: 'inTwoWeeks', untilMs: local(11, 6) },
  ])
})

test('on a Monday the next one is meant', () => {
  const monday = snoozeChoices(local(11, 23, 7)).find(({ choice }) => choice === 'nextMonday')
  expect(monday?.untilMs).toBe(local(11, 30))
})

test('a day of a date field is its morning, and nothing else is one', () => {
  expect(morningOf(dayOf(local(11, 23, 17), 1))).toBe(local(11, 24))
  expect([morningOf(''), morningOf('2026-11')]).toEqual([null, null])
})
