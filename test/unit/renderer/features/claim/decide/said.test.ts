import { expect, test } from 'vitest'
import { DecisionInput } from '../../../../../../src-preload/contract/claims.ts'
import { sceneOf } from '../../../../../../src-renderer/features/claim/decide/missing.ts'
import { saidBy } from '../../../../../../src-renderer/features/claim/decide/said.ts'
import type { ActDraft } from '../../../../../../src-renderer/stores/claimViewStore.ts'
import { AT_MS, aDetail } from '../../../../../builders/renderer/aClaim.ts'

/** Everything that a reviewer may have chosen and written before making up their mind. */
const full: ActDraft = {
  reasons: ['REJ_INSUFFICIENT_POE'],
  items: ['i1'],
  mayRemoveItems: true,
  partnerRequestReason: 'WRONG_MPN',
  note: ' For the lead ',
  text: ' Dear partner ',
  origin: { kind: 'own' },
}
const detail = aDetail()
const scene = sceneOf(detail, AT_MS)
const { claimId } = detail.claim.form

test('a request carries items, a rejection carries note and partner’s reason, an approval its letter alone', () => {
  expect(saidBy('request_info', full, scene)).toMatchObject({
    items: ['i1'],
    mayRemoveItems: true,
    partnerRequestReason: null,
    note: '',
  })
  expect(saidBy('reject', full, scene)).toMatchObject({
    items: [],
    mayRemoveItems: false,
    partnerRequestReason: 'WRONG_MPN',
    note: 'For the lead',
  })
  expect(saidBy('approve', full, scene)).toMatchObject({
    reasons: [],
    items: [],
    note: '',
    comment: 'Dear partner',
  })
})

test('a note that is no longer asked for is not on the screen, and does not leave', () => {
  expect(saidBy('reject', { ...full, reasons: ['REJ_PARTNER_REQUEST'] }, scene).note).toBe('')
})

test.each(['approve', 'request_info', 'reject'] as const)(
  'what a %s carries fits the contract',
  (decision) => {
    const commandId = '00000000-0000-4000-8000-000000000001'
    const input = { ...saidBy(decision, full, scene), claimId, revision: 3, commandId }
    expect(DecisionInput.safeParse(input).error).toBeUndefined()
  },
)
