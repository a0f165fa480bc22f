import { expect, test } from 'vitest'
import { stepFrom } from '../../../../../src-renderer/features/claim/evidenceSteps.ts'
import { indexEvidence } from '../../../../../src-renderer/stores/evidence.ts'
import { aDetail } from '../../../../builders/renderer/aClaim.ts'

const { all } = indexEvidence(aDetail())

test('walks forwards and backwards around the ends', () => {
  expect(all).toHaveLength(5)
  expect(stepFrom(all, 2, 1)?.number).toBe(3)
  expect(stepFrom(all, 5, 1)?.number).toBe(1)
  expect(stepFrom(all, 1, -1)?.number).toBe(5)
})

test('begins at the first or at the last', () => {
  expect(stepFrom(all, null, 1)?.number).toBe(1)
  expect(stepFrom(all, null, -1)?.number).toBe(5)
})

test('goes nowhere without evidence', () => {
  expect(stepFrom([], null, 1)).toBeUndefined()
})
