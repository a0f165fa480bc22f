import { describe, expect, it } from 'vitest'
import type { OperationRequest } from '../../../../src-main/hub/api/operations.ts'
import { payloadHash } from '../../../../src-main/hub/operations/payloadHash.ts'
import { isStorable } from '../../../../src-main/hub/operations/storableText.ts'
import { ClaimId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aHubClaim, anOperation, comment } from '../../../builders/hub/hubClaim.ts'

describe('payloadHash', () => {
  const request = anOperation(aHubClaim(), comment('one'))
  const hash = (who: string, asked: OperationRequest, claimId = 'C-1') =>
    payloadHash(UserId.parse(who), ClaimId.parse(claimId), asked)

  it('is another one for another person, claim, word or claim revision', () => {
    const hashes = [
      hash('reviewer', request),
      hash('reviewer-2', request),
      hash('reviewer', request, 'C-2'),
      hash('reviewer', { ...request, action: comment('two') }),
      hash('reviewer', { ...request, claimRevision: 4 }),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('is the same under a new client id and number, since the act is', () => {
    const renewed = { ...request, clientId: 'f0e0d0c0-b0a0-4908-8706-050403020100', sequence: 9 }
    expect(hash('reviewer', renewed)).toBe(hash('reviewer', request))
  })
})

describe('isStorable', () => {
  it('finds what PostgreSQL would not keep, however deep', () => {
    expect(isStorable({ a: ['fine \u{1F50D} ü', 1, null, true] })).toBe(true)
    expect(isStorable({ a: ['nul \0'] })).toBe(false)
    expect(isStorable('half \ud83d')).toBe(false)
  })
})
