import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ClockBasis, clocksOfClaim } from '../../../../src-main/hub/claims/clockBasis.ts'
import type { HubCaller } from '../../../../src-main/hub/api/people.ts'
import type { HubClaim } from '../../../../src-main/hub/claims/hubClaim.ts'
import { demoClaimAt } from '../../../../src-main/hub/demo/demoClaimAt.ts'
import { latestSubmission } from '../../../../src-main/hub/demo/demoLife.ts'
import { DEMO_CLOCKS, type DemoClaim, DemoQueue } from '../../../../src-main/hub/demo/demoShape.ts'
import { stageOf } from '../../../../src-main/hub/demo/findPhaseStart.ts'
import type { ClaimState, ClaimSubState } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aDemoClaim } from '../../../builders/hub/demoQueue.ts'
import { sha256Of } from '../../../builders/hub/hubClaim.ts'
import { shippedBasis } from '../../../builders/hub/basis.ts'
import { PEOPLE } from '../../../builders/hub/testHub.ts'

/** Each morning of a week; and evenings, nights and the days on which daylight saving begins and ends. */
const STARTS = [
  ...[16, 17, 18, 19, 20, 21, 22].map((day) => `2026-11-${day}T07:55:00Z`),
  '2026-11-18T20:40:00Z',
  '2026-11-20T23:10:00Z',
  '2027-03-28T01:30:00Z',
  '2026-10-26T05:00:00Z',
].map((text) => Date.parse(text))
const RUNNING = ['fresh', 'half', 'three_quarters', 'nine_tenths', 'over'] as const
const PHASES: readonly (readonly [ClaimState, ClaimSubState])[] = [
  ['submitted', 'queued'],
  ['under_review', 'in_review'],
  ['under_review', 'awaiting_arbitration'],
  ['under_review', 'resubmitted'],
  ['under_review', 'dispute_review'],
  ['partner_action_required', 'open'],
  ['approved', 'consent_open'],
  ['rejected', 'disputable'],
]

let basis: ClockBasis
let people: readonly Pick<HubCaller, 'userId' | 'name' | 'role'>[] = PEOPLE
const stored = new Map([['proof.pdf', { sha256: sha256Of('proof'), sizeBytes: 5 }]])
beforeAll(async () => {
  basis = await shippedBasis()
})

const at = (claim: DemoClaim, now: number): HubClaim =>
  demoClaimAt(claim, { now, basis, people, stored, lookups: new Map() })
const stage = (claim: HubClaim, now: number) => {
  const clock = clocksOfClaim(claim, basis, false)[0]
  return clock === undefined ? 'none' : stageOf(clock, now)
}

/** What is true of every claim's story, whenever it is told. */
function expectBelievable(told: HubClaim, claim: DemoClaim, now: number): void {
  const times = told.history.map((entry) => Date.parse(entry.at))
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(Math.max(...times)).toBeLessThanOrEqual(now)
  expect(told.history.findLast(({ toState }) => toState !== null)?.toState).toBe(claim.state)
  for (const [index, { fromState, toState }] of told.history.entries()) {
    const before = told.history.slice(0, index).findLast((entry) => entry.toState !== null)
    expect(fromState).toBe(toState === null ? null : (before?.toState ?? null))
  }
  expect(Date.parse(told.form.submittedAt)).toBeLessThanOrEqual(Math.min(now, latestSubmission(claim)))
  expect(told.comments.every((one) => Date.parse(one.at) <= now)).toBe(true)
}

