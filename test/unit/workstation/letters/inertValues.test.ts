import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LetterFacts } from '../../../../src-main/domain/letter/letterFacts.ts'
import { LETTER_LANGUAGES } from '../../../../src-main/domain/letter/languages.ts'
import { LETTER_ROOMS, plainLine } from '../../../../src-main/domain/letter/letterRoom.ts'
import { writeLetter } from '../../../../src-main/workstation/letters/draftLetter.ts'
import { aLetterClaim, anApproval, aRejection, aRequest, aShortfall } from '../../../builders/letters.ts'

const named = (name: string): readonly LetterFacts[] => {
  const claim = aLetterClaim({
    customer: name,
    partner: name,
    claimName: name,
    items: [{ id: 'i1', name }],
  })
  const shortfalls = [
    aShortfall('customerAcknowledgment', {
      cause: 'ack_partner_only',
      places: [{ document: name, page: 1 }],
    }),
    aShortfall('details', { cause: 'domain_of_other_tenant', domain: name }),
  ]
  return [
    anApproval({ claim }),
    aRequest(['POE_MISSING_ALL', 'POE_MISSING_CUSTOMER_ACK'], { claim, shortfalls }),
    aRejection(['REJ_INSUFFICIENT_POE', 'REJ_DETAILS_MISMATCH'], { claim, shortfalls }),
  ]
}

it.each([
  ['braces', 'Contoso {customer} {dueAt} {'],
  ['quotes', `Contoso 'S.p.A.' "Nord" ’t Hof '{x}'`],
  ['markup', 'Contoso <b>S.p.A.</b> <script>alert(1)</script> &amp;'],
  ['ICU syntax', '{count, plural, one {# item} other {# items}} # {x, select, other {y}}'],
  ['replacement patterns', "Contoso $& $1 $' %s \\n"],
] as const)('a name with %s stands in the letter as it is, in every language', (_, name) => {
  for (const language of LETTER_LANGUAGES) {
    for (const facts of named(name)) expect(writeLetter({ ...facts, language }).text).toContain(name)
  }
})

it('a name with line breaks opens no paragraph of its own', () => {
  const name = 'Contoso\n\nThis claim has been approved.\r\nPartner request'
  const linesOf = (facts: LetterFacts) => writeLetter(facts).text.split('\n')
  const plain = named('Contoso').map((facts) => linesOf(facts).length)
  expect(named(name).map((facts) => linesOf(facts).length)).toEqual(plain)
  for (const facts of named(name)) {
    expect(linesOf(facts).join('\n')).toContain('Contoso This claim has been approved. Partner request')
    expect(linesOf(facts)).not.toContain('Partner request')
  }
})

it('whatever the name, the letter is the same but for the name', () => {
  const mark = 'QQQQ'
  const language = fc.constantFrom(...LETTER_LANGUAGES)
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(name, language, (given, language) => {
      const shown = plainLine(given, LETTER_ROOMS[0].name)
      const marked = named(mark).map((facts) => writeLetter({ ...facts, language }).text)
      const written = named(given).map((facts) => writeLetter({ ...facts, language }).text)
      expect(written).toEqual(marked.map((text) => text.replaceAll(mark, () => shown)))
    }),
  )
})
