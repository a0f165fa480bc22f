import { expect, it, onTestFinished } from 'vitest'
import { clockCoursesOf } from '../../../src-main/domain/clocks/clockCourses.ts'
import { TEAM_TIMERS } from '../../../src-main/domain/clocks/clockOwner.ts'
import { sampledFor } from '../../../src-main/hub/quality/sampledViews.ts'
import { precisionFor } from '../../../src-main/hub/quality/precisionNow.ts'
import { twinsFor } from '../../../src-main/hub/quality/twinsFor.ts'
import { listSamples } from '../../../src-main/hub/store/qualityRepo.ts'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { readDemoQueue } from '../../builders/demo/demoQueue.ts'
import { aFilledHub } from '../../builders/demo/filledHub.ts'
import { shippedBasis } from '../../builders/hub/basis.ts'

const WEEK = 7 * 86_400_000
const LEAD = { userId: UserId.parse('u-team-lead'), name: 'Ingrid Solvang', role: 'team_lead' } as const

async function qualityAt(start: string) {
  const hub = await aFilledHub(start)
  onTestFinished(() => hub.close())
  const { db } = hub.ports
  const samples = await listSamples(db)
  const sampled = await Promise.all(samples.map(({ sampleId }) => sampledFor(db, LEAD, { sampleId })))
  return { hub, samples, decisions: sampled.flat() }
}

it.each(['2026-11-23T13:00:00Z', '2027-03-02T08:00:00Z'])(
  'the demo has a sample of which some is looked at and some is not, and two people who differ, filled at %s',
  async (start) => {
    const { hub, samples, decisions } = await qualityAt(start)
    expect(samples).toMatchObject([{ drawnBy: { userId: 'u-team-lead' }, decisions: 14 }])
    const done = decisions.filter(({ second }) => second !== null)
    expect(done.length).toBeGreaterThanOrEqual(5)
    expect(decisions.length - done.length).toBeGreaterThanOrEqual(2)
    const differing = done.filter(({ first, second }) => first?.outcome !== second?.outcome)
    expect(differing.length).toBeGreaterThanOrEqual(1)
    expect(differing.length).toBeLessThan(done.length / 2)
    // Whoever the demo starts as sees their own claims as they are: nothing is hidden from them for a second review.
    const open = decisions.filter(({ second }) => second === null).map(({ reviewer }) => reviewer?.userId)
    for (const person of ['u-reviewer', 'u-arbitration-lead']) expect(open).not.toContain(person)
    expect(new Set(samples[0]?.cells.map(({ deciderId }) => deciderId)).size).toBeGreaterThanOrEqual(3)
    const { checks, overridden } = await precisionFor({ ...hub.ports }, LEAD)
    expect(checks.length).toBeGreaterThanOrEqual(5)
    expect(checks.filter(({ advisorySince }) => advisorySince !== null)).toEqual([])
    expect(overridden.length).toBeGreaterThanOrEqual(2)
  },
  60_000,
)

it('the demo is told the same at every start', async () => {
  const one = await qualityAt('2026-11-23T13:00:00Z')
  const two = await qualityAt('2026-11-23T13:00:00Z')
  expect(two.samples).toEqual(one.samples)
  expect(two.decisions).toEqual(one.decisions)
}, 60_000)

it('the demo has one pair of near-identical claims that were decided otherwise', async () => {
  const { hub } = await qualityAt('2026-11-23T13:00:00Z')
  const { pairs, behind } = await twinsFor(hub.ports.db, LEAD)
  expect(behind).toBe(0)
  expect(pairs).toMatchObject([
    {
      approved: { claimId: '47265398', outcome: 'approve', decider: { name: 'Marta Ginevri' } },
      other: { claimId: 'CPR-2217009', outcome: 'request_info', decider: { name: 'Anouk Kessler' } },
      nearness: 1,
      dismissed: null,
    },
  ])
}, 60_000)

it('clocks of the team ran past due in several weeks of the demo', async () => {
  const start = Date.parse('2026-11-23T13:00:00Z')
  const { hub } = await qualityAt(new Date(start).toISOString())
  const { policy, calendar } = await shippedBasis()
  const weeks: number[] = []
  for (const { form } of readDemoQueue().claims) {
    const record = await hub.record(form.claimId)
    const lived = { ...record, submittedAt: record.form.submittedAt }
    for (const { counted, dueAt, endedAt } of clockCoursesOf(lived, policy, calendar))
      if (TEAM_TIMERS.includes(counted.timer) && dueAt !== null && dueAt < (endedAt ?? start))
        weeks.push(Math.floor((start - dueAt) / WEEK))
  }
  expect(new Set(weeks).size).toBeGreaterThanOrEqual(4)
  expect(weeks.length).toBeGreaterThanOrEqual(8)
  expect(weeks.length).toBeLessThanOrEqual(24)
}, 60_000)
