import { describe, expect, it } from 'vitest'
import english from '../../../../resources/locales/en.json' with { type: 'json' }
import italian from '../../../../resources/locales/it.json' with { type: 'json' }
import { anApproval, everyLetter } from '../../../builders/letters.ts'
import { expectSaid, letter } from './given.ts'

const PAYMENT = /\bpa(y|ys|id|ying|yment|yments|yout|youts)\b|\bearn|\breward/i

/** Where the window speaks of payment at all: to deny it, or of a partner that does without. */
const DENIALS = [
  'approval.noPayout',
  'facts.payment',
  // What the public sector's disclosure says of Microsoft's payment, quoted.
  'finding.check_psd_denied',
  'later.noOptOut',
  'later.optOut',
  'purpose.REVENUE_ASSOCIATION',
]

describe('association and incentive', () => {
  it('S-13: an approval says that it approves no payment, and nothing else speaks of one', () => {
    expectSaid(anApproval(), {
      en: 'not an approval of incentive earnings or of a payout',
      it: 'Non è un’approvazione di guadagni da incentivi né di un pagamento',
      de: 'keine Genehmigung von Incentive-Einnahmen oder einer Auszahlung',
      fr: 'ne constitue pas une approbation de gains',
      es: 'No es una aprobación de ganancias por incentivos ni de un pago',
      pt: 'não é uma aprovação de ganhos de incentivos nem de um pagamento',
    })
    for (const facts of everyLetter().filter(({ decision }) => decision !== 'approve'))
      expect(letter(facts)).not.toMatch(PAYMENT)
    const speaking = (words: Readonly<Record<string, string>>, of: RegExp) =>
      Object.keys(words).filter((key) => of.test(words[key] ?? ''))
    expect(speaking(english, PAYMENT).sort()).toEqual(DENIALS)
    expect(speaking(italian, /pagament|guadagn/i).sort()).toEqual(DENIALS)
    expect(english['approval.noPayout']).toMatch(/^Not an approval of earnings or payout/)
  })

  it('S-14: an approval points to the program guide for what is eligible', () => {
    expectSaid(anApproval(), {
      en: 'Your incentive program guide says what is eligible',
      it: 'nella guida del vostro programma di incentivi',
      de: 'in Ihrem Incentive-Programmhandbuch',
      fr: 'Le guide de votre programme d’incentives',
      es: 'en la guía de su programa de incentivos',
      pt: 'O guia do seu programa de incentivos',
    })
  })
})