describe('a demo claim, whenever the queue is filled', () => {
  it.each(PHASES)(
    '%s, %s: stands at the wanted stage or, where the hour has none, the one before',
    (state, subState) => {
      const reached = new Set<string>()
      for (const now of STARTS) {
        for (const clock of RUNNING) {
          const claim = aDemoClaim({ state, subState, clock, submitted: { daysAgo: 9, notAfter: null } })
          const told = at(claim, now)
          expectBelievable(told, claim, now)
          const found = stage(told, now)
          reached.add(found)
          if (found !== clock)
            expect([found, clock, new Date(now).toISOString()]).toEqual(nearest(clock, now))
        }
      }
      expect([...reached].sort()).toEqual([...RUNNING].sort())
    },
  )

  /** Only the last tenth and the last quarter of a clock can be missing at an hour. */
  function nearest(clock: (typeof RUNNING)[number], now: number): readonly unknown[] {
    expect(['nine_tenths', 'three_quarters']).toContain(clock)
    return [RUNNING[RUNNING.indexOf(clock) - 1], clock, new Date(now).toISOString()]
  }

  it.each([
    ['approved', 'consent_closed', 'consent_closed'],
    ['approved', 'sent_for_incentive_assessment', 'sent_for_incentive_assessment'],
    ['rejected', 'dispute_window_closed', 'rejected'],
    ['rejected', 'final', 'rejected'],
    ['editing', null, 'created'],
  ] as const)('%s, %s: has no clock and ends with %s', (state, subState, last) => {
    for (const now of STARTS) {
      const claim = aDemoClaim({ state, subState, clock: 'none', submitted: { daysAgo: 1, notAfter: null } })
      const told = at(claim, now)
      expectBelievable(told, claim, now)
      expect([stage(told, now), told.history.at(-1)?.kind]).toEqual(['none', last])
    }
  })

  it('shows a paused review where the partner is asked', () => {
    const claim = aDemoClaim({ state: 'partner_action_required', subState: 'open', clock: 'paused' })
    for (const now of STARTS) {
      const clocks = clocksOfClaim(at(claim, now), basis, false)
      expect(clocks.map((clock) => stageOf(clock, now))).toEqual(['fresh', 'paused'])
    }
  })

  it('is submitted no later than its papers allow, and then has gone a round with the partner', () => {
    const claim = aDemoClaim({ clock: 'half', submitted: { daysAgo: 2, notAfter: '2026-03-01' } })
    const now = Date.parse('2026-11-19T11:00:00Z')
    const told = at(claim, now)
    expect(told.form.submittedAt).toBe('2026-03-01T09:00:00.000Z')
    expect(told.history.map(({ kind }) => kind)).toEqual([
      'created',
      'submitted',
      'review_started',
      'information_requested',
      'resubmitted',
    ])
    expectBelievable(told, claim, now)
    expect(clocksOfClaim(told, basis, false).map((clock) => stageOf(clock, now))).toEqual(['half', 'fresh'])
  })

  it('brings documents of the resubmission with the resubmission', () => {
    const document = { file: 'proof.pdf', fileName: 'Signed.pdf', mediaType: 'application/pdf' }
    const claim = aDemoClaim({
      state: 'under_review',
      subState: 'resubmitted',
      clock: 'half',
      documents: [
        { ...document, fileName: 'Proof.pdf', added: 'submission' },
        { ...document, added: 'resubmission' },
      ],
    })
    const told = at(claim, Date.parse('2026-11-19T11:00:00Z'))
    const again = told.history.find(({ kind }) => kind === 'resubmitted')
    expect(told.documents.map(({ addedAt }) => addedAt)).toEqual([told.form.submittedAt, again?.at])
    expect(told.history).toContainEqual(
      expect.objectContaining({ kind: 'document_added', detail: 'Signed.pdf', at: again?.at }),
    )
  })

  it('gives the letter of a decision the instant of the decision', () => {
    const now = Date.parse('2026-11-19T11:00:00Z')
    const letter = {
      side: 'reviewer',
      authorName: 'R',
      text: 'Please sign.',
      visibility: 'partner_visible',
    } as const
    const answer = {
      side: 'partner',
      authorName: 'P',
      text: 'We will.',
      visibility: 'partner_visible',
    } as const
    const claim = aDemoClaim({
      state: 'partner_action_required',
      subState: 'commented_not_resubmitted',
      clock: 'half',
      submitted: { daysAgo: 9, notAfter: null },
      comments: [
        { ...letter, daysAgo: 3 },
        { ...answer, daysAgo: 1 },
      ],
    })
    const told = at(claim, now)
    const asked = told.history.find(({ kind }) => kind === 'information_requested')
    expect(told.comments.map((one) => one.at)).toEqual([asked?.at, '2026-11-18T11:00:00.000Z'])
    expect(told.history.filter(({ kind }) => kind === 'commented')).toHaveLength(1)
  })

  it('that asks for the impossible is refused by name', () => {
    const now = Date.parse('2026-11-19T11:00:00Z')
    const wrong = [
      aDemoClaim({ claimId: 'D-7', clock: 'none' }),
      aDemoClaim({ claimId: 'D-7', clock: 'paused' }),
      aDemoClaim({ claimId: 'D-7', state: 'editing', subState: null, clock: 'fresh' }),
    ]
    for (const claim of wrong) expect(() => at(claim, now)).toThrow('Demo claim D-7')
  })
})

describe('the demo queue of the product', () => {
  it('shows every clock at whatever hour it is filled', async () => {
    const queue = DemoQueue.parse(JSON.parse(await readFile('resources/demo/demo.json', 'utf8')))
    people = queue.people
    for (const { file } of queue.claims.flatMap(({ documents }) => documents)) {
      stored.set(file, { sha256: sha256Of(file), sizeBytes: 5 })
    }
    for (const now of STARTS) {
      const stages = new Set<string>()
      for (const claim of queue.claims) {
        const told = at(claim, now)
        expectBelievable(told, claim, now)
        const clocks = clocksOfClaim(told, basis, false)
        if (clocks.length === 0) stages.add('none')
        for (const clock of clocks) stages.add(stageOf(clock, now))
      }
      expect([...stages].sort()).toEqual([...DEMO_CLOCKS].sort())
    }
  })
})
