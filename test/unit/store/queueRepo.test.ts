import { describe, expect, it } from 'vitest'
import { applyClaim } from '../../../src-main/store/feedRepo.ts'
import { listClaims, positionOf } from '../../../src-main/store/queueRepo.ts'
import { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord, type ClaimWishes } from '../../builders/claimRecord.ts'
import { anAsker, aStore } from '../../builders/store.ts'

function aQueue(...claims: readonly ClaimWishes[]) {
  const store = aStore()
  store.write((s) => {
    for (const wishes of claims) applyClaim(s, aClaimRecord(wishes))
  })
  const page = { offset: 0, limit: 100 }
  return {
    ids: (text = '', at = page) =>
      store.read((s) => listClaims(s, { text }, anAsker(), at)).rows.map(({ claimId }) => String(claimId)),
    total: (text = '') => store.read((s) => listClaims(s, { text }, anAsker(), page)).total,
    position: (claimId: string, text = '') =>
      store.read((s) => positionOf(s, { text }, anAsker(), ClaimId.parse(claimId))),
  }
}

const later = { claimId: 'later', dueAt: '2026-12-02T23:00:00.000Z' }
const sooner = { claimId: 'sooner', dueAt: '2026-11-24T23:00:00.000Z' }
const paused = { claimId: 'paused', dueAt: null }

describe('the queue', () => {
  it('shows what is due first first, and paused clocks last', () => {
    expect(aQueue(paused, later, sooner).ids()).toEqual(['sooner', 'later', 'paused'])
  })

  it('gives pages and the total of all', () => {
    const queue = aQueue(later, sooner, paused)
    expect([
      queue.ids('', { offset: 0, limit: 2 }),
      queue.ids('', { offset: 2, limit: 2 }),
      queue.total(),
    ]).toEqual([['sooner', 'later'], ['paused'], 3])
  })

  it('filters by status', () => {
    const queue = aQueue(sooner, { claimId: 'new', state: 'submitted', subState: 'queued' })
    expect(queue.ids('status:submitted')).toEqual(['new'])
    expect(queue.ids('status:submitted,under_review')).toEqual(['sooner', 'new'])
  })

  it.each([
    ['the beginning of a word', 'north', ['a']],
    ['words of different fields', 'fern teams', ['a']],
    ['another case and no accents', 'MONTCLAR deploiement', ['b']],
    ['the id', '20836', ['20836x']],
    ['a word that is nowhere', 'north zebra', []],
    ['signs of the query language', '"north* OR (', []],
    ['nothing but signs', '*"()', ['20836x', 'a', 'b']],
  ])('finds claims by %s', (_, text, expected) => {
    const queue = aQueue(
      { claimId: 'a' },
      {
        claimId: 'b',
        claimName: 'Déploiement Intune',
        customerName: 'Groupe Montclar',
        partnerName: 'Lumière SAS',
      },
      { claimId: '20836x', customerName: 'Hartwig', partnerName: 'Rheinwerk' },
    )
    expect(queue.ids(text)).toEqual(expected)
  })

  it('knows where a claim stands and who its neighbours are', () => {
    const queue = aQueue(later, sooner, paused)
    expect(queue.position('later')).toEqual({
      index: 1,
      total: 3,
      isMore: false,
      previous: 'sooner',
      next: 'paused',
    })
    expect(queue.position('sooner')).toMatchObject({ index: 0, previous: null })
    expect(queue.position('later', 'status:approved')).toEqual({
      index: null,
      total: 0,
      isMore: false,
      previous: null,
      next: null,
    })
  })
})
