import { describe, expect, it } from 'vitest'
import type { LetterFacts } from '../../../../src-main/domain/letter/letterFacts.ts'
import { LETTER_LANGUAGES, type LetterLanguage } from '../../../../src-main/domain/letter/languages.ts'
import { writeLetter } from '../../../../src-main/workstation/letters/draftLetter.ts'
import { TEMPLATES } from '../../../../src-main/workstation/letters/templates.ts'
import { DECISION_REASONS, NEED_INFO_REASONS } from '../../../../src-preload/contract/vocabulary/words.ts'
import {
  aHold,
  anEnd,
  anApproval,
  aRejection,
  aReminder,
  aRequest,
  aShortfall,
  DISPUTE,
  EVERY_SHORTFALL,
  everyLetter,
  letterOfEachCause,
} from '../../../builders/letters.ts'

const text = (facts: LetterFacts, language: LetterLanguage = 'en') => writeLetter({ ...facts, language }).text
const blocks = (facts: LetterFacts, language: LetterLanguage = 'en') => text(facts, language).split('\n\n')

const LAST_MINUTE = {
  en: '27 November 2026, 23:59 (Europe/Rome)',
  it: '27 novembre 2026, 23:59 (Europe/Rome)',
  de: '27. November 2026, 23:59 Uhr (Europe/Rome)',
  fr: '27 novembre 2026, 23:59 (Europe/Rome)',
  es: '27 de noviembre de 2026, 23:59 (Europe/Rome)',
  pt: '27 de novembro de 2026, 23:59 (Europe/Rome)',
} as const
const DISPUTE_DAY = {
  en: '27 December 2026',
  it: '27 dicembre 2026',
  de: '27. Dezember 2026',
  fr: '27 décembre 2026',
  es: '27 de diciembre de 2026',
  pt: '27 de dezembro de 2026',
} as const
const NOT_PAYMENT = {
  en: /not an approval of incentive earnings or of a payout/,
  it: /Non è un’approvazione di guadagni da incentivi né di un pagamento/,
  de: /keine Genehmigung von Incentive-Einnahmen oder einer Auszahlung/,
  fr: /ne constitue pas une approbation de gains .* ni d’un paiement/,
  es: /No es una aprobación de ganancias por incentivos ni de un pago/,
  pt: /não é uma aprovação de ganhos de incentivos nem de um pagamento/,
} as const
const PAYMENT_WORDS = {
  en: /\bpa(y|ys|id|ying|yment|yments|yout|youts)\b|\bearn|\bmoney\b|\breward/i,
  it: /pagament|pagat|pagar|guadagn|compens|remunera|denaro/i,
  de: /zahlung|bezahl|auszahl|vergüt|verdien|einnahmen|\bgeld/i,
  fr: /paiement|payer|payé|versement|rémunér|\bgains?\b|argent/i,
  es: /\bpagos?\b|pagar|abono|ganancia|remunera|dinero/i,
  pt: /pagamento|pagar|\bganhos?\b|remunera|dinheiro/i,
} as const
const FINAL = {
  en: /This rejection is final/,
  it: /Questo rifiuto è definitivo/,
  de: /Diese Ablehnung ist endgültig/,
  fr: /Ce rejet est définitif/,
  es: /Este rechazo es definitivo/,
  pt: /Esta rejeição é final/,
} as const
const DISPUTE_WORDS = {
  en: /dispute/i,
  it: /contest/i,
  de: /widerspr|Dispute/i,
  fr: /contest|Dispute/i,
  es: /impugn|Dispute/i,
  pt: /contest|Dispute/i,
} as const

