import { NO_MATTERS } from '../../../../src-preload/contract/vocabulary/noMatters.ts'
import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../../src-main/domain/clocks/calendar.ts'
import type { ClaimTimeline } from '../../../../src-main/domain/claim/timeline.ts'
import { clocksOf } from '../../../../src-main/domain/clocks/claimClocks.ts'
import { courseOfTimer } from '../../../../src-main/domain/clocks/claimTimer.ts'
import { type ClockedClaim, timersOf } from '../../../../src-main/domain/clocks/claimTimers.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { DOCS_2023, SEED_2020 } from '../../../builders/policy.ts'

const rome: Calendar = { id: 'rome', version: 1, zone: 'Europe/Rome', weekend: [6, 7], holidays: [] }
const policy = SEED_2020
const at = (text: string) => Date.parse(text)
const timeline = (wishes: Partial<ClaimTimeline>): ClaimTimeline => ({
  firstSubmittedAt: at('2026-11-13T08:00:00Z'),
  lastSubmittedAt: at('2026-11-13T08:00:00Z'),
  reviewStartedAt: null,
  approvedAt: null,
  rejectedAt: null,
  disputedAt: null,
  wasDecided: false,
  partnerWaits: [],
  ...wishes,
})

const aClaim = (wishes: Partial<ClockedClaim>): ClockedClaim => ({
  state: 'under_review',
  subState: 'in_review',
  timeline: timeline({}),
  matters: NO_MATTERS,
  isContested: false,
  ...wishes,
})
const timersIn = (wishes: Partial<ClockedClaim>, profile = policy) =>
  timersOf(aClaim(wishes), profile).map(({ timer, length }) => [timer, length])

