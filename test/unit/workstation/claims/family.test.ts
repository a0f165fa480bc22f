import { describe, expect, it } from 'vitest'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord, type ClaimWishes } from '../../../builders/claimRecord.ts'
import { aSyncedStation, THE_CLAIM } from '../../../fakes/syncedStation.ts'

const OTHER_PARTNER = { mpnId: '5100023', partnerCompanyName: 'Tidewater Cloud Partners LLC' }

interface Wishes extends ClaimWishes {
  readonly form?: Partial<ClaimRecord['form']>
}

function aClaim({ form, also, ...wishes }: Wishes): ClaimRecord {
  const plain = aClaimRecord(wishes)
  return aClaimRecord({ ...wishes, also: { ...also, form: { ...plain.form, ...form } } })
}

async function familyOf(...others: readonly Wishes[]) {
  const records = [aClaim({}), ...others.map(aClaim)]
  const { station } = await aSyncedStation(records)
  return station.call('claims.family', { claimId: THE_CLAIM })
}

const kin = async (other: Wishes) => (await familyOf(other)).members.map(({ kinship }) => kinship)

describe('the other claims of a customer', () => {
  it('compete where another partner asks for the same workload, and say which', async () => {
    const { members } = await familyOf({ claimId: 'rival', form: OTHER_PARTNER })
    expect(members).toMatchObject([
      {
        claimId: 'rival',
        kinship: 'competing',
        partnerName: 'Tidewater Cloud Partners LLC',
        mpnId: '5100023',
        shared: ['Microsoft Teams'],
        items: ['Microsoft Teams'],
      },
    ])
  })

  it('do not compete once they are rejected, nor for another workload, nor with the same partner', async () => {
    const teams = { state: 'rejected', subState: 'final' } as const
    expect(await kin({ claimId: 'x', form: OTHER_PARTNER, ...teams })).toEqual(['other_partner'])
    const items = [
      { id: 'i1', productId: 'm365.intune', name: 'Microsoft Intune', subscriptionId: null },
    ] as const
    expect(await kin({ claimId: 'x', form: { ...OTHER_PARTNER, items: [...items] } })).toEqual([
      'other_partner',
    ])
    expect(await kin({ claimId: 'x' })).toEqual(['same_partner'])
  })

  it('are told apart from the claim that this one took the place of, and from the one that took its own', async () => {
    const records = [
      aClaim({ also: { replaces: ClaimId.parse('before') } }),
      aClaim({ claimId: 'before', state: 'rejected', subState: 'dispute_window_closed' }),
      aClaim({ claimId: 'after', also: { replaces: THE_CLAIM } }),
    ]
    const { station } = await aSyncedStation(records)
    const { members } = await station.call('claims.family', { claimId: THE_CLAIM })
    expect(members.map(({ claimId, kinship }) => [claimId, kinship])).toEqual([
      ['before', 'replaced'],
      ['after', 'replacing'],
    ])
  })

  it('come with the closest first and then the youngest; claims of other customers and drafts are none of them', async () => {
    const plain = aClaimRecord()
    const submitted = (day: number) => ({ submittedAt: `2026-10-0${day}T09:00:00.000Z` as never })
    const { members, total } = await familyOf(
      { claimId: 'older', form: { ...OTHER_PARTNER, ...submitted(1) }, state: 'rejected', subState: 'final' },
      {
        claimId: 'younger',
        form: { ...OTHER_PARTNER, ...submitted(5) },
        state: 'rejected',
        subState: 'final',
      },
      { claimId: 'rival', form: { ...OTHER_PARTNER, ...submitted(2) } },
      {
        claimId: 'elsewhere',
        form: {
          customer: { ...plain.form.customer, tenantId: '00000000-51d8-4f0e-9a67-0c2f3ed1b9f3' as never },
        },
      },
      { claimId: 'draft', state: 'editing', subState: null },
    )
    expect(members.map(({ claimId }) => String(claimId))).toEqual(['rival', 'younger', 'older'])
    expect(total).toBe(3)
  })

  it('are refused for a claim that is not here', async () => {
    const { station } = await aSyncedStation([aClaimRecord()])
    await expect(station.call('claims.family', { claimId: ClaimId.parse('nowhere') })).rejects.toThrow(
      'not_found',
    )
  })
})

describe('where claims stand', () => {
  it('is told for those that are here, with the review that was begun here', async () => {
    const records = [
      aClaimRecord({ state: 'submitted', subState: 'queued' }),
      aClaimRecord({ claimId: 'two' }),
    ]
    const { station, on } = await aSyncedStation(records)
    await station.call('claims.startReview', await on())
    const claimIds = ['208417', 'two', 'nowhere'].map((id) => ClaimId.parse(id))
    const { standings } = await station.call('claims.standings', { claimIds })
    expect(standings.toSorted((a, b) => a.claimId.localeCompare(b.claimId))).toEqual([
      { claimId: '208417', claimName: 'Teams rollout', state: 'under_review', subState: 'in_review' },
      { claimId: 'two', claimName: 'Teams rollout', state: 'under_review', subState: 'in_review' },
    ])
  })
})

describe('what edits touch', () => {
  it('is told once for each field, with the criteria and checks that are judged anew', async () => {
    const edit = (entryId: string, ...fields: string[]) => ({
      entryId,
      at: '2026-11-04T09:00:00.000Z' as never,
      side: 'partner' as const,
      kind: 'edited' as const,
      actorName: 'Owen Pritchard',
      fromState: null,
      toState: null,
      fromSubState: null,
      toSubState: null,
      reasons: [],
      changes: fields.map((field) => ({ field, before: 'a', after: 'b' })),
      detail: null,
    })
    const history = [edit('e1', 'mpnId', 'items'), edit('e2', 'mpnId', 'claimName')]
    const { open } = await aSyncedStation([aClaimRecord({ history })])
    expect((await open()).touched).toEqual([
      { field: 'mpnId', criteria: [], checks: ['subscription', 'exclusivity'] },
      {
        field: 'items',
        criteria: ['products', 'serviceDescription'],
        checks: ['contacts', 'subscription', 'exclusivity'],
      },
      { field: 'claimName', criteria: [], checks: [] },
    ])
  })
})
