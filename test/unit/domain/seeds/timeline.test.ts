import { NO_MATTERS } from '../../../../src-preload/contract/vocabulary/noMatters.ts'
import { describe, expect, it } from 'vitest'
import { timelineOf } from '../../../../src-main/domain/claim/timeline.ts'
import { timersOf } from '../../../../src-main/domain/clocks/claimTimers.ts'
import { explainClock } from '../../../../src-main/domain/clocks/explain.ts'
import { OPERATION_KINDS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { actBlocks } from '../../../../src-main/domain/claim/actBlocks.ts'
import { aSituation, customer, instant, reviewer, setting } from '../../../builders/domain/situation.ts'
import { aRequest } from '../../../builders/letters.ts'
import { SEED_2020 } from '../../../builders/policy.ts'
import {
  aLife,
  approve,
  DAY,
  dueAt,
  endOf,
  expectSaid,
  FRIDAY,
  go,
  kindsOf,
  request,
  resubmit,
  rome,
  say,
  start,
  statusOf,
  submit,
  whyNot,
} from './given.ts'

describe('the timeline of a claim', () => {
  it('S-16: leaves five business days from the submission until a review begins', () => {
    const life = aLife([submit])
    expect(dueAt(life, 'pickup')).toBe(endOf(20))
    go(life, start)
    expect(dueAt(life, 'pickup')).toBeUndefined()
  })

  it('S-17: leaves five business days from the begin of the review until a decision', () => {
    const life = aLife([submit])
    life.pass(3 * DAY)
    go(life, start)
    expect(dueAt(life, 'review')).toBe(endOf(23))
  })

  it('S-18: leaves the partner five business days to resubmit, and the letter says until when', () => {
    const life = aLife([submit, start, request, say('On its way.')])
    expect(dueAt(life, 'partner_response')).toBe(endOf(20))
    go(life, resubmit)
    expect(dueAt(life, 'partner_response')).toBeUndefined()
    expectSaid(aRequest(['POE_MISSING_ALL']), {
      en: '27 November 2026, 23:59 (Europe/Rome)',
      it: '27 novembre 2026, 23:59 (Europe/Rome)',
      de: '27. November 2026, 23:59 Uhr (Europe/Rome)',
      fr: '27 novembre 2026, 23:59 (Europe/Rome)',
      es: '27 de noviembre de 2026, 23:59 (Europe/Rome)',
      pt: '27 de novembro de 2026, 23:59 (Europe/Rome)',
    })
  })

  it('S-19: aims at a decision within ten business days, without the time that the partner took', () => {
    const life = aLife([submit, start])
    expect(dueAt(life, 'decision_target')).toBe(endOf(27))
    go(life, request)
    life.pass(5 * DAY)
    go(life, resubmit)
    expect(dueAt(life, 'decision_target')).toBe('2026-12-01T23:00:00.000Z')
    const timeline = timelineOf(instant(FRIDAY), life.history)
    const claim = { ...aSituation(), subState: 'resubmitted', timeline, isContested: false } as const
    const target = timersOf({ ...claim, matters: NO_MATTERS }, SEED_2020).find(
      ({ timer }) => timer === 'decision_target',
    )
    const told = target && explainClock(target, rome, life.now).filter(({ phase }) => phase === 'elapsed')
    expect(told?.map(({ kind }) => kind)).toEqual(['waiting_for_partner', 'weekend', 'waiting_for_partner'])
  })

  it('S-20: tells the customer of the approval, who may then deny', () => {
    const life = aLife([submit, start, approve])
    expect(statusOf(life)).toEqual(['approved', 'consent_open'])
    expect(life.history.slice(-2)).toMatchObject([
      { kind: 'approved', side: 'reviewer' },
      { kind: 'customer_notified', side: 'system' },
    ])
    expect(whyNot(customer, { act: 'decline', note: null }, life.claim ?? {})).toEqual([])
  })

  it('S-21: leaves the customer seven days to opt out, weekends among them', () => {
    expect(dueAt(aLife([submit, start, approve], SEED_2020, FRIDAY + DAY), 'consent')).toBe(endOf(21))
  })

  it('S-22: ends with the hand-off after the period; from then on a reviewer only comments', () => {
    const life = aLife([submit, start, approve])
    life.pass(8 * DAY)
    expect(statusOf(life)).toEqual(['approved', 'sent_for_incentive_assessment'])
    expect(kindsOf(life).slice(-2)).toEqual(['consent_closed', 'sent_for_incentive_assessment'])
    const lead = reviewer('lea', 'team_lead')
    const may = (act: (typeof OPERATION_KINDS)[number]) =>
      life.claim !== null && actBlocks(act, life.claim, lead, setting(SEED_2020, life.now)).length === 0
    expect(OPERATION_KINDS.filter(may)).toEqual(['comment'])
  })
})
