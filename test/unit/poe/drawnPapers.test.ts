import { describe, expect, it } from 'vitest'
import { htmlOf } from '../../accuracy/papers/paperHtml.ts'
import { planOf } from '../../accuracy/papers/plan.ts'
import { truthOf } from '../../accuracy/papers/truth.ts'

const NUMBERS = Array.from({ length: 180 }, (_, i) => i)

describe('papers that are drawn by chance', () => {
  it('come out the same for the same seed and number', () => {
    for (const number of NUMBERS.slice(0, 40))
      expect(htmlOf(planOf(4, number))).toBe(htmlOf(planOf(4, number)))
  })

  it('leave no gap of their wording open', () => {
    for (const number of NUMBERS)
      expect(htmlOf(planOf(4, number)).replace(/<style>.*?<\/style>/su, '')).not.toMatch(/\{[A-Z.]+\}/u)
  })

  it('hold every verdict of both criteria, most of them met', () => {
    const truths = NUMBERS.map((number) => truthOf(planOf(4, number)))
    for (const criterion of ['signature', 'dates'] as const)
      for (const verdict of ['met', 'not_met', 'cannot_tell'])
        expect(truths.filter((truth) => truth[criterion] === verdict).length).toBeGreaterThan(5)
  })
})
