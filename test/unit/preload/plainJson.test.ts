import { assert, jsonValue, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlainJson } from '../../../src-preload/plainJson.ts'

describe('plain JSON', () => {
  it('is whatever JSON and a structured clone carry alike', () => {
    assert(
      property(jsonValue({ maxDepth: 6 }), (any) => {
        // JSON itself knows no negative zero, and nothing of ours means anything by it.
        const value: unknown = JSON.parse(JSON.stringify(any))
        expect(isPlainJson(value)).toBe(true)
        expect(JSON.parse(JSON.stringify(value))).toEqual(structuredClone(value))
      }),
    )
  })

  it.each([
    ['undefined', undefined],
    ['undefined inside', { a: undefined }],
    ['a hole', Object.assign([], { 1: 1 })],
    ['NaN', { a: [Number.NaN] }],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a BigInt', 1n],
    ['a symbol', Symbol('x')],
    ['a function', { toJSON: () => 1 }],
    ['a Date', { at: new Date() }],
    ['a Map', new Map()],
    ['bytes', new Uint8Array(2)],
    ['a pattern', /x/],
    ['an error', new Error('x')],
  ])('is not %s', (_name, value) => {
    expect(isPlainJson(value)).toBe(false)
  })

  it('is not what leads back to itself', () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = { circle }
    expect(isPlainJson(circle)).toBe(false)
  })
})
