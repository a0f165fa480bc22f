import { describe, expect, it } from 'vitest'
import { readByHand } from '../../../../src-main/domain/arbitration/readByHand.ts'
import { ReadDays } from '../../../../src-preload/contract/vocabulary/handWordShape.ts'

const MARKED = '5b0d1c5e-53a7-4a35-8c0b-0d6f5c1d6a01'
const read = (reading: ReadDays['reading'], evidenceId: string | null = null): ReadDays =>
  ReadDays.parse({
    reading,
    evidenceId,
    byUserId: 'u-lead',
    byName: 'Paul Brandt',
    at: '2026-11-20T09:00:00.000Z',
  })

describe('what people read by hand', () => {
  it('is known, as a person’s word, with the place that they marked', () => {
    expect(readByHand([read({ what: 'acknowledged', day: '2026-04-03' }, MARKED)], 'i1')).toEqual({
      acknowledged: {
        isKnown: true,
        value: { from: '2026-04-03', to: '2026-04-03' },
        evidence: [
          { on: 'claim', place: 'verdict' },
          { on: 'own', evidenceId: MARKED },
        ],
      },
    })
  })

  it('may be that the papers say nothing: that is known too, and not open', () => {
    const all = readByHand(
      [read({ what: 'acknowledged', day: null }), read({ what: 'engagement', start: null, end: null })],
      'i1',
    )
    expect(all).toMatchObject({
      acknowledged: { isKnown: true, value: null },
      engagement: { isKnown: true, value: null },
    })
  })

  it('keeps an end of an engagement open that is not stated', () => {
    expect(readByHand([read({ what: 'engagement', start: '2026-01-01', end: null })], 'i1')).toMatchObject({
      engagement: { value: { start: { from: '2026-01-01', to: '2026-01-01' }, end: null } },
    })
  })

  it('says nothing of what nobody read, nor by a statement about another item', () => {
    expect(readByHand([read({ what: 'statement', item: 'i2', day: '2026-04-03' })], 'i1')).toEqual({})
  })
})
