import { describe, expect, it } from 'vitest'
import {
  CommentBody,
  DeclineBody,
  DisputeRequest,
  DocumentMeta,
  PartnerClaim,
  PartnerRequestBody,
} from '../../../../src-main/hub/api/intake.ts'
import { m365Claim } from '../../../builders/intake.ts'

describe('what partners and customers send', () => {
  it('S-98: a comment beside a claim is optional', () => {
    expect(PartnerClaim.parse(m365Claim).comment).toBeNull()
    expect(PartnerClaim.parse({ ...m365Claim, comment: 'Signed copy follows.' }).comment).toBe(
      'Signed copy follows.',
    )
  })

  it('S-08: a claim brings neither status nor id nor day of its own', () => {
    const sent = { ...m365Claim, claimId: '1', state: 'approved', submittedAt: '2020-01-01T00:00:00Z' }
    const read = PartnerClaim.parse(sent)
    for (const field of ['claimId', 'state', 'submittedAt']) expect(read).not.toHaveProperty(field)
  })

  it.each([
    ['S-78', 'SOW'],
    ['S-79', 'POE_TEMPLATE'],
    ['S-97', 'CUSTOMER_EMAIL'],
  ])('%s: a document may be said to be a %s', (_, kind) => {
    const meta = { fileName: ' proof.pdf ', mediaType: 'application/pdf' }
    expect(DocumentMeta.parse({ ...meta, kind })).toEqual({ ...meta, fileName: 'proof.pdf', kind })
    expect(DocumentMeta.parse(meta).kind).toBeNull()
  })

  it('S-120: the wrong PartnerID is a reason to ask for a rejection, with a comment', () => {
    const body = { claimRevision: 3, reason: 'WRONG_MPN', comment: 'It should be the Leeds office.' }
    expect(PartnerRequestBody.parse(body)).toEqual(body)
    expect(PartnerRequestBody.safeParse({ ...body, comment: '' }).success).toBe(false)
  })

  it('a dispute, a comment and a decline may be as short as they come', () => {
    expect(DisputeRequest.parse({ claimRevision: 1 })).toEqual({
      claimRevision: 1,
      justification: null,
      documentIds: [],
    })
    expect(CommentBody.parse({ text: 'Yes.' }).inReplyTo).toBeNull()
    expect(DeclineBody.parse({})).toEqual({ decision: 'declined', note: null })
  })
})
