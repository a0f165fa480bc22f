import { describe, expect, it } from 'vitest'
import { clocksOf } from '../../../../src-main/domain/clocks/claimClocks.ts'
import { clockedClaim } from '../../../../src-main/domain/clocks/clockedClaim.ts'
import { applyClaim, removeClaim } from '../../../../src-main/store/feedRepo.ts'
import { putReference } from '../../../../src-main/store/referenceRepo.ts'
import { countUntold, findLived, listCourses } from '../../../../src-main/store/untoldRepo.ts'
import type { Calendar } from '../../../../src-preload/contract/vocabulary/calendarShape.ts'
import { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId, Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCalendar } from '../../../builders/calendar.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aLeadDesk, fill } from '../../../builders/leadTeam.ts'
import { SEED_2020 } from '../../../builders/policy.ts'
import { aStore } from '../../../builders/store.ts'

const CALENDAR = aCalendar()
/** Five business days from Monday, the second: its review is due with the end of the ninth. */
const BEGUN_AT = '2026-11-02T09:00:00.000Z'
const DUE = Date.parse('2026-11-09T23:00:00.000Z')

const entry = (
  kind: string,
  at: string,
  toState: string | null = null,
  toSubState: string | null = null,
) => ({
  entryId: `${kind} ${at}`,
  at,
  side: 'reviewer',
  kind,
  actorName: 'Marta Ginevri',
  fromState: null,
  toState,
  toSubState,
  detail: null,
})
const begun = entry('review_started', BEGUN_AT, 'under_review', 'in_review')
const decided = (at: string) => entry('approved', at, 'approved', 'consent_open')

function aLife(
  history: object[],
  calendar: Calendar = CALENDAR,
  revision = 3,
  claimId = '208417',
): ClaimRecord {
  const isDecided = history.some((one) => Reflect.get(one, 'kind') === 'approved')
  const record = aClaimRecord({
    claimId,
    revision,
    history: ClaimRecord.shape.history.parse(history),
    state: isDecided ? 'approved' : 'under_review',
    subState: isDecided ? 'consent_open' : 'in_review',
    also: { calendar: { id: calendar.id, version: calendar.version } },
  })
  return { ...record, clocks: clocksOf(clockedClaim(record, []), SEED_2020, calendar) }
}

function aTeam(...records: readonly ClaimRecord[]) {
  const store = aStore()
  fill(store, records, CALENDAR)
  const lead = aLeadDesk(store, 'team_lead', Date.parse(BEGUN_AT))
  const coursesOf = (claimId = '208417') =>
    store.read((s) => {
      const claim = findLived(s, ClaimId.parse(claimId))
      return claim === null ? [] : listCourses(s, claim.claimKey)
    })
  const reviewOf = (claimId?: string) => coursesOf(claimId).find(({ timer }) => timer === 'review')
  return { store, reviewOf, ...lead }
}

