import { describe, expect, it } from 'vitest'
import { byteRangeOf } from '../../../../src-main/hub/documents/byteRange.ts'

describe('byteRangeOf', () => {
  it.each([
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=2-4', { first: 2, last: 4 }],
    ['bytes=5-', { first: 5, last: 9 }],
    ['bytes=-3', { first: 7, last: 9 }],
    ['bytes=-99', { first: 0, last: 9 }],
    ['bytes=8-99', { first: 8, last: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=99999999999999999999-', 'unsatisfiable'],
    [undefined, 'whole'],
    ['', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=4-2', 'whole'],
    ['bytes=0-1,3-4', 'whole'],
    ['bytes=a-b', 'whole'],
    ['pages=1-2', 'whole'],
  ])('reads %j of ten bytes', (header, range) => {
    expect(byteRangeOf(header, 10)).toEqual(range)
  })

  it('finds nothing to give in an empty document', () => {
    expect(byteRangeOf('bytes=0-', 0)).toBe('unsatisfiable')
    expect(byteRangeOf('bytes=-1', 0)).toBe('unsatisfiable')
    expect(byteRangeOf(undefined, 0)).toBe('whole')
  })
})
