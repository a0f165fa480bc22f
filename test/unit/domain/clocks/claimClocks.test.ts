import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../../src-main/domain/clocks/calendar.ts'
import { type ClockPolicy, clocksOf, timersOf } from '../../../../src-main/domain/clocks/claimClocks.ts'
import { courseOfTimer } from '../../../../src-main/domain/clocks/claimTimer.ts'
import type { ClaimTimeline } from '../../../../src-main/domain/claim/timeline.ts'

const rome: Calendar = { id: 'rome', version: 1, zone: 'Europe/Rome', weekend: [6, 7], holidays: [] }
const policy: ClockPolicy = {
  pickupBusinessDays: 5,
  reviewBusinessDays: 5,
  decisionTargetBusinessDays: 10,
  partnerResponseBusinessDays: 5,
  disputeReviewBusinessDays: 5,
  consent: { length: 7, unit: 'calendar_days' },
  disputeWindowCalendarDays: 30,
}
const at = (text: string) => Date.parse(text)
const timeline = (wishes: Partial<ClaimTimeline>): ClaimTimeline => ({
  firstSubmittedAt: at('2026-11-13T08:00:00Z'),
  lastSubmittedAt: at('2026-11-13T08:00:00Z'),
  reviewStartedAt: null,
  approvedAt: null,
  rejectedAt: null,
  disputedAt: null,
  partnerWaits: [],
  ...wishes,
})

describe('the clocks of a claim', () => {
  it('run for pickup and for the whole decision while a claim waits to be picked up', () => {
    const clocks = clocksOf({ state: 'submitted', subState: 'queued', timeline: timeline({}) }, policy, rome)
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
      { state: 'partner_action_required', subState: 'open', timeline: asked },
      policy,
      rome,
    )
    expect(response).toMatchObject({ timer: 'partner_response', dueAt: '2026-11-26T23:00:00.000Z' })
    expect(review).toMatchObject({ timer: 'review', dueAt: null, halfAt: null, pausedShare: 0.5 })
  })

  it('count the days of consent by date, over the end of summer time', () => {
    const approved = timeline({ approvedAt: at('2026-10-21T22:30:00Z') })
    const [consent] = clocksOf(
      { state: 'approved', subState: 'consent_open', timeline: approved },
      policy,
      rome,
    )
    expect(consent).toMatchObject({ timer: 'consent', dueAt: '2026-10-29T23:00:00.000Z' })
  })

  it('stop when consent is closed, and when the dispute window is', () => {
    const over = timeline({ approvedAt: at('2026-10-01T08:00:00Z'), rejectedAt: at('2026-10-01T08:00:00Z') })
    expect(clocksOf({ state: 'approved', subState: 'consent_closed', timeline: over }, policy, rome)).toEqual(
      [],
    )
    expect(clocksOf({ state: 'rejected', subState: 'final', timeline: over }, policy, rome)).toEqual([])
  })

  it('count a dispute from the day it was opened, and the decision before it no longer', () => {
    const disputed = timeline({
      reviewStartedAt: at('2026-10-01T08:00:00Z'),
      disputedAt: at('2026-11-16T08:00:00Z'),
    })
    const clocks = clocksOf(
      { state: 'under_review', subState: 'dispute_review', timeline: disputed },
      policy,
      rome,
    )
    expect(clocks).toMatchObject([{ timer: 'dispute_review', dueAt: '2026-11-23T23:00:00.000Z' }])
  })

  it('are what their timers say, in the same order, so that each can be explained', () => {
    const waits = [{ from: at('2026-11-18T09:00:00Z'), to: at('2026-11-20T08:00:00Z') }]
    const reviewed = {
      state: 'under_review',
      subState: 'in_review',
      timeline: timeline({ reviewStartedAt: at('2026-11-16T08:00:00Z'), partnerWaits: waits }),
    } as const
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
    const claim = { state: 'approved', subState: 'consent_open', timeline: approved } as const
    const inBusinessDays = { ...policy, consent: { length: 5, unit: 'business_days' } } as const
    expect(timersOf(claim, policy)).toMatchObject([{ timer: 'consent', length: 7, unit: 'calendar_days' }])
    expect(clocksOf(claim, inBusinessDays, rome)).toMatchObject([{ dueAt: '2026-11-23T23:00:00.000Z' }])
  })
})
