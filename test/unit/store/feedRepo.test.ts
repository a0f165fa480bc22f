import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { putChips, putReport } from '../../../src-main/store/checksRepo.ts'
import { findClaim } from '../../../src-main/store/claimsRepo.ts'
import { applyClaim, removeClaim } from '../../../src-main/store/feedRepo.ts'
import { listClaims } from '../../../src-main/store/queueRepo.ts'
import { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { aReport } from '../../builders/checkReport.ts'
import { aLifeLong } from '../../builders/lifeLong.ts'
import { aClaimRecord, type ClaimWishes } from '../../builders/claimRecord.ts'
import { anAsker, aStore } from '../../builders/store.ts'

const id = ClaimId.parse('208417')
const find = (store: ReturnType<typeof aStore>, text: string) =>
  store
    .read((s) => listClaims(s, { text }, anAsker(), { offset: 0, limit: 10 }))
    .rows.map(({ claimName }) => claimName)
const CHIPS = {
  usablePoe: 'met',
  customerAcknowledgment: 'met',
  dates: 'met',
  products: 'met',
  serviceDescription: 'met',
} as const

describe('a claim of the feed', () => {
  it('comes back from the database as it went in', () => {
    const store = aStore()
    const record = aClaimRecord({
      items: [
        { id: 'i2', name: 'SharePoint Online' },
        { id: 'i1', name: 'Microsoft Teams' },
      ],
      documents: [{ documentId: 'd1', bytes: new Uint8Array([1, 2, 3]), fileName: 'Étude.pdf' }],
    })
    store.write((s) => applyClaim(s, record))
    expect(store.read((s) => findClaim(s, id))?.record).toEqual(record)
  })

  it('comes back with all that its life has left on it', () => {
    const store = aStore()
    const record = aLifeLong()
    store.write((s) => applyClaim(s, record))
    expect(store.read((s) => findClaim(s, id))?.record).toEqual(record)
    const next = { ...record, revision: record.revision + 1, unknown: null, replaces: null, calendar: null }
    store.write((s) => applyClaim(s, next))
    expect(store.read((s) => findClaim(s, id))?.record).toEqual(next)
  })

  it('never goes back to an older revision, in whatever order and however often items come', () => {
    const revision = fc.integer({ min: 1, max: 6 })
    fc.assert(
      fc.property(fc.array(revision, { minLength: 1, maxLength: 12 }), (revisions) => {
        const store = aStore()
        for (const n of revisions)
          store.write((s) => applyClaim(s, aClaimRecord({ revision: n, claimName: `Name ${n}` })))
        const newest = Math.max(...revisions)
        expect(store.read((s) => findClaim(s, id))?.record).toEqual(
          aClaimRecord({ revision: newest, claimName: `Name ${newest}` }),
        )
        expect(find(store, `name ${newest}`)).toEqual([`Name ${newest}`])
      }),
      { numRuns: 40 },
    )
  })

  it('is found by its new words and no longer by the old ones', () => {
    const store = aStore()
    store.write((s) => applyClaim(s, aClaimRecord({ revision: 1, claimName: 'Perché Teams' })))
    expect(find(store, 'perche')).toEqual(['Perché Teams'])
    store.write((s) => applyClaim(s, aClaimRecord({ revision: 2, claimName: 'Quasi Intune' })))
    expect([find(store, 'perche'), find(store, 'quasi')]).toEqual([[], ['Quasi Intune']])
  })

  it('is gone with all its parts when the feed removes it', () => {
    const store = aStore()
    store.write((s) => applyClaim(s, aClaimRecord({ claimName: 'Withdrawn' })))
    expect(store.write((s) => removeClaim(s, id))).toBe(true)
    expect(store.write((s) => removeClaim(s, id))).toBe(false)
    expect(find(store, 'withdrawn')).toEqual([])
    expect(store.read(({ sqlite }) => sqlite.prepare('select count(*) from items').pluck().get())).toBe(0)
  })

  it('loses its findings when form or documents change, and keeps them when only the status does', () => {
    const store = aStore()
    const checked = (wishes: ClaimWishes) => {
      store.write((s) => applyClaim(s, aClaimRecord(wishes)))
      return store.read((s) => listClaims(s, { text: '' }, anAsker(), { offset: 0, limit: 1 })).rows[0]
        ?.verdicts.dates
    }
    const first = aClaimRecord({ revision: 1 })
    store.write((s) => applyClaim(s, first))
    const key = store.read((s) => findClaim(s, id))?.checkKey ?? ''
    store.write((s) => {
      putReport(s, id, key, aReport(first), 0)
      putChips(s, id, CHIPS)
    })
    expect(checked({ revision: 2, state: 'approved', subState: 'consent_open' })).toBe('met')
    expect(checked({ revision: 3, documents: [{ documentId: 'd1', bytes: new Uint8Array([1]) }] })).toBe(null)
  })
})
