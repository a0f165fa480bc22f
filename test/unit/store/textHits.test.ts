import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { applyClaim } from '../../../src-main/store/feedRepo.ts'
import { openStore, type Store } from '../../../src-main/store/openStore.ts'
import { COUNTED } from '../../../src-main/store/queuePick.ts'
import { countClaims, listClaims, positionOf } from '../../../src-main/store/queueRepo.ts'
import { putPageTexts } from '../../../src-main/store/searchTextsRepo.ts'
import { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord, aPartnerComment, sha256Of } from '../../builders/claimRecord.ts'
import { anAsker, MIGRATIONS } from '../../builders/store.ts'

const openInMemory = () => openStore({ file: ':memory:', migrations: MIGRATIONS, now: 0, key: null })

/** Beginnings of one another, signs that fold, and more words that begin with `b` than are looked for one by one. */
const WORDS = ['seal', 'sealed', 'teams', 'Söhne', 'sohn', 'ab1', '株式会社', 'wave']
const MANY_B = Array.from({ length: 15 }, (_, at) => `b${at}`)
const CLAIMS = 240
const pick = (list: readonly string[], at: number) => list[at % list.length] ?? ''

interface Made {
  readonly claimId: string
  readonly due: string
  readonly isOpen: boolean
  readonly name: string
  readonly partner: string
  readonly comments: readonly string[]
  readonly pages: readonly string[]
}

/** Every claim is a wave; the other words stand in names, comments and pages, rarely and often. */
const made = (at: number): Made => ({
  claimId: `c${1000 + ((at * 7919) % 8999)}`,
  due: new Date(Date.parse('2026-11-22T00:00:00.000Z') + ((at * 37) % 101) * 3_600_000).toISOString(),
  isOpen: at % 40 !== 3,
  name: `wave ${pick(WORDS, at >> 1)} ${at % 3 === 0 ? 'teams rollout' : pick(MANY_B, at)}`,
  partner: `${pick(WORDS, at >> 3)} consulting`,
  comments: at % 5 === 0 ? [`please ${pick(WORDS, at >> 2)} the rollout`, `again ${pick(MANY_B, at)}`] : [],
  pages: at % 9 === 0 ? [`${pick(WORDS, at >> 1)} on page one`, `wave teams ${pick(WORDS, at)}`] : [],
})
const QUEUE = Array.from({ length: CLAIMS }, (_, at) => made(at))
const DEFAULTS = { customer: 'northgate assurance plc', item: 'teams' }

function put(store: Store, { claimId, due, isOpen, name, partner, comments, pages }: Made): void {
  const paper = new TextEncoder().encode(`paper of ${pages.join()}`)
  store.write((s) => {
    applyClaim(
      s,
      aClaimRecord({
        claimId,
        claimName: name,
        customerName: DEFAULTS.customer,
        partnerName: partner,
        items: [{ id: 'i1', name: DEFAULTS.item }],
        dueAt: due,
        ...(!isOpen && { state: 'approved', subState: 'consent_open' }),
        documents: pages.length === 0 ? [] : [{ documentId: 'd1', bytes: paper }],
        comments: comments.map((text, at) => aPartnerComment(text, `k${at}`)),
      }),
    )
    putPageTexts(
      s,
      sha256Of(paper),
      pages.map((text, at) => ({ page: at + 1, text })),
    )
  })
}

const folded = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string) => folded(text).split(/[^\p{L}\p{N}]+/u)

/** Whether one text has a word that begins so, or these words one after the other. */
function hasText(text: string, wanted: string): boolean {
  const words = wordsOf(text)
  if (!wanted.startsWith('"')) return words.some((word) => word.startsWith(folded(wanted)))
  return ` ${words.join(' ')} `.includes(` ${wordsOf(wanted.slice(1, -1)).join(' ')} `)
}

interface Term {
  readonly isNot: boolean
  readonly field: 'any' | 'claim' | 'partner' | 'comment' | 'document' | 'status'
  readonly wanted: string
}

function meets(claim: Made, { isNot, field, wanted }: Term): boolean {
  const has = (texts: readonly string[]) => texts.some((text) => hasText(text, wanted))
  const places = {
    any: () =>
      has([
        claim.claimId,
        claim.name,
        claim.partner,
        ...Object.values(DEFAULTS),
        ...claim.comments,
        ...claim.pages,
      ]),
    claim: () => has([claim.name]),
    partner: () => has([claim.partner]),
    comment: () => has(claim.comments),
    document: () => has(claim.pages),
    status: () => (wanted === 'approved') !== claim.isOpen,
  }
  return places[field]() !== isNot
}

const byDue = (a: Made, b: Made) => (a.due < b.due || (a.due === b.due && a.claimId < b.claimId) ? -1 : 1)
/** The plain way: every claim, word by word. */
const expected = (terms: readonly Term[]) =>
  QUEUE.filter((claim) => terms.every((term) => meets(claim, term)))
    .toSorted(byDue)
    .map(({ claimId }) => claimId)

const textOf = ({ isNot, field, wanted }: Term) =>
  `${isNot ? '-' : ''}${field === 'any' ? '' : `${field}:`}${wanted}`

