import { describe, expect, it } from 'vitest'
import { ClaimEdit } from '../../../../src-main/hub/api/intake.ts'
import { readClaimEdit } from '../../../../src-main/hub/intake/readClaimEdit.ts'
import {
  aDynamicsForm,
  laterRules,
  OTHER_SUBSCRIPTION,
  seedRules,
  shortNotes,
  SUBSCRIPTION,
} from '../../../builders/intake.ts'

const items = [
  { id: 'i1', productId: 'ba.sales', name: 'Dynamics 365 Sales', subscriptionId: SUBSCRIPTION },
  { id: 'i2', productId: 'ba.bc', name: 'Business Central', subscriptionId: OTHER_SUBSCRIPTION },
]
const form = aDynamicsForm({ items })
const edit = (
  changes: object,
  rules = seedRules,
  claim = { form, state: 'partner_action_required' as const },
) => readClaimEdit(claim, ClaimEdit.parse({ claimRevision: 3, changes }).changes, rules)

describe('a change of a claim by its partner', () => {
  it('S-53: takes items off; those that stay keep their ids', () => {
    const read = edit({ items: items.slice(1) })
    expect(read).toMatchObject({ outcome: 'accepted', form: { items: [{ id: 'i2' }] } })
    expect(read.outcome === 'accepted' && read.changes.map(({ field }) => field)).toEqual(['items'])
  })

  it('S-56: puts items on, under ids of their own', () => {
    const added = [items[0], { productId: 'ba.finance', subscriptionId: OTHER_SUBSCRIPTION }]
    expect(edit({ items: added })).toMatchObject({
      outcome: 'accepted',
      form: { items: [{ id: 'i1' }, { id: 'i3', productId: 'ba.finance' }] },
    })
  })

  it('S-55: changes the PartnerID and nothing else', () => {
    expect(edit({ mpnId: ' 5555555 ' })).toMatchObject({
      outcome: 'accepted',
      form: { ...form, mpnId: '5555555' },
      changes: [{ field: 'mpnId', before: '4471902', after: '5555555' }],
    })
  })

  it('C-4: is blocked by name where the field may not be changed', () => {
    expect(edit({ claimName: 'Another', mpnId: '5555555' })).toMatchObject({
      outcome: 'blocked',
      blocks: [{ reason: 'field_not_editable', item: 'claimName' }],
    })
    expect(edit({ technicalContact: null }, laterRules)).toMatchObject({ outcome: 'blocked' })
  })

  it('S-57: is refused where it makes the claim worse', () => {
    const read = edit({ customerContact: { name: '', title: 'CIO', email: 'x' } })
    expect(read.outcome === 'refused' && shortNotes(read.notes)).toEqual([
      'refuse contact_missing customerContact.name',
      'refuse field_malformed customerContact.email',
    ])
  })

  it('S-57: is not refused for what was wrong before, so that a claim can be mended step by step', () => {
    const claim = { form: aDynamicsForm({ items, technicalContact: null }), state: 'submitted' as const }
    const changes = ClaimEdit.parse({ claimRevision: 1, changes: { mpnId: '5555555' } }).changes
    expect(readClaimEdit(claim, changes, seedRules)).toMatchObject({ outcome: 'accepted' })
  })

  it('that changes nothing is accepted and says so', () => {
    expect(edit({ mpnId: form.mpnId })).toMatchObject({ outcome: 'accepted', changes: [] })
  })
})
