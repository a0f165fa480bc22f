import { describe, expect, it } from 'vitest'
import { m365Claim } from '../../../builders/intake.ts'
import { partner } from '../../../builders/domain/situation.ts'
import { aRejection, DISPUTE } from '../../../builders/letters.ts'
import {
  accepted,
  aLife,
  DAY,
  disputable,
  dispute,
  dueAt,
  endOf,
  expectSaid,
  go,
  reject,
  start,
  statusOf,
  submit,
  whyNot,
} from './given.ts'

const insufficient = aRejection(['REJ_INSUFFICIENT_POE'])

describe('the dispute', () => {
  it('S-36: of a rejection is open for thirty days', () => {
    const life = aLife([submit, start, reject])
    expect(dueAt(life, 'dispute_window')).toBe('2026-12-13T23:00:00.000Z')
    life.pass(30 * DAY)
    go(life, dispute)
    expect(statusOf(life)).toEqual(['under_review', 'dispute_review'])
  })

  it('S-37: is explained by the rejection, which gives its reasons and says where they stand', () => {
    for (const words of ['Insufficient proof of execution', 'Comments', 'History', 'Dispute'])
      expectSaid(insufficient, words)
    expectSaid(insufficient, {
      en: '27 December 2026, 23:59',
      it: '27 dicembre 2026, 23:59',
      de: '27. Dezember 2026, 23:59',
      fr: '27 décembre 2026, 23:59',
      es: '27 de diciembre de 2026, 23:59',
      pt: '27 de dezembro de 2026, 23:59',
    })
  })

  it('S-38: is closed after the window; a new claim then names the one that it takes the place of', () => {
    const life = aLife([submit, start, reject])
    life.pass(32 * DAY)
    expect(statusOf(life)).toEqual(['rejected', 'dispute_window_closed'])
    expect(whyNot(partner, dispute, life.claim ?? {})).toEqual(['window_closed'])
    expect(accepted({ ...m365Claim, replaces: '208417' }).replaces).toBe('208417')
    expectSaid(insufficient, {
      en: 'submit a new association with an updated PoE',
      it: 'presentare una nuova associazione con una PoE aggiornata',
      de: 'eine neue Zuordnung mit einem aktualisierten PoE einreichen',
      fr: 'soumettre une nouvelle association avec une PoE mise à jour',
      es: 'enviar una nueva asociación con una PoE actualizada',
      pt: 'enviar uma nova associação com uma PoE atualizada',
    })
  })

  it('S-39: rests on a justification, on new papers, or on both, which the claim keeps', () => {
    const empty = { ...dispute, justification: null }
    expect(whyNot(partner, empty, disputable)).toEqual(['dispute_empty'])
    expect(whyNot(partner, dispute, disputable)).toEqual([])
    expect(whyNot(partner, { ...empty, documentIds: ['d2'] }, disputable)).toEqual([])
    const { matters, entries } = go(aLife([submit, start, reject]), { ...dispute, documentIds: ['d2'] })
    expect(matters.dispute).toMatchObject({ justification: dispute.justification, documentIds: ['d2'] })
    expect(entries).toMatchObject([{ kind: 'disputed', detail: dispute.justification }])
  })

  it('S-40: is answered within five business days, as the rejection says', () => {
    const life = aLife([submit, start, reject])
    life.pass(3 * DAY)
    go(life, dispute)
    expect(dueAt(life, 'dispute_review')).toBe(endOf(23))
    expectSaid(
      aRejection(['REJ_INSUFFICIENT_POE'], { dispute: { ...DISPUTE, reviewBusinessDays: 19 } }),
      '19',
    )
  })
})
