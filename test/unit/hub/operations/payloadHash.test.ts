import { describe, expect, it } from 'vitest'
import { payloadHash } from '../../../../src-main/hub/operations/payloadHash.ts'
import { isStorable } from '../../../../src-main/hub/operations/storableText.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aHubClaim, anOperation, comment } from '../../../builders/hub/hubClaim.ts'

describe('payloadHash', () => {
  it('is another one for another person, word or claim revision', () => {
    const request = anOperation(aHubClaim(), comment('one'))
    const hashes = [
      payloadHash(UserId.parse('reviewer'), request),
      payloadHash(UserId.parse('reviewer-2'), request),
      payloadHash(UserId.parse('reviewer'), { ...request, action: comment('two') }),
      payloadHash(UserId.parse('reviewer'), { ...request, claimRevision: 4 }),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('isStorable', () => {
  it('finds what PostgreSQL would not keep, however deep', () => {
    expect(isStorable({ a: ['fine \u{1F50D} ü', 1, null, true] })).toBe(true)
    expect(isStorable({ a: ['nul \0'] })).toBe(false)
    expect(isStorable('half \ud83d')).toBe(false)
  })
})