describe('the clocks of a claim', () => {
  it('run for pickup and for the whole decision while a claim waits to be picked up', () => {
    const clocks = clocksOf(aClaim({ state: 'submitted', subState: 'queued' }), policy, rome)
    expect(clocks.map(({ timer, dueAt }) => [timer, dueAt])).toEqual([
      ['pickup', '2026-11-20T23:00:00.000Z'],
      ['decision_target', '2026-11-27T23:00:00.000Z'],
    ])
  })

  it('freeze the review while the partner is asked, with the share that was used', () => {
    const asked = timeline({
      reviewStartedAt: at('2026-11-16T08:00:00Z'),
      partnerWaits: [{ from: at('2026-11-19T03:30:00Z'), to: null }],
    })
    const [response, review] = clocksOf(
      aClaim({ state: 'partner_action_required', subState: 'open', timeline: asked }),
      policy,
      rome,
    )
    expect(response).toMatchObject({ timer: 'partner_response', dueAt: '2026-11-26T23:00:00.000Z' })
    expect(review).toMatchObject({ timer: 'review', dueAt: null, halfAt: null, pausedShare: 0.5 })
  })

  it('count the days of consent by date, over the end of summer time', () => {
    const approved = timeline({ approvedAt: at('2026-10-21T22:30:00Z') })
    const [consent] = clocksOf(
      aClaim({ state: 'approved', subState: 'consent_open', timeline: approved }),
      policy,
      rome,
    )
    expect(consent).toMatchObject({ timer: 'consent', dueAt: '2026-10-29T23:00:00.000Z' })
  })

  it('stop when consent is closed, and when the dispute window is', () => {
    const over = timeline({ approvedAt: at('2026-10-01T08:00:00Z'), rejectedAt: at('2026-10-01T08:00:00Z') })
    expect(
      clocksOf(aClaim({ state: 'approved', subState: 'consent_closed', timeline: over }), policy, rome),
    ).toEqual([])
    expect(clocksOf(aClaim({ state: 'rejected', subState: 'final', timeline: over }), policy, rome)).toEqual(
      [],
    )
  })

  it('count a dispute from the day it was opened, and the decision before it no longer', () => {
    const disputed = timeline({
      reviewStartedAt: at('2026-10-01T08:00:00Z'),
      disputedAt: at('2026-11-16T08:00:00Z'),
      wasDecided: true,
    })
    const clocks = clocksOf(aClaim({ subState: 'dispute_review', timeline: disputed }), policy, rome)
    expect(clocks).toMatchObject([{ timer: 'dispute_review', dueAt: '2026-11-23T23:00:00.000Z' }])
  })

  it('are what their timers say, in the same order, so that each can be explained', () => {
    const waits = [{ from: at('2026-11-18T09:00:00Z'), to: at('2026-11-20T08:00:00Z') }]
    const reviewed = aClaim({
      timeline: timeline({ reviewStartedAt: at('2026-11-16T08:00:00Z'), partnerWaits: waits }),
    })
    const timers = timersOf(reviewed, policy)
    expect(timers).toMatchObject([
      { timer: 'review', startedAt: at('2026-11-16T08:00:00Z'), length: 5, unit: 'business_days', waits },
      { timer: 'decision_target', length: 10, unit: 'business_days', waits },
    ])
    expect(timers.map((timer) => new Date(courseOfTimer(timer, rome).dueAt).toISOString())).toEqual(
      clocksOf(reviewed, policy, rome).map(({ dueAt }) => dueAt),
    )
  })

  it('run in the days of consent that the policy chooses', () => {
    const approved = timeline({ approvedAt: at('2026-11-16T08:00:00Z') })
    const claim = aClaim({ state: 'approved', subState: 'consent_open', timeline: approved })
    const inBusinessDays = {
      ...policy,
      consent: { ...policy.consent, length: 5, unit: 'business_days' as const },
    }
    expect(timersOf(claim, policy)).toMatchObject([{ timer: 'consent', length: 7, unit: 'calendar_days' }])
    expect(clocksOf(claim, inBusinessDays, rome)).toMatchObject([{ dueAt: '2026-11-23T23:00:00.000Z' }])
  })

  it('S-16, S-17, S-18, S-19: are as long as the sources say, and longer in the later reading (C-21)', () => {
    const asked = timeline({ partnerWaits: [{ from: at('2026-11-17T08:00:00Z'), to: null }] })
    const asking = { state: 'partner_action_required', subState: 'open', timeline: asked } as const
    expect(timersIn({ state: 'submitted', subState: 'queued' })).toEqual([
      ['pickup', 5],
      ['decision_target', 10],
    ])
    expect(timersIn({})).toEqual([
      ['review', 5],
      ['decision_target', 10],
    ])
    expect(timersIn(asking)).toEqual([
      ['partner_response', 5],
      ['review', 5],
    ])
    expect(timersIn({}, DOCS_2023)).toEqual([
      ['review', 14],
      ['decision_target', 19],
    ])
    expect(timersIn(asking, DOCS_2023)).toEqual([
      ['partner_response', 14],
      ['review', 14],
    ])
  })

  it('S-21, S-65, C-1: let the customer opt out for seven days, or for five business days', () => {
    const approved = { state: 'approved', subState: 'consent_open' } as const
    expect(timersOf(aClaim(approved), SEED_2020)).toMatchObject([{ length: 7, unit: 'calendar_days' }])
    expect(timersOf(aClaim(approved), DOCS_2023)).toMatchObject([{ length: 5, unit: 'business_days' }])
  })

  it('C-2: count consent from the notice that the profile names', () => {
    const claim = aClaim({
      state: 'approved',
      subState: 'consent_open',
      timeline: timeline({ approvedAt: at('2026-11-16T08:00:00Z') }),
    })
    const early = { ...policy, consent: { ...policy.consent, startEvent: 'submission' as const } }
    expect(timersOf(claim, policy)[0]?.startedAt).toBe(at('2026-11-16T08:00:00Z'))
    expect(timersOf(claim, early)[0]?.startedAt).toBe(at('2026-11-13T08:00:00Z'))
  })

  it('S-36, C-19: leave thirty calendar days for a dispute', () => {
    const rejected = aClaim({
      state: 'rejected',
      subState: 'disputable',
      timeline: timeline({ rejectedAt: at('2026-10-21T22:30:00Z') }),
    })
    expect(clocksOf(rejected, policy, rome)).toMatchObject([
      { timer: 'dispute_window', dueAt: '2026-11-21T23:00:00.000Z' },
    ])
  })

  it('S-40: give a dispute five business days, also while information is asked for in it', () => {
    const dispute = {
      openedAt: Instant.parse('2026-11-16T08:00:00Z'),
      justification: null,
      documentIds: ['d1'],
      decidedAt: null,
    }
    const disputed = {
      timeline: timeline({ disputedAt: at('2026-11-16T08:00:00Z'), wasDecided: true }),
      matters: { ...NO_MATTERS, dispute },
    }
    expect(timersIn({ subState: 'dispute_review', ...disputed })).toEqual([['dispute_review', 5]])
    expect(timersIn({ state: 'partner_action_required', subState: 'open', ...disputed })).toEqual([
      ['partner_response', 5],
      ['dispute_review', 5],
    ])
  })

  it('S-129, S-130, C-21: tell the first review of a contested claim from its arbitration', () => {
    expect(timersIn({ isContested: true })).toEqual([
      ['arbitration_first_review', 5],
      ['review', 5],
      ['decision_target', 10],
    ])
    const heldSince = Instant.parse('2026-11-17T08:00:00Z')
    const held = {
      subState: 'awaiting_arbitration',
      matters: { ...NO_MATTERS, heldSince, firstReviewedAt: heldSince },
    } as const
    expect(timersIn({ isContested: true, ...held })).toEqual([
      ['arbitration', 10],
      ['decision_target', 10],
    ])
  })

  it('C-6: count the pickup again from each resubmission, beside the review that goes on', () => {
    const back = timeline({
      lastSubmittedAt: at('2026-11-20T08:00:00Z'),
      reviewStartedAt: at('2026-11-16T08:00:00Z'),
      partnerWaits: [{ from: at('2026-11-17T08:00:00Z'), to: at('2026-11-20T08:00:00Z') }],
    })
    const timers = timersOf(aClaim({ subState: 'resubmitted', timeline: back }), policy)
    expect(timers.map(({ timer, startedAt }) => [timer, startedAt])).toEqual([
      ['review', at('2026-11-16T08:00:00Z')],
      ['pickup', at('2026-11-20T08:00:00Z')],
      ['decision_target', at('2026-11-13T08:00:00Z')],
    ])
  })

  it('count no decision target once a decision was made', () => {
    expect(timersIn({ timeline: timeline({ wasDecided: true }) })).toEqual([['review', 5]])
  })
})
