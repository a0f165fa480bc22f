import { describe, expect, it } from 'vitest'
import {
  leakBlocks,
  leaksIn,
  type Unsayable,
} from '../../../../../src-main/domain/letter/guards/unsayable.ts'
import type { Claimant } from '../../../../../src-main/domain/letter/guards/rivals.ts'
import { aClaimRecord } from '../../../../builders/claimRecord.ts'

const own = aClaimRecord({ partnerName: 'Fernhill Consulting Ltd' }).form
const rival = (wishes: Partial<Claimant> = {}): Claimant => ({
  ...aClaimRecord({ claimId: '208999' }).form,
  mpnId: '5550123',
  partnerCompanyName: 'Höllriegl & Söhne S.p.A.',
  partnerDomains: ['hoellriegl.example'],
  partnerContact: { name: 'Renata Quist', title: null, email: 'r.quist@hoellriegl.example' },
  ...wishes,
})
const unsayable = (wishes: Partial<Unsayable> = {}): Unsayable => ({
  own,
  others: [rival()],
  comments: [],
  ...wishes,
})
const quotes = (text: string, wishes: Partial<Unsayable> = {}, note = '') =>
  leaksIn(text, unsayable(wishes), note).map(({ start, end }) => text.slice(start, end))

describe('a rival of the same customer', () => {
  it.each([
    ['in its own spelling', 'We also heard from Höllriegl & Söhne S.p.A. about it.', 'Höllriegl & Söhne'],
    ['in capitals, without accents or legal form', 'As HOLLRIEGL SOHNE says.', 'HOLLRIEGL SOHNE'],
    ['with its umlauts spelled out', 'As Hoellriegl und Soehne says.', 'Hoellriegl und Soehne'],
    ['with a sign inside that does not show', 'As Höll\u00adriegl & Söhne says.', 'Höll\u00adriegl & Söhne'],
    ['by its contact', 'Please talk to renata quist.', 'renata quist'],
    ['by its address', 'Write to R.Quist@hoellriegl.example.', 'R.Quist@hoellriegl.example'],
    ['by its domain', 'See https://www.hoellriegl.example/work', 'hoellriegl.example'],
    ['by its PartnerID', 'The other one is 5550123.', '5550123'],
    ['by the number of its claim', 'Compare claim 208999, please.', '208999'],
  ])('is found %s', (_how, text, quote) => {
    expect(quotes(text)).toEqual([quote])
  })

  it.each([
    ['the partner’s own name and number', 'Fernhill Consulting Ltd, 4471902, fernhill.example'],
    ['part of another word, domain or number', 'Hoellriegler, myhoellriegl.example.org, 15550123'],
    ['a given name alone', 'Renata will call you.'],
  ])('is not found in %s', (_what, text) => {
    expect(quotes(text)).toEqual([])
  })

  it('may share words with the customer or with what is claimed: those are said of them', () => {
    const others = [
      rival({ partnerCompanyName: 'Northgate Ltd' }),
      rival({ partnerCompanyName: 'Teams GmbH' }),
    ]
    expect(quotes('Northgate Assurance plc uses Microsoft Teams.', { others })).toEqual([])
    expect(quotes('Northgate said so.', { others })).toEqual(['Northgate'])
  })

  it('is found without the word that says what it does, unless that leaves a word of the language', () => {
    const named = (partnerCompanyName: string) => ({ others: [rival({ partnerCompanyName })] })
    expect(quotes('Ask Tarnbeck for it.', named('Tarnbeck Consulting Group GmbH'))).toEqual(['Tarnbeck'])
    expect(quotes('It is a core part.', named('Core Consulting GmbH'))).toEqual([])
    expect(quotes('It is Core Consulting.', named('Core Consulting GmbH'))).toEqual(['Core Consulting'])
  })

  it('is nobody who is the same partner with another claim', () => {
    const others = [rival({ mpnId: own.mpnId }), rival({ partnerCompanyName: 'FERNHILL consulting' })]
    expect(quotes('Höllriegl & Söhne and Fernhill Consulting', { others })).toEqual([])
  })

  it('ends no letter with an id that is a year', () => {
    expect(quotes('Until 27 November 2026.', { others: [rival({ mpnId: '2026' })] })).toEqual([])
  })
})

describe('a text for colleagues', () => {
  const NOTE = 'Looks copied from last year. I do not trust the stamp on page 3!'
  const internal = (text: string) => ({ text, visibility: 'internal' as const })

  it('is found again by a whole sentence, whatever case, accents and marks it has', () => {
    const text = 'Dear all, i do NOT trust the stamp – on page 3. Regards'
    expect(quotes(text, { comments: [internal(NOTE)] })).toEqual(['i do NOT trust the stamp – on page 3'])
  })

  it('is not found in a sentence that shares fewer than six words with it', () => {
    expect(quotes('Looks copied from last year.', { comments: [internal(NOTE)] })).toEqual([])
    expect(quotes('I do not trust the stamp.', { comments: [internal(NOTE)] })).toEqual([])
  })

  it('is no secret once the partner has read or written it', () => {
    const said = { text: `You wrote: ${NOTE}`, visibility: 'partner_visible' as const }
    expect(quotes(NOTE, { comments: [internal(NOTE), said] })).toEqual([])
  })

  it('may also be the note for the lead of the same rejection', () => {
    expect(quotes(NOTE, {}, NOTE)).toHaveLength(1)
  })
})

describe('the guard of leaks', () => {
  const text = 'Höllriegl & Söhne claims it too.'
  it('refuses every act that tells the partner so', () => {
    const why = (command: Parameters<typeof leakBlocks>[0]) =>
      leakBlocks(command, unsayable()).map(({ reason }) => reason)
    expect(why({ act: 'approve', comment: text })).toEqual(['names_rival'])
    expect(why({ act: 'hold_for_arbitration', comment: text })).toEqual(['names_rival'])
    const said = { act: 'comment', text, inReplyTo: null } as const
    expect(why({ ...said, visibility: 'partner_visible' })).toEqual(['names_rival'])
    expect(why({ ...said, visibility: 'internal' })).toEqual([])
    expect(why({ act: 'reopen', reason: text })).toEqual([])
  })
})
