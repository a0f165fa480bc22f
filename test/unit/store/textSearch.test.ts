import { describe, expect, it } from 'vitest'
import { applyClaim, removeClaim } from '../../../src-main/store/feedRepo.ts'
import { listClaims } from '../../../src-main/store/queueRepo.ts'
import { putPageTexts } from '../../../src-main/store/searchTextsRepo.ts'
import { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord, aPartnerComment, sha256Of } from '../../builders/claimRecord.ts'
import { anAsker, aStore } from '../../builders/store.ts'

const PAPER = new TextEncoder().encode('a signed paper')
const DOCUMENTS = [{ documentId: 'd1', bytes: PAPER, fileName: 'SOW.pdf' }]
function aSearch() {
  const store = aStore()
  const ask = (text: string) =>
    store.read((s) => listClaims(s, { text }, anAsker(), { offset: 0, limit: 100 }))
  return {
    store,
    ask,
    ids: (text: string) => ask(text).rows.map(({ claimId }) => String(claimId)),
    /** How often the index itself has a word, whoever may see it. */
    hits: (word: string) =>
      store.read(({ sqlite }) =>
        sqlite.prepare('select count(*) from texts_search where texts_search match ?').pluck().get(word),
      ),
  }
}

describe('text of comments and documents', () => {
  it('is found in a comment, with who wrote it and the place', () => {
    const { store, ask } = aSearch()
    store.write((s) =>
      applyClaim(s, aClaimRecord({ comments: [aPartnerComment('The seal stands on page two.')] })),
    )
    expect(ask('SEAL').rows[0]?.found).toEqual({
      where: 'comment',
      name: 'Owen Pritchard',
      page: null,
      pieces: [
        { text: 'The ', isMatch: false },
        { text: 'seal', isMatch: true },
        { text: ' stands on page two.', isMatch: false },
      ],
    })
  })

  it('is found in a document that several claims carry, with its name and page', () => {
    const { store, ask, ids } = aSearch()
    store.write((s) => {
      applyClaim(s, aClaimRecord({ claimId: 'a', documents: DOCUMENTS }))
      applyClaim(s, aClaimRecord({ claimId: 'b', documents: DOCUMENTS }))
      putPageTexts(s, sha256Of(PAPER), [
        { page: 1, text: 'Work order' },
        { page: 2, text: 'Accettazione del cliente, perché sì' },
      ])
    })
    expect(ids('perche')).toEqual(['a', 'b'])
    expect(ask('accettaz').rows[0]?.found).toMatchObject({ where: 'document', name: 'SOW.pdf', page: 2 })
    expect(ids('document:"work order"')).toEqual(['a', 'b'])
    expect(ids('comment:work')).toEqual([])
    expect(ids('-work')).toEqual([])
  })

  it('may stand in different places for different words, and what the row shows needs no snippet', () => {
    const { store, ask } = aSearch()
    store.write((s) => applyClaim(s, aClaimRecord({ comments: [aPartnerComment('The seal is missing.')] })))
    expect(ask('northgate seal').rows[0]?.found).toMatchObject({ where: 'comment' })
    expect(ask('northgate').rows[0]?.found).toBeNull()
  })

  it('shows its place also where another claim has the word in its name', () => {
    const { store, ask } = aSearch()
    store.write((s) => {
      applyClaim(s, aClaimRecord({ claimId: 'a', claimName: 'Seal rollout' }))
      applyClaim(s, aClaimRecord({ claimId: 'b', comments: [aPartnerComment('The seal is missing.')] }))
    })
    const found = ask('seal').rows.map((row) => [String(row.claimId), row.found?.where ?? null])
    expect(Object.fromEntries(found)).toEqual({ a: null, b: 'comment' })
  })

  it('is counted once for a claim that has it in its name and in a comment', () => {
    const { store, ask } = aSearch()
    store.write((s) => {
      applyClaim(
        s,
        aClaimRecord({ claimId: 'a', claimName: 'Seal rollout', comments: [aPartnerComment('A seal.')] }),
      )
      applyClaim(s, aClaimRecord({ claimId: 'b', comments: [aPartnerComment('The seal is missing.')] }))
      applyClaim(s, aClaimRecord({ claimId: 'c', claimName: 'Seal again' }))
      applyClaim(s, aClaimRecord({ claimId: 'd' }))
    })
    const totals = ['seal', 'claim:seal', 'comment:seal', '-seal', 'seal AND rollout', 'missing'].map(
      (text) => [text, ask(text).total, ask(text).rows.length] as const,
    )
    expect(totals).toEqual([
      ['seal', 3, 3],
      ['claim:seal', 2, 2],
      ['comment:seal', 2, 2],
      ['-seal', 1, 1],
      ['seal AND rollout', 2, 2],
      ['missing', 1, 1],
    ])
  })

  it('gives the same claims in the same order however many names have the word', () => {
    const { store, ids } = aSearch()
    store.write((s) => {
      applyClaim(s, aClaimRecord({ claimId: 'a', claimName: 'Seal rollout' }))
      applyClaim(s, aClaimRecord({ claimId: 'b', comments: [aPartnerComment('The seal is missing.')] }))
      applyClaim(s, aClaimRecord({ claimId: 'c' }))
    })
    const looks = () => [ids('seal'), ids('-seal'), ids('claim:seal'), ids('seal AND missing')]
    const before = looks()
    store.write(({ sqlite }) =>
      sqlite.exec(`insert into claims_search (rowid, claim_name)
        with recursive n (at) as (select 1000 union all select at + 1 from n where at < 22000) select at, 'Seal' from n`),
    )
    expect(looks()).toEqual(before)
    expect(before).toEqual([['a', 'b'], ['c'], ['a'], ['b']])
  })

  it('follows a changed comment, a removed one and a claim that is gone', () => {
    const { store, ids, hits } = aSearch()
    const put = (revision: number, ...comments: ReturnType<typeof aPartnerComment>[]) =>
      store.write((s) => applyClaim(s, aClaimRecord({ revision, comments })))
    put(3, aPartnerComment('First seal'), aPartnerComment('Second stamp', 'c2'))
    put(4, aPartnerComment('First signature'), aPartnerComment('Second stamp', 'c2'))
    expect([ids('seal'), ids('signature'), ids('stamp')]).toEqual([[], ['208417'], ['208417']])
    put(5, aPartnerComment('First signature'))
    expect([ids('stamp'), hits('stamp')]).toEqual([[], 0])
    store.write((s) => removeClaim(s, ClaimId.parse('208417')))
    expect(hits('signature')).toBe(0)
  })

  it('is left alone in the index when a claim comes again with the same comments', () => {
    const { store } = aSearch()
    const keys = () =>
      store.read(({ sqlite }) => sqlite.prepare('select text_key from search_texts').pluck().all())
    store.write((s) => applyClaim(s, aClaimRecord({ comments: [aPartnerComment('The seal')] })))
    const before = keys()
    const changes = () => store.read(({ sqlite }) => sqlite.prepare('select total_changes()').pluck().get())
    store.write((s) => applyClaim(s, aClaimRecord({ revision: 4, comments: [aPartnerComment('The seal')] })))
    const once = Number(changes())
    store.write((s) => applyClaim(s, aClaimRecord({ revision: 5, comments: [aPartnerComment('The seal')] })))
    const again = Number(changes())
    store.write((s) => applyClaim(s, aClaimRecord({ revision: 6, comments: [aPartnerComment('Another')] })))
    expect(keys()).toEqual(before)
    // The same writes as before and no more; another word costs the index's own.
    expect(Number(changes()) - again).toBeGreaterThan(again - once)
  })

  it('forgets pages that a newer reading no longer has', () => {
    const { store, hits } = aSearch()
    const put = (...texts: string[]) =>
      store.write((s) =>
        putPageTexts(
          s,
          sha256Of(PAPER),
          texts.map((text, at) => ({ page: at + 1, text })),
        ),
      )
    put('one', 'two')
    put('uno')
    expect([hits('one'), hits('two'), hits('uno')]).toEqual([0, 0, 1])
  })

  it('says when a word stands in more places than are looked at', () => {
    const { store, ask } = aSearch()
    store.write((s) => {
      applyClaim(s, aClaimRecord({ documents: DOCUMENTS }))
      putPageTexts(
        s,
        sha256Of(PAPER),
        Array.from({ length: 10_001 }, (_, at) => ({
          page: at + 1,
          text: at === 0 ? 'Common rare' : 'Common',
        })),
      )
    })
    expect([ask('common').isNewestOnly, ask('rare').isNewestOnly]).toEqual([true, false])
  })
})