const words = fc.constantFrom(
  ...WORDS,
  'sea',
  'b',
  'b1',
  'te',
  'w',
  'SOHNE',
  'söh',
  'roll',
  'c1',
  'nowhere',
  'north',
)
const phrases = fc.constantFrom('"teams rollout"', '"wave teams"', '"the rollout"', '"rollout teams"')
const terms: fc.Arbitrary<Term> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      isNot: fc.boolean(),
      field: fc.constantFrom(
        'any' as const,
        'any' as const,
        'claim' as const,
        'partner' as const,
        'comment' as const,
        'document' as const,
      ),
      wanted: fc.oneof({ weight: 4, arbitrary: words }, phrases),
    }),
  },
  fc.record({
    isNot: fc.boolean(),
    field: fc.constant('status' as const),
    wanted: fc.constantFrom('open', 'approved'),
  }),
)

describe('a search', () => {
  let store: Store
  beforeAll(() => {
    store = openInMemory()
    for (const claim of QUEUE) put(store, claim)
    return () => store.close()
  })

  it('finds, orders and counts as a walk through every word of every claim does', () => {
    fc.assert(
      fc.property(
        fc.array(terms, { minLength: 1, maxLength: 4 }),
        fc.nat({ max: 40 }),
        fc.constantFrom(1, 7, 500),
        (all, offset, limit) => {
          const text = all.map(textOf).join(' ')
          const wanted = expected(all)
          const page = store.read((s) => listClaims(s, { text }, anAsker(), { offset, limit }))
          expect([text, page.rows.map(({ claimId }) => String(claimId))]).toEqual([
            text,
            wanted.slice(offset, offset + limit),
          ])
          expect([page.total, page.isMore]).toEqual([wanted.length, false])
          expect(store.read((s) => countClaims(s, { text }, anAsker())).claims).toBe(wanted.length)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('knows the place of a claim among the found ones, and between which one stands that is left out', () => {
    const places = new Map(expected([]).map((id, place) => [id, place]))
    fc.assert(
      fc.property(fc.array(terms, { minLength: 1, maxLength: 3 }), fc.nat({ max: CLAIMS - 1 }), (all, at) => {
        const wanted = expected(all)
        const claimId = QUEUE[at]?.claimId ?? ''
        const index = wanted.indexOf(claimId)
        const placeOf = (id: string) => places.get(id) ?? -1
        const place = store.read((s) =>
          positionOf(s, { text: all.map(textOf).join(' ') }, anAsker(), ClaimId.parse(claimId)),
        )
        expect(place).toEqual({
          index: index < 0 ? null : index,
          total: wanted.length,
          isMore: false,
          previous: wanted.findLast((id) => placeOf(id) < placeOf(claimId)) ?? null,
          next: wanted.find((id) => placeOf(id) > placeOf(claimId)) ?? null,
        })
      }),
    )
  })

  it('shows for a row that is found by a comment or page the place that has the word', () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('any' as const, 'comment' as const, 'document' as const),
        (wanted, field) => {
          const text = textOf({ isNot: false, field, wanted })
          const { rows } = store.read((s) => listClaims(s, { text }, anAsker(), { offset: 0, limit: 500 }))
          for (const { claimId, found } of rows) {
            const claim = QUEUE.find((each) => each.claimId === claimId)
            const isNamed =
              field === 'any' &&
              hasText([claimId, claim?.name, claim?.partner, ...Object.values(DEFAULTS)].join(' '), wanted)
            expect([text, claimId, found === null]).toEqual([text, claimId, isNamed])
            const matches = found?.pieces.filter(({ isMatch }) => isMatch) ?? []
            expect(matches.every((piece) => hasText(piece.text, wanted))).toBe(true)
            if (found !== null) expect(matches.length).toBeGreaterThan(0)
          }
        },
      ),
    )
  })
})

describe('a search that very many claims meet', () => {
  const ALL = COUNTED + 40
  let store: Store
  const ask = (text: string, offset = 0) =>
    store.read((s) => listClaims(s, { text }, anAsker(), { offset, limit: 3 }))
  beforeAll(() => {
    store = openInMemory()
    store.write((s) => {
      for (let at = 0; at < ALL; at += 1) {
        const number = String(at).padStart(5, '0')
        const isDone = at % 100 === 0
        applyClaim(
          s,
          aClaimRecord({
            claimId: `c${number}`,
            claimName: `common ${at < 30 ? 'rare' : 'usual'}${at % 2 === 0 ? ' even' : ''}`,
            ...(isDone && { state: 'approved', subState: 'consent_open' }),
          }),
        )
      }
    })
    return () => store.close()
  })

  it.each([
    ['common', COUNTED, true],
    ['comm', COUNTED, true],
    ['-nowhere', COUNTED, true],
    ['usual', COUNTED, true],
    ['even', ALL / 2, false],
    ['rare', 30, false],
    ['common rare', 30, false],
    ['common -usual', 30, false],
    ['common status:approved', Math.ceil(ALL / 100), false],
    ['common -status:approved', ALL - Math.ceil(ALL / 100), false],
    ['status:open', ALL - Math.ceil(ALL / 100), false],
    ['', ALL, false],
  ])('%j is counted as %i, more than that: %s', (text, claims, isMore) => {
    expect([ask(text).total, ask(text).isMore]).toEqual([claims, isMore])
  })

  it('gives its rows in the order of the queue from the first to the last that is counted', () => {
    expect(ask('common').rows.map(({ claimId }) => String(claimId))).toEqual(['c00000', 'c00001', 'c00002'])
    expect(ask('common', COUNTED - 3).rows.at(-1)?.claimId).toBe('c09999')
    expect(ask('rare', 30).rows).toEqual([])
  })
})
