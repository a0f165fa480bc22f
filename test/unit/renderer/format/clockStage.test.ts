import { expect, test } from 'vitest'
import { Clock } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { clockStageAt, timeLeftMs } from '../../../../src-renderer/format/clockStage.ts'
import { aClock, aPausedClock, AT_MS } from '../../../builders/renderer/aClaim.ts'

const HOUR_MS = 3_600_000
/** Begins now, due in 100 hours. */
const clock = Clock.parse(aClock(0, 100))

test.each([
  [0, 'quarter'],
  [49, 'quarter'],
  [51, 'half'],
  [76, 'three_quarters'],
  [91, 'late'],
  [101, 'over'],
] as const)('after %i of 100 hours the stage is %s', (hours, stage) => {
  expect(clockStageAt(clock, AT_MS + hours * HOUR_MS)).toBe(stage)
})

test('the due instant itself is still in time', () => {
  expect(clockStageAt(clock, AT_MS + 100 * HOUR_MS)).toBe('late')
  expect(clockStageAt(clock, AT_MS + 100 * HOUR_MS + 1)).toBe('over')
})

test('a paused clock is paused at any time and has no time left to tell', () => {
  const paused = Clock.parse(aPausedClock)
  expect(clockStageAt(paused, AT_MS + 1000 * HOUR_MS)).toBe('paused')
  expect(timeLeftMs(paused, AT_MS)).toBeNull()
})

test('time left turns negative once over', () => {
  expect(timeLeftMs(clock, AT_MS + 102 * HOUR_MS)).toBe(-2 * HOUR_MS)
})