describe('telling the past of claims', () => {
  it('writes down what each clock came to, once, and says so', async () => {
    const { reviewOf, tellPast, told, store } = aTeam(aLife([begun, decided('2026-11-06T10:00:00.000Z')]))
    expect(store.read(countUntold)).toBe(1)
    expect(await tellPast()).toBe(1)
    expect(reviewOf()).toMatchObject({
      startedAt: Date.parse(BEGUN_AT),
      dueAt: DUE,
      endedAt: Date.parse('2026-11-06T10:00:00.000Z'),
      calendar: { id: 'review-team', version: 1 },
    })
    expect(told).toEqual(['lead.changed'])
    expect(await tellPast()).toBe(0)
    expect(told).toHaveLength(1)
  })

  it('tells a claim again once the feed has brought another revision of it', async () => {
    const { store, reviewOf, tellPast } = aTeam(aLife([begun]))
    await tellPast()
    expect(reviewOf()).toMatchObject({ endedAt: null })
    store.write((s) => applyClaim(s, aLife([begun, decided('2026-11-12T10:00:00.000Z')], CALENDAR, 4)))
    expect(await tellPast()).toBe(1)
    expect(reviewOf()).toMatchObject({ dueAt: DUE, endedAt: Date.parse('2026-11-12T10:00:00.000Z') })
  })

  it('rewrites no breach that was seen when a newer calendar gives the team a holiday', async () => {
    const newer = aCalendar({ version: 2, holidays: [{ day: '2026-11-04', name: 'Patron saint' }] })
    const over = aLife([begun])
    const { store, reviewOf, tellPast, clock } = aTeam(over, aLife([begun], CALENDAR, 3, 'later'))
    const told = async (records: readonly ClaimRecord[]) => {
      store.write((s) => {
        putReference(s, { policies: [SEED_2020], calendars: [CALENDAR, newer] })
        for (const record of records) applyClaim(s, record)
      })
      await tellPast()
    }
    clock.advance(DUE - 1 - clock.now())
    await tellPast()
    await told([aLife([begun], newer, 4, 'later')])
    // Not over yet: the holiday moves it.
    expect(reviewOf('later')).toMatchObject({ dueAt: DUE + 86_400_000, calendar: { version: 2 } })
    clock.advance(1)
    await told([aLife([begun], newer, 4)])
    expect(reviewOf()).toMatchObject({ dueAt: DUE, calendar: { version: 1 } })
    await told([aLife([begun, decided('2026-11-12T10:00:00.000Z')], newer, 5)])
    expect(reviewOf()).toMatchObject({ dueAt: DUE, endedAt: Date.parse('2026-11-12T10:00:00.000Z') })
  })

  it('waits for a calendar that has not come, and holds nobody else up', async () => {
    const away = aCalendar({ version: 9 })
    const { store, reviewOf, tellPast } = aTeam(
      aLife([begun], away),
      ...Array.from({ length: 120 }, (_, n) => aLife([begun], CALENDAR, 3, `c-${n}`)),
    )
    expect(await tellPast()).toBe(120)
    expect(store.read(countUntold)).toBe(1)
    store.write((s) => putReference(s, { policies: [SEED_2020], calendars: [CALENDAR, away] }))
    expect(await tellPast()).toBe(1)
    expect(reviewOf()).toMatchObject({ calendar: { version: 9 } })
  })

  it('lets whoever asks for rows in between, a few claims at a time', async () => {
    const { store, desk } = aTeam(
      ...Array.from({ length: 400 }, (_, n) => aLife([begun], CALENDAR, 3, `c-${n}`)),
    )
    // Asking for the board is what sets the work going.
    const answer = await desk['lead.board']({ asOf: null })
    expect(answer).toMatchObject({ board: { untold: 400 } })
    const untold: number[] = []
    while (untold.at(-1) !== 0) {
      untold.push(store.read(countUntold))
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(new Set(untold).size).toBeGreaterThan(4)
  })

  it('forgets the past of a claim that is gone', async () => {
    const { store, tellPast } = aTeam(aLife([begun]))
    await tellPast()
    store.write((s) => removeClaim(s, ClaimId.parse('208417')))
    const left = store.read(({ sqlite }) =>
      sqlite
        .prepare('select (select count(*) from clock_ends) + (select count(*) from claim_clocks)')
        .pluck()
        .get(),
    )
    expect(left).toBe(0)
  })

  it('explains a clock that has ended up to its end, by the calendar that was written down with it', async () => {
    const endedAt = '2026-11-12T10:00:00.000Z'
    const { desk, tellPast } = aTeam(aLife([begun, decided(endedAt)]))
    await tellPast()
    const asked = {
      claimId: ClaimId.parse('208417'),
      timer: 'review',
      startedAt: Instant.parse(BEGUN_AT),
    } as const
    const answer = await desk['lead.clock'](asked)
    if (answer.outcome !== 'shown' || answer.explanation === null) throw new Error('Nothing was explained.')
    const { segments } = answer.explanation
    expect(answer.endedAt).toBe(endedAt)
    expect([segments[0]?.from, segments.at(-1)?.to]).toEqual([Date.parse(BEGUN_AT), Date.parse(endedAt)])
    expect(segments.at(-1)?.phase).toBe('overdue')
    expect(await desk['lead.clock']({ ...asked, timer: 'arbitration' })).toMatchObject({ explanation: null })
  })
})