describe.each(LETTER_LANGUAGES)('a letter in %s', (language) => {
  it('S-18: says until when the partner has to resubmit, with the zone', () => {
    expect(text(aRequest(['POE_MISSING_ALL']), language)).toContain(LAST_MINUTE[language])
    expect(text(aReminder(), language)).toContain(LAST_MINUTE[language])
    expect(text(aHold(), language)).toContain(LAST_MINUTE[language])
  })

  it('S-59: says until when the customer may decline, with the zone', () => {
    expect(text(anApproval(), language)).toContain(LAST_MINUTE[language])
  })

  it('S-37: tells where the reasons are and how to dispute, until when, with the zone', () => {
    const letter = text(aRejection(['REJ_INSUFFICIENT_POE']), language)
    expect(letter).toContain(TEMPLATES[language].where)
    expect(letter).toContain(`${DISPUTE_DAY[language]}, 23:59`)
    expect(letter).toContain('Dispute')
    expect(letter).toMatch(/\b30\b/)
  })

  it('S-40: tells within how many days a dispute is answered', () => {
    const dispute = { ...DISPUTE, reviewBusinessDays: 17 }
    expect(text(aRejection(['REJ_INSUFFICIENT_POE'], { dispute }), language)).toMatch(/\b17\b/)
  })

  it('S-38: says that a final rejection is final and that a new association is possible', () => {
    const dispute = { ...DISPUTE, isFinal: true, until: null }
    const letter = text(aRejection(['REJ_INSUFFICIENT_POE'], { dispute }), language)
    expect(letter).toMatch(FINAL[language])
    expect(letter).not.toContain(DISPUTE_DAY[language])
    expect(text(aRejection(['REJ_INSUFFICIENT_POE']), language)).not.toMatch(FINAL[language])
  })

  it('S-42: says nothing of disputes after a request of the partner’s own, but how to claim anew', () => {
    const facts = aRejection(['REJ_PARTNER_REQUEST'], { partnerRequest: 'WRONG_MPN' })
    expect(text(facts, language)).not.toMatch(DISPUTE_WORDS[language])
    expect(text(facts, language)).toContain(TEMPLATES[language]['newClaim.WRONG_MPN'])
  })

  it('S-13: an approval says that it approves no payment', () => {
    expect(text(anApproval(), language)).toMatch(NOT_PAYMENT[language])
  })

  it('S-13: has no other words for payment, and neither has a snippet', () => {
    for (const [key, template] of Object.entries(TEMPLATES[language]))
      if (key !== 'notPayment') expect.soft(template, key).not.toMatch(PAYMENT_WORDS[language])
    expect(TEMPLATES[language].notPayment).toMatch(PAYMENT_WORDS[language])
  })

  it('S-66: says that the partner will get to see usage data', () => {
    expect(text(anApproval(), language)).toContain(TEMPLATES[language]['dataAccess.usage'])
  })

  it('S-67: says that the partner will get to see data for management services, by profile', () => {
    expect(text(anApproval({ dataAccess: 'management' }), language)).toContain(
      TEMPLATES[language]['dataAccess.management'],
    )
  })

  it.each([
    ['S-31', 'POE_MISSING_ALL'],
    ['S-32', 'POE_MISSING_CUSTOMER_ACK'],
    ['S-33', 'POE_MISSING_OR_OLD_DATES'],
    ['S-34', 'POE_MISSING_PARTNER_SERVICE'],
    ['S-35', 'POE_MISSING_PRODUCTS'],
    ['S-42', 'REJ_PARTNER_REQUEST'],
    ['S-44', 'REJ_CUSTOMER_DECLINE'],
    ['S-45', 'REJ_INSUFFICIENT_POE'],
    ['S-48', 'REJ_MISSING_CONSENT_ON_POE'],
    ['S-49', 'REJ_MISSING_PRODUCTS'],
    ['S-50', 'REJ_NO_PARTNER_RESPONSE'],
    ['S-51', 'REJ_POE_UNAVAILABLE'],
  ] as const)('%s: gives %s a block of its own under its label', (_, reason) => {
    const label = TEMPLATES[language][`label.${reason}`]
    const all = aRejection(DECISION_REASONS)
    expect(blocks(all, language).filter((block) => block.startsWith(`${label}\n`))).toHaveLength(1)
  })

  it('S-29: lists the items that are asked about, and no others', () => {
    const letter = text(aRequest(['POE_MISSING_ALL'], { items: ['i1', 'i3'] }), language)
    expect(letter).toContain('\n– Microsoft Teams\n– Microsoft Intune')
    expect(letter).not.toContain('Exchange Online')
  })

  it('ends with the claim’s id and begins without a greeting', () => {
    for (const facts of everyLetter()) {
      const parts = blocks(facts, language)
      expect(parts.at(-1)).toContain('208417')
      expect(parts[0]).not.toMatch(
        /^(dear|hello|gentil|egregi|spett|sehr geehrt|guten|bonjour|madame|estimad|prezad|olá)/i,
      )
    }
  })

  it('is never cut off by a gap that nothing fills, and fits into a comment', () => {
    for (const facts of [...everyLetter(), ...letterOfEachCause()]) {
      const letter = text(facts, language)
      expect(letter).not.toMatch(/[{}]|\b(undefined|null|NaN)\b|\[object/)
      expect(letter.length).toBeLessThanOrEqual(8000)
    }
  })
})

describe('a letter', () => {
  it('S-32: says what is wrong with the signature and on which page', () => {
    const shortfalls = [
      aShortfall('customerAcknowledgment', {
        cause: 'ack_empty',
        places: [{ document: 'scope of work.pdf', page: 3 }],
      }),
    ]
    expect(text(aRequest(['POE_MISSING_CUSTOMER_ACK'], { shortfalls }))).toContain(
      'The signature block of Northgate Assurance plc is empty. See scope of work.pdf, page 3.',
    )
    expect(text(aRequest(['POE_MISSING_CUSTOMER_ACK'], { shortfalls }), 'de')).toContain(
      'Siehe scope of work.pdf, Seite 3.',
    )
  })

  it('S-33: says how old the date is and from which day on one would do', () => {
    const shortfalls = [aShortfall('dates', { cause: 'date_too_old', days: ['2025-08-01'] })]
    const letter = text(aRequest(['POE_MISSING_OR_OLD_DATES'], { shortfalls }))
    expect(letter).toContain(
      'dated 1 August 2025. That is more than 12 months before the submission on 2 November 2026.',
    )
    expect(letter).toContain('on or after 2 November 2025')
    const month = [aShortfall('dates', { cause: 'date_too_old', days: ['2025-08'] })]
    expect(text(aRequest(['POE_MISSING_OR_OLD_DATES'], { shortfalls: month }))).toContain(
      'dated August 2025.',
    )
  })

  it('S-35: says item by item what was seen of a product', () => {
    const shortfalls = [
      aShortfall('products', {
        item: 'i2',
        cause: 'product_unticked',
        places: [{ document: 'form.pdf', page: 2 }],
      }),
    ]
    expect(text(aRequest(['POE_MISSING_PRODUCTS'], { shortfalls, items: ['i1', 'i2'] }))).toContain(
      '– Microsoft Teams\n– Exchange Online: named only in a line that is not ticked. See form.pdf, page 2.\n',
    )
  })

  it('S-43: says why the partner asked', () => {
    const reason = (partnerRequest: 'WRONG_ACTIVITY' | 'NO_LONGER_ENGAGED') =>
      text(aRejection(['REJ_PARTNER_REQUEST'], { partnerRequest }))
    expect(reason('WRONG_ACTIVITY')).toMatch(
      /at your request, because it was created with an incorrect activity/,
    )
    expect(reason('NO_LONGER_ENGAGED')).toMatch(/no longer work with Northgate Assurance plc/)
  })

  it('S-106: says that a subscription bought through CSP cannot be claimed', () => {
    const shortfalls = [aShortfall('subscription', { item: 'i1', cause: 'SUB_IS_CSP' })]
    expect(text(aRejection(['REJ_SUBSCRIPTION_INELIGIBLE'], { shortfalls }))).toMatch(
      /– Microsoft Teams: the subscription was bought through the Cloud Solution Provider \(CSP\) program/,
    )
  })

  it('S-128: says that more may be asked and that this takes time', () => {
    expect(text(aHold())).toMatch(/ask you for additional information, and this can delay the decision/)
  })

  it('S-130: tells the challenger that somebody holds the item, and not who', () => {
    expect(text(aHold())).toMatch(/already associated with another partner/)
    expect(text(aHold())).toContain('– Exchange Online')
    expect(text(aHold())).not.toContain('Microsoft Teams')
  })

  it('tells a holder for which items its association ends, and how to dispute only where nothing is left of it', () => {
    const part = text(anEnd())
    expect(part).toContain('your association for them ends')
    expect(part).toContain('stays as it is')
    expect(part).not.toContain('dispute')
    const whole = text(anEnd({ items: [], isAll: true }))
    expect(whole).toContain('dispute')
    expect(whole).not.toContain('stays as it is')
  })

  it('asks a claim that lost an item to take it off, not to prove it', () => {
    const lost = text(aRequest([], { reasons: ['REJ_COMPETING_CLAIM'], items: ['i2'], mayRemoveItems: true }))
    expect(lost).toContain('this claim was not selected')
    expect(lost).toContain('take the items of this arbitration off the claim')
    expect(lost).not.toContain('cannot prove')
  })

  it('reminds that a comment alone is no answer', () => {
    expect(text(aReminder())).toMatch(/^Thank you for your comment of 20 November 2026/)
    expect(text(aReminder({ commentedOn: null }))).not.toContain('Thank you')
    expect(text(aReminder())).toContain('A comment alone does not resubmit the claim.')
  })

  it('counts its reasons in words that fit one, several and none yet', () => {
    expect(text(aRequest(['POE_MISSING_ALL']))).toContain('more information on the point below.')
    expect(text(aRequest(NEED_INFO_REASONS))).toContain('more information on the 5 points below.')
    expect(text(aRequest([]))).toContain('more information. The status')
    expect(text(aRejection([]))).toMatch(/has been rejected\.$/m)
  })

  it('shows the end of a day as its last minute, in whatever zone and season', () => {
    const due = (dueAt: string, zone: string) =>
      text({ ...aRequest(['POE_MISSING_ALL']), dueAt: Date.parse(dueAt), zone })
    expect(due('2026-11-28T08:00:00Z', 'America/Los_Angeles')).toContain(
      '27 November 2026, 23:59 (America/Los_Angeles)',
    )
    // The day on which summer time ends has 25 hours.
    expect(due('2026-10-25T23:00:00Z', 'Europe/Rome')).toContain('25 October 2026, 23:59 (Europe/Rome)')
    expect(due('2026-07-01T00:00:00Z', 'UTC')).toContain('30 June 2026, 23:59 (UTC)')
  })

  it.each([
    ['en', '1 December 2026, 23:59'],
    ['it', '1º dicembre 2026, 23:59'],
    ['de', '1. Dezember 2026, 23:59'],
    ['fr', '1er décembre 2026, 23:59'],
    ['es', '1 de diciembre de 2026, 23:59'],
    ['pt', '1º de dezembro de 2026, 23:59'],
  ] as const)('writes the first of a month in %s as people do', (language, day) => {
    const dueAt = Date.parse('2026-12-01T23:00:00Z')
    expect(text(aRequest(['POE_MISSING_ALL'], { dueAt }), language)).toContain(day)
  })

  it('says business days where the window counts them', () => {
    const window = { length: 1, unit: 'business_days' as const }
    const letter = text(aRejection(['REJ_INSUFFICIENT_POE'], { dispute: { ...DISPUTE, window } }))
    expect(letter).toContain('(1 business day from the rejection)')
  })

  it.each(LETTER_LANGUAGES)('gives up detail before it grows too long for a comment in %s', (language) => {
    const items = Array.from({ length: 200 }, (_, at) => ({
      id: `i${at}`,
      name: `${at} ${'Long name '.repeat(25)}`,
    }))
    const long = { items, customer: 'C'.repeat(255), partner: 'P'.repeat(255), claimName: 'N'.repeat(255) }
    const places = Array.from({ length: 9 }, (_, page) => ({ document: 'D'.repeat(255), page: page + 1 }))
    for (const facts of everyLetter()) {
      const shortfalls = EVERY_SHORTFALL.map((shortfall) => ({ ...shortfall, places }))
      const letter = text(
        { ...facts, claim: { ...facts.claim, ...long }, ...('shortfalls' in facts ? { shortfalls } : {}) },
        language,
      )
      expect(letter.length).toBeLessThanOrEqual(8000)
      expect(letter).toContain('208417')
    }
  })

  it('keeps its detail where there is room', () => {
    const places = [
      { document: 'scope.pdf', page: 1 },
      { document: 'scope.pdf', page: 4 },
    ]
    const shortfalls = [aShortfall('customerAcknowledgment', { cause: 'ack_empty', places })]
    expect(text(aRequest(NEED_INFO_REASONS, { shortfalls }))).toContain(
      'See scope.pdf, page 1 and scope.pdf, page 4.',
    )
  })
})
