import { describe, expect, it } from 'vitest'
import type { DemoClaim } from '../../../src-main/hub/demo/demoShape.ts'
import { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { PROGRAMS } from '../../../src-preload/contract/vocabulary/words.ts'
import { exclusivityKeys, readDemoQueue } from '../../builders/demo/demoQueue.ts'

const { people, claims } = readDemoQueue()
const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort()
const inState = (state: DemoClaim['state']) => claims.filter((claim) => claim.state === state)
const actionable = claims.filter(({ state }) => state === 'submitted' || state === 'under_review')
const inPlay = claims.filter(({ state }) => state !== 'editing' && state !== 'rejected')

describe('the demo queue', () => {
  it('holds between 76 and 88 claims with ids of their own, at least seventy of them with papers', () => {
    const ids = claims.map(({ form }) => form.claimId)
    expect(distinct(ids)).toHaveLength(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(76)
    expect(ids.length).toBeLessThanOrEqual(88)
    expect(claims.filter(({ documents }) => documents.length > 0).length).toBeGreaterThanOrEqual(70)
  })

  it('gives every form all that a submitted claim must have', () => {
    for (const { form } of claims) {
      const whole = ClaimForm.safeParse({ ...form, submittedAt: '2026-11-20T09:00:00Z' })
      expect(whole.error?.issues ?? [], form.claimId).toEqual([])
      expect(form.customer.domains.length, form.claimId).toBeGreaterThan(0)
      expect(form.revenue !== null, form.claimId).toBe(form.program === 'REVENUE_ASSOCIATION')
      const business = form.solutionArea === 'BUSINESS_APPLICATIONS'
      for (const { subscriptionId } of form.items)
        expect(subscriptionId !== null, form.claimId).toBe(business)
    }
  })

  it('shows every state with every sub-state that can occur', () => {
    const seen = distinct(claims.map(({ state, subState }) => `${state} ${subState}`))
    expect(seen).toEqual([
      'approved consent_closed',
      'approved consent_open',
      'approved sent_for_incentive_assessment',
      'editing null',
      'partner_action_required commented_not_resubmitted',
      'partner_action_required open',
      'partner_action_required overdue',
      'rejected disputable',
      'rejected dispute_window_closed',
      'rejected final',
      'submitted assigned',
      'submitted queued',
      'under_review awaiting_arbitration',
      'under_review dispute_review',
      'under_review in_review',
      'under_review resubmitted',
    ])
  })

  it('has claims at every stage of each clock', () => {
    const clocksOf = (state: DemoClaim['state']) => distinct(inState(state).map(({ clock }) => clock))
    const running = ['fresh', 'half', 'nine_tenths', 'three_quarters']
    expect(clocksOf('submitted')).toEqual(distinct([...running, 'over']))
    expect(clocksOf('under_review')).toEqual(distinct([...running, 'over']))
    expect(clocksOf('partner_action_required')).toEqual(distinct([...running, 'over', 'paused']))
    // A consent or dispute window that is over has become another sub-state, which has no clock.
    expect(clocksOf('approved')).toEqual(distinct([...running, 'none']))
    expect(clocksOf('rejected')).toEqual(distinct([...running, 'none']))
    expect(clocksOf('editing')).toEqual(['none'])
  })

  it('runs a clock on a decided claim only while its window is open', () => {
    for (const { form, state, subState, clock } of [...inState('approved'), ...inState('rejected')]) {
      const open = state === 'approved' ? 'consent_open' : 'disputable'
      expect(clock !== 'none', form.claimId).toBe(subState === open)
    }
  })

  it('gives a reviewer at least eighteen claims to act on, two over their time and two close to it', () => {
    expect(actionable.length).toBeGreaterThanOrEqual(18)
    expect(actionable.filter(({ clock }) => clock === 'over')).toHaveLength(2)
    expect(actionable.filter(({ clock }) => clock === 'nine_tenths')).toHaveLength(2)
  })

  it('covers all four programmes', () => {
    expect(distinct(inPlay.map(({ form }) => form.program))).toEqual(
      distinct(PROGRAMS.filter((program) => program !== 'UNKNOWN')),
    )
  })

  it('speaks the languages of its partners', () => {
    const spoken = distinct(
      claims
        .filter(({ comments }) => comments.some(({ visibility }) => visibility === 'partner_visible'))
        .map(({ partnerLanguage }) => partnerLanguage),
    )
    expect(spoken).toEqual(['de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'sv'])
  })

  it('has a claim under review without any paper, and drafts without papers', () => {
    const bare = claims.filter(({ documents }) => documents.length === 0).map(({ state }) => state)
    expect(bare).toContain('under_review')
    expect(bare).toContain('editing')
  })

  it('has resubmissions whose new papers came later, next to those of the first submission', () => {
    const later = claims.filter(({ documents }) => documents.some(({ added }) => added === 'resubmission'))
    expect(later.filter(({ subState }) => subState === 'resubmitted').length).toBeGreaterThanOrEqual(3)
    for (const { form, documents } of later) {
      expect(
        documents.some(({ added }) => added === 'submission'),
        form.claimId,
      ).toBe(true)
    }
    for (const { form, subState } of claims.filter((claim) => claim.subState === 'resubmitted')) {
      expect(
        later.some((claim) => claim.form.claimId === form.claimId),
        `${form.claimId} ${subState}`,
      ).toBe(true)
    }
  })
})

describe('competing claims of the demo queue', () => {
  const groups = Map.groupBy(
    inPlay.flatMap((claim) => exclusivityKeys(claim).map((key) => ({ key, claim }))),
    ({ key }) => key,
  )
  const contested = [...groups.values()]
    .map((group) => group.map(({ claim }) => claim))
    .filter(({ length }) => length > 1)

  it('are at least four groups, one of them with three partners in the queue', () => {
    expect(contested.length).toBeGreaterThanOrEqual(4)
    const threeWay = contested.find(({ length }) => length === 3)
    expect(threeWay?.every((claim) => actionable.includes(claim))).toBe(true)
    for (const group of contested) {
      expect(distinct(group.map(({ form }) => form.partnerCompanyName))).toHaveLength(group.length)
    }
  })

  it('include approved incumbents with a challenger in the queue', () => {
    const withIncumbent = contested.filter((group) => group.some(({ state }) => state === 'approved'))
    expect(withIncumbent.length).toBeGreaterThanOrEqual(2)
    for (const group of withIncumbent) expect(group.some((claim) => actionable.includes(claim))).toBe(true)
  })

  it('are what every claim that waits for arbitration is about', () => {
    const waiting = claims.filter(({ subState }) => subState === 'awaiting_arbitration')
    for (const claim of waiting) {
      expect(
        contested.some((group) => group.includes(claim)),
        claim.form.claimId,
      ).toBe(true)
    }
  })
})

describe('the demo people', () => {
  it('include one of each role under a fixed id', () => {
    const roles = new Map<string, string>(people.map(({ userId, role }) => [userId, role]))
    expect(roles.size).toBe(people.length)
    expect(
      ['u-reviewer', 'u-arbitration-lead', 'u-team-lead', 'u-auditor'].map((id) => roles.get(id)),
    ).toEqual(['reviewer', 'arbitration_lead', 'team_lead', 'auditor'])
  })

  it('hold the claims that somebody works on and no others; an auditor holds none', () => {
    const mayHold = people
      .filter(({ role }) => ['reviewer', 'arbitration_lead', 'team_lead'].includes(role))
      .map(({ userId }) => userId)
    for (const { form, state, subState, heldBy } of claims) {
      const worked = ['under_review', 'partner_action_required'].includes(state) || subState === 'assigned'
      expect(heldBy !== null, form.claimId).toBe(worked)
      if (heldBy !== null) expect(mayHold, form.claimId).toContain(heldBy)
    }
    expect(distinct(claims.flatMap(({ heldBy }) => heldBy ?? []))).toEqual(distinct(mayHold))
  })
})
